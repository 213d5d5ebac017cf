import { describeRpcError } from "../../core/rpc/describe-error.ts";
import { ProviderFailure, type RpcCall, type RpcReply } from "./json-rpc.ts";

/** Statuses that say that the request was too big or asked for too much. */
const TOO_LARGE = new Set([413, 414, 431]);

/** What one HTTP request brought back. */
export type Posted = { replies: RpcReply[]; bytes: number };

/**
 * Sends calls as one JSON-RPC batch; a single call goes without the list, which every node takes.
 * @throws ProviderFailure without URL or key.
 */
export async function postCalls(
  url: string,
  calls: readonly RpcCall[],
  timeoutMs: number,
): Promise<Posted> {
  const bodies = calls.map(({ method, params }, id) => ({ jsonrpc: "2.0", id, method, params }));
  let response: Response;
  let text: string;
  // By hand and not by AbortSignal.timeout: that one keeps a request in memory until it goes off.
  const end = new AbortController();
  const timer = setTimeout(() => end.abort(new DOMException("late", "TimeoutError")), timeoutMs);
  try {
    response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(bodies.length === 1 ? bodies[0] : bodies),
      signal: end.signal,
    });
    text = await response.text();
  } catch (error) {
    throw new ProviderFailure(describeFetchError(error), { isLate: isTimeout(error) });
  } finally {
    clearTimeout(timer);
  }
  if (!response.ok) throw httpFailure(response);
  const parsed = parseReplies(text);
  if (calls.length > 1 && !Array.isArray(parsed)) {
    const why = (parsed as RpcReply).error?.message ?? "no list";
    throw new ProviderFailure(`refuses a batch of ${calls.length} calls (${why})`, {
      isTooLarge: true,
    });
  }
  const replies = (Array.isArray(parsed) ? parsed : [parsed]) as RpcReply[];
  return { replies: inOrder(replies, calls.length), bytes: text.length };
}

function httpFailure(response: Response): ProviderFailure {
  const seconds = Number(response.headers.get("retry-after") ?? Number.NaN);
  return new ProviderFailure(`answers HTTP status ${response.status}`, {
    isTooLarge: TOO_LARGE.has(response.status),
    ...(Number.isFinite(seconds) ? { retryAfterMs: seconds * 1_000 } : {}),
    ...(response.status === 429 && !Number.isFinite(seconds) ? { retryAfterMs: 1_000 } : {}),
  });
}

function parseReplies(text: string): unknown {
  try {
    const parsed: unknown = JSON.parse(text);
    if (parsed !== null && typeof parsed === "object") return parsed;
  } catch {
    // Reported below, without the text, which may be anything.
  }
  throw new ProviderFailure("answers something that is not JSON-RPC");
}

/** Replies in the order of the calls; one that is missing is a failure of the whole request. */
function inOrder(replies: readonly RpcReply[], count: number): RpcReply[] {
  if (count === 1 && replies.length === 1) return [...replies];
  const byId = new Map(replies.map((reply) => [reply.id, reply]));
  return Array.from({ length: count }, (_, id) => {
    const reply = byId.get(id);
    if (reply === undefined) throw new ProviderFailure(`leaves out call ${id} of a batch`);
    return reply;
  });
}

function isTimeout(error: unknown): boolean {
  return error instanceof DOMException && error.name === "TimeoutError";
}

function describeFetchError(error: unknown): string {
  if (isTimeout(error)) return "gives no answer in time";
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (cause instanceof Error && "code" in cause) return `cannot be reached (${String(cause.code)})`;
  return `cannot be reached (${describeRpcError(cause)})`;
}
