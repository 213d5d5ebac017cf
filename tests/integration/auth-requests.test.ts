import { keccak256, toHex } from "viem";
import { generatePrivateKey, privateKeyToAccount } from "viem/accounts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { REQUEST_TYPES } from "../../core/identity/signed-request.ts";
import type { PostgresServer } from "../support/postgres.ts";
import { sharedPostgres } from "../support/shared-postgres.ts";
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

async function sign(method: string, target: string, body = ""): Promise<Record<string, string>> {
  const deadline = Math.floor(Date.now() / 1_000) + 120;
  const nonce = crypto.randomUUID();
  const signature = await wallet.signTypedData({
    domain: { name: "Valyra API", version: "1", chainId: 31_337 },
    types: REQUEST_TYPES,
    primaryType: "Request",
    message: {
      ...{ audience: "valyra-test", method, target, nonce, deadline: BigInt(deadline) },
      bodyHash: keccak256(toHex(body)),
    },
  });
  return {
    "content-type": "application/json",
    "x-wallet-address": wallet.address,
    "x-signature": signature,
    "x-nonce": nonce,
    "x-deadline": String(deadline),
  };
}

test("a request that a wallet signed needs no session, and is answered once among processes [1.5, 1.66] (AU-2)", async () => {
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
