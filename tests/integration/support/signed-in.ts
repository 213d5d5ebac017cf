import type { CallerSources } from "../../../api/middleware/caller.ts";
import { DomainError } from "../../../core/errors.ts";
import type { SessionCaller } from "../../../core/identity/caller.ts";
import type { TestApi } from "./api.ts";

/** Sessions of tests by their tokens, which name the account: `session.<accountId>.test`. */
export function createSessions() {
  const known = new Map<string, SessionCaller>();
  const tokenOf = (caller: SessionCaller) => {
    const token = `session.${caller.accountId}.test`;
    known.set(token, caller);
    return token;
  };
  const bySession: CallerSources["bySession"] = async (token) => {
    const caller = known.get(token);
    if (caller === undefined) throw new DomainError("INVALID_TOKEN", "The token is not good.");
    return caller;
  };
  return { tokenOf, bySession };
}

export type Ask = (
  method: string,
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
) => Promise<{ status: number; headers: Headers; body: Record<string, unknown>; text: string }>;

/** Asks the API with credentials, or with none. */
export const asking =
  (api: Pick<TestApi, "request">, credentials: Record<string, string> = {}): Ask =>
  async (method, path, body, headers = {}) => {
    const response = await api.request(path, {
      method,
      headers: {
        ...credentials,
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: isJson(response) ? JSON.parse(text) : undefined,
      text,
    };
  };

const isJson = ({ headers }: Response) => /\bjson\b/.test(headers.get("content-type") ?? "");
