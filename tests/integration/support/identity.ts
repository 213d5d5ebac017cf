import type { LocalAccount } from "viem";
import { expect } from "vitest";
import type { TestApi } from "./api.ts";

/** What signing in gives. */
export type Tokens = {
  accessToken: string;
  refreshToken: string;
  sessionId: string;
  accountId: string;
};

/** Sends a body as JSON. */
export const post = (
  api: Pick<TestApi, "request">,
  path: string,
  body: unknown,
  headers: Record<string, string> = {},
  method = "POST",
): Promise<Response> =>
  api.request(path, {
    method,
    headers: { ...headers, ...(body === undefined ? {} : { "content-type": "application/json" }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });

export const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

/** Code of the problem that was answered. */
export async function codeOf(response: Response | undefined): Promise<string | undefined> {
  const body = (await response?.clone().json()) as { code?: string } | undefined;
  return body?.code;
}

/** What an answer is about. */
// biome-ignore lint/suspicious/noExplicitAny: answers are checked field by field by the tests
export async function dataOf(response: Response): Promise<any> {
  return ((await response.json()) as { data: unknown }).data;
}

/** Signs in with the key of a wallet. */
export async function signIn(
  api: Pick<TestApi, "request">,
  wallet: Pick<LocalAccount, "address" | "signMessage">,
): Promise<Tokens> {
  const { message } = await dataOf(await post(api, "/v1/auth/nonce", { address: wallet.address }));
  const signature = await wallet.signMessage({ message });
  const answer = await post(api, "/v1/auth/verify", { message, signature });
  expect(answer.status).toBe(201);
  return dataOf(answer);
}
