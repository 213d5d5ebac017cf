import { zeroAddress } from "viem";
import { expect } from "vitest";
import { publicId } from "../../../src/protocol/ids.ts";
import { TEST_CHAIN_ID } from "../../support/anvil.ts";
import { PRICE } from "../../unit/contracts/arena.ts";
import { type Trap, trap, trapOfTwo } from "./trap.ts";

const FULL_REFUND = 1;

/** Identifiers and zero values (domain A.9, traps 16 to 19). */
export const identifiers: Trap[] = [
  trap("trap 16: listing 0 is a listing, escrows and offers count from 1", {}, async (stage) => {
    await stage.openShop();
    await stage.offer("rival");
    await stage.buy();
    return async (rows) => {
      const { marketplace, escrow } = stage;
      expect((await rows.one("listing", { contract: marketplace })).listingId).toBe(0n);
      expect(await rows.one("offer", { contract: escrow })).toMatchObject({
        offerId: 1n,
        listingId: 0n,
      });
      expect(await rows.one("escrow", { contract: escrow })).toMatchObject({
        escrowId: 1n,
        listingId: 0n,
      });
      const onListing = await rows.all("activity", { marketplace, listingId: 0n });
      expect(onListing.map(({ event }) => event)).toEqual([
        "ListingCreated",
        "OfferMade",
        "EscrowCreated",
        "FundsDeposited",
      ]);
    };
  }),

  trap(
    "trap 17: a build check of listing 0 before it exists is in the timeline and in no listing",
    {},
    async (stage) => {
      await stage.act("agent", "marketplace", "verifyBuildId", [0n, true]);
      await stage.openShop(1);
      return async (rows) => {
        const [first] = (await rows.all("activity", { contract: stage.marketplace })).slice(3);
        expect(first).toMatchObject({ event: "BuildIdVerified", listingId: 0n });
        expect(await rows.one("listing", { contract: stage.marketplace })).toMatchObject({
          isBuildIdVerified: false,
          declaredVerification: "standard",
        });
      };
    },
  ),

  trapOfTwo(
    "trap 18: the same ids in two deployments are different things",
    [{}, { marketplace: "M2", escrow: "E2d" }],
    async (newest, older) => {
      for (const stage of [newest, older]) await stage.openShop();
      await newest.offer("rival", 7n * PRICE);
      await older.offer("buyer", 3n * PRICE);
      await newest.buy("buyer");
      await older.buy("rival");
      return async (rows) => {
        const found = await Promise.all(
          [newest, older].map(async ({ marketplace, escrow, parties }) => {
            const offer = await rows.one("offer", { contract: escrow, offerId: 1n });
            const bought = await rows.one("escrow", { contract: escrow, escrowId: 1n });
            await rows.one("listing", { contract: marketplace, listingId: 0n });
            expect(bought.marketplace).toBe(marketplace);
            const name = bought.buyer === parties.buyer ? "buyer" : "rival";
            return [offer.priceUnits, name, publicId(TEST_CHAIN_ID, escrow, 1n)];
          }),
        );
        expect(found).toEqual([
          [7n * PRICE, "buyer", `31337-${newest.escrow}-1`],
          [3n * PRICE, "rival", `31337-${older.escrow}-1`],
        ]);
      };
    },
  ),

  trap(
    "trap 19: a resolved transition issue is a dispute of its escrow, whatever id the chain stores",
    {},
    async (stage) => {
      await stage.openShop();
      await stage.buy();
      await stage.deliver();
      await stage.confirm();
      await stage.act("buyer", "escrow", "reportTransitionIssue", [1n, "DNS is missing"]);
      // The full amounts are no longer there (trap 22): another deposit pays for it.
      await stage.buy("rival");
      await stage.resolve(FULL_REFUND);
      const stored = await stage.view<object>("escrow", "getDispute", [1n]);
      expect(stored).toMatchObject({ escrowId: 0n, initiator: zeroAddress, responseDeadline: 0n });
      return async (rows) => {
        expect(await rows.one("dispute", { contract: stage.escrow })).toMatchObject({
          escrowId: 1n,
          origin: "transition_issue",
          initiator: null,
          disputeType: null,
          responseDeadline: null,
          evidence: "DNS is missing",
          resolution: "full_refund",
          resolver: stage.parties.owner,
          refundedUnits: PRICE,
        });
      };
    },
  ),
];
