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

/** What is sent: the id is the same for every attempt, so that a receiver knows what it has seen. */
export type Message = { id: string; sequence: bigint | null; body: string };

/** The message of an entry. */
export const entryMessage = (endpointId: string, entry: MessageEntry): Message => ({
  id: `msg_${endpointId}_${entry.sequence}`,
  sequence: entry.sequence,
  body: messageBody(entry),
});

/** A message that says nothing but that messages arrive. */
export const pingMessage = (endpointId: string, jobId: string, at: Date): Message => ({
  id: `msg_${endpointId}_ping_${jobId}`,
  sequence: null,
  body: JSON.stringify({
    type: "webhook.ping",
    timestamp: at.toISOString(),
    data: { webhookId: endpointId },
  }),
});

/**
 * The body of a message: type and time as Standard Webhooks has them, and the entry with the names of
 * `/v1/changes`. A retraction names the sequence that no longer counts.
 */
function messageBody(entry: MessageEntry): string {
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
