import { type Hex, numberToHex } from "viem";
import { choose } from "./dice.ts";
import type { MarketState } from "./market-state.ts";
import { PAUSABLE_AFTER } from "./marketplace-model.ts";
import { arg, type MoveKind, PRICES, type Target, TEXTS } from "./move.ts";
import { ZERO_ADDRESS } from "./proxied-model.ts";

const MINIMUM_STAKE = 750_000n * 10n ** 18n;

const people = (state: MarketState): Target[] => state.people.map((by) => ({ id: 0n, by }));

/** Some sell, all may buy. */
const sellers = (state: MarketState): Target[] => people(state).slice(2, 6);

/** A shop window with room for another listing. */
const listers = ({ marketplace, people: everybody }: MarketState): Target[] => {
  const active = marketplace.listings.filter((listing) => listing.state === "active");
  return active.length < 3 ? everybody.map((by) => ({ id: 0n, by })) : [];
};

const ownListings = (state: MarketState): Target[] =>
  state.marketplace.listings.map(({ id, seller }) => ({ id, by: seller }));

const listingsFor =
  (actor: (state: MarketState) => Hex) =>
  (state: MarketState): Target[] =>
    state.marketplace.listings.map(({ id }) => ({ id, by: actor(state) }));

const agent = (state: MarketState) => state.marketplace.agent;

const owner = (state: MarketState): Target[] =>
  state.marketplace.owner === ZERO_ADDRESS ? [] : [{ id: 0n, by: state.marketplace.owner }];

const hashOf = (detail: number): Hex => numberToHex(detail + 1, { size: 32 });

