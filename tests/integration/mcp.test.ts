import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { TOOLS } from "../../api/mcp/register-mcp.ts";
import { type PostgresServer, withClient } from "../support/postgres.ts";
import { sharedPostgres } from "../support/shared-postgres.ts";
import { startApi, type TestApi } from "./support/api.ts";
import { createPublishedDatabase } from "./support/market.ts";
import { BUYER, CHAIN_ID, ESCROW_CONTRACT, insertRows, MARKETPLACE } from "./support/rows.ts";
import { fillSmallMarket, NOW } from "./support/small-market.ts";

let server: PostgresServer;
let urls: { admin: string; api: string };
let api: TestApi;

/** What the client of the protocol sends, answered by the app in this process. */
async function connect(target: TestApi, mode: "legacy" | "auto" = "auto"): Promise<Client> {
  const client = new Client({ name: "test", version: "1.0.0" }, { versionNegotiation: { mode } });
  const transport = new StreamableHTTPClientTransport(new URL("http://valyra.test/mcp"), {
    fetch: (url, init) => target.request(new URL(url).pathname, init),
  });
  await client.connect(transport);
  return client;
}

beforeAll(async () => {
  server = sharedPostgres();
  urls = await createPublishedDatabase(server.url);
  await withClient(urls.admin, async (client) => {
    await fillSmallMarket(client);
    await insertRows(client, "release_a", "contract", [
      { address: ESCROW_CONTRACT, kind: "escrow", generation: "E3", marketplace: MARKETPLACE },
    ]);
    await insertRows(
      client,
      "release_a",
      "listing",
      Array.from({ length: 30 }, (_, index) => ({ listing_id: 100 + index })),
    );
  });
  api = startApi(urls.api, { now: () => new Date(Number(NOW) * 1_000) });
});
afterAll(async () => {
  await api.close();
  await server.stop();
});

/** The content that a program reads; fails when the tool refused. */
async function structured<Content = Record<string, unknown>>(
  client: Client,
  name: string,
  args: Record<string, unknown>,
): Promise<Content> {
  const result = await client.callTool({ name, arguments: args });
  expect(result.isError, JSON.stringify(result.content)).not.toBe(true);
  return result.structuredContent as Content;
}

type ListedPage = { data: { id: string }[]; nextCursor: string | null; note: string | null };

describe("tools for models", () => {
  test.each(["auto", "legacy"] as const)(
    "a client of era %s finds at most twelve tools, described in full",
    async (mode) => {
      const client = await connect(api, mode);
      const { tools } = await client.listTools();
      expect(tools.map(({ name }) => name)).toEqual(TOOLS.map(({ name }) => name));
      expect(tools.length).toBeLessThanOrEqual(12);
      for (const tool of tools) {
        expect(tool.description).toContain("Example: {");
        expect(tool.inputSchema).toMatchObject({ type: "object", additionalProperties: false });
        expect(tool.outputSchema).toMatchObject({ type: "object" });
        expect(tool.annotations).toMatchObject({ readOnlyHint: true, destructiveHint: false });
      }
      await client.close();
    },
  );

  test.each(TOOLS.map(({ name, example }) => [name, example] as const))(
    "%s answers its own example, as its schema says",
    async (name, example) => {
      const client = await connect(api);
      // Known to the client before the call, so that it holds answers against their schemas.
      await client.listTools();
      const content = await structured(client, name, example);
      expect(content).toHaveProperty("meta.indexedBlock.number", 100);
      await client.close();
    },
  );

  test("a tool says what the route says", async () => {
    const client = await connect(api);
    const route = (await (await api.get("/v1/listings/0")).json()) as { data: unknown };
    const id = `${CHAIN_ID}-${MARKETPLACE}-0`;
    expect((await structured(client, "get_listing", { id })).data).toEqual(route.data);
    const escrow = await structured(client, "get_escrow", { id: "1", account: BUYER });
    expect(escrow).toMatchObject({
      escrow: { id: `${CHAIN_ID}-${ESCROW_CONTRACT}-1`, deadlines: expect.any(Array) },
      actions: expect.arrayContaining([
        expect.objectContaining({ isAllowed: expect.any(Boolean) }),
      ]),
    });
    await client.close();
  });

  test("a long list is cut short, says so, and goes on with its cursor", async () => {
    const client = await connect(api);
    const seen = new Set<string>();
    let cursor: string | undefined;
    let pages = 0;
    do {
      const page: ListedPage = await structured(client, "find_listings", {
        limit: 10,
        ...(cursor && { cursor }),
      });
      for (const { id } of page.data) seen.add(id);
      expect(page.note === null).toBe(page.nextCursor === null);
      cursor = page.nextCursor ?? undefined;
      pages++;
    } while (cursor !== undefined);
    expect([seen.size, pages]).toEqual([34, 4]);
    await client.close();
  });

  test("refusals come back in words that help, and no tool is more than a read", async () => {
    const client = await connect(api);
    const missing = await client.callTool({ name: "get_listing", arguments: { id: "77" } });
    expect(missing).toMatchObject({ isError: true });
    expect(JSON.stringify(missing.content)).toContain("LISTING_NOT_FOUND");
    const mistaken = await client.callTool({ name: "get_account", arguments: { address: "0x12" } });
    expect(JSON.stringify(mistaken.content)).toContain("/path/address");
    const unknown = await client.callTool({ name: "find_listings", arguments: { nonsense: 1 } });
    expect(unknown).toMatchObject({ isError: true });
    await client.close();
  });

  test("an accident of ours keeps its words, and leaves them in the log", async () => {
    const broken = startApi(urls.api, {
      now: () => {
        throw new Error("secret detail");
      },
    });
    const client = await connect(broken);
    const result = await client.callTool({ name: "get_status", arguments: {} });
    expect(result).toMatchObject({ isError: true });
    expect(JSON.stringify(result)).not.toContain("secret detail");
    expect(JSON.stringify(broken.lines)).toContain("secret detail");
    await client.close();
    await broken.close();
  });

  test("bodies end at 64 kB there, and other origins are refused where pages may not read", async () => {
    const call = (target: TestApi, size: number, headers = {}) =>
      target.request("/mcp", {
        method: "POST",
        headers: { "content-type": "application/json", ...headers },
        body: JSON.stringify({
          jsonrpc: "2.0",
          id: 1,
          method: "ping",
          params: { pad: "x".repeat(size) },
        }),
      });
    expect((await call(api, 60_000)).status).not.toBe(413);
    const large = await call(api, 66_000);
    expect(large.status).toBe(413);
    expect(await large.json()).toMatchObject({ code: "BODY_TOO_LARGE" });
    const strict = startApi(urls.api, { settings: { corsOrigins: ["https://app.example"] } });
    const from = (origin: string) => call(strict, 1, { origin });
    expect((await from("https://evil.example")).status).toBe(403);
    expect((await from("https://app.example")).status).not.toBe(403);
    await strict.close();
    expect((await api.get("/mcp")).status).toBe(405);
  });
});
