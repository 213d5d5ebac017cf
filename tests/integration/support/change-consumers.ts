import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { Webhook } from "standardwebhooks";
import { readEventStream } from "./event-stream.ts";

/** What every way of hearing of changes says of an entry. */
type Heard = {
  sequence: number;
  announcedSequence: number;
  status: string;
  blockHash: string;
  logIndex: number;
};

/** Somebody who applies entries and retractions in the order in which they come. */
export type Belief = {
  readonly name: string;
  /** Newest sequence that was applied. */
  last(): number;
  /** Events that count, by what identifies them, and whether each is final. */
  events(): Map<string, boolean>;
  /** Entries that make no sense after those before them. */
  readonly mistakes: string[];
  readonly counts: { applied: number; repeated: number; retracted: number };
};

/** A belief and the way to tell it of an entry. */
export function createBelief(name: string): Belief & { hear(entry: Heard): void } {
  const believed = new Map<number, { identity: string; isFinal: boolean }>();
  const mistakes: string[] = [];
  const counts = { applied: 0, repeated: 0, retracted: 0 };
  let newest = 0;
  return {
    name,
    mistakes,
    counts,
    last: () => newest,
    events: () =>
      new Map([...believed.values()].map(({ identity, isFinal }) => [identity, isFinal])),
    hear({ sequence, announcedSequence, status, blockHash, logIndex }) {
      if (sequence <= newest) {
        counts.repeated += 1;
        return;
      }
      if (sequence !== newest + 1) mistakes.push(`${sequence} came after ${newest}`);
      newest = sequence;
      counts.applied += 1;
      const identity = `${blockHash}-${logIndex}`;
      const known = believed.get(announcedSequence);
      if (sequence === announcedSequence) {
        believed.set(sequence, { identity, isFinal: status === "final" });
      } else if (known?.identity !== identity) {
        mistakes.push(`${sequence} is about ${announcedSequence}, of which nothing is known`);
      } else if (status === "retracted") {
        counts.retracted += 1;
        if (known.isFinal) mistakes.push(`${sequence} takes back what was final`);
        believed.delete(announcedSequence);
      } else believed.set(announcedSequence, { identity, isFinal: true });
    },
  };
}

export type Consumer = Belief & { stop(): Promise<void> };

/** Between two attempts at an API that is away. */
const AWAY_MS = 100;

/** Asks for pages of `/v1/changes` again and again. */
export function startPolling(url: string): Consumer {
  const belief = createBelief("poll");
  const stopping = new AbortController();
  const { signal } = stopping;
  const polling = (async () => {
    while (!signal.aborted) {
      const found = await fetch(`${url}/v1/changes?after=${belief.last()}&limit=200`, { signal })
        .then(async (answer) =>
          answer.ok ? ((await answer.json()) as { data: Heard[] }).data : [],
        )
        .catch((): Heard[] => []);
      for (const entry of found) belief.hear(entry);
      if (found.length === 0) await delay(AWAY_MS, undefined, { signal }).catch(() => undefined);
    }
  })();
  return Object.assign(belief, {
    async stop() {
      stopping.abort();
      await polling;
    },
  });
}

/** Follows `/v1/changes/stream`, and connects again with the last id that it heard. */
export function startStreaming(url: string): Consumer {
  const belief = createBelief("stream");
  const stopping = new AbortController();
  const { signal } = stopping;
  const streaming = (async () => {
    while (!signal.aborted) {
      try {
        const headers = { "last-event-id": String(belief.last()), accept: "text/event-stream" };
        const answer = await fetch(`${url}/v1/changes/stream`, { headers, signal });
        if (answer.ok) {
          const { messages, ended } = readEventStream(answer);
          let isOpen = true;
          void ended.then(() => {
            isOpen = false;
          });
          while (isOpen || messages.length > 0) {
            for (const { data } of messages.splice(0)) belief.hear(JSON.parse(data) as Heard);
            await delay(20);
          }
        }
      } catch {
        // Whatever ended it, the next connection goes on where this one was.
      }
      await delay(AWAY_MS, undefined, { signal }).catch(() => undefined);
    }
  })();
  return Object.assign(belief, {
    async stop() {
      stopping.abort();
      await streaming;
    },
  });
}

/** Takes webhooks, with the public package for their signatures; `place` is where it listens. */
export async function startReceiving(
  secret: () => string,
): Promise<Consumer & { readonly url: string; readonly place: string }> {
  const belief = createBelief("webhooks");
  const seen = new Set<string>();
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (part) => {
      body += part;
    });
    request.on("end", () => {
      const id = String(request.headers["webhook-id"]);
      try {
        const headers = Object.fromEntries(
          Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
        );
        const message = new Webhook(secret()).verify(body, headers) as { data: Heard };
        // The same message may come twice; its id says so.
        if (seen.has(id)) belief.counts.repeated += 1;
        else belief.hear(message.data);
        seen.add(id);
        response.statusCode = 204;
      } catch (error) {
        belief.mistakes.push(`${id}: ${String(error)}`);
        response.statusCode = 400;
      }
      response.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const place = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return Object.assign(belief, {
    place,
    url: `http://${place}/hook`,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  });
}
