import type { Context } from "ponder:registry";
import { activity } from "ponder:schema";
import { activityKind } from "../protocol/coverage.ts";
import { type JsonValue, toJson } from "../protocol/text.ts";
import type { ContractRow } from "./contract.ts";
import { lower, type Stamp } from "./stamp.ts";

/** Who and what an event is about, as far as it says. */
export type Subject = {
  actor?: string | null;
  counterparty?: string | null;
  marketplace?: `0x${string}` | null;
  listingId?: bigint;
  escrowId?: bigint;
  offerId?: bigint;
  amountUnits?: bigint;
};

/** Appends the timeline row of an event: one for each log, never changed afterwards. */
export async function recordActivity(
  context: Context,
  home: ContractRow,
  at: Stamp,
  name: string,
  args: unknown,
  subject: Subject = {},
) {
  await context.db.insert(activity).values({
    chainId: at.chainId,
    blockNumber: at.blockNumber,
    logIndex: at.logIndex,
    blockHash: at.blockHash,
    txHash: at.txHash,
    occurredAt: at.seconds,
    contract: at.contract,
    contractKind: home.kind,
    event: name,
    kind: activityKind(name),
    sender: at.sender,
    ...subject,
    actor: subject.actor ? lower(subject.actor) : null,
    counterparty: subject.counterparty ? lower(subject.counterparty) : null,
    args: toJson(args ?? {}) as { [key: string]: JsonValue },
    topic: at.topic,
    rawData: at.data,
  });
}
