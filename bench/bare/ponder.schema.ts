import { onchainTable, primaryKey } from "ponder";

/** One row for each event that Ponder delivers. */
export const event = onchainTable(
  "event",
  (t) => ({
    /** Source of the event: a transfer between two contracts is delivered twice. */
    source: t.text().notNull(),
    /** Block of the event. */
    blockNumber: t.int8({ mode: "bigint" }).notNull(),
    /** Log index within the block, or -1 for the block itself. */
    logIndex: t.integer().notNull(),
    /** Name of the event. */
    name: t.text().notNull(),
    /** Transaction of the event, or the hash of the block. */
    hash: t.hex().notNull(),
  }),
  (t) => ({ pk: primaryKey({ columns: [t.source, t.blockNumber, t.logIndex] }) }),
);
