import { expect } from "vitest";
import { splitEscrow } from "../../../src/protocol/amounts.ts";
import { DAY, HOUR, PRICE, STAKE } from "../../unit/contracts/arena.ts";
import type { Stage } from "../support/stage.ts";
import { type Trap, trap, trapOfTwo } from "./trap.ts";

const DEPOSIT = PRICE / 20n;
const SALE = splitEscrow(PRICE);
const EVIDENCE = "ipfs://evidence";

/** Buys, delivers and disputes escrow `id`. */
async function dispute(stage: Stage, id: bigint) {
  await stage.buy();
  await stage.deliver(id);
  await stage.act("buyer", "escrow", "raiseDispute", [id, 3, EVIDENCE]);
}

/** What else the state machines of domain A.8 know, so that every event of theirs occurs. */
export const lifecycle: Trap[] = [
  trap("a listing is created, updated, paused, resumed and cancelled", {}, async (stage) => {
    await stage.stake();
    for (let id = 0; id < 4; id += 1) await stage.list();
    await stage.act("seller", "marketplace", "updateListing", [0n, "ipfs://new", 2n * PRICE]);
    for (const id of [1n, 2n]) await stage.act("agent", "marketplace", "pauseListing", [id]);
    const paused = await stage.now();
    await stage.act("seller", "marketplace", "resumeListing", [2n]);
    await stage.act("seller", "marketplace", "cancelListing", [3n]);
    const cancelled = await stage.now();
    return async (rows) => {
      const listings = await rows.all("listing", { contract: stage.marketplace });
      const told = listings.map((row) => [row.state, row.availability, row.askingPriceUnits]);
      expect(told).toEqual([
        ["active", "for_sale", 2n * PRICE],
        ["paused", "paused", PRICE],
        ["active", "for_sale", PRICE],
        ["cancelled", "cancelled", PRICE],
      ]);
      expect(listings[0]?.metadataUri).toBe("ipfs://new");
      expect(listings.map(({ pauseReason }) => pauseReason)).toEqual([
        null,
        "Health check failed",
        "Health check failed",
        null,
      ]);
      expect([listings[2]?.pausedAt, listings[3]?.cancelledAt]).toEqual([paused, cancelled]);
      const row = await rows.one("seller", { contract: stage.marketplace });
      expect([row.listingCount, row.activeListingCount]).toEqual([4, 2]);
    };
  }),

  trapOfTwo(
    "offers are rejected, withdrawn, expired by anybody, accepted and ejected",
    [{ escrow: "E2a" }, {}],
    async (first, newest) => {
      await first.openShop();
      await first.offer();
      await first.act("seller", "escrow", "rejectOffer", [1n]);
      await first.offer();
      await first.act("buyer", "escrow", "cancelOffer", [2n]);
      await first.offer();
      await first.accept(3n);
      await newest.openShop();
      await newest.offer();
      const late = (await newest.now()) + 24n * HOUR + 1n;
      await newest.act("stranger", "escrow", "cancelOffer", [1n], late);
      await newest.offer("rival");
      await newest.act("owner", "escrow", "setSafetyWallet", [newest.parties.safety]);
      await newest.act("owner", "escrow", "pause");
      await newest.act("owner", "escrow", "emergencyEjectOffer", [2n]);
      return async (rows) => {
        const told = async ({ escrow }: Stage) =>
          (await rows.all("offer", { contract: escrow })).map((row) => [
            row.state,
            row.isEndedByExpiry,
            row.isEjected,
            row.endedBy,
          ]);
        const { buyer, seller, stranger, owner } = newest.parties;
        expect(await told(first)).toEqual([
          ["rejected", false, false, seller],
          ["cancelled", false, false, buyer],
          ["accepted", false, false, seller],
        ]);
        expect(await told(newest)).toEqual([
          ["cancelled", true, false, stranger],
          ["cancelled", false, true, owner],
        ]);
        const movements = await rows.all("tokenMovement", { contract: first.escrow });
        expect(movements.map(({ purpose, amountUnits }) => [purpose, amountUnits])).toEqual([
          ["offer_deposit", DEPOSIT],
          ["offer_refund", DEPOSIT],
          ["offer_deposit", DEPOSIT],
          ["offer_refund", DEPOSIT],
          ["offer_deposit", DEPOSIT],
          ["offer_accepted", DEPOSIT],
        ]);
      };
    },
  ),

  trap("a dispute is answered, and resolved in each of four ways", {}, async (stage) => {
    await stage.openShop();
    for (const id of [1n, 2n, 3n, 4n]) await dispute(stage, id);
    for (const text of ["first", "second"]) {
      await stage.act("seller", "escrow", "respondToDispute", [1n, text]);
    }
    for (const resolution of [1, 2, 3, 4]) {
      await stage.resolve(resolution, 5_000n, BigInt(resolution));
    }
    return async (rows) => {
      const escrows = await rows.all("escrow", { contract: stage.escrow });
      const half = PRICE / 2n;
      const split = [half, PRICE - half - SALE.platformFee, SALE.platformFee];
      expect(
        escrows.map((row) => [
          row.state,
          row.paidToBuyerUnits,
          row.paidToSellerUnits,
          row.paidToTreasuryUnits,
        ]),
      ).toEqual([
        ["refunded", PRICE, 0n, 0n],
        ["resolved", ...split],
        ["completed", 0n, SALE.sellerPayout, SALE.platformFee],
        ["resolved", ...split],
      ]);
      const disputes = await rows.all("dispute", { contract: stage.escrow });
      expect(disputes.map(({ resolution }) => resolution)).toEqual([
        "full_refund",
        "partial_refund",
        "release_to_seller",
        "split",
      ]);
      expect(disputes[0]).toMatchObject({ response: "second", evidence: EVIDENCE });
      const row = await rows.one("seller", { contract: stage.marketplace });
      expect([row.completedSaleCount, row.disputedSaleCount]).toEqual([1, 4]);
    };
  }),

  trap(
    "the owner ejects an escrow from any open state, for what it still holds",
    {},
    async (stage) => {
      await stage.openShop();
      await stage.offer();
      await stage.accept();
      for (let bought = 0; bought < 4; bought += 1) await stage.buy();
      for (const id of [3n, 4n, 5n]) await stage.deliver(id);
      await stage.act("buyer", "escrow", "requestVerificationExtension", [3n]);
      await stage.confirm(4n);
      await stage.act("buyer", "escrow", "raiseDispute", [5n, 0, EVIDENCE]);
      await stage.act("owner", "escrow", "setSafetyWallet", [stage.parties.safety]);
      await stage.act("owner", "escrow", "activateEmergency");
      await stage.act("owner", "escrow", "deactivateEmergency");
      await stage.act("owner", "escrow", "setTreasuryAddress", [stage.parties.stranger]);
      await stage.act("owner", "escrow", "pause");
      for (const id of [1n, 2n, 3n, 4n, 5n]) {
        await stage.act("owner", "escrow", "emergencyEjectEscrow", [id]);
      }
      return async (rows) => {
        const escrows = await rows.all("escrow", { contract: stage.escrow });
        expect(escrows.map((row) => [row.state, row.paidToSafetyUnits])).toEqual([
          ["emergency", DEPOSIT],
          ["emergency", PRICE],
          ["emergency", PRICE],
          ["emergency", SALE.retainer],
          ["emergency", PRICE],
        ]);
        expect(escrows.map(({ isVerificationExtended }) => isVerificationExtended)).toEqual([
          ...[false, false, true, false, false],
        ]);
        const changes = await rows.all("escrowTransition", {
          contract: stage.escrow,
          toState: "emergency",
        });
        expect(changes.map(({ fromState }) => fromState)).toEqual([
          ...["created", "funded", "delivered", "transition", "disputed"],
        ]);
        // The contract says so for good: that nobody can resolve it any more is told by its escrow.
        const [left] = await rows.all("dispute", { contract: stage.escrow, escrowId: 5n });
        expect(left).toMatchObject({ resolution: "pending", resolvedAt: null });
        expect(await rows.one("contract", { address: stage.escrow })).toMatchObject({
          isPaused: true,
          emergencyActivatedAt: null,
          treasury: stage.parties.stranger,
          safetyWallet: stage.parties.safety,
        });
      };
    },
  ),

  trap(
    "a slashed seller who enters the genesis programme for free forfeits what was left",
    { isGenesisOpen: true },
    async (stage) => {
      const { seller } = stage.parties;
      await stage.openShop(1);
      await stage.act("agent", "marketplace", "slashSeller", [seller, "Fraud"]);
      await stage.stake();
      return async (rows) => {
        expect(await rows.one("sellerStake", { contract: stage.marketplace })).toMatchObject({
          stakeUnits: 0n,
          isActive: true,
          slashCount: 0n,
          forfeitedUnits: STAKE - STAKE / 3n,
        });
        const forfeited = await rows.one("tokenMovement", {
          contract: stage.marketplace,
          purpose: "stake_forfeited",
        });
        expect(forfeited).toMatchObject({
          amountUnits: STAKE - STAKE / 3n,
          debitAccount: `stake:${seller}`,
          creditAccount: "forfeited",
        });
      };
    },
  ),

  trap("a stake is taken out in an emergency, and the seller is forgotten", {}, async (stage) => {
    const { seller } = stage.parties;
    await stage.openShop();
    await stage.act("seller", "marketplace", "requestEmergencyWithdraw");
    const opens = (await stage.now()) + 72n * HOUR;
    await stage.act("seller", "marketplace", "executeEmergencyWithdraw", [], opens);
    return async (rows) => {
      const stake = await rows.one("sellerStake", { contract: stage.marketplace });
      expect(stake).toMatchObject({ stakeUnits: 0n, stakedAt: 0n, isActive: false });
      const row = await rows.one("seller", { contract: stage.marketplace, seller });
      expect(row).toMatchObject({
        isActive: false,
        lastHeartbeatAt: 0n,
        emergencyWithdrawAt: null,
      });
      const listing = await rows.one("listing", { contract: stage.marketplace });
      expect(listing).toMatchObject({ state: "active", availability: "for_sale" });
    };
  }),

  ...(["E0", "E2b", "E2c"] as const).map((escrow) =>
    trap(`a sale on ${escrow} runs from deposit to retainer`, { escrow }, async (stage) => {
      await stage.openShop();
      const { seller } = stage.parties;
      const direct = escrow === "E0" ? [0n, seller, PRICE, 0] : [0n, PRICE, 0];
      await stage.act("buyer", "escrow", "depositFunds", direct);
      await stage.deliver();
      await stage.confirm();
      const due = (await stage.now()) + 7n * DAY;
      await stage.act("seller", "escrow", "claimTransitionRetainer", [1n], due);
      return async (rows) => {
        const states = await rows.all("escrowTransition", { contract: stage.escrow });
        expect(states.map(({ toState }) => toState)).toEqual([
          ...["created", "funded", "delivered", "transition", "completed"],
        ]);
        expect(await rows.one("escrow", { contract: stage.escrow })).toMatchObject({
          marketplace: stage.marketplace,
          paidToSellerUnits: SALE.sellerPayout,
          paidToTreasuryUnits: SALE.platformFee,
        });
      };
    }),
  ),
];
