import type { JournalStatus } from "../db/app.tables.ts";

/** An entry of the journal as a message needs it. */
export type MessageEntry = {
  sequence: bigint;
  announcedSequence: bigint;
  status: JournalStatus;
  kind: string;
  chainId: number;
  blockNumber: bigint | null;
  blockHash: string | null;
  logIndex: number | null;
  txHash: string | null;
  listingKey: string | null;
  escrowKey: string | null;
  offerKey: string | null;
  actor: string | null;
  counterparty: string | null;
  payload: Record<string, unknown>;
  occurredAt: Date;
};

/** The same for every attempt, so that a receiver knows what it has seen before. */
export const messageId = (endpointId: string, sequence: bigint): string =>
  `msg_${endpointId}_${sequence}`;

/**
 * The body of a message: type and time as Standard Webhooks has them, and the entry with the names of
 * `/v1/changes`. A retraction names the sequence that no longer counts.
 */
export function messageBody(entry: MessageEntry): string {
  const { sequence, announcedSequence, status, kind, blockNumber, payload, occurredAt } = entry;
  return JSON.stringify({
    type: kind,
    timestamp: occurredAt.toISOString(),
    data: {
      sequence: Number(sequence),
      status,
      announcedSequence: Number(announcedSequence),
      retractsSequence: status === "retracted" ? Number(announcedSequence) : null,
      kind,
      chainId: entry.chainId,
      blockNumber: blockNumber === null ? null : Number(blockNumber),
      blockHash: entry.blockHash,
      logIndex: entry.logIndex,
      txHash: entry.txHash,
      listing: entry.listingKey,
      escrow: entry.escrowKey,
      offer: entry.offerKey,
      actor: entry.actor,
      counterparty: entry.counterparty,
      // Base units as text: JSON numbers are not exact.
      amountUnits: payload.amountUnits ?? null,
      token: payload.token ?? null,
      args: payload.args ?? {},
      occurredAt: occurredAt.toISOString(),
    },
  });
}
