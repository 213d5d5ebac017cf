import type { Context } from "ponder:registry";
import { activity } from "ponder:schema";
import { activityKind } from "../protocol/coverage.ts";
import { type JsonValue, toJson } from "../protocol/text.ts";
import type { ContractRow } from "./contract.ts";
import { lower, type Stamp } from "./stamp.ts";

const kinds = new Map<string, string>();

/** `activityKind`, worked out once for each name. */
function kindOf(name: string): string {
  const known = kinds.get(name);
  if (known !== undefined) return known;
  const kind = activityKind(name);
  kinds.set(name, kind);
  return kind;
}

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

/**
 * JSON in a form that Ponder's store does not clone before it writes it out as JSON and reads it
 * back; a clone takes about 15 microseconds, a tenth of an event. The store clones rows that hold
 * an object, and a function is none for it, while JSON asks both alike for their `toJSON`.
 */
function unclonedJson(value: JsonValue): { [key: string]: JsonValue } {
  // The store replaces it by what `toJSON` returns, an object as events have named arguments.
  const own = () => value;
  own.toJSON = own;
  return own as never;
}

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
    kind: kindOf(name),
    sender: at.sender,
    marketplace: subject.marketplace,
    listingId: subject.listingId,
    escrowId: subject.escrowId,
    offerId: subject.offerId,
    amountUnits: subject.amountUnits,
    actor: subject.actor ? lower(subject.actor) : null,
    counterparty: subject.counterparty ? lower(subject.counterparty) : null,
    args: unclonedJson(toJson(args ?? {})),
    topic: at.topic,
    rawData: at.data,
  });
}
