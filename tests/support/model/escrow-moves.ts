import { numberToHex } from "viem";
import { choose } from "./dice.ts";
import { EMERGENCY_COOLDOWN, type EscrowRecord } from "./escrow-records.ts";
import type { MarketState } from "./market-state.ts";
import { arg, type Limit, type MoveKind, PRICES, type Target, TEXTS } from "./move.ts";
import { DAY, ZERO_ADDRESS } from "./proxied-model.ts";

type Party = "buyer" | "seller";

const escrowsOf =
  (party: Party, ...states: EscrowRecord["state"][]) =>
  (state: MarketState): Target[] =>
    state.escrow.escrows
      .filter((escrow) => states.includes(escrow.state))
      .map((escrow) => ({ id: escrow.id, by: escrow[party] }));

const openEscrows =
  (by: (state: MarketState, escrow: EscrowRecord) => Target["by"], ...states: string[]) =>
  (state: MarketState): Target[] =>
    state.escrow.escrows
      .filter((escrow) => states.includes(escrow.state))
      .map((escrow) => ({ id: escrow.id, by: by(state, escrow) }))
      .filter((target) => target.by !== ZERO_ADDRESS);

const activeOffers =
  (by: (state: MarketState, offer: { buyer: Target["by"]; listingId: bigint }) => Target["by"]) =>
  (state: MarketState): Target[] =>
    state.escrow.offers
      .filter((offer) => offer.state === "active")
      .map((offer) => ({ id: offer.id, by: by(state, offer) }))
      .filter((target) => target.by !== ZERO_ADDRESS);

/** An offer that was never made looks active to the contract, which is outside the domain. */
const hasOffer = ({ escrow }: MarketState) => escrow.offers.length > 0;

const owner = (state: MarketState): Target[] =>
  state.escrow.owner === ZERO_ADDRESS ? [] : [{ id: 0n, by: state.escrow.owner }];
const ownerOf = (state: MarketState) => state.escrow.owner;

const shoppers = (state: MarketState): Target[] =>
  state.marketplace.listings
    .filter((listing) => listing.state === "active")
    .flatMap(({ id, seller }) =>
      state.people.filter((person) => person !== seller).map((by) => ({ id, by })),
    );

const limitOf =
  (rule: string, at: (escrow: EscrowRecord) => bigint | undefined) =>
  ({ id }: Target, state: MarketState): Limit | undefined => {
    const escrow = state.escrow.escrow(id);
    const limit = escrow && at(escrow);
    return limit === undefined || limit === 0n ? undefined : { rule, at: limit };
  };

const sellerOf = (state: MarketState, { listingId }: { listingId: bigint }) =>
  state.marketplace.listings[Number(listingId)]?.seller ?? state.escrow.owner;

