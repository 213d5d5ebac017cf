import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import type { Router } from "./http/router.ts";

/** The one address that takes WebSockets. */
const JOB_PATH = /^\/v1\/jobs\/[0-9a-fA-F-]{36}$/;

/** What a socket speaks; a token in the list beside it is never repeated. */
const PROTOCOL = "valyra.job";
const TOKEN_PROTOCOL = /^bearer\.([\w.-]{1,2048})$/;

/** Headers that belong to the connection and not to the question. */
const OF_CONNECTION = /^(connection|upgrade|sec-websocket-.*|accept|host)$/;

/** Nobody has anything to say here. */
const MAX_INCOMING_BYTES = 1_024;

/** A reader that has not taken this much is dropped. */
const MAX_UNREAD_BYTES = 1_048_576;

/** Whoever does not answer the goodbye is cut off. */
const GOODBYE_MS = 2_000;

const [NORMAL, GOING_AWAY, TOO_SLOW] = [1_000, 1_001, 1_013];

/** Who may open a socket from a page, and who answers. */
export type JobSocketOptions = { fetch: Router["fetch"]; corsOrigins: readonly string[] };

/**
 * Lets jobs be followed over WebSockets. The question goes through the app like any other, as the
 * stream of server-sent events at the same path: who is asking, limits and refusals are those of HTTP,
 * and what the stream says is passed on.
 */
export function serveJobSockets(server: Server, { fetch, corsOrigins }: JobSocketOptions): void {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_INCOMING_BYTES,
    perMessageDeflate: false,
    handleProtocols: (protocols) => (protocols.has(PROTOCOL) ? PROTOCOL : false),
  });
  // Anything else that asks for another protocol is answered as if it had not.
  const shouldUpgradeCallback = ({ headers, url = "" }: IncomingMessage) =>
    headers.upgrade?.toLowerCase() === "websocket" && JOB_PATH.test(pathOf(url));
  // Node reads the option from the server itself (24.9), whose type does not say so.
  Object.assign(server, { shouldUpgradeCallback });
  server.on("upgrade", (incoming: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on("error", () => socket.destroy());
    accept(incoming, socket, head).catch(() => socket.destroy());
  });

  async function accept(incoming: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const { origin } = incoming.headers;
    // A page of anybody may open sockets, and browsers ask nobody before (RFC 6455, section 10.2).
    if (origin !== undefined && !corsOrigins.includes("*") && !corsOrigins.includes(origin)) {
      return refuse(socket, new Response("This origin may not ask.", { status: 403 }));
    }
    const response = await fetch(questionOf(incoming), { incoming });
    if (!(response.headers.get("content-type") ?? "").startsWith("text/event-stream")) {
      return refuse(socket, response);
    }
    if (socket.destroyed) return void (await response.body?.cancel());
    sockets.handleUpgrade(incoming, socket, head, (client) => void passOn(response, client));
  }
}

const pathOf = (url: string) => url.split("?")[0] ?? "";

/** The same question as HTTP would bring it. */
function questionOf({ headers, url = "/" }: IncomingMessage): Request {
  const asked = new Headers({ accept: "text/event-stream" });
  for (const [name, value] of Object.entries(headers)) {
    if (!OF_CONNECTION.test(name)) asked.set(name, [value ?? ""].flat().join(", "));
  }
  const protocols = (headers["sec-websocket-protocol"] ?? "").split(",");
  const token = protocols.map((text) => TOKEN_PROTOCOL.exec(text.trim())?.[1]).find(Boolean);
  if (token !== undefined) asked.set("authorization", `Bearer ${token}`);
  return new Request(`http://${headers.host ?? "localhost"}${url}`, { headers: asked });
}

async function refuse(socket: Duplex, response: Response): Promise<void> {
  const body = Buffer.from(await response.arrayBuffer());
  const headers = Object.entries(Object.fromEntries(response.headers)).filter(
    ([name]) => name !== "content-length" && name !== "transfer-encoding",
  );
  const head = [
    `HTTP/1.1 ${response.status} Refused`,
    ...headers.map(([name, value]) => `${name}: ${value}`),
    `content-length: ${body.length}`,
    "connection: close",
  ];
  socket.end(Buffer.concat([Buffer.from(`${head.join("\r\n")}\r\n\r\n`), body]));
}

/** Passes messages of the stream on until either side ends. */
async function passOn(response: Response, client: WebSocket): Promise<void> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  client.on("error", () => client.terminate());
  client.on("close", () => void reader?.cancel().catch(() => undefined));
  let code = NORMAL;
  let text = "";
  try {
    for (;;) {
      const part = await reader?.read();
      if (part === undefined || part.done) break;
      const messages = (text + part.value).split("\n\n");
      text = messages.pop() ?? "";
      for (const message of messages) {
        const data = /^data: (.*)$/m.exec(message)?.[1];
        if (data !== undefined) client.send(data);
        else if (message.startsWith(": still")) client.ping();
        else code = GOING_AWAY;
      }
      if (client.bufferedAmount > MAX_UNREAD_BYTES) {
        code = TOO_SLOW;
        break;
      }
    }
  } catch {
    code = GOING_AWAY;
  }
  client.close(code);
  setTimeout(() => client.terminate(), GOODBYE_MS).unref();
}
