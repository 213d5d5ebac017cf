import type { Expected } from "../../../guard/audit/state/differences.ts";
import {
  expectedDispute,
  expectedEscrow,
  expectedHold,
} from "../../../guard/audit/state/expected-rows.ts";
import type { EscrowView, SnapshotView } from "../../../guard/audit/state/views.ts";
import { ESCROW_WORDS, word } from "../../../guard/audit/state/words.ts";
import { tableDifferences } from "./differences.ts";
import type { MarketView } from "./market-view.ts";
import { type Release, type Row, rowsOf } from "./rows.ts";

/** Escrows, their holds and disputes, and each state change against the contract's own history. */
export function compareEscrows(view: MarketView, release: Release): string[] {
  const { address } = view.market.escrow;
  const rows = rowsOf(release, "escrow", address, "escrow_id");
  const expected = new Map<string, Expected>();
  const holds = new Map<string, Expected>();
  const disputes = new Map<string, Expected>();
  for (const [index, escrow] of view.escrows.entries()) {
    const key = String(escrow.id);
    const hold = view.holds[index];
    const dispute = view.disputes[index];
    expected.set(key, withOrigin(escrow, view));
    const held = hold && expectedHold(hold, escrow);
    if (held !== undefined) holds.set(key, held);
    const record = dispute && hold && expectedDispute(dispute, hold);
    if (record !== undefined) disputes.set(key, record);
  }
  return [
    ...tableDifferences("escrow", expected, rows),
    ...tableDifferences(
      "transition_hold",
      holds,
      rowsOf(release, "transition_hold", address, "escrow_id"),
    ),
    ...tableDifferences("dispute", disputes, rowsOf(release, "dispute", address, "escrow_id")),
    ...view.escrows.flatMap((escrow, index) =>
      historyDifferences(escrow, view.histories[index] ?? [], release, address),
    ),
  ];
}

function withOrigin(escrow: EscrowView, view: MarketView): Expected {
  const offer = view.offers.find((it) => it.escrowId === escrow.id);
  return {
    ...expectedEscrow(escrow, view.escrow),
    origin: offer === undefined ? "direct" : "offer",
    offer_id: offer?.id ?? null,
  };
}

/** The contract's own history against our state changes; an extension leaves the state as it is. */
function historyDifferences(
  escrow: EscrowView,
  history: readonly SnapshotView[],
  release: Release,
  address: string,
): string[] {
  const transitions = [...rowsOf(release, "escrow_transition", address, "escrow_id", "sequence")]
    .filter(([key]) => key.startsWith(`${escrow.id}/`))
    .map(([, row]) => row)
    .sort((a, b) => Number(a.sequence) - Number(b.sequence));
  const what = `escrow_transition ${escrow.id}`;
  const last = transitions.at(-1)?.to_state;
  const ends = last === word(ESCROW_WORDS, escrow.state) ? [] : [`${what}: ends in ${last}`];
  const broken = transitions.some(
    (row, index) => row.from_state !== (transitions[index - 1]?.to_state ?? null),
  );
  if (history.length === 0) return broken ? [...ends, `${what}: broken chain`] : ends;
  const told = history
    .map(({ state, timestamp }) => `${word(ESCROW_WORDS, state)}@${timestamp}`)
    .filter((step, index, steps) => state(step) !== state(steps[index - 1] ?? ""));
  // A direct purchase is created and funded by one act, which the contract records as one.
  const seen = transitions
    .map((row) => `${row.to_state}@${row.changed_at}`)
    .slice(isDirect(transitions, history) ? 1 : 0);
  const same = told.join() === seen.join();
  return [
    ...ends,
    ...(broken ? [`${what}: broken chain`] : []),
    ...(same ? [] : [`${what}: contract ${told.join(", ")}; rows ${seen.join(", ")}`]),
  ];
}

const state = (step: string) => step.split("@")[0];

function isDirect(transitions: readonly Row[], history: readonly SnapshotView[]): boolean {
  return (
    transitions[0]?.to_state === "created" && history[0]?.state === ESCROW_WORDS.indexOf("funded")
  );
}
