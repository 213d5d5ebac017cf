import { type Expected, tableDifferences } from "./differences.ts";
import type { MarketView } from "./market-view.ts";
import { type Release, type Row, rowsOf } from "./rows.ts";
import type { DisputeView, EscrowView, HoldView, SnapshotView } from "./views.ts";
import {
  CLOSED,
  DISPUTE_TYPE_WORDS,
  ESCROW_WORDS,
  lower,
  METHOD_WORDS,
  RESOLUTION_WORDS,
  word,
  ZERO_HASH,
} from "./words.ts";

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
    expected.set(key, expectedEscrow(escrow, view));
    if (hold !== undefined && hold.escrowId !== 0n) holds.set(key, expectedHold(hold, escrow));
    if (dispute !== undefined && hold !== undefined) {
      const record = expectedDispute(dispute, hold);
      if (record !== undefined) disputes.set(key, record);
    }
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

function expectedEscrow(escrow: EscrowView, view: MarketView): Expected {
  const state = word(ESCROW_WORDS, escrow.state);
  const offer = view.offers.find((it) => it.escrowId === escrow.id);
  return {
    marketplace: view.escrow.marketplace,
    listing_id: escrow.listingId,
    buyer: lower(escrow.buyer),
    seller: lower(escrow.seller),
    token: view.escrow.token,
    origin: offer === undefined ? "direct" : "offer",
    offer_id: offer?.id ?? null,
    state,
    amount_units: escrow.amount,
    platform_fee_units: escrow.platformFee,
    seller_payout_units: escrow.sellerPayout,
    ...(escrow.totalFunded === undefined ? {} : { total_funded_units: escrow.totalFunded }),
    encryption_method: word(METHOD_WORDS, escrow.encryptionMethod),
    credential_hash: escrow.credentialHash === ZERO_HASH ? null : escrow.credentialHash,
    deposited_at: escrow.depositedAt,
    handover_deadline: escrow.handoverDeadline,
    verify_deadline: escrow.verifyDeadline === 0n ? null : escrow.verifyDeadline,
    is_verification_extended: escrow.verifyExtensionUsed,
    is_emergency_exit: state === "emergency",
  };
}

function expectedHold(hold: HoldView, escrow: EscrowView): Expected {
  return {
    retained_units: hold.retainedAmount,
    release_time: hold.releaseTime,
    is_released: hold.isReleased,
    is_claimed: hold.isClaimed,
    assistance_notes: hold.assistanceNotes,
    // Flags stay false when the escrow ends otherwise (trap 23): closed follows from the escrow.
    ...(CLOSED.has(word(ESCROW_WORDS, escrow.state)) ? {} : { closed_at: null }),
  };
}

/**
 * What the read model shows of a dispute: the contract has no record of one that began as a
 * transition issue, until its resolution makes one with the escrow id 0 (trap 19).
 */
function expectedDispute(dispute: DisputeView, hold: HoldView): Expected | undefined {
  const isRaised = dispute.escrowId !== 0n;
  if (!isRaised && hold.assistanceNotes === "") return undefined;
  const isResolved = dispute.resolution !== 0;
  return {
    origin: isRaised ? "raised" : "transition_issue",
    initiator: isRaised ? lower(dispute.initiator) : null,
    dispute_type: isRaised ? word(DISPUTE_TYPE_WORDS, dispute.disputeType) : null,
    evidence: isRaised ? dispute.evidenceIpfs : hold.assistanceNotes,
    response: dispute.responseIpfs === "" ? null : dispute.responseIpfs,
    response_deadline: isRaised ? dispute.responseDeadline : null,
    resolution: word(RESOLUTION_WORDS, dispute.resolution),
    resolver: isResolved ? lower(dispute.resolver) : null,
    ...(isRaised ? { created_at: dispute.createdAt } : {}),
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
