import { ponder } from "ponder:registry";
import type { Abi, Hex } from "viem";
import config from "../ponder.config.ts";
import { event as eventTable } from "../ponder.schema.ts";

type Row = typeof eventTable.$inferInsert;

type Delivered = {
  event: {
    block: { number: bigint; hash: Hex };
    log?: { logIndex: number };
    transaction?: { hash: Hex };
  };
  context: { db: { insert(table: typeof eventTable): { values(row: Row): Promise<unknown> } } };
};

/** The registry is typed for the project's own schema; these handlers write to the one beside them. */
const on = ponder.on.bind(ponder) as unknown as (
  name: string,
  handler: (delivered: Delivered) => Promise<void>,
) => void;

/** The least that an indexer can do with an event: one insert. */
function record(source: string, name: string): void {
  on(`${source}:${name}`, async ({ event, context }) => {
    await context.db.insert(eventTable).values({
      source,
      name,
      blockNumber: event.block.number,
      logIndex: event.log?.logIndex ?? -1,
      hash: event.transaction?.hash ?? event.block.hash,
    });
  });
}

/** Sources that deliver transfers alone. */
const TRANSFERS = ["TokenIn", "TokenOut"];

for (const [source, { abi }] of Object.entries(config.contracts ?? {})) {
  for (const item of abi as Abi) {
    if (item.type !== "event") continue;
    if (TRANSFERS.includes(source) && item.name !== "Transfer") continue;
    record(source, item.name);
  }
}
for (const source of Object.keys(config.blocks ?? {})) record(source, "block");
