import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ProblemSchema } from "../../api/http/problem.ts";
import { type PostgresServer, withClient } from "../support/postgres.ts";
import { sharedPostgres } from "../support/shared-postgres.ts";
import { startApi, type TestApi } from "./support/api.ts";
import { createPublishedDatabase } from "./support/market.ts";
import { sendRaw, serveForTest } from "./support/served.ts";
import { fillSmallMarket } from "./support/small-market.ts";

/** Those of the process in short, so that the suite need not wait for them. */
const LIMITS = {
  headersTimeoutMs: 1_500,
  requestTimeoutMs: 2_500,
  uploadTimeoutMs: 5_000,
  checkEveryMs: 100,
};

let server: PostgresServer;
let api: TestApi;
let web: Awaited<ReturnType<typeof serveForTest>>;

beforeAll(async () => {
  server = sharedPostgres();
  const urls = await createPublishedDatabase(server.url);
  await withClient(urls.admin, fillSmallMarket);
  api = startApi(urls.api);
  web = await serveForTest(api, LIMITS);
});
afterAll(async () => {
  await web.close();
  await api.close();
  await server.stop();
});

const request = (line: string, headers: string[] = []) =>
  `${[`${line} HTTP/1.1`, "host: api", ...headers].join("\r\n")}\r\n\r\n`;

const MIB = 1024 ** 2;

/** Bytes that kernels on both sides may hold although nobody reads them. */
const BUFFERED = 8 * MIB;

describe("more than anybody needs (AP-3)", () => {
  test.each([
    ["a page of a thousand million rows", "/v1/listings?limit=1000000000", 400],
    ["a page of a negative number of rows", "/v1/listings?limit=-1", 400],
    ["50 filters", `/v1/listings?${"state=active&".repeat(50)}`, 400],
    ["100 filters", `/v1/listings?${"state=active&".repeat(100)}`, 414],
    ["an address of 12,000 characters", `/v1/listings?kind=${"x".repeat(12_000)}`, 414],
  ])("%s", async (_what, path, status) => {
    const answer = await sendRaw(web.port, request(`GET ${path}`, ["connection: close"]));
    expect(answer.status).toBe(status);
    expect(answer.ms).toBeLessThan(LIMITS.headersTimeoutMs);
    expect(answer.text).toContain("application/problem+json");
  });

  test("a megabyte of headers is refused before it is read", async () => {
    const head = `GET /v1/listings HTTP/1.1\r\nhost: api\r\nx-large: ${"x".repeat(MIB)}`;
    const { status, text, bytesSent } = await sendRaw(web.port, head, Buffer.alloc(65_536, "x"));
    expect(status).toBe(431);
    expect(problemIn(text)).toMatchObject({ code: "HEADERS_TOO_LARGE", status: 431 });
    expect(bytesSent).toBeLessThan(BUFFERED);
  });

  test.each([
    ["/v1/listings", 1_024],
    ["/mcp", 65_536],
  ])("a body in chunks to %s is cut at its limit, though it never ends", async (path, limit) => {
    const before = process.memoryUsage().rss;
    const chunk = Buffer.from(`4000\r\n${"x".repeat(0x4000)}\r\n`);
    const { status, text, bytesSent, ms } = await sendRaw(
      web.port,
      request(`POST ${path}`, ["transfer-encoding: chunked", "content-type: application/json"]),
      chunk,
    );
    expect(status).toBe(413);
    expect(problemIn(text)).toMatchObject({ code: "BODY_TOO_LARGE" });
    expect(bytesSent).toBeLessThan(limit + BUFFERED);
    expect(ms).toBeLessThan(LIMITS.requestTimeoutMs);
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * MIB);
  });

  test("a length that promises too much is refused, one that lies ends with the time limit", async () => {
    const large = await sendRaw(web.port, request("POST /mcp", ["content-length: 10000000000"]));
    expect(large.status).toBe(413);
    const short = await sendRaw(
      web.port,
      `${request("POST /mcp", ["content-length: 100", "content-type: application/json"])}{}`,
    );
    expect(short.status).toBe(408);
    expect(problemIn(short.text)).toMatchObject({ code: "REQUEST_TIMEOUT" });
    for (const lie of ["content-length: -1", "content-length: 1\r\ncontent-length: 2"]) {
      const refused = await sendRaw(web.port, request("POST /mcp", [lie]));
      expect(refused.status, lie).toBe(400);
      expect(problemIn(refused.text)).toMatchObject({ code: "MALFORMED_REQUEST" });
    }
    // What follows a body that was longer than it said is a request of its own, and no good one.
    const long = await sendRaw(
      web.port,
      `${request("POST /v1/listings", ["content-length: 2"])}{}GARBAGE\r\n\r\n`,
    );
    expect(long.status).toBe(405);
    expect(long.text).toContain("400");
  });

  test("a packed body is not unpacked", async () => {
    const bomb = gzipSync(Buffer.alloc(32 * MIB, "x"));
    expect(bomb.length).toBeLessThan(65_536);
    const before = process.memoryUsage().rss;
    const response = await fetch(`${web.url}/mcp`, {
      method: "POST",
      headers: { "content-encoding": "gzip", "content-type": "application/json" },
      body: bomb,
    });
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(response.status).toBeLessThan(500);
    expect(process.memoryUsage().rss - before).toBeLessThan(24 * MIB);
  });

  test("what is not HTTP gets a problem and a closed connection", async () => {
    for (const bytes of [
      "\x16\x03\x01\x02\x00",
      "GET\r\n\r\n",
      "\0\0\0\0\r\n\r\n",
      "FOO / HTTP/9.9\r\n\r\n",
    ]) {
      const { status, text } = await sendRaw(web.port, bytes);
      expect(status).toBe(400);
      expect(problemIn(text)).toMatchObject({ code: "MALFORMED_REQUEST" });
    }
  });
});

