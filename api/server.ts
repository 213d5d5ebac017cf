import { once } from "node:events";
import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import { serve } from "@hono/node-server";
import type { ErrorCode } from "../core/errors.ts";
import { PROBLEMS, problemType } from "./http/catalogue.ts";
import type { Router } from "./http/router.ts";
import { UPLOADS_PATH } from "./middleware/streamed.ts";

/** How long a connection may take for what, milliseconds. */
export type ServerLimits = {
  /** From the first byte of a request to the end of its headers. */
  headersTimeoutMs: number;
  /** From the first byte of a request to its last. */
  requestTimeoutMs: number;
  /** The same where files are sent. */
  uploadTimeoutMs: number;
  /** Between two looks at which connections are too slow. */
  checkEveryMs: number;
};

export const SERVER_LIMITS: ServerLimits = {
  headersTimeoutMs: 10_000,
  requestTimeoutMs: 15_000,
  uploadTimeoutMs: 120_000,
  // Node looks every 30 s by itself, so that a timeout of 10 s would take up to 40.
  checkEveryMs: 1_000,
};

/** Address and headers together; Node's own default, named so that the catalogue can tell it. */
const MAX_HEADER_BYTES = 16_384;

/** Serves an app over HTTP/1.1; connections that bring no request in time are closed. */
export async function startServer(
  fetch: Router["fetch"],
  { host, port, limits = SERVER_LIMITS }: { host: string; port: number; limits?: ServerLimits },
): Promise<Server> {
  // Without options for TLS it is a plain server.
  const server = serve({
    fetch,
    hostname: host,
    port,
    serverOptions: {
      maxHeaderSize: MAX_HEADER_BYTES,
      headersTimeout: limits.headersTimeoutMs,
      requestTimeout: Math.max(limits.requestTimeoutMs, limits.uploadTimeoutMs),
      connectionsCheckingInterval: limits.checkEveryMs,
    },
  }) as Server;
  server.on("clientError", refuseConnection);
  server.prependListener("request", (request) => hurry(request, limits.requestTimeoutMs));
  await once(server, "listening");
  return server;
}

/** Node has one time limit for all requests, that of files; any other body has less. */
function hurry(request: IncomingMessage, timeoutMs: number): void {
  const { "content-length": length, "transfer-encoding": encoding } = request.headers;
  const hasBody = encoding !== undefined || Number(length ?? 0) > 0;
  if (!hasBody || (request.method === "POST" && request.url?.split("?")[0] === UPLOADS_PATH))
    return;
  const timer = setTimeout(() => {
    if (request.complete) return;
    refuseConnection(
      Object.assign(new Error(), { code: "ERR_HTTP_REQUEST_TIMEOUT" }),
      request.socket,
    );
  }, timeoutMs);
  for (const event of ["end", "close"]) request.once(event, () => clearTimeout(timer));
}

/** Time for the last words to reach whoever is refused. */
const FAREWELL_MS = 250;

/** What Node's parser gives up on, by its error code; anything else is not HTTP. */
const PARSER_PROBLEMS: Record<string, { code: ErrorCode; detail: string }> = {
  HPE_HEADER_OVERFLOW: {
    code: "HEADERS_TOO_LARGE",
    detail: `The headers are larger than ${MAX_HEADER_BYTES / 1_024} KiB.`,
  },
  HPE_CHUNK_EXTENSIONS_OVERFLOW: { code: "BODY_TOO_LARGE", detail: "The body is too large." },
  ERR_HTTP_REQUEST_TIMEOUT: {
    code: "REQUEST_TIMEOUT",
    detail: "The request did not arrive in time.",
  },
};

/** Answers what never became a request with a problem, as far as somebody listens, and hangs up. */
function refuseConnection(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (socket.writableEnded) return;
  if (error.code === "ECONNRESET" || !socket.writable) {
    socket.destroy();
    return;
  }
  const { code, detail } = PARSER_PROBLEMS[error.code ?? ""] ?? {
    code: "MALFORMED_REQUEST" as const,
    detail: "The request could not be read.",
  };
  const { status, title, fix } = PROBLEMS[code];
  const requestId = crypto.randomUUID();
  const body = JSON.stringify({
    ...{ type: problemType(code), title, status, detail, instance: "", code, fix, requestId },
    errors: [],
  });
  const head = [
    `HTTP/1.1 ${status} ${title}`,
    "content-type: application/problem+json",
    `content-length: ${Buffer.byteLength(body)}`,
    "cache-control: no-store",
    "x-content-type-options: nosniff",
    `x-request-id: ${requestId}`,
    "connection: close",
  ];
  // What is still on its way is not read; to hang up at once would take the answer away with it.
  socket.pause();
  socket.end(`${head.join("\r\n")}\r\n\r\n${body}`);
  setTimeout(() => socket.destroy(), FAREWELL_MS).unref();
}