/** Everything that people do on a marketplace. */
export const MARKETPLACE_MOVES: readonly MoveKind[] = [
  {
    on: "marketplace",
    fn: "createListing",
    weight: 30,
    isSteady: true,
    targets: listers,
    args: (_target, { detail, who }) => [
      choose(TEXTS, detail),
      `ipfs://listing/${detail}`,
      choose(PRICES, who),
      detail % 3,
      hashOf(detail),
      hashOf(who),
      `build-${who}`,
    ],
    play: (state, from, now, args) =>
      state.marketplace.createListing(from, now, {
        title: arg.text(args, 0),
        metadataUri: arg.text(args, 1),
        price: arg.big(args, 2),
        level: arg.int(args, 3),
        ipHash: arg.hex(args, 4),
        buildId: arg.text(args, 6),
      }),
  },
  {
    on: "marketplace",
    fn: "updateListing",
    weight: 14,
    targets: ownListings,
    args: ({ id }, { detail }) => [
      id,
      detail % 3 === 0 ? "" : `ipfs://update/${detail}`,
      detail % 4 === 0 ? 0n : choose(PRICES, detail),
    ],
    play: (state, from, _now, args) =>
      state.marketplace.updateListing(from, arg.big(args, 0), arg.text(args, 1), arg.big(args, 2)),
  },
  {
    on: "marketplace",
    fn: "cancelListing",
    weight: 6,
    targets: ownListings,
    args: ({ id }) => [id],
    play: (state, from, _now, args) => state.marketplace.cancelListing(from, arg.big(args, 0)),
  },
  {
    on: "marketplace",
    fn: "pauseListing",
    weight: 8,
    targets: listingsFor(agent),
    isThinkable: ({ marketplace }) => marketplace.listings.length > 0,
    args: ({ id }) => [id],
    play: (state, from, _now, args) => state.marketplace.pauseListing(from, arg.big(args, 0)),
  },
  {
    on: "marketplace",
    fn: "resumeListing",
    weight: 40,
    targets: ownListings,
    args: ({ id }) => [id],
    play: (state, from, _now, args) => state.marketplace.resumeListing(from, arg.big(args, 0)),
  },
  {
    on: "marketplace",
    fn: "verifyBuildId",
    weight: 3,
    // Listing 0 may be "verified" before it exists (trap 17).
    targets: (state) => [{ id: 0n, by: agent(state) }, ...listingsFor(agent)(state)],
    args: ({ id }, { detail }) => [id, detail % 3 !== 0],
    play: (state, from, _now, args) =>
      state.marketplace.verifyBuildId(from, arg.big(args, 0), arg.flag(args, 1)),
  },
  {
    on: "marketplace",
    fn: "recordHeartbeat",
    weight: 2,
    targets: people,
    args: () => [],
    play: (state, from, now) => state.marketplace.recordHeartbeat(from, now),
  },
  {
    on: "marketplace",
    fn: "pauseInactiveSeller",
    weight: 30,
    targets: (state) => state.people.map((account) => ({ id: BigInt(account), by: agent(state) })),
    args: ({ id }) => [numberToHex(id, { size: 20 })],
    limit: ({ id }, { marketplace }) => {
      const { lastHeartbeat } = marketplace.seller(numberToHex(id, { size: 20 }));
      if (lastHeartbeat === 0n) return undefined;
      return { rule: "pauseInactiveSeller >", at: lastHeartbeat + PAUSABLE_AFTER };
    },
    play: (state, from, now, args) =>
      state.marketplace.pauseInactiveSeller(from, now, arg.hex(args, 0)),
  },
  {
    on: "marketplace",
    fn: "stakeToSell",
    weight: 14,
    isSteady: true,
    targets: sellers,
    args: () => [],
    play: (state, from, now) => state.marketplace.stakeToSell(from, now),
  },
  {
    on: "marketplace",
    fn: "withdrawStake",
    weight: 12,
    targets: people,
    args: ({ by }, { detail }, state) => {
      const { stake } = state.marketplace.seller(by);
      return [choose([stake, stake / 2n, 1n, MINIMUM_STAKE], detail)];
    },
    play: (state, from, _now, args) => state.marketplace.withdrawStake(from, arg.big(args, 0)),
  },
  {
    on: "marketplace",
    fn: "joinGenesis",
    weight: 10,
    targets: people,
    args: () => [],
    play: (state, from) => state.marketplace.joinGenesis(from),
  },
  {
    on: "marketplace",
    fn: "slashSeller",
    weight: 5,
    targets: (state) => state.people.map((account) => ({ id: BigInt(account), by: agent(state) })),
    args: ({ id }, { detail }) => [numberToHex(id, { size: 20 }), choose(TEXTS, detail)],
    play: (state, from, _now, args) => state.marketplace.slashSeller(from, arg.hex(args, 0)),
  },
  {
    on: "marketplace",
    fn: "requestEmergencyWithdraw",
    weight: 14,
    targets: people,
    args: () => [],
    play: (state, from, now) => state.marketplace.requestEmergencyWithdraw(from, now),
  },
  {
    on: "marketplace",
    fn: "executeEmergencyWithdraw",
    weight: 20,
    targets: people,
    args: () => [],
    limit: ({ by }, { marketplace }) => {
      const { emergencyWithdrawAt, stake } = marketplace.seller(by);
      if (emergencyWithdrawAt === 0n || stake === 0n) return undefined;
      return { rule: "executeEmergencyWithdraw >=", at: emergencyWithdrawAt };
    },
    play: (state, from, now) => state.marketplace.executeEmergencyWithdraw(from, now),
  },
  {
    on: "marketplace",
    fn: "setAgentAddress",
    weight: 4,
    targets: owner,
    args: (_target, { detail }, state) => [choose(state.people, detail)],
    play: (state, from, _now, args) => state.marketplace.setAgentAddress(from, arg.hex(args, 0)),
  },
  {
    on: "marketplace",
    fn: "endGenesisProgram",
    weight: 5,
    targets: owner,
    args: () => [],
    play: (state, from) => state.marketplace.endGenesisProgram(from),
  },
  {
    on: "marketplace",
    fn: "upgradeToAndCall",
    weight: 12,
    targets: (state) =>
      state.upgradeTo !== undefined && state.marketplace.generation === "M2" && state.movesLeft < 35
        ? owner(state)
        : [],
    isThinkable: ({ upgradeTo, marketplace, movesLeft }) =>
      upgradeTo !== undefined && marketplace.generation === "M2" && movesLeft < 35,
    args: (_target, _dice, state) => [state.upgradeTo, "0x"],
    play: (state, from) => state.marketplace.upgrade(from, "M3"),
  },
  {
    on: "marketplace",
    fn: "pause",
    weight: 4,
    targets: owner,
    args: () => [],
    play: (state, from) => state.marketplace.pause(from),
  },
  {
    on: "marketplace",
    fn: "unpause",
    weight: 20,
    targets: owner,
    args: () => [],
    play: (state, from) => state.marketplace.unpause(from),
  },
  {
    on: "marketplace",
    fn: "transferOwnership",
    weight: 2,
    targets: owner,
    args: (_target, { detail }, state) => [choose(state.people, detail)],
    play: (state, from, _now, args) => state.marketplace.transferOwnership(from, arg.hex(args, 0)),
  },
  {
    on: "marketplace",
    fn: "renounceOwnership",
    weight: 3,
    targets: (state) => (state.movesLeft < 3 ? owner(state) : []),
    isThinkable: ({ movesLeft }) => movesLeft < 3,
    args: () => [],
    play: (state, from) => state.marketplace.renounceOwnership(from),
  },
];
