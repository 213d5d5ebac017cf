import { BaseError, HttpRequestError, TimeoutError } from "viem";

/**
 * A URL as it may be logged: scheme, host and port. Keys of providers stand in the path or the query
 * and credentials before the host, so all three are left out.
 */
export function redactUrl(url: string): string {
  const parsed = URL.parse(url);
  return parsed === null ? "(not a URL)" : `${parsed.protocol}//${parsed.host}`;
}

/**
 * One line on why a request to a node failed, without the URL: viem's own messages carry it, key and
 * all.
 */
export function describeRpcError(error: unknown): string {
  if (error instanceof TimeoutError) return "no answer in time";
  if (error instanceof HttpRequestError) return describeHttpError(error);
  if (error instanceof BaseError) {
    const inner = error.walk((cause) => cause instanceof HttpRequestError);
    if (inner instanceof HttpRequestError) return describeHttpError(inner);
    const timeout = error.walk((cause) => cause instanceof TimeoutError);
    if (timeout instanceof TimeoutError) return "no answer in time";
    return withoutUrls(error.details || error.shortMessage);
  }
  return withoutUrls(error instanceof Error ? error.message : String(error));
}

function describeHttpError(error: HttpRequestError): string {
  if (error.status !== undefined) return `HTTP status ${error.status}`;
  const code = findCode(error.cause);
  return code ?? withoutUrls(error.details || "the connection failed");
}

/** The system's error code, e.g. `ECONNREFUSED`, which `fetch` hides a few causes deep. */
function findCode(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  return "code" in error ? String(error.code) : findCode(error.cause);
}

/** The first line of a text, with addresses as `redactUrl` has them. */
export function withoutUrls(text: string): string {
  const [line = ""] = text.split("\n");
  return line.replaceAll(/\b(?:https?|wss?):\/\/\S+/g, (url) => redactUrl(url));
}
