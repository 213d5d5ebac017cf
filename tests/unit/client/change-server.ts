import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { exampleProblem } from "../../../api/http/problem.ts";
import type { ErrorCode } from "../../../core/errors.ts";

/** What one connection is sent: sequences, or text as it stands. */
type Script = {
  send: (number | string)[];
  /** Heartbeats after that, and then this. */
  beats?: number;
  thenSend?: (number | string)[];
  stayOpen?: boolean;
};

export type ChangeServer = {
  readonly url: string;
  /** Requests in their order: `stream after 3 of kind` or `page after 3`. */
  readonly asked: string[];
  stop(): Promise<void>;
};

const BEAT_MS = 100;

/** A server on loopback with a journal of so many entries, whose streams go as scripted. */
export async function startChangeServer({
  journal,
  streams,
  refuse,
}: {
  journal: number;
  streams: Script[];
  refuse?: ErrorCode;
}): Promise<ChangeServer> {
  const asked: string[] = [];
  const scripts = [...streams];
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "", "http://loopback");
    const kind = url.searchParams.get("kind");
    if (url.pathname === "/v1/changes") {
      const after = Number(url.searchParams.get("after"));
      asked.push(`page after ${after}`);
      return answerPage(response, after, journal);
    }
    asked.push(`stream after ${request.headers["last-event-id"]}${kind ? ` of ${kind}` : ""}`);
    if (refuse !== undefined) return answerProblem(response, refuse);
    const script = scripts.shift();
    if (script === undefined) return response.destroy();
    return void play(response, script);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    async stop() {
      if (!server.listening) return;
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}

const entry = (sequence: number) => ({ sequence, status: "provisional" });

/** Two entries on a page, so that catching up takes several. */
function answerPage(response: ServerResponse, after: number, journal: number): void {
  const data = [after + 1, after + 2].filter((sequence) => sequence <= journal).map(entry);
  const nextAfter = after + data.length;
  response.setHeader("content-type", "application/json");
  response.end(JSON.stringify({ data, page: { nextAfter, hasMore: nextAfter < journal } }));
}

function answerProblem(response: ServerResponse, code: ErrorCode): void {
  const problem = exampleProblem(code);
  response.statusCode = problem.status;
  response.setHeader("content-type", "application/problem+json");
  if (problem.status === 503) response.setHeader("retry-after", "0");
  response.end(JSON.stringify(problem));
}

async function play(response: ServerResponse, script: Script): Promise<void> {
  const { send, beats = 0, thenSend = [], stayOpen = false } = script;
  response.setHeader("content-type", "text/event-stream");
  response.flushHeaders();
  const write = (what: number | string) =>
    response.write(
      typeof what === "string"
        ? what
        : `event: sale\ndata: ${JSON.stringify(entry(what))}\nid: ${what}\n\n`,
    );
  for (const what of send) write(what);
  for (let beat = 0; beat < beats; beat++) {
    await delay(BEAT_MS);
    write(": still here\n\n");
  }
  for (const what of thenSend) write(what);
  if (!stayOpen) response.end();
}
