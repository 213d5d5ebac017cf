import type { RequestListener, ServerResponse } from "node:http";
import { constants, createBrotliCompress, createGzip, gzipSync } from "node:zlib";
import { afterEach, expect, test } from "vitest";
import { asFetch } from "../../../core/outgoing/as-fetch.ts";
import {
  type OutgoingRequest,
  openOutgoingClient,
} from "../../../core/outgoing/outgoing-client.ts";
import { OutgoingError } from "../../../core/outgoing/outgoing-error.ts";
import { startLoopbackServer } from "./loopback-server.ts";

const MB = 1024 ** 2;
const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

async function serve(answer: RequestListener) {
  const server = await startLoopbackServer(answer);
  const client = openOutgoingClient({
    schemes: ["http:"],
    exceptions: new Set([server.place]),
    maxConcurrent: 2,
  });
  closers.push(server.close, client.close);
  const send = (request: Partial<OutgoingRequest> = {}) =>
    client.send({ url: server.url, ...request });
  const failure = (request?: Partial<OutgoingRequest>) =>
    send(request).then(
      ({ body }) => `${body.length} bytes`,
      (error: unknown) => (error instanceof OutgoingError ? error.failure : error),
    );
  return { server, client, send, failure };
}

/** Zeros without end, as fast as they are taken. */
function pour(into: NodeJS.WritableStream): void {
  const zeros = Buffer.alloc(MB);
  const more = () => {
    while (into.writable && into.write(zeros));
  };
  into.on("drain", more).on("error", () => undefined);
  more();
}

const pack = {
  gzip: () => createGzip(),
  br: () => createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 1 } }),
};

test.each(["gzip", "br"] as const)(
  "an endless %s bomb costs no more than the limit (SS-3)",
  async (encoding) => {
    const { failure } = await serve((_, outgoing) => {
      outgoing.writeHead(200, { "content-encoding": encoding });
      const packer = pack[encoding]();
      packer.pipe(outgoing);
      outgoing.on("close", () => packer.destroy());
      pour(packer);
    });
    const before = process.memoryUsage().rss;
    expect(await failure({ limits: { maxBytes: 8 * MB } })).toBe("TOO_LARGE");
    // Without a limit the same bytes cost 805 MiB (M23); the packer of this process is in here too.
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * MB);
  },
);

test("a body is cut at its limit, packed or not, with or without a length (SS-3)", async () => {
  const bodies: Record<string, (outgoing: ServerResponse) => unknown> = {
    "/long": (outgoing) => outgoing.end(Buffer.alloc(70_000)),
    "/endless": (outgoing) => pour(outgoing),
    "/lying": (outgoing) => {
      outgoing.socket?.end(`HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\n${"x".repeat(70_000)}`);
    },
    "/packed": (outgoing) =>
      outgoing.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync(Buffer.alloc(70_000))),
  };
  const { server, failure } = await serve(({ url }, outgoing) => bodies[url ?? ""]?.(outgoing));
  const limits = { maxBytes: 65_536 };
  for (const path of ["/long", "/endless", "/packed"]) {
    expect(await failure({ url: server.url + path, limits }), path).toBe("TOO_LARGE");
  }
  expect(await failure({ url: `${server.url}/lying`, limits })).toMatch(/^(10 bytes|UNREACHABLE)$/);
  expect(await failure({ url: `${server.url}/packed`, limits: { maxBytes: 70_000 } })).toBe(
    "70000 bytes",
  );
});

test("what is packed twice, in an unknown way or wrongly is refused (SS-3)", async () => {
  const { server, failure } = await serve(({ url }, outgoing) => {
    const encoding = decodeURIComponent((url ?? "").slice(1));
    outgoing.writeHead(200, { "content-encoding": encoding }).end(gzipSync(gzipSync("text")));
  });
  for (const encoding of [
    "gzip, gzip",
    "gzip,".repeat(50),
    "zstd",
    "compress",
    "toString",
    "br",
    "deflate",
  ]) {
    const url = `${server.url}/${encodeURIComponent(encoding)}`;
    expect(await failure({ url }), encoding).toBe("ENCODING_REFUSED");
  }
});

test("a million headers end at 16 kB, and a drip ends at the deadline (SS-3)", async () => {
  const drips: NodeJS.Timeout[] = [];
  closers.push(() => drips.forEach(clearInterval));
  const { server, failure } = await serve(({ url, socket }, outgoing) => {
    if (url === "/headers") {
      socket.on("error", () => undefined);
      socket.write(`HTTP/1.1 200 OK\r\n${"a: b\r\n".repeat(1_000_000)}\r\n`);
    } else if (url === "/drip") {
      outgoing.writeHead(200);
      drips.push(setInterval(() => outgoing.write("."), 20));
    }
  });
  expect(await failure({ url: `${server.url}/headers` })).toBe("TOO_LARGE");
  for (const path of ["/drip", "/silence"]) {
    expect(await failure({ url: server.url + path, limits: { totalMs: 400 } }), path).toBe(
      "TIMEOUT",
    );
  }
});

test("only so many requests are under way at a time, and whoever gives up is obeyed (SS-3)", async () => {
  const waiting: ServerResponse[] = [];
  const { send, failure } = await serve((_, outgoing) => void waiting.push(outgoing));
  const first = [failure(), failure()];
  expect(await failure()).toBe("BUSY");
  await expect.poll(() => waiting.length, { timeout: 5_000 }).toBe(2);
  for (const outgoing of waiting.splice(0)) outgoing.end("ok");
  expect(await Promise.all(first)).toEqual(["2 bytes", "2 bytes"]);
  const given = new AbortController();
  const abandoned = send({ signal: given.signal });
  given.abort(new Error("given up"));
  await expect(abandoned).rejects.toThrow("given up");
});

test("libraries that take a fetch get one, with the body unpacked (SS-3)", async () => {
  const { server, client } = await serve(async (incoming, outgoing) => {
    const body = (await incoming.toArray()).join("");
    const answer = gzipSync(
      JSON.stringify({ method: incoming.method, body, type: incoming.headers["content-type"] }),
    );
    outgoing
      .writeHead(201, { "content-encoding": "gzip", "content-type": "application/json" })
      .end(answer);
  });
  const fetchSafely = asFetch(client);
  const response = await fetchSafely(`${server.url}/token`, {
    method: "POST",
    body: new URLSearchParams({ code: "a b" }),
  });
  expect(response.status).toBe(201);
  expect(response.url).toBe(`${server.url}/token`);
  expect(response.headers.get("content-encoding")).toBeNull();
  expect(await response.json()).toEqual({
    method: "POST",
    body: "code=a+b",
    type: "application/x-www-form-urlencoded;charset=UTF-8",
  });
  await expect(fetchSafely("http://127.0.0.1:1/")).rejects.toThrow(OutgoingError);
});
