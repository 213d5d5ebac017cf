import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { waitUntil } from "../../devnet/processes/wait-until.ts";
import { type PostgresServer, withClient } from "../support/postgres.ts";
import { sharedPostgres } from "../support/shared-postgres.ts";
import { startApi, type TestApi } from "./support/api.ts";
import { createPublishedDatabase } from "./support/market.ts";
import { sendRaw, serveForTest } from "./support/served.ts";
import { fillSmallMarket, NOW } from "./support/small-market.ts";

const NEVER_MS = 3_600_000;
const ALLOWED = "https://app.example";
const PAGE = "/v1/listings?limit=2";

/** Differ from request to request, whoever answers. */
const OWN = new Set(["x-request-id", "server-timing", "date", "ratelimit", "content-length"]);
/** Of the connection, which the test closes. */
const OF_CONNECTION = new Set(["connection", "keep-alive", "transfer-encoding"]);

type Host = { api: TestApi; port: number; close(): Promise<void> };

let server: PostgresServer;
let apiUrl: string;
let open: Host;
let listed: Host;
/** The same API, which has forgotten every answer. */
let forgetful: Host;
let forgetfulListed: Host;

async function host(
  answerTrustMs: number,
  corsOrigins: string[],
  readsPerMinute = 1_000_000,
): Promise<Host> {
  const api = startApi(apiUrl, {
    now: () => new Date(Number(NOW) * 1_000),
    settings: { corsOrigins },
    limitOptions: { settings: { readsPerMinute } },
    answerTrustMs,
  });
  const web = await serveForTest(api);
  return {
    api,
    port: web.port,
    close: async () => {
      await web.close();
      await api.close();
    },
  };
}

beforeAll(async () => {
  server = sharedPostgres();
  const urls = await createPublishedDatabase(server.url);
  await withClient(urls.admin, fillSmallMarket);
  apiUrl = urls.api;
  open = await host(NEVER_MS, ["*"]);
  listed = await host(NEVER_MS, [ALLOWED]);
  forgetful = await host(0, ["*"]);
  forgetfulListed = await host(0, [ALLOWED]);
});
afterAll(async () => {
  for (const host of [open, listed, forgetful, forgetfulListed]) await host.close();
  await server.stop();
});

/** What goes over the wire; `fetch` would add headers of its own and unpack. */
async function ask(port: number, headers: Record<string, string> = {}, method = "GET") {
  const lines = Object.entries({ host: "localhost", connection: "close", ...headers });
  const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join("");
  const { text } = await sendRaw(
    port,
    `${method} ${PAGE} HTTP/1.1\r\n${head}\r\n`,
    undefined,
    "latin1",
  );
  const end = text.indexOf("\r\n\r\n");
  const [statusLine = "", ...fields] = text.slice(0, end).split("\r\n");
  const sent = new Map(
    fields.map((field) => {
      const at = field.indexOf(":");
      return [field.slice(0, at).toLowerCase(), field.slice(at + 1).trim()] as const;
    }),
  );
  const raw = Buffer.from(text.slice(end + 4), "latin1");
  const body = sent.get("transfer-encoding") === "chunked" ? joinChunks(raw) : raw;
  const plain = sent.get("content-encoding") === "gzip" ? gunzipSync(body) : body;
  return { status: Number(statusLine.split(" ")[1]), headers: sent, body, text: plain.toString() };
}

function joinChunks(raw: Buffer): Buffer {
  const chunks: Buffer[] = [];
  for (let at = 0; ; ) {
    const end = raw.indexOf("\r\n", at);
    const size = Number.parseInt(raw.toString("latin1", at, end), 16);
    if (size === 0) return Buffer.concat(chunks);
    chunks.push(raw.subarray(end + 2, end + 2 + size));
    at = end + 2 + size + 2;
  }
}

type Answer = Awaited<ReturnType<typeof ask>>;

const shared = ({ headers }: Answer) =>
  Object.fromEntries(
    [...headers].filter(([name]) => !OWN.has(name) && !OF_CONNECTION.has(name)).sort(),
  );

const contentOf = ({ text }: Answer) =>
  text === "" ? "" : text.replace(/"requestId":"[^"]+"/, '"requestId":""');

/** How many were answered again; who took the shortcut is counted, and logged, like everybody. */
async function hits({ api }: Host): Promise<number> {
  const text = await api.metrics.render();
  return Number(/valyra_api_shared_answers_total\{result="hit"\} (\d+)/.exec(text)?.[1] ?? 0);
}

/** Asks until the answer is kept and the headers of such a request are known. */
async function warm(host: Host, headers: Record<string, string>): Promise<void> {
  await waitUntil(
    async () => {
      const { headers: sent } = await ask(host.port, headers);
      // Only the shortcut knows how long a packed or plain answer will be before it is written.
      return sent.get("transfer-encoding") !== "chunked" && (await hits(host)) > 0;
    },
    { what: "the shortcut is taken", deadlineMs: 10_000 },
  );
}

