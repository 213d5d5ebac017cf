import { expect } from "vitest";
import { TRANSFER_FEE_BPS } from "../../../devnet/deploy.ts";
import { splitEscrow } from "../../../src/protocol/amounts.ts";
import { holdClocks } from "../../../src/protocol/clocks.ts";
import { HOUR, PRICE } from "../../unit/contracts/arena.ts";
import type { Rows } from "../support/rows.ts";
import type { Stage } from "../support/stage.ts";
import { type Trap, trap, trapOfTwo } from "./trap.ts";

const FULL_REFUND = 1;
const SPLIT = 4;

const SALE = splitEscrow(PRICE);

/** What is left of an amount after the fee of a taxed token. */
const taxed = (units: bigint) => units - (units * BigInt(TRANSFER_FEE_BPS)) / 10_000n;

async function toTransition(stage: Stage) {
  await stage.openShop();
  await stage.buy();
  await stage.deliver();
  await stage.confirm();
}

/** Balance of an account inside a contract, from the ledger: what went in less what went out. */
async function accountUnits(rows: Rows, contract: `0x${string}`, account: string) {
  const sum = (movements: { amountUnits: bigint }[]) =>
    movements.reduce((total, { amountUnits }) => total + amountUnits, 0n);
  const credits = await rows.all("tokenMovement", { contract, creditAccount: account });
  const debits = await rows.all("tokenMovement", { contract, debitAccount: account });
  return sum(credits) - sum(debits);
}

