import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SessionCaller } from "../../core/identity/caller.ts";
import { type PostgresServer, withClient } from "../support/postgres.ts";
import { sharedPostgres } from "../support/shared-postgres.ts";
import { addAccount } from "./support/accounts.ts";
import { startApi, type TestApi } from "./support/api.ts";
import { type CachingProxy, startCachingProxy } from "./support/caching-proxy.ts";
import { createPublishedDatabase } from "./support/market.ts";
import { setHeads } from "./support/rows.ts";
import { serveForTest } from "./support/served.ts";
import { asking, createSessions } from "./support/signed-in.ts";
import { fillSmallMarket, NOW } from "./support/small-market.ts";

let server: PostgresServer;
let api: TestApi;
let web: Awaited<ReturnType<typeof serveForTest>>;
let proxy: CachingProxy;
let administrator: SessionCaller;
let stranger: SessionCaller;
const sessions = createSessions();

beforeAll(async () => {
  server = sharedPostgres();
  const urls = await createPublishedDatabase(server.url);
  const now = () => new Date(Number(NOW) * 1_000);
  await withClient(urls.admin, async (client) => {
    await fillSmallMarket(client);
    await setHeads(client, { head: 100, safe: 90, final: 80, at: now() });
  });
  [administrator, stranger] = await Promise.all([
    addAccount(urls.admin, { roles: ["admin"], wallets: 1 }),
    addAccount(urls.admin, { wallets: 1 }),
  ]);
  api = startApi(urls.api, { now, auth: {}, callers: { bySession: sessions.bySession } });
  web = await serveForTest(api);
  proxy = await startCachingProxy(web.url);
});
afterAll(async () => {
  await proxy?.close();
  await web?.close();
  await api?.close();
  await server?.stop();
});

/** Asks through the cache, as somebody or as nobody. */
async function ask(path: string, caller?: SessionCaller) {
  const response = await fetch(proxy.url + path, {
    headers: caller === undefined ? {} : { authorization: `Bearer ${sessions.tokenOf(caller)}` },
  });
  const { status, headers } = response;
  const control = headers.get("cache-control") ?? "";
  return { status, text: await response.text(), cache: headers.get("x-cache"), control };
}

type Operations = Record<string, { get?: { responses: Record<string, unknown> } }>;

/** Everything that one has to sign in for, of the administrator's own where a path names something. */
async function privateAddresses(): Promise<string[]> {
  const { paths } = (await (await api.get("/openapi.json")).json()) as { paths: Operations };
  const as = asking(api, { authorization: `Bearer ${sessions.tokenOf(administrator)}` });
  const made = await as("POST", "/v1/keys", { name: "Watcher", scopes: ["keys:read"] });
  const ids: Record<string, string> = {
    keyId: String((made.body.data as { keyId: unknown }).keyId),
    accountId: administrator.accountId,
    name: "limits",
  };
  return Object.entries(paths).flatMap(([path, { get }]) =>
    get !== undefined && "401" in get.responses
      ? [path.replace(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? randomUUID())]
      : [],
  );
}

describe("two users behind one cache that keeps all it may (AP-13)", () => {
  test("nobody is given what another one has asked for, on any private route", async () => {
    const addresses = await privateAddresses();
    const answered: string[] = [];
    const storable: string[] = [];
    for (const path of addresses) {
      const own = await ask(path, administrator);
      if (own.status === 200) answered.push(path);
      for (const answer of [own, await ask(path, stranger), await ask(path)]) {
        if (answer.cache !== "miss") storable.push(`${answer.cache}: ${path}`);
        if (!answer.control.includes("no-store")) storable.push(`${answer.control}: ${path}`);
      }
      // A second time, when the answers of all three could have been kept.
      const again = await ask(path, stranger);
      if (path.startsWith("/v1/admin")) expect(again.status, path).toBe(403);
      expect(again.text.toLowerCase(), path).not.toContain(administrator.wallet ?? "no wallet");
    }
    expect(storable).toEqual([]);
    expect(proxy.crossHits).toEqual([]);
    expect(answered.length).toBeGreaterThanOrEqual(8);
    console.log(`cross-user hits 0 on ${addresses.length} private routes`);
  });

  test("what is public is shared by it, with credentials or without", async () => {
    const list = "/v1/listings?limit=3";
    const first = await ask(list, administrator);
    const second = await ask(list, stranger);
    expect([first.cache, second.cache]).toEqual(["miss", "revalidated"]);
    expect(second.text).toBe(first.text);
    const { data } = JSON.parse((await ask("/v1/activity?sort=oldest&limit=1")).text);
    const event = `/v1/activity/${data[0].id}`;
    expect((await ask(event, administrator)).cache).toBe("miss");
    expect((await ask(event)).cache).toBe("hit");
    // So the count above could have been another one.
    expect(proxy.crossHits.map(({ path }) => path)).toEqual([list, event]);
  });
});