const REQUESTS: Record<string, Record<string, string>> = {
  "nothing special": {},
  "an id of its own": { "x-request-id": "my-id_1=" },
  "an id that is too long": { "x-request-id": "x".repeat(65) },
  "an id of other characters": { "x-request-id": 'a"b' },
  "any origin": { origin: "https://elsewhere.example" },
  "an origin of the list": { origin: ALLOWED },
  "what a browser unpacks": { "accept-encoding": "gzip, deflate, br, zstd" },
  "gzip and an origin": { "accept-encoding": "gzip", origin: ALLOWED },
  "nothing packed": { "accept-encoding": "identity" },
  "gzip refused": { "accept-encoding": "gzip;q=0, *;q=0" },
  "only deflate": { "accept-encoding": "deflate" },
};

describe("who is answered without the middleware is answered as with it (AP-13)", () => {
  test.each(Object.entries(REQUESTS))("asking with %s", async (_, headers) => {
    for (const [host, plain] of [
      [open, forgetful],
      [listed, forgetfulListed],
    ] as const) {
      if (headers["accept-encoding"] !== "deflate") await warm(host, headers);
      const before = await hits(host);
      const [again, first] = [await ask(host.port, headers), await ask(plain.port, headers)];
      expect(await hits(host)).toBe(before + 1);
      expect([again.status, first.status]).toEqual([200, 200]);
      expect(shared(again)).toEqual(shared(first));
      if (headers["accept-encoding"] !== "deflate") {
        expect(contentOf(again)).toBe(contentOf(first));
        const { meta } = JSON.parse(again.text) as { meta: { requestId: string } };
        expect(again.headers.get("x-request-id")).toBe(meta.requestId);
        expect(again.headers.get("content-length")).toBe(String(again.body.length));
      }
      const [one, other] = [again, first].map((it) => it.headers.get("x-request-id"));
      if (headers["x-request-id"] === "my-id_1=")
        expect([one, other]).toEqual(["my-id_1=", "my-id_1="]);
      else expect([one === other, one?.length, other?.length]).toEqual([false, 36, 36]);
      expect(again.headers.get("server-timing")).toMatch(/^db;dur=0\.0, total;dur=\d+\.\d$/);
    }
  });

  test("the tag of what the client has brings 304 with the same headers, another one does not", async () => {
    await warm(open, {});
    const etag = (await ask(open.port)).headers.get("etag") ?? "";
    for (const known of [etag, `"other", ${etag}`, etag.slice(2), "*"]) {
      const before = await hits(open);
      const headers = { "if-none-match": known };
      const [again, first] = [await ask(open.port, headers), await ask(forgetful.port, headers)];
      expect(await hits(open)).toBe(before + 1);
      expect([again.status, again.text], known).toEqual([304, ""]);
      expect([first.status, first.text], known).toEqual([304, ""]);
      expect(shared(again)).toEqual(shared(first));
    }
    for (const known of ['W/"other"', etag.slice(0, -2), "nonsense"]) {
      const headers = { "if-none-match": known };
      expect((await ask(open.port, headers)).status, known).toBe(200);
      expect((await ask(forgetful.port, headers)).status, known).toBe(200);
    }
  });

  test("other methods are left to the middleware", async () => {
    await warm(open, {});
    const [again, first] = [
      await ask(open.port, {}, "HEAD"),
      await ask(forgetful.port, {}, "HEAD"),
    ];
    expect([again.status, again.text]).toEqual([200, ""]);
    expect(shared(again)).toEqual(shared(first));
    expect((await ask(open.port, {}, "DELETE")).status).toBe(405);
  });

  test("everybody is counted once against the limit of reads, and refused beyond it", async () => {
    const quota = 6;
    const limited = await host(NEVER_MS, ["*"], quota);
    try {
      // The first makes the answer, the second finds out about such requests.
      const answers = [];
      for (let request = 0; request < quota + 2; request += 1)
        answers.push(await ask(limited.port));
      expect(answers.map(({ status }) => status)).toEqual([...Array(quota).fill(200), 429, 429]);
      const left = answers.map(
        ({ headers }) => /r=(\d+)/.exec(headers.get("ratelimit") ?? "")?.[1],
      );
      expect(left).toEqual(["5", "4", "3", "2", "1", "0", "0", "0"]);
      expect(await hits(limited)).toBeGreaterThanOrEqual(quota - 2);
      expect(await limited.api.metrics.render()).toMatch(/^valyra_api_rate_limited_total\S* 2$/m);
      expect(JSON.parse(answers.at(-1)?.text ?? "")).toMatchObject({ code: "RATE_LIMITED" });
    } finally {
      await limited.close();
    }
  });

  test("each is counted by its route and has its line in the log", async () => {
    await warm(open, {});
    const count = async () => {
      const name = 'valyra_api_requests_total{method="GET",route="/v1/listings",status="200"}';
      const line = (await open.api.metrics.render()).split("\n").find((it) => it.startsWith(name));
      return Number(line?.split(" ").at(-1));
    };
    const [before, linesBefore, hitsBefore] = [
      await count(),
      open.api.lines.length,
      await hits(open),
    ];
    for (const id of ["first", "second"]) await ask(open.port, { "x-request-id": id });
    expect(await hits(open)).toBe(hitsBefore + 2);
    expect(await count()).toBe(before + 2);
    expect(open.api.lines.slice(linesBefore)).toMatchObject([
      {
        requestId: "first",
        route: "/v1/listings",
        path: "/v1/listings",
        status: 200,
        method: "GET",
      },
      { requestId: "second", route: "/v1/listings", status: 200, indexedBlock: "100" },
    ]);
  });
});