function problemIn(text: string) {
  expect(text).toContain("content-type: application/problem+json");
  const [, body = ""] = text.split("\r\n\r\n");
  return ProblemSchema.parse(JSON.parse(body));
}

describe("slow clients (AP-4)", () => {
  /** Of each kind; `npm run torture -- read-api` holds 2,000 open in all. */
  const EACH = Number(process.env.VALYRA_SLOW_SOCKETS ?? 300) / 2;

  /** Holds a connection open with the beginning of a request and a byte now and then. */
  async function openSlow(head: string, drip: string): Promise<{ closed: Promise<number> }> {
    const socket: Socket = connect(web.port, "127.0.0.1");
    socket.on("error", () => undefined);
    await once(socket, "connect");
    socket.resume().write(head);
    const timer = setInterval(() => socket.write(drip), 200);
    const closed = new Promise<number>((resolve) =>
      socket.once("close", () => {
        clearInterval(timer);
        resolve(performance.now());
      }),
    );
    return { closed };
  }

  /** Milliseconds of single requests, one after the other, sorted. */
  async function honestTimes(count: number): Promise<number[]> {
    const times: number[] = [];
    for (let index = 0; index < count; index += 1) {
      const start = performance.now();
      const response = await fetch(`${web.url}/v1/listings?limit=3`);
      await response.arrayBuffer();
      expect(response.status).toBe(200);
      times.push(performance.now() - start);
    }
    return times.sort((a, b) => a - b);
  }
  const median = (times: number[]) => times[Math.floor(times.length / 2)] ?? Number.NaN;

  test("hundreds of them are closed in time, and nobody else waits for them", async () => {
    const alone = await honestTimes(60);
    const slow = await Promise.all([
      ...Array.from({ length: EACH }, () =>
        openSlow("GET /v1/listings HTTP/1.1\r\nhost: a\r\n", "x"),
      ),
      ...Array.from({ length: EACH }, () =>
        openSlow(
          request("POST /mcp", ["content-length: 1000", "content-type: application/json"]),
          "x",
        ),
      ),
    ]);
    const opened = performance.now();
    const beside = await honestTimes(60);
    // Far from what a wait for one of their timeouts would show, however busy the machine is.
    expect(median(beside)).toBeLessThan(Math.max(10 * median(alone), LIMITS.headersTimeoutMs / 2));
    const closed = await Promise.all(slow.map((connection) => connection.closed));
    // Counted from when the last one was open. Without limits of ours they would stay for minutes.
    const slack = 10 * LIMITS.checkEveryMs + 10_000;
    const last = (times: number[]) => Math.max(...times) - opened;
    expect(last(closed.slice(0, EACH))).toBeLessThan(LIMITS.headersTimeoutMs + slack);
    expect(last(closed)).toBeLessThan(LIMITS.requestTimeoutMs + slack);
    console.log(
      `${closed.length} slow connections: the last was closed ${Math.round(last(closed))} ms after all were open; median of honest requests ${median(beside).toFixed(1)} ms beside them, ${median(alone).toFixed(1)} ms without`,
    );
  });
});
