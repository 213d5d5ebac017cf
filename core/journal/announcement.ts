import { formatUnits } from "viem";
import type { Statements } from "../jobs/add-job.ts";

type Hex = `0x${string}`;

/** An event as the journal announced it, and what has become of it since. */
export type Announcement = {
  kind: string;
  status: "provisional" | "final" | "retracted";
  listingKey: string | null;
  escrowKey: string | null;
  offerKey: string | null;
  actor: Hex | null;
  counterparty: Hex | null;
  /** With its symbol, for people; null for an event without an amount. */
  amount: string | null;
  occurredAt: Date;
};

type Row = Omit<Announcement, "amount"> & {
  payload: {
    amountUnits?: string | null;
    tokenSymbol?: string | null;
    tokenDecimals?: number | null;
  };
};

/** The event that an entry announced; undefined for a sequence that announced none. */
export async function findAnnouncement(
  db: Statements,
  sequence: number,
): Promise<Announcement | undefined> {
  const { rows } = await db.query<Row>(
    `SELECT entry.kind, entry.listing_key AS "listingKey", entry.escrow_key AS "escrowKey",
       entry.offer_key AS "offerKey", entry.actor, entry.counterparty, entry.payload,
       entry.occurred_at AS "occurredAt",
       (SELECT later.status FROM app.journal_entry AS later
        WHERE later.announced_sequence = entry.sequence ORDER BY later.sequence DESC LIMIT 1) AS status
     FROM app.journal_entry AS entry
     WHERE entry.sequence = $1 AND entry.announced_sequence = entry.sequence`,
    [sequence],
  );
  const [row] = rows;
  if (row === undefined) return undefined;
  const { payload, ...event } = row;
  const { amountUnits, tokenDecimals, tokenSymbol } = payload;
  const isKnown = amountUnits != null && tokenDecimals != null;
  const amount = isKnown
    ? `${formatUnits(BigInt(amountUnits), tokenDecimals)} ${tokenSymbol ?? ""}`.trim()
    : null;
  return { ...event, amount };
}
