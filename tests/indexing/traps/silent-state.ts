import { expect } from "vitest";
import { DAY, PRICE, STAKE } from "../../unit/contracts/arena.ts";
import type { Stage } from "../support/stage.ts";
import { type Trap, trap, trapOfTwo } from "./trap.ts";

/** Runs a listing's first sale to its end. */
async function sell(stage: Stage) {
  await stage.buy();
  await stage.deliver();
  await stage.confirm();
  const { releaseTime } = await stage.view<{ releaseTime: bigint }>("escrow", "getTransitionHold", [
    1n,
  ]);
  await stage.act("seller", "escrow", "claimTransitionRetainer", [1n], releaseTime);
}

/** State that changes without its own event, or with a misleading one (domain A.9, traps 1 to 15). */
export const silentState: Trap[] = [
  trapOfTwo(
    "trap 1: the end of the genesis programme shows although nothing announces it",
    [{ isGenesisOpen: true }, { isGenesisOpen: true }],
    async (ended, open) => {
      await ended.chain.mineMany(20);
      expect(await ended.act("owner", "marketplace", "endGenesisProgram")).toEqual([]);
      return async (rows) => {
        const row = await rows.one("contract", { address: ended.marketplace });
        expect(row.genesisOpen).toBe(false);
        const events = await rows.all("activity", { contract: ended.marketplace });
        expect(events.map(({ event }) => event)).not.toContain("GenesisProgramEnded");
        expect(row.updatedBlock).toBeGreaterThan(events.at(-1)?.blockNumber ?? 0n);
        const other = await rows.one("contract", { address: open.marketplace });
        expect(other.genesisOpen).toBe(true);
      };
    },
  ),

  trap(
    "trap 2: first agent, token, treasury and marketplace are there though no event names them",
    {},
    async (stage) => async (rows) => {
      const { market, parties } = stage;
      const events = await rows.all("activity", { contract: stage.marketplace });
      expect(events.map(({ event }) => event)).toEqual([
        "Upgraded",
        "OwnershipTransferred",
        "Initialized",
      ]);
      expect(await rows.one("contract", { address: stage.marketplace })).toMatchObject({
        agent: parties.agent,
        token: market.token.address,
        owner: parties.owner,
        isPaused: false,
        implementation: market.marketplace.implementation,
      });
      expect(await rows.one("contract", { address: stage.escrow })).toMatchObject({
        treasury: parties.treasury,
        token: market.escrowToken.address,
        marketplace: stage.marketplace,
        owner: parties.owner,
        emergencyActivatedAt: null,
      });
    },
  ),

  trap("trap 3: a sold listing stays active on chain and shows as sold", {}, async (stage) => {
    await stage.openShop();
    await sell(stage);
    const stored = await stage.view<readonly unknown[]>("marketplace", "listings", [0n]);
    expect(stored[7]).toBe(0);
    return async (rows) => {
      const row = await rows.one("listing", { contract: stage.marketplace });
      expect(row).toMatchObject({ state: "active", availability: "sold", soldEscrowCount: 1 });
    };
  }),

  trap("trap 4: one listing has as many escrows as buyers", {}, async (stage) => {
    await stage.openShop();
    await stage.buy("buyer");
    await stage.buy("rival");
    return async (rows) => {
      const escrows = await rows.all("escrow", { contract: stage.escrow });
      const { buyer, rival } = stage.parties;
      expect(escrows.map((row) => [row.escrowId, row.listingId, row.buyer])).toEqual([
        [1n, 0n, buyer],
        [2n, 0n, rival],
      ]);
      const row = await rows.one("listing", { contract: stage.marketplace });
      expect(row).toMatchObject({ openEscrowCount: 2, escrowCount: 2, availability: "in_escrow" });
    };
  }),

  trapOfTwo(
    "trap 5: a sale leaves the seller's count of active listings, a cancellation lowers it",
    [{}, {}],
    async (sold, cancelled) => {
      for (const stage of [sold, cancelled]) {
        await stage.openShop();
        await sell(stage);
      }
      await cancelled.act("seller", "marketplace", "cancelListing", [0n]);
      return async (rows) => {
        const count = async (stage: Stage) => {
          const { seller } = stage.parties;
          const row = await rows.one("seller", { contract: stage.marketplace, seller });
          const stored = await stage.view("marketplace", "activeListingsCount", [seller]);
          expect(BigInt(row.activeListingCount)).toBe(stored);
          return [row.activeListingCount, row.completedSaleCount];
        };
        expect(await count(sold)).toEqual([1, 1]);
        expect(await count(cancelled)).toEqual([0, 1]);
        const row = await rows.one("listing", { contract: cancelled.marketplace });
        expect(row).toMatchObject({ state: "cancelled", availability: "sold" });
      };
    },
  ),

  trapOfTwo(
    "trap 6: a new listing is a sign of life without its event, and on M1 a stake is none",
    [{}, { marketplace: "M1" }],
    async (newest, first) => {
      const { seller } = newest.parties;
      await newest.openShop();
      const created = await newest.now();
      await first.stake();
      return async (rows) => {
        const row = await rows.one("seller", { contract: newest.marketplace, seller });
        expect(row).toMatchObject({ lastHeartbeatAt: created, isActive: true });
        const beats = await rows.all("activity", {
          contract: newest.marketplace,
          event: "HeartbeatRecorded",
        });
        expect(beats).toHaveLength(1);
        expect(beats[0]?.occurredAt).toBeLessThan(created);
        const silent = await rows.all("seller", { contract: first.marketplace });
        expect(silent.every(({ lastHeartbeatAt }) => lastHeartbeatAt === 0n)).toBe(true);
        const stake = await rows.one("sellerStake", { contract: first.marketplace });
        expect(stake).toMatchObject({ stakeUnits: STAKE, isActive: true });
      };
    },
  ),

  trap(
    "trap 7: the level is what the seller claims, and the latest claim replaces the one before",
    {},
    async (stage) => {
      const { seller } = stage.parties;
      await stage.stake();
      await stage.list(2);
      await stage.list(1);
      return async (rows) => {
        const listings = await rows.all("listing", { contract: stage.marketplace });
        expect(listings.map((row) => [row.declaredVerification, row.isBuildIdVerified])).toEqual([
          ["enhanced", false],
          ["standard", false],
        ]);
        const row = await rows.one("seller", { contract: stage.marketplace, seller });
        expect(row.declaredVerification).toBe("standard");
      };
    },
  ),

  trap(
    "trap 8: a good build check lifts standard to enhanced, and nothing else",
    {},
    async (stage) => {
      const { seller } = stage.parties;
      await stage.stake();
      await stage.list(0);
      await stage.list(1);
      await stage.list(1);
      for (const [listingId, isGood] of [
        [0n, true],
        [1n, true],
        [2n, true],
        [2n, false],
      ] as const) {
        await stage.act("agent", "marketplace", "verifyBuildId", [listingId, isGood]);
      }
      return async (rows) => {
        const listings = await rows.all("listing", { contract: stage.marketplace });
        expect(listings.map((row) => [row.declaredVerification, row.isBuildIdVerified])).toEqual([
          ["basic", true],
          ["enhanced", true],
          ["enhanced", false],
        ]);
        const row = await rows.one("seller", { contract: stage.marketplace, seller });
        expect(row.declaredVerification).toBe("standard");
      };
    },
  ),

  trapOfTwo(
    "trap 9: a slash suspends the seller, and a new stake forgets it and forfeits the rest",
    [{}, {}],
    async (slashed, restaked) => {
      const { seller } = slashed.parties;
      for (const stage of [slashed, restaked]) {
        await stage.openShop();
        await stage.act("agent", "marketplace", "slashSeller", [seller, "Fraud"]);
      }
      await restaked.stake();
      return async (rows) => {
        const penalty = STAKE / 3n;
        const stake = { stakeUnits: STAKE - penalty, slashCount: 1n, isActive: false };
        expect(await rows.one("sellerStake", { contract: slashed.marketplace })).toMatchObject({
          ...stake,
          slashedUnits: penalty,
          forfeitedUnits: 0n,
        });
        const suspended = await rows.one("seller", { contract: slashed.marketplace, seller });
        expect(suspended).toMatchObject({ isActive: false, isPaused: true });
        expect(await rows.one("sellerStake", { contract: restaked.marketplace })).toMatchObject({
          stakeUnits: STAKE,
          slashCount: 0n,
          isActive: true,
          slashedUnits: penalty,
          forfeitedUnits: STAKE - penalty,
        });
        const held = await rows.one("tokenBalance", { contract: restaked.marketplace });
        expect(held.balanceUnits).toBe(2n * STAKE);
      };
    },
  ),

  trap("trap 10: a heartbeat makes a paused seller active but not unpaused", {}, async (stage) => {
    const { seller } = stage.parties;
    await stage.openShop();
    const silent = (await stage.now()) + 44n * DAY + 1n;
    await stage.act("agent", "marketplace", "pauseInactiveSeller", [seller], silent);
    await stage.act("seller", "marketplace", "recordHeartbeat");
    const beat = await stage.now();
    return async (rows) => {
      const row = await rows.one("seller", { contract: stage.marketplace, seller });
      expect(row).toMatchObject({ isActive: true, isPaused: true, lastHeartbeatAt: beat });
      const listing = await rows.one("listing", { contract: stage.marketplace });
      expect(listing).toMatchObject({ state: "active", availability: "for_sale" });
    };
  }),

  trap("trap 11: an account that never listed anything can be paused", {}, async (stage) => {
    const { stranger } = stage.parties;
    await stage.act("agent", "marketplace", "pauseInactiveSeller", [stranger]);
    return async (rows) => {
      const row = await rows.one("seller", { contract: stage.marketplace, seller: stranger });
      expect(row).toMatchObject({
        isActive: false,
        isPaused: true,
        lastHeartbeatAt: 0n,
        listingCount: 0,
        declaredVerification: null,
      });
    };
  }),

  trap(
    "trap 12: an update with price 0 or without a link leaves the stored value",
    {},
    async (stage) => {
      await stage.openShop();
      await stage.act("seller", "marketplace", "updateListing", [0n, "ipfs://new", 0n]);
      await stage.act("seller", "marketplace", "updateListing", [0n, "", 5n]);
      return async (rows) => {
        const row = await rows.one("listing", { contract: stage.marketplace });
        expect(row).toMatchObject({
          metadataUri: "ipfs://new",
          askingPriceUnits: 5n,
          priceChangeCount: 1,
        });
        const prices = await rows.all("priceChange", { contract: stage.marketplace });
        expect(prices.map(({ priceUnits }) => priceUnits)).toEqual([PRICE, 5n]);
      };
    },
  ),

  trap(
    "trap 13: on M1 six functions do nothing, and the rows say so",
    { marketplace: "M1" },
    async (stage) => {
      await stage.openShop(1);
      await stage.act("seller", "marketplace", "updateListing", [0n, "ipfs://new", 5n]);
      await stage.act("agent", "marketplace", "pauseListing", [0n]);
      await stage.act("seller", "marketplace", "resumeListing", [0n]);
      await stage.act("agent", "marketplace", "verifyBuildId", [0n, true]);
      await stage.act("stranger", "marketplace", "recordHeartbeat");
      await stage.act("agent", "marketplace", "pauseInactiveSeller", [stage.parties.stranger]);
      return async (rows) => {
        const events = await rows.all("activity", { contract: stage.marketplace });
        expect(events.slice(3).map(({ event }) => event)).toEqual([
          "SellerStaked",
          "ListingCreated",
        ]);
        expect(await rows.one("listing", { contract: stage.marketplace })).toMatchObject({
          state: "active",
          metadataUri: "ipfs://metadata",
          declaredVerification: "standard",
          isBuildIdVerified: false,
          pausedAt: null,
        });
      };
    },
  ),

  trap(
    "trap 14: on M2 nobody is a seller before the genesis programme has ended",
    { marketplace: "M2", isGenesisOpen: true },
    async (stage) => {
      expect(await stage.refusal("seller", "marketplace", "stakeToSell")).toBe(
        "Verification too low",
      );
      await stage.act("owner", "marketplace", "endGenesisProgram");
      const ended = await stage.now();
      await stage.openShop();
      return async (rows) => {
        const stake = await rows.one("sellerStake", { contract: stage.marketplace });
        expect(stake.stakedAt).toBeGreaterThan(ended);
        const row = await rows.one("seller", { contract: stage.marketplace });
        expect(row.firstSeenAt).toBeGreaterThan(ended);
        expect(row).toMatchObject({ isGenesis: false, genesisNumber: null });
      };
    },
  ),

  trap(
    "trap 15: a genesis number is a count, so that one seller can have been two of them",
    { isGenesisOpen: true },
    async (stage) => {
      const { seller } = stage.parties;
      // M3 opens the way that a fresh M2 blocks (trap 14): a listing sets the level.
      await stage.openShop(1);
      await stage.act("seller", "marketplace", "cancelListing", [0n]);
      await stage.act("seller", "marketplace", "withdrawStake", [STAKE]);
      await stage.upgradeMarketplace("M2");
      await stage.stake();
      const staked = await stage.now();
      await stage.act("seller", "marketplace", "joinGenesis");
      return async (rows) => {
        const joined = await rows.all("activity", {
          contract: stage.marketplace,
          event: "GenesisSellerJoined",
        });
        expect(joined.map(({ actor, args }) => [actor, args.genesisNumber])).toEqual([
          [seller, "1"],
          [seller, "2"],
        ]);
        const row = await rows.one("seller", { contract: stage.marketplace, seller });
        expect(row).toMatchObject({ genesisNumber: 2n, isGenesis: true });
        // Only the first of the two was a stake, of nothing.
        const stake = await rows.one("sellerStake", { contract: stage.marketplace, seller });
        expect(stake).toMatchObject({ stakeUnits: 0n, stakedAt: staked, isActive: true });
      };
    },
  ),
];