/** Money (domain A.9, traps 20 to 27). */
export const money: Trap[] = [
  trapOfTwo(
    "trap 20: payouts are what the token moved, not what FundsReleased says",
    [{}, {}],
    async (confirmed, timedOut) => {
      await toTransition(confirmed);
      await confirmed.act("owner", "escrow", "adminReleaseRetainer", [1n]);
      await timedOut.openShop();
      await timedOut.buy();
      await timedOut.deliver();
      const late = (await timedOut.now()) + 72n * HOUR + 1n;
      await timedOut.act("stranger", "escrow", "claimTimeout", [1n], late);
      return async (rows) => {
        const released = await rows.one("activity", {
          contract: confirmed.escrow,
          event: "FundsReleased",
        });
        expect(released.amountUnits).toBe(SALE.immediate);
        expect(
          await rows.all("activity", { contract: timedOut.escrow, event: "FundsReleased" }),
        ).toEqual([]);
        for (const { escrow } of [confirmed, timedOut]) {
          expect(await rows.one("escrow", { contract: escrow })).toMatchObject({
            state: "completed",
            paidToSellerUnits: SALE.sellerPayout,
            paidToTreasuryUnits: SALE.platformFee,
            paidToBuyerUnits: 0n,
          });
        }
        expect(await rows.all("transitionHold", { contract: timedOut.escrow })).toEqual([]);
      };
    },
  ),

  trapOfTwo(
    "trap 21: the refund of a resolution is what the buyer was paid, or nothing",
    [{}, {}],
    async (split, unsplit) => {
      for (const [stage, refundBps] of [
        [split, 3_333n],
        [unsplit, 0n],
      ] as const) {
        await stage.openShop();
        await stage.buy();
        await stage.deliver();
        await stage.act("buyer", "escrow", "raiseDispute", [1n, 0, "ipfs://evidence"]);
        await stage.resolve(SPLIT, refundBps);
      }
      return async (rows) => {
        const refund = (PRICE * 3_333n) / 10_000n;
        for (const [stage, refunded] of [
          [split, refund],
          [unsplit, 0n],
        ] as const) {
          const dispute = await rows.one("dispute", { contract: stage.escrow });
          expect(dispute).toMatchObject({ resolution: "split", refundedUnits: refunded });
          expect(await rows.one("escrow", { contract: stage.escrow })).toMatchObject({
            state: "resolved",
            paidToBuyerUnits: refunded,
            paidToSellerUnits: PRICE - refunded - SALE.platformFee,
            paidToTreasuryUnits: SALE.platformFee,
          });
          const refunds = await rows.all("tokenMovement", {
            contract: stage.escrow,
            purpose: "refund",
          });
          expect(refunds).toHaveLength(refunded === 0n ? 0 : 1);
        }
      };
    },
  ),

  trap(
    "trap 22: a refund after the payout is booked against its escrow, and the shortfall shows",
    {},
    async (stage) => {
      await toTransition(stage);
      await stage.buy("rival");
      await stage.act("seller", "escrow", "raiseDispute", [1n, 3, "ipfs://evidence"]);
      await stage.resolve(FULL_REFUND);
      return async (rows) => {
        const overpaid = { contract: stage.escrow, escrowId: 1n };
        expect(await rows.one("escrow", overpaid)).toMatchObject({
          state: "refunded",
          paidToBuyerUnits: PRICE,
          paidToSellerUnits: SALE.immediate,
          paidToTreasuryUnits: SALE.platformFee,
        });
        const owed = await rows.one("escrow", { contract: stage.escrow, escrowId: 2n });
        const held = await rows.one("tokenBalance", { contract: stage.escrow });
        expect(held.balanceUnits).toBe(await stage.balance(stage.escrow));
        expect(held.balanceUnits).toBe(SALE.retainer);
        expect(owed.amountUnits).toBeGreaterThan(held.balanceUnits);
        expect(await accountUnits(rows, stage.escrow, "escrow:1")).toBe(SALE.retainer - PRICE);
        expect(await accountUnits(rows, stage.escrow, "escrow:2")).toBe(PRICE);
      };
    },
  ),

  trap(
    "trap 23: a hold is closed with its escrow although the chain calls it unreleased",
    {},
    async (stage) => {
      await toTransition(stage);
      await stage.buy("rival");
      await stage.act("seller", "escrow", "raiseDispute", [1n, 3, "ipfs://evidence"]);
      await stage.resolve(FULL_REFUND);
      const resolved = await stage.now();
      const stored = await stage.view<object>("escrow", "getTransitionHold", [1n]);
      expect(stored).toMatchObject({ isReleased: false, isClaimed: false });
      return async (rows) => {
        const hold = await rows.one("transitionHold", { contract: stage.escrow });
        expect(hold).toMatchObject({ isReleased: false, isClaimed: false, closedAt: resolved });
        const { state } = await rows.one("escrow", { contract: stage.escrow, escrowId: 1n });
        const clocks = holdClocks({ ...hold, escrowState: state }, hold.releaseTime);
        expect(clocks).toEqual([]);
      };
    },
  ),

  trapOfTwo(
    "trap 24: an emergency withdrawal says no amount; the rows say what was paid to whom",
    [{}, {}],
    async (held, funded) => {
      await toTransition(held);
      await funded.openShop();
      await funded.buy();
      for (const [stage, party] of [
        [held, "seller"],
        [funded, "buyer"],
      ] as const) {
        await stage.act("owner", "escrow", "activateEmergency");
        const opens = (await stage.now()) + 72n * HOUR;
        await stage.act(party, "escrow", "emergencyWithdraw", [1n], opens);
      }
      return async (rows) => {
        const exit = { state: "emergency", isEmergencyExit: true };
        expect(await rows.one("escrow", { contract: held.escrow })).toMatchObject({
          ...exit,
          paidToSellerUnits: SALE.sellerPayout,
          paidToBuyerUnits: 0n,
        });
        expect(await rows.one("escrow", { contract: funded.escrow })).toMatchObject({
          ...exit,
          paidToSellerUnits: 0n,
          paidToBuyerUnits: PRICE,
        });
        const hold = await rows.one("transitionHold", { contract: held.escrow });
        expect(hold).toMatchObject({ isReleased: false, isClaimed: false });
        expect(hold.closedAt).not.toBeNull();
      };
    },
  ),

  trapOfTwo(
    "trap 25: with a taxed token an escrow is what arrived, on E1 what was asked",
    [
      { escrow: "E2d", token: "fee-on-transfer" },
      { escrow: "E1", token: "fee-on-transfer" },
    ],
    async (newer, first) => {
      await newer.openShop();
      await newer.buy("rival");
      await newer.offer();
      await newer.accept();
      await newer.fund(2n);
      await first.openShop();
      await first.buy();
      return async (rows) => {
        const direct = await rows.one("escrow", { contract: newer.escrow, escrowId: 1n });
        expect(direct).toMatchObject({
          amountUnits: taxed(PRICE),
          platformFeeUnits: splitEscrow(taxed(PRICE)).platformFee,
        });
        const deposit = taxed(PRICE / 20n);
        const total = deposit + taxed(PRICE - deposit);
        const offer = await rows.one("offer", { contract: newer.escrow });
        expect(offer).toMatchObject({ priceUnits: PRICE, depositUnits: deposit });
        const completed = await rows.one("escrow", { contract: newer.escrow, escrowId: 2n });
        expect(completed).toMatchObject({
          amountUnits: total,
          totalFundedUnits: total,
          platformFeeUnits: splitEscrow(total).platformFee,
          sellerPayoutUnits: splitEscrow(total).sellerPayout,
        });
        const nominal = await rows.one("escrow", { contract: first.escrow });
        expect(nominal.amountUnits).toBe(PRICE);
        const held = await rows.one("tokenBalance", { contract: first.escrow });
        expect(held.balanceUnits).toBe(taxed(PRICE));
      };
    },
  ),

  trap(
    "trap 26: an escrow has its own token, which need not be the marketplace's",
    { escrow: "E2a", hasOwnEscrowToken: true },
    async (stage) => {
      await stage.openShop();
      await stage.buy();
      return async (rows) => {
        const { token, escrowToken } = stage.market;
        expect(escrowToken.address).not.toBe(token.address);
        const listing = await rows.one("listing", { contract: stage.marketplace });
        const escrow = await rows.one("escrow", { contract: stage.escrow });
        expect([listing.token, escrow.token]).toEqual([token.address, escrowToken.address]);
        const paid = await rows.one("tokenMovement", { contract: stage.escrow });
        expect(paid).toMatchObject({ token: escrowToken.address, purpose: "purchase" });
        expect((await rows.one("token", { address: escrowToken.address })).decimals).toBe(6);
      };
    },
  ),

  trap(
    "trap 27: tokens that anybody minted into a contract belong to nobody there",
    {},
    async (stage) => {
      await stage.openShop();
      await stage.buy();
      await stage.act("stranger", "token", "mint", [stage.escrow, 5n * PRICE]);
      await stage.act("stranger", "token", "mint", [stage.parties.rival, PRICE]);
      return async (rows) => {
        const minted = await rows.one("tokenMovement", {
          to: stage.escrow,
          amountUnits: 5n * PRICE,
        });
        expect(minted).toMatchObject({
          purpose: "unattributed",
          creditAccount: "surplus",
          contract: null,
          escrowId: null,
        });
        const held = await rows.one("tokenBalance", { contract: stage.escrow });
        expect(held.balanceUnits).toBe(6n * PRICE);
        expect(await accountUnits(rows, stage.escrow, "escrow:1")).toBe(PRICE);
        const toRival = await rows.all("tokenMovement", {
          to: stage.parties.rival,
          purpose: "unattributed",
        });
        expect(toRival).toEqual([]);
      };
    },
  ),
];
