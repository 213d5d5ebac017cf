import type { Address } from "viem";
import { expect } from "vitest";
import { openDeployer } from "../../../devnet/deployer.ts";
import { HOUR, PRICE, STAKE } from "../../unit/contracts/arena.ts";
import type { Where } from "../support/stage.ts";
import { type Trap, trap, trapOfTwo } from "./trap.ts";

const DEPOSIT = PRICE / 20n;
const NON_DELIVERY = 2;
const ASSIGNMENT = `0x${"11".repeat(32)}`;

/** Offers and emergency (domain A.9, traps 35 to 41). */
export const offersAndEmergency: Trap[] = [
  trap(
    "trap 35: an accepted offer makes one escrow, linked both ways, from two events",
    {},
    async (stage) => {
      await stage.openShop();
      await stage.offer();
      await stage.accept();
      return async (rows) => {
        const { escrow: contract } = stage;
        const offer = await rows.one("offer", { contract });
        const escrow = await rows.one("escrow", { contract });
        expect([offer.escrowId, escrow.offerId, escrow.origin]).toEqual([1n, 1n, "offer"]);
        const accepted = await rows.one("activity", { contract, event: "OfferAccepted" });
        const created = await rows.one("activity", { contract, event: "EscrowCreated" });
        expect(created.logIndex).toBe(accepted.logIndex + 1);
        expect([accepted.txHash, created.txHash]).toEqual([
          escrow.createdTxHash,
          escrow.createdTxHash,
        ]);
        const transitions = await rows.all("escrowTransition", { contract });
        expect(transitions.map(({ toState, cause }) => [toState, cause])).toEqual([
          ["created", "OfferAccepted"],
        ]);
        const moved = await rows.one("tokenMovement", { contract, purpose: "offer_accepted" });
        expect(moved).toMatchObject({
          isInternal: true,
          debitAccount: "offer:1",
          creditAccount: "escrow:1",
          amountUnits: DEPOSIT,
        });
      };
    },
  ),

  trap(
    "trap 36: the seller's choice of encryption is known at acceptance though no event says it",
    {},
    async (stage) => {
      await stage.openShop();
      await stage.offer();
      await stage.accept();
      return async (rows) => {
        expect(await rows.one("escrow", { contract: stage.escrow })).toMatchObject({
          state: "created",
          encryptionMethod: "ephemeral_keypair",
        });
      };
    },
  ),

  trap(
    "after trap 36: what no event tells is known where a smart account lists and accepts, whose transactions call another contract",
    {},
    async (stage) => {
      const { marketplace, escrow } = stage;
      const token = stage.market.token.address;
      const deployer = await openDeployer(stage.chain, stage.parties.seller);
      const account = await deployer.create("SmartAccount", [stage.parties.seller]);
      stage.smartAccounts.push(account);
      const listing = ["A business", "ipfs://metadata", PRICE, 0, ASSIGNMENT, "0x1234", "build-1"];
      const asAccount = (...calls: [Address, Where, string, readonly unknown[]][]) =>
        deployer.call("SmartAccount", account, "executeBatch", [
          calls.map(([target, ...call]) => ({ target, data: stage.callData(...call) })),
        ]);
      await asAccount(
        [token, "token", "mint", [account, STAKE]],
        [token, "token", "approve", [marketplace, STAKE]],
        [marketplace, "marketplace", "stakeToSell", []],
        [marketplace, "marketplace", "createListing", listing],
      );
      await deployer.mine();
      await stage.offer();
      await asAccount([escrow, "escrow", "acceptOffer", [1n, 1]]);
      await deployer.mine();
      return async (rows) => {
        expect(await rows.one("listing", { contract: marketplace })).toMatchObject({
          seller: account,
          metadataUri: "ipfs://metadata",
          ipAssignmentHash: ASSIGNMENT,
          buildId: "build-1",
        });
        expect(await rows.one("escrow", { contract: escrow })).toMatchObject({
          seller: account,
          encryptionMethod: "ephemeral_keypair",
        });
      };
    },
  ),

  trap("trap 37: accepting one offer leaves the others active", {}, async (stage) => {
    await stage.openShop();
    await stage.offer("buyer", PRICE);
    await stage.offer("rival", 2n * PRICE);
    await stage.accept(1n);
    return async (rows) => {
      const offers = await rows.all("offer", { contract: stage.escrow });
      expect(offers.map(({ state }) => state)).toEqual(["accepted", "active"]);
      expect(await rows.one("listing", { contract: stage.marketplace })).toMatchObject({
        activeOfferCount: 1,
        highestOfferUnits: 2n * PRICE,
        availability: "in_escrow",
      });
    };
  }),

  trap(
    "trap 38: an ejected offer is cancelled and ejected, and no second one appears",
    {},
    async (stage) => {
      await stage.openShop();
      await stage.offer();
      await stage.act("owner", "escrow", "setSafetyWallet", [stage.parties.safety]);
      await stage.act("owner", "escrow", "pause");
      await stage.act("owner", "escrow", "emergencyEjectOffer", [1n]);
      await stage.act("owner", "escrow", "unpause");
      expect(await stage.refusal("buyer", "escrow", "makeOffer", [0n, PRICE])).toBe(
        "An offer is already active",
      );
      return async (rows) => {
        expect(await rows.one("offer", { contract: stage.escrow })).toMatchObject({
          state: "cancelled",
          isEjected: true,
          isEndedByExpiry: false,
          endedBy: stage.parties.owner,
        });
        const listing = await rows.one("listing", { contract: stage.marketplace });
        expect(listing).toMatchObject({ activeOfferCount: 0, availability: "for_sale" });
        const ejected = await rows.one("tokenMovement", {
          contract: stage.escrow,
          purpose: "eject",
        });
        expect(ejected).toMatchObject({ to: stage.parties.safety, offerId: 1n });
      };
    },
  ),

  trapOfTwo(
    "trap 39: ejecting nothing changes nothing, and a disputed escrow cannot be withdrawn",
    [{}, {}],
    async (empty, disputed) => {
      await empty.openShop();
      await empty.offer("rival", 19n);
      await empty.accept();
      await empty.act("owner", "escrow", "setSafetyWallet", [empty.parties.safety]);
      await empty.act("owner", "escrow", "pause");
      expect(await empty.act("owner", "escrow", "emergencyEjectEscrow", [1n])).toEqual([]);
      await disputed.openShop();
      await disputed.buy();
      await disputed.deliver();
      await disputed.act("buyer", "escrow", "raiseDispute", [1n, 0, "ipfs://evidence"]);
      await disputed.act("owner", "escrow", "activateEmergency");
      const opens = (await disputed.now()) + 72n * HOUR;
      expect(await disputed.refusal("buyer", "escrow", "emergencyWithdraw", [1n], opens)).toBe(
        "State cannot be withdrawn",
      );
      return async (rows) => {
        expect(await rows.one("escrow", { contract: empty.escrow })).toMatchObject({
          state: "created",
          isEmergencyExit: false,
          transitionCount: 1,
        });
        expect(await rows.one("escrow", { contract: disputed.escrow })).toMatchObject({
          state: "disputed",
          isEmergencyExit: false,
        });
        const { emergencyActivatedAt } = await rows.one("contract", { address: disputed.escrow });
        expect(emergencyActivatedAt).toBe(opens - 72n * HOUR);
      };
    },
  ),

  trap(
    "trap 40: no escrow is ever confirmed: a confirmed one is in transition",
    {},
    async (stage) => {
      await stage.openShop();
      await stage.buy();
      await stage.deliver();
      await stage.confirm();
      return async (rows) => {
        const row = await rows.one("escrow", { contract: stage.escrow });
        expect(row.state).toBe("transition");
        expect(row.confirmedAt).not.toBeNull();
        expect(await rows.all("escrow", { state: "confirmed" })).toEqual([]);
        expect(await rows.all("escrowTransition", { toState: "confirmed" })).toEqual([]);
      };
    },
  ),

  trap(
    "trap 41: non-delivery ends as a timeout, for a funded escrow has no dispute",
    {},
    async (stage) => {
      await stage.openShop();
      await stage.buy();
      const raise = [1n, NON_DELIVERY, "ipfs://evidence"];
      expect(await stage.refusal("buyer", "escrow", "raiseDispute", raise)).toBe(
        "State cannot be disputed",
      );
      const late = (await stage.now()) + 72n * HOUR + 1n;
      await stage.act("buyer", "escrow", "claimTimeout", [1n], late);
      return async (rows) => {
        expect(await rows.all("dispute", { contract: stage.escrow })).toEqual([]);
        const row = await rows.one("escrow", { contract: stage.escrow });
        expect(row).toMatchObject({ state: "expired", disputedAt: null, closedAt: late });
        const listing = await rows.one("listing", { contract: stage.marketplace });
        expect(listing.availability).toBe("for_sale");
      };
    },
  ),
];