/** Everything that people do on an escrow contract. */
export const ESCROW_MOVES: readonly MoveKind[] = [
  {
    on: "escrow",
    fn: "depositFunds",
    weight: 300,
    isSteady: true,
    targets: shoppers,
    args: ({ id }, { detail }, state) => [
      id,
      (state.marketplace.listings[Number(id)]?.price ?? 1n) + (detail % 12 === 0 ? 1n : 0n),
      detail % 2,
    ],
    play: ({ escrow }, from, now, args) =>
      escrow.depositFunds(from, now, arg.big(args, 0), arg.big(args, 1), arg.int(args, 2)),
  },
  {
    on: "escrow",
    fn: "makeOffer",
    weight: 200,
    isSteady: true,
    targets: (state) => (state.escrow.hasOffers ? shoppers(state) : []),
    args: ({ id }, { detail }) => [id, choose(PRICES, detail)],
    play: ({ escrow }, from, now, args) =>
      escrow.makeOffer(from, now, arg.big(args, 0), arg.big(args, 1)),
  },
  {
    on: "escrow",
    fn: "acceptOffer",
    weight: 300,
    isSteady: true,
    isThinkable: hasOffer,
    targets: activeOffers(sellerOf),
    args: ({ id }, { detail }) => [id, detail % 2],
    play: ({ escrow }, from, now, args) =>
      escrow.acceptOffer(from, now, arg.big(args, 0), arg.int(args, 1)),
  },
  {
    on: "escrow",
    fn: "rejectOffer",
    weight: 60,
    isThinkable: hasOffer,
    targets: activeOffers(sellerOf),
    args: ({ id }) => [id],
    play: ({ escrow }, from, _now, args) => escrow.rejectOffer(from, arg.big(args, 0)),
  },
  {
    on: "escrow",
    fn: "cancelOffer",
    weight: 36,
    isThinkable: hasOffer,
    targets: (state) => [
      ...activeOffers((_state, { buyer }) => buyer)(state),
      ...(state.escrow.offersExpire ? activeOffers((it) => choose(it.people, 0))(state) : []),
    ],
    args: ({ id }) => [id],
    limit: ({ id, by }, { escrow }) => {
      const offer = escrow.offer(id);
      if (offer === undefined || offer.buyer === by || !escrow.offersExpire) return undefined;
      return { rule: "cancelOffer >", at: offer.expiresAt };
    },
    play: ({ escrow }, from, now, args) => escrow.cancelOffer(from, now, arg.big(args, 0)),
  },
  {
    on: "escrow",
    fn: "completeFunding",
    weight: 500,
    isSteady: true,
    targets: escrowsOf("buyer", "created"),
    args: ({ id }) => [id],
    play: ({ escrow }, from, _now, args) => escrow.completeFunding(from, arg.big(args, 0)),
  },
  {
    on: "escrow",
    fn: "uploadCredentialHash",
    weight: 900,
    isSteady: true,
    targets: escrowsOf("seller", "funded"),
    args: ({ id }, { detail }) => [id, numberToHex(detail, { size: 32 })],
    limit: limitOf("uploadCredentialHash <=", (escrow) => escrow.handoverDeadline),
    play: ({ escrow }, from, now, args) =>
      escrow.uploadCredentialHash(from, now, arg.big(args, 0), arg.hex(args, 1)),
  },
  {
    on: "escrow",
    fn: "requestVerificationExtension",
    weight: 320,
    targets: escrowsOf("buyer", "delivered"),
    args: ({ id }) => [id],
    limit: limitOf("requestVerificationExtension <", (escrow) => escrow.verifyDeadline),
    play: ({ escrow }, from, now, args) =>
      escrow.requestVerificationExtension(from, now, arg.big(args, 0)),
  },
  {
    on: "escrow",
    fn: "confirmReceipt",
    weight: 1200,
    isSteady: true,
    targets: escrowsOf("buyer", "delivered"),
    args: ({ id }) => [id],
    limit: limitOf("confirmReceipt <=", (escrow) => escrow.verifyDeadline),
    play: ({ escrow }, from, now, args) => escrow.confirmReceipt(from, now, arg.big(args, 0)),
  },
  {
    on: "escrow",
    fn: "claimTransitionRetainer",
    weight: 300,
    targets: escrowsOf("seller", "transition"),
    args: ({ id }) => [id],
    limit: limitOf("claimTransitionRetainer >=", (escrow) => escrow.hold?.releaseTime),
    play: ({ escrow }, from, now, args) =>
      escrow.claimTransitionRetainer(from, now, arg.big(args, 0)),
  },
  {
    on: "escrow",
    fn: "adminReleaseRetainer",
    weight: 260,
    targets: openEscrows(ownerOf, "transition"),
    args: ({ id }) => [id],
    play: ({ escrow }, from, _now, args) => escrow.adminReleaseRetainer(from, arg.big(args, 0)),
  },
  {
    on: "escrow",
    fn: "reportTransitionIssue",
    weight: 360,
    targets: escrowsOf("buyer", "transition"),
    args: ({ id }, { detail }) => [id, choose(TEXTS, detail)],
    limit: limitOf("reportTransitionIssue <", (escrow) => escrow.hold?.releaseTime),
    play: ({ escrow }, from, now, args) =>
      escrow.reportTransitionIssue(from, now, arg.big(args, 0), arg.text(args, 1)),
  },
  {
    on: "escrow",
    fn: "raiseDispute",
    weight: 60,
    targets: (state) => [
      ...escrowsOf("buyer", "delivered", "transition")(state),
      ...escrowsOf("seller", "delivered", "transition")(state),
    ],
    args: ({ id }, { detail, who }) => [id, who % 4, `ipfs://evidence/${choose(TEXTS, detail)}`],
    play: ({ escrow }, from, now, args) =>
      escrow.raiseDispute(from, now, arg.big(args, 0), arg.int(args, 1), arg.text(args, 2)),
  },
  {
    on: "escrow",
    fn: "respondToDispute",
    weight: 240,
    targets: openEscrows(
      (_state, { dispute, buyer, seller }) => (dispute?.initiator === buyer ? seller : buyer),
      "disputed",
    ),
    args: ({ id }, { detail }) => [id, choose(TEXTS, detail)],
    limit: limitOf("respondToDispute <=", (escrow) => escrow.dispute?.responseDeadline),
    play: ({ escrow }, from, now, args) =>
      escrow.respondToDispute(from, now, arg.big(args, 0), arg.text(args, 1)),
  },
  {
    on: "escrow",
    fn: "resolveDispute",
    weight: 30,
    targets: openEscrows(ownerOf, "disputed"),
    args: ({ id }, { detail, who }) => [
      id,
      1 + (detail % 4),
      choose([0n, 1n, 3_333n, 5_000n, 9_750n, 9_751n], who),
    ],
    play: ({ escrow }, from, _now, args) =>
      escrow.resolveDispute(from, arg.big(args, 0), arg.int(args, 1), arg.big(args, 2)),
  },
  {
    on: "escrow",
    fn: "claimTimeout",
    weight: 30,
    targets: openEscrows((it) => choose(it.people, 1), "funded", "delivered"),
    args: ({ id }) => [id],
    limit: ({ id }, { escrow }) => {
      const record = escrow.escrow(id);
      if (record?.state === "funded") {
        return { rule: "claimTimeout handover >", at: record.handoverDeadline };
      }
      if (record?.state !== "delivered") return undefined;
      return { rule: "claimTimeout verification >", at: record.verifyDeadline };
    },
    play: ({ escrow }, _from, now, args) => escrow.claimTimeout(now, arg.big(args, 0)),
  },
  {
    on: "escrow",
    fn: "activateEmergency",
    weight: 8,
    targets: owner,
    args: () => [],
    play: ({ escrow }, from, now) => escrow.activateEmergency(from, now),
  },
  {
    on: "escrow",
    fn: "deactivateEmergency",
    weight: 60,
    targets: owner,
    args: () => [],
    limit: (_target, { escrow }) =>
      escrow.emergencyActivatedAt === undefined
        ? undefined
        : { rule: "deactivateEmergency <", at: escrow.emergencyActivatedAt + EMERGENCY_COOLDOWN },
    play: ({ escrow }, from, now) => escrow.deactivateEmergency(from, now),
  },
  {
    on: "escrow",
    fn: "emergencyWithdraw",
    weight: 40,
    targets: (state) =>
      state.escrow.emergencyActivatedAt === undefined
        ? []
        : [
            ...escrowsOf("buyer", "funded", "delivered")(state),
            ...escrowsOf("seller", "transition")(state),
          ],
    args: ({ id }) => [id],
    limit: (_target, { escrow }) =>
      escrow.emergencyActivatedAt === undefined
        ? undefined
        : { rule: "emergencyWithdraw >=", at: escrow.emergencyActivatedAt + EMERGENCY_COOLDOWN },
    play: ({ escrow }, from, now, args) => escrow.emergencyWithdraw(from, now, arg.big(args, 0)),
  },
  {
    on: "escrow",
    fn: "setTreasuryAddress",
    weight: 3,
    targets: owner,
    args: (_target, { detail }, state) => [choose(state.people, detail)],
    play: ({ escrow }, from, _now, args) => escrow.setTreasuryAddress(from, arg.hex(args, 0)),
  },
  {
    on: "escrow",
    fn: "setSafetyWallet",
    weight: 12,
    targets: owner,
    args: (_target, { detail }, state) => [choose(state.people, detail)],
    play: ({ escrow }, from, _now, args) => escrow.setSafetyWallet(from, arg.hex(args, 0)),
  },
  {
    on: "escrow",
    fn: "emergencyEjectEscrow",
    weight: 180,
    targets: (state) =>
      state.escrow.isPaused
        ? openEscrows(ownerOf, "created", "funded", "delivered", "transition", "disputed")(state)
        : [],
    args: ({ id }) => [id],
    play: ({ escrow }, from, _now, args) => escrow.emergencyEjectEscrow(from, arg.big(args, 0)),
  },
  {
    on: "escrow",
    fn: "emergencyEjectOffer",
    weight: 400,
    isThinkable: hasOffer,
    targets: (state) => (state.escrow.isPaused ? activeOffers(ownerOf)(state) : []),
    args: ({ id }) => [id],
    play: ({ escrow }, from, _now, args) => escrow.emergencyEjectOffer(from, arg.big(args, 0)),
  },
  {
    on: "escrow",
    fn: "setTransitionPeriod",
    weight: 60,
    isSteady: true,
    targets: owner,
    args: (_target, { detail }) => [choose([7n * DAY, 1n, DAY, 3n * DAY, 0n], detail)],
    play: ({ escrow }, from, _now, args) => escrow.setTransitionPeriod(from, arg.big(args, 0)),
  },
  {
    on: "escrow",
    fn: "pause",
    weight: 80,
    isSteady: true,
    targets: owner,
    args: () => [],
    play: ({ escrow }, from) => escrow.pause(from),
  },
  {
    on: "escrow",
    fn: "unpause",
    weight: 30,
    targets: owner,
    args: () => [],
    play: ({ escrow }, from) => escrow.unpause(from),
  },
  {
    on: "escrow",
    fn: "transferOwnership",
    weight: 2,
    targets: owner,
    args: (_target, { detail }, state) => [choose(state.people, detail)],
    play: ({ escrow }, from, _now, args) => escrow.transferOwnership(from, arg.hex(args, 0)),
  },
  {
    on: "escrow",
    fn: "renounceOwnership",
    weight: 3,
    targets: (state) => (state.movesLeft < 3 ? owner(state) : []),
    isThinkable: ({ movesLeft }) => movesLeft < 3,
    args: () => [],
    play: ({ escrow }, from) => escrow.renounceOwnership(from),
  },
];
