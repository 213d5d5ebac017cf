import { type JudgedAct, judgeActs } from "../acts/act.ts";
import { clocksOfEscrow, ESCROW_ACTS } from "../acts/escrow-acts.ts";
import type { Snapshot } from "../db/consistent-read.ts";
import { findActContract, findEscrowFacts } from "./act-facts.ts";
import { ACTIVITY, type ActivityRow } from "./activity.ts";
import { escrowKey } from "./escrow-parts.ts";
import type { EscrowRow } from "./escrows.ts";
import { MOVEMENTS, type MovementRow } from "./movements.ts";

/** Parties may respond to a dispute as often as they like: no answer carries all of it. */
const MAX_EVENTS = 200;
/** A transaction of a contract may hold any number of transfers. */
const MAX_MOVEMENTS = 500;

/** The first events of an escrow and of the offer behind it, in the order of the chain. */
export async function findEscrowEvents(
  snapshot: Snapshot,
  { chainId, contract, escrowId, offerId }: EscrowRow,
): Promise<{ events: ActivityRow[]; hasMore: boolean }> {
  const request = { limit: MAX_EVENTS, from: undefined };
  const escrow = { chainId, contract, number: escrowId };
  const own = await ACTIVITY.findPage(snapshot, { escrow }, "oldest", request);
  if (offerId === null) return { events: own.rows, hasMore: own.hasNext };
  const offer = { chainId, contract, number: offerId };
  const before = await ACTIVITY.findPage(snapshot, { offer }, "oldest", request);
  // The acceptance is an event of both.
  const places = new Map([...before.rows, ...own.rows].map((row) => [placeOf(row), row]));
  const rows = [...places.values()].sort(byChain);
  return {
    events: rows.slice(0, MAX_EVENTS),
    hasMore: rows.length > MAX_EVENTS || own.hasNext || before.hasNext,
  };
}

const placeOf = ({ blockNumber, logIndex }: ActivityRow) => `${blockNumber} ${logIndex}`;

function byChain(a: ActivityRow, b: ActivityRow): number {
  if (a.blockNumber === b.blockNumber) return a.logIndex - b.logIndex;
  return a.blockNumber < b.blockNumber ? -1 : 1;
}

/** The movements of an escrow and of the offer behind it, in the order of the chain. */
export async function findEscrowMovements(
  snapshot: Snapshot,
  { chainId, contract, escrowId, offerId }: EscrowRow,
): Promise<{ movements: MovementRow[]; isComplete: boolean }> {
  const { rows, hasNext } = await MOVEMENTS.findPage(
    snapshot,
    { escrow: { chainId, contract, number: escrowId }, offer: offerId ?? undefined },
    "oldest",
    { limit: MAX_MOVEMENTS, from: undefined },
  );
  return { movements: rows, isComplete: !hasNext };
}

/** Every act on an escrow as judged for each of its parties; none while its contract is unknown. */
export async function judgeForParties(
  snapshot: Snapshot,
  row: EscrowRow,
): Promise<Record<"buyer" | "seller", JudgedAct[]>> {
  const contract = await findActContract(snapshot, row.contract);
  const known = await findEscrowFacts(snapshot, escrowKey(row));
  if (contract === undefined || known === undefined) return { buyer: [], seller: [] };
  const facts = { ...known, contract };
  const clocks = clocksOfEscrow(facts, snapshot.position.indexed.timestamp);
  const judge = (account: `0x${string}`) =>
    judgeActs(ESCROW_ACTS, facts, clocks, { account, input: {} });
  return { buyer: judge(row.buyer), seller: judge(row.seller) };
}
