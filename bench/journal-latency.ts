import { setTimeout as pause } from "node:timers/promises";
import { waitUntil } from "../devnet/processes/wait-until.ts";
import { readEventStream } from "../tests/integration/support/event-stream.ts";
import { createFaultStage } from "../tests/integration/support/fault-stage.ts";
import type { OwnPostgresServer } from "../tests/support/postgres.ts";

const EVENTS_OF_BLOCK = 3;

/** Blocks before the first measured one: processes are still compiling what they run. */
const WARM_UP_BLOCKS = 10;
const PATIENCE = { deadlineMs: 120_000 };

/**
 * Milliseconds from when the rows of a block begin to be committed until its first entry has arrived on
 * `/v1/changes/stream`, for each block: the commit itself, journal process and API process between.
 */
export async function measureJournalLatency(
  server: OwnPostgresServer,
  blocks: number,
): Promise<number[]> {
  const stage = await createFaultStage({
    ...{ server, hasRedis: false, tier: "included", webhookKey: Buffer.alloc(32, 1) },
    receiver: "127.0.0.1:1",
  });
  const leaving = new AbortController();
  try {
    await waitUntil(
      async () => (await stage.query("SELECT FROM app.chain_cause_start")).length === 1,
      { what: "the journal has begun", ...PATIENCE },
    );
    const stream = await waitUntil(
      () =>
        fetch(`${stage.apiUrl}/v1/changes/stream`, { signal: leaving.signal })
          .then((answer) => (answer.ok ? readEventStream(answer) : undefined))
          .catch(() => undefined),
      { what: "the API streams", ...PATIENCE },
    );
    const measured: number[] = [];
    for (let block = 0; block < WARM_UP_BLOCKS + blocks; block += 1) {
      // Blocks come at any phase of what waits, but at the same ones in every run.
      await pause(40 + ((block * 37) % 60));
      stream.messages.length = 0;
      await stage.chain.mine(EVENTS_OF_BLOCK);
      const isTold = () =>
        stream.messages.some(({ data }) => JSON.parse(data).blockNumber === stage.chain.head);
      await waitUntil(isTold, { what: `block ${stage.chain.head}`, everyMs: 1, ...PATIENCE });
      if (block >= WARM_UP_BLOCKS) measured.push(performance.now() - stage.chain.committedAt);
    }
    return measured;
  } finally {
    leaving.abort();
    await stage.close();
  }
}
