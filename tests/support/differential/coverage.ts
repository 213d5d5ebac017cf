import { toEventSelector } from "viem";
import type { Address, TestChain } from "../anvil.ts";
import type { Run } from "./batch.ts";
import type { Pair } from "./pairs.ts";

/** Own events of each generation (domain A.4 and A.5), less those that cannot be brought about. */
const M1 = [
  "ListingCreated(uint256,address,string,uint256,uint8)",
  "ListingCancelled(uint256)",
  "SellerStaked(address,uint256)",
  "StakeWithdrawn(address,uint256)",
  "AgentAddressUpdated(address,address)",
];
const M2 = [
  ...M1,
  "ListingUpdated(uint256,string,uint256)",
  "ListingPaused(uint256,string)",
  "ListingResumed(uint256)",
  "BuildIdVerified(uint256,bool)",
  "HeartbeatRecorded(address,uint256)",
  "SellerPaused(address)",
];
/** On M1 and M2 nobody can join: a level needs a listing, a listing a stake, a stake a level (trap 14). */
const GENESIS = "GenesisSellerJoined(address,uint256)";
const M3 = [
  ...M2,
  GENESIS,
  "EmergencyWithdrawRequested(address,uint256)",
  "EmergencyWithdrawExecuted(address,uint256)",
  "SellerSlashed(address,uint256,string,uint256)",
];
const E1 = [
  "EscrowCreated(uint256,uint256,address,address,uint256)",
  "FundsDeposited(uint256,address,uint256,uint8)",
  "CredentialsUploaded(uint256,bytes32)",
  "ReceiptConfirmed(uint256,uint256,uint256)",
  "FundsReleased(uint256,address,uint256,uint256)",
  "TransitionHoldCreated(uint256,uint256,uint256)",
  "TransitionRetainerClaimed(uint256,uint256)",
  "TransitionIssueReported(uint256,string)",
  "DisputeRaised(uint256,address,uint8,string)",
  "DisputeResponded(uint256,string)",
  "DisputeResolved(uint256,uint8,address)",
  "VerificationExtended(uint256,uint256)",
  "TimeoutClaimed(uint256,uint8)",
  "EmergencyActivated(uint256)",
  "EmergencyDeactivated()",
  "EmergencyWithdrawal(uint256,address)",
  "TreasuryAddressUpdated(address,address)",
];
const E2 = [
  ...E1,
  "OfferMade(uint256,uint256,address,uint256,uint256)",
  "OfferAccepted(uint256,uint256,uint256,address,address,uint256)",
  "OfferRejected(uint256)",
  "OfferCancelled(uint256)",
  "SafetyWalletUpdated(address,address)",
  "EmergencyEjectEscrow(uint256,uint256,address)",
  "EmergencyEjectOffer(uint256,uint256,address)",
];
const E3 = [
  ...E2,
  "TransitionPeriodUpdated(uint256,uint256)",
  "AdminRetainerReleased(uint256,address,uint256)",
];
/** Of every proxy. */
const COMMON = [
  "Initialized(uint64)",
  "Upgraded(address)",
  "OwnershipTransferred(address,address)",
  "Paused(address)",
  "Unpaused(address)",
];

const EVENTS: Readonly<Record<string, readonly string[]>> = {
  M1: [...M1, ...COMMON],
  M2: [...M2, ...COMMON],
  M3: [...M3, ...COMMON],
  E1: [...E1, ...COMMON],
  E2a: [...E2, ...COMMON],
  E2d: [...E2, ...COMMON],
  E3: [...E3, ...COMMON],
};

const UPGRADED = toEventSelector("Upgraded(address)");

const TOPICS = new Map(
  Object.values(EVENTS)
    .flat()
    .map((signature) => [toEventSelector(`event ${signature}`), nameOf(signature)]),
);

function nameOf(signature: string): string {
  return signature.slice(0, signature.indexOf("("));
}

/** Every event that a pair has to show, as `M3 ListingCreated`, with a count of zero. */
function eventsOf(pair: Pair): Map<string, number> {
  const generations = [pair.marketplace, pair.escrow, ...(pair.isUpgraded ? ["M3"] : [])];
  return new Map(
    generations.flatMap((generation) =>
      (EVENTS[generation] ?? []).map((signature) => [`${generation} ${nameOf(signature)}`, 0]),
    ),
  );
}

