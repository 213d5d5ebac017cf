import fc from "fast-check";
import { generatePrivateKey, privateKeyToAccount } from "viem/accounts";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { PostgresServer } from "../support/postgres.ts";
import { sharedPostgres } from "../support/shared-postgres.ts";
import {
  forgeries,
  type SentRequest,
  type Signing,
  signRequest,
} from "../support/signed-requests.ts";
import { startApi, type TestApi } from "./support/api.ts";
import { codeOf, dataOf } from "./support/identity.ts";
import { createPublishedDatabase } from "./support/market.ts";

const wallet = privateKeyToAccount(generatePrivateKey());

let server: PostgresServer;
/** Two processes of one service. */
let apis: [TestApi, TestApi];

beforeAll(async () => {
  server = sharedPostgres();
  const { api } = await createPublishedDatabase(server.url);
  apis = [startApi(api, { auth: {} }), startApi(api, { auth: {} })];
});
afterAll(async () => {
  for (const api of apis) await api.close();
  await server.stop();
});

const nowSeconds = () => Math.floor(Date.now() / 1_000);

/** What a good request has, with a nonce that is its own. */
const signNow = (signing: Partial<Signing> = {}): Promise<SentRequest> =>
  signRequest(wallet, { deadline: nowSeconds() + 120, nonce: crypto.randomUUID(), ...signing });

async function sign(method: string, target: string, body = ""): Promise<Record<string, string>> {
  const { headers } = await signNow({ method, target, body });
  return { "content-type": "application/json", ...headers };
}

const send = (api: TestApi, { method, target, body, headers }: SentRequest) =>
  api.request(target, {
    method,
    headers: { "content-type": "application/json", ...headers },
    ...(method === "GET" ? {} : { body }),
  });

test("a request that a wallet signed needs no session, and is answered once among processes (AU-2) [1.5, 1.66]", async () => {
  const headers = await sign("GET", "/v1/account");
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      (apis[index % 2] as TestApi).get("/v1/account", headers),
    ),
  );
  const good = answers.filter(({ status }) => status === 200);
  expect(good).toHaveLength(1);
  expect((await dataOf(good[0] as Response)).wallets).toMatchObject([{ address: wallet.address }]);
  const refused = answers.filter(({ status }) => status === 401);
  expect(new Set(await Promise.all(refused.map(codeOf)))).toEqual(new Set(["REPLAYED_SIGNATURE"]));
  expect(await codeOf(await apis[0].get("/v1/account"))).toBe("AUTH_REQUIRED");
});

test("its body is what was signed, byte by byte", async () => {
  const body = '{ "displayName": "Signed" }';
  const change = (headers: Record<string, string>, sent: string) =>
    apis[0].request("/v1/account", { method: "PATCH", headers, body: sent });
  const answer = await change(await sign("PATCH", "/v1/account", body), body);
  expect((await dataOf(answer)).displayName).toBe("Signed");
  const other = await change(await sign("PATCH", "/v1/account", body), body.replaceAll(" ", ""));
  expect(await codeOf(other)).toBe("INVALID_SIGNATURE");
});

test("forged requests are refused over HTTP, whichever of 16 ways they were forged, and change nothing (AU-2)", async () => {
  const before = await dataOf(await apis[0].get("/v1/account", await sign("GET", "/v1/account")));
  let refused = 0;
  for (const [kind, arbitrary] of Object.entries(await forgeries(wallet, nowSeconds()))) {
    for (const sent of fc.sample(arbitrary, 20)) {
      const answer = await send(apis[refused % 2] as TestApi, sent);
      // What the service has not, by address, query or method, is refused before it matters who asks.
      const refusals = /path|method/.test(kind) ? [400, 401, 404, 405] : [401];
      expect(refusals, `${kind}: ${JSON.stringify(sent)}`).toContain(answer.status);
      refused += 1;
    }
  }
  expect(refused).toBe(16 * 20);
  const after = await dataOf(await apis[0].get("/v1/account", await sign("GET", "/v1/account")));
  expect(after).toEqual(before);
});

test("a nonce is good once, whatever is signed with it afterwards and whoever hears of it (AU-2)", async () => {
  const nonce = crypto.randomUUID();
  const target = "/v1/account";
  expect((await send(apis[0], await signNow({ nonce, target }))).status).toBe(200);
  const again = await Promise.all(
    Array.from({ length: 80 }, (_, index) => ({ displayName: `Again ${index}` })).map(
      async (body, index) => {
        const deadline = nowSeconds() + 30 + index;
        const sent = await signNow({ nonce, target, deadline, body: JSON.stringify(body) });
        return codeOf(await send(apis[index % 2] as TestApi, sent));
      },
    ),
  );
  expect(again).toEqual(Array(80).fill("REPLAYED_SIGNATURE"));
});

test("the header scheme reads, and changes nothing of an account [1.36]", async () => {
  const header = async (target: string) => {
    const timestamp = String(Date.now());
    const message = `Valyra API Request:${timestamp}:${target}`;
    return {
      "x-wallet-address": wallet.address,
      "x-timestamp": timestamp,
      "x-signature": await wallet.signMessage({ message }),
    };
  };
  const headers = await header("/v1/account");
  expect((await apis[0].get("/v1/account", headers)).status).toBe(200);
  expect(await codeOf(await apis[1].get("/v1/account", headers))).toBe("REPLAYED_SIGNATURE");
  const removal = await apis[0].request("/v1/account", {
    method: "DELETE",
    headers: await header("/v1/account"),
  });
  expect(await codeOf(removal)).toBe("FORBIDDEN");
});
