import type { Logger } from "../../core/log.ts";
import { RPC_CODES, type RpcErrorBody, RpcFailure } from "../providers/json-rpc.ts";
import { NobodyProves } from "../providers/provider-set.ts";

/** Calls that one batch may hold. */
const MAX_BATCH_CALLS = 1_000;

/** Longest that a call may take: the indexer gives up after 10 s and then slows down. */
const CALL_DEADLINE_MS = 9_000;

/** Answers one method with JSON text. */
export type AnswerMethod = (method: string, params: readonly unknown[]) => Promise<string>;

/**
 * Refuses calls beyond so many that are worked on at a time. A call that was answered as late counts
 * until its work ends: whoever asks again and again while nothing can be proved must not fill the memory.
 */
export function atMost(limit: number, answer: AnswerMethod): AnswerMethod {
  let underWay = 0;
  return async (method, params) => {
    if (underWay >= limit) {
      const message = `${limit} calls are worked on already; ask again`;
      throw new RpcFailure({ code: RPC_CODES.limitExceeded, message });
    }
    underWay += 1;
    try {
      return await answer(method, params);
    } finally {
      underWay -= 1;
    }
  };
}

type Request = { jsonrpc?: unknown; id?: unknown; method?: unknown; params?: unknown };

/** Answers the text of a JSON-RPC request or batch with the text of its answer. */
export async function answerText(text: string, answer: AnswerMethod, log: Logger): Promise<string> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return errorText(null, { code: RPC_CODES.parse, message: "the request is not JSON" });
  }
  if (!Array.isArray(parsed)) return answerOne(parsed as Request, answer, log);
  if (parsed.length === 0 || parsed.length > MAX_BATCH_CALLS) {
    const message = `a batch holds 1 to ${MAX_BATCH_CALLS} calls`;
    return errorText(null, { code: RPC_CODES.invalidRequest, message });
  }
  const answers = await Promise.all(parsed.map((one: Request) => answerOne(one, answer, log)));
  return `[${answers.join(",")}]`;
}

async function answerOne(request: Request, answer: AnswerMethod, log: Logger): Promise<string> {
  const { id = null, method, params = [] } = request ?? {};
  if (typeof method !== "string" || !Array.isArray(params)) {
    const message = "a call needs a method and a list of params";
    return errorText(id, { code: RPC_CODES.invalidRequest, message });
  }
  try {
    const result = await inTime(answer(method, params));
    return `{"jsonrpc":"2.0","id":${JSON.stringify(id)},"result":${result}}`;
  } catch (error) {
    return errorText(id, describe(error, method, log));
  }
}

/** Ends the wait, not the work: what is proved later answers the next attempt. */
async function inTime(answer: Promise<string>): Promise<string> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new NobodyProves("no proof in time; ask again")),
      CALL_DEADLINE_MS,
    );
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}

function describe(error: unknown, method: string, log: Logger): RpcErrorBody {
  if (error instanceof RpcFailure) return error.body();
  if (error instanceof NobodyProves) {
    return { code: RPC_CODES.unavailable, message: `not proved: ${error.message}` };
  }
  log.error({ err: error, method }, "a call failed");
  return { code: RPC_CODES.internal, message: "the gateway failed; its log says why" };
}

function errorText(id: unknown, error: RpcErrorBody): string {
  return JSON.stringify({ jsonrpc: "2.0", id, error });
}