/** How often each event was emitted in some runs, as `M3 ListingCreated`; zeros included. */
export async function eventCounts(
  chain: TestChain,
  runs: readonly Run[],
): Promise<Map<string, number>> {
  const counts = new Map(runs.flatMap(({ pair }) => [...eventsOf(pair)]));
  const generations = new Map<string, string>();
  for (const { plot } of runs) {
    const { marketplace, escrow } = plot.market;
    generations.set(marketplace.address, marketplace.generation);
    generations.set(escrow.address, escrow.generation);
  }
  const upgrades = new Map<string, number>();
  for (const { address, topics } of await chain.logsOf([...generations.keys()] as Address[])) {
    const topic = topics[0] ?? "0x";
    const upgraded = (upgrades.get(address) ?? 0) + (topic === UPGRADED ? 1 : 0);
    upgrades.set(address, upgraded);
    // The first Upgraded is the proxy's own creation, the second one the upgrade to M3.
    const generation = upgraded > 1 ? "M3" : generations.get(address);
    const key = `${generation} ${TOPICS.get(topic)}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** Edges of domain A.8 that a batch has to take, as the models name them. */
const EDGES = [
  ">funded:EscrowCreated",
  ">created:EscrowCreated",
  "created>funded:FundsDeposited",
  "funded>delivered:CredentialsUploaded",
  "delivered>delivered:VerificationExtended",
  "delivered>transition:ReceiptConfirmed",
  "transition>completed:TransitionRetainerClaimed",
  "transition>completed:AdminRetainerReleased",
  "transition>disputed:TransitionIssueReported",
  "delivered>disputed:DisputeRaised",
  "transition>disputed:DisputeRaised",
  "disputed>refunded:DisputeResolved",
  "disputed>completed:DisputeResolved",
  "disputed>resolved:DisputeResolved 2",
  "disputed>resolved:DisputeResolved 4",
  "funded>expired:TimeoutClaimed",
  "delivered>completed:TimeoutClaimed",
  "funded>emergency:EmergencyWithdrawal",
  "delivered>emergency:EmergencyWithdrawal",
  "transition>emergency:EmergencyWithdrawal",
  "created>emergency:EmergencyEjectEscrow",
  "funded>emergency:EmergencyEjectEscrow",
  "delivered>emergency:EmergencyEjectEscrow",
  "transition>emergency:EmergencyEjectEscrow",
  "disputed>emergency:EmergencyEjectEscrow",
  "offer accepted OfferAccepted",
  "offer rejected OfferRejected",
  "offer cancelled OfferCancelled",
  "offer cancelled expiry",
  "offer cancelled EmergencyEjectOffer",
  "listing >active",
  "listing active>cancelled",
  "listing active>paused",
  "listing paused>active",
  "listing updated: price kept",
  "listing updated: price set",
  "build verified true",
  "build verified true standard>enhanced",
  "build verified false",
  "heartbeat",
  "heartbeat of a paused seller",
  "seller staked",
  "seller staked: forfeits",
  "stake withdrawn: all",
  "stake withdrawn: part",
  "genesis joined",
  "seller paused",
  "seller slashed",
  "emergency withdrawal requested",
  "emergency withdrawal requested again",
  "emergency withdrawal executed",
];

/** How often each edge was taken; zeros included. */
export function edgeCounts(runs: readonly Run[]): Map<string, number> {
  const counts = new Map(EDGES.map((edge) => [edge, 0]));
  for (const { state } of runs) {
    const taken = [
      ...state.escrow.escrows.flatMap((escrow) => escrow.edges),
      ...state.escrow.offers.map((offer) => `offer ${offer.state} ${offer.endedBy}`),
      ...state.marketplace.edges,
    ];
    for (const edge of taken) counts.set(edge, (counts.get(edge) ?? 0) + 1);
  }
  return counts;
}

/** Rules with a limit in time (trap 32), with the comparison that lets the act pass. */
const LIMITS = [
  "uploadCredentialHash <=",
  "confirmReceipt <=",
  "requestVerificationExtension <",
  "reportTransitionIssue <",
  "claimTransitionRetainer >=",
  "claimTimeout handover >",
  "claimTimeout verification >",
  "respondToDispute <=",
  "cancelOffer >",
  "deactivateEmergency <",
  "emergencyWithdraw >=",
  "executeEmergencyWithdraw >=",
  "pauseInactiveSeller >",
];

/** How often each rule was tried one second before, at, and one second after its limit. */
export function limitCounts(runs: readonly Run[]): Map<string, number> {
  const counts = new Map(LIMITS.flatMap((rule) => [-1, 0, 1].map((by) => [`${rule} ${by}`, 0])));
  for (const { played } of runs) {
    for (const limit of played.limits) counts.set(limit, (counts.get(limit) ?? 0) + 1);
  }
  return counts;
}

/** Least numbers that a batch has to reach: of each event, of each edge, around each limit. */
export const LEAST = { event: 5, edge: 3, limit: 1 } as const;

/** The entries below a threshold, for an assertion that names them. */
export function tooRare(counts: ReadonlyMap<string, number>, least: number): string[] {
  return [...counts]
    .filter(([, count]) => count < least)
    .map(([what, count]) => `${what}: ${count}`);
}

/** Pairs that have to be played on before every event, edge and limit was seen often enough. */
export async function lackingPairs(chain: TestChain, runs: readonly Run[]): Promise<Pair[]> {
  const pairs = [...new Set(runs.map((run) => run.pair))];
  const lacking: Pair[] = [];
  for (const pair of pairs) {
    const ofPair = runs.filter((run) => run.pair === pair);
    const events = await eventCounts(chain, ofPair);
    // What M3 has to show, the pair that upgrades to it need not show alone.
    if (pair.isUpgraded)
      for (const key of [...events.keys()]) if (key.startsWith("M3")) events.delete(key);
    if (tooRare(events, LEAST.event).length > 0) lacking.push(pair);
  }
  const newest = pairs.at(-1);
  const isLacking =
    tooRare(edgeCounts(runs), LEAST.edge).length + tooRare(limitCounts(runs), LEAST.limit).length >
    0;
  if (lacking.length === 0 && isLacking && newest !== undefined) lacking.push(newest);
  return lacking;
}
