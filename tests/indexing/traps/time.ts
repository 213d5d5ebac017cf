import { expect } from "vitest";
import { type Clock, escrowClocks, holdClocks, offerClocks } from "../../../src/protocol/clocks.ts";
import { DAY, HOUR, PRICE } from "../../unit/contracts/arena.ts";
import { type Stage, TRANSITION_SECONDS } from "../support/stage.ts";
import { type Trap, trap, trapOfTwo } from "./trap.ts";

const DEPOSIT = PRICE / 20n;

/** Names of the functions that the clocks let through. */
const openActs = (clocks: readonly Clock[]) =>
  clocks.filter(({ isOpen }) => isOpen).map(({ act }) => act);

async function toTransition(stage: Stage) {
  await stage.openShop();
  await stage.buy();
  await stage.deliver();
  await stage.confirm();
}

/** Time (domain A.9, traps 28 to 34). */
export const time: Trap[] = [
  trap(
    "trap 28: the handover deadline of an accepted offer does not wait for the money",
    {},
    async (stage) => {
      await stage.openShop();
      await stage.offer();
      await stage.accept();
      const deadline = (await stage.now()) + 72n * HOUR;
      await stage.fund(1n, deadline + DAY);
      await stage.act("buyer", "escrow", "claimTimeout", [1n]);
      return async (rows) => {
        expect(await rows.one("escrow", { contract: stage.escrow })).toMatchObject({
          state: "expired",
          handoverDeadline: deadline,
          depositedAt: deadline - 72n * HOUR,
          fundedAt: deadline + DAY,
          paidToBuyerUnits: PRICE,
        });
      };
    },
  ),

  trapOfTwo(
    "trap 29: an unfunded escrow stays created for good, or until the owner ejects it",
    [{}, {}],
    async (waiting, ejected) => {
      for (const stage of [waiting, ejected]) {
        await stage.openShop();
        await stage.offer();
        await stage.accept();
      }
      const late = (await waiting.now()) + 60n * DAY;
      expect(await waiting.refusal("buyer", "escrow", "claimTimeout", [1n], late)).toBe(
        "No timeout in this state",
      );
      const { safety } = ejected.parties;
      await ejected.act("owner", "escrow", "setSafetyWallet", [safety]);
      await ejected.act("owner", "escrow", "pause");
      await ejected.act("owner", "escrow", "emergencyEjectEscrow", [1n]);
      return async (rows) => {
        const row = await rows.one("escrow", { contract: waiting.escrow });
        expect(row).toMatchObject({ state: "created", fundedAt: null, closedAt: null });
        const clocks = escrowClocks(row, late);
        expect(clocks.map(({ act, isOverdue }) => [act, isOverdue])).toEqual([
          ["completeFunding", true],
        ]);
        expect(await rows.one("escrow", { contract: ejected.escrow })).toMatchObject({
          state: "emergency",
          isEmergencyExit: true,
          paidToSafetyUnits: DEPOSIT,
          paidToBuyerUnits: 0n,
        });
        const { safetyWallet } = await rows.one("contract", { address: ejected.escrow });
        expect(safetyWallet).toBe(safety);
      };
    },
  ),

  trapOfTwo(
    "trap 30: an expired offer is active until somebody acts, and may still be accepted",
    [{}, {}],
    async (accepted, untouched) => {
      for (const stage of [accepted, untouched]) {
        await stage.openShop();
        await stage.offer();
      }
      await accepted.act("seller", "marketplace", "cancelListing", [0n]);
      const late = (await accepted.now()) + 30n * DAY;
      await accepted.accept(1n, late);
      return async (rows) => {
        const row = await rows.one("offer", { contract: accepted.escrow });
        expect(row).toMatchObject({ state: "accepted", endedAt: late, isEndedByExpiry: false });
        expect(row.expiresAt).toBeLessThan(late);
        const listing = await rows.one("listing", { contract: accepted.marketplace });
        expect(listing).toMatchObject({ state: "cancelled", availability: "in_escrow" });
        const expired = await rows.one("offer", { contract: untouched.escrow });
        expect(expired).toMatchObject({ state: "active", endedAt: null });
        const clocks = offerClocks(expired, late);
        expect(clocks.map(({ kind, isOpen, isOverdue }) => [kind, isOpen, isOverdue])).toEqual([
          ["offer_response", false, true],
          ["offer_expiry", true, false],
        ]);
      };
    },
  ),

  trapOfTwo(
    "trap 31: a retainer is due when its event says, at once on an E3 without a period",
    [{ hasNoTransitionPeriod: true }, {}],
    async (unset, set) => {
      await toTransition(unset);
      const confirmed = await unset.now();
      await unset.act("owner", "escrow", "setTransitionPeriod", [DAY]);
      await toTransition(set);
      return async (rows) => {
        const atOnce = await rows.one("transitionHold", { contract: unset.escrow });
        expect(atOnce).toMatchObject({ createdAt: confirmed, releaseTime: confirmed });
        const { transitionPeriodSeconds } = await rows.one("contract", { address: unset.escrow });
        expect(transitionPeriodSeconds).toBe(DAY);
        const later = await rows.one("transitionHold", { contract: set.escrow });
        expect(later.releaseTime).toBe(later.createdAt + TRANSITION_SECONDS);
      };
    },
  ),

  trapOfTwo(
    "trap 32: each clock opens and closes on the second at which the contract does",
    [{}, {}],
    async (last, late) => {
      for (const stage of [last, late]) {
        await stage.openShop();
        await stage.buy();
      }
      const deadlineOf = async (stage: Stage, name: "handoverDeadline" | "verifyDeadline") =>
        (await stage.view<Record<typeof name, bigint>>("escrow", "getEscrow", [1n]))[name];
      const handover = await deadlineOf(last, "handoverDeadline");
      await last.deliver(1n, handover);
      await last.confirm(1n, await deadlineOf(last, "verifyDeadline"));
      const { releaseTime } = await last.view<{ releaseTime: bigint }>(
        "escrow",
        "getTransitionHold",
        [1n],
      );
      await last.act("seller", "escrow", "claimTransitionRetainer", [1n], releaseTime);
      expect(
        await late.refusal("seller", "escrow", "uploadCredentialHash", [
          1n,
          `0x${"01".repeat(32)}`,
        ]),
      ).toBe("Handover deadline passed");
      return async (rows) => {
        const row = await rows.one("escrow", { contract: last.escrow });
        expect([row.deliveredAt, row.confirmedAt]).toEqual([
          row.handoverDeadline,
          row.verifyDeadline,
        ]);
        const funded = { ...row, state: "funded" } as const;
        expect(openActs(escrowClocks(funded, handover))).toEqual(["uploadCredentialHash"]);
        expect(openActs(escrowClocks(funded, handover + 1n))).toEqual(["claimTimeout"]);
        const delivered = { ...row, state: "delivered" } as const;
        const verify = row.verifyDeadline ?? 0n;
        expect(openActs(escrowClocks(delivered, verify - 1n))).toEqual([
          "confirmReceipt",
          "requestVerificationExtension",
        ]);
        expect(openActs(escrowClocks(delivered, verify))).toEqual(["confirmReceipt"]);
        expect(openActs(escrowClocks(delivered, verify + 1n))).toEqual(["claimTimeout"]);
        const hold = await rows.one("transitionHold", { contract: last.escrow });
        expect([hold.releaseTime, hold.closedAt]).toEqual([releaseTime, releaseTime]);
        const open = { ...hold, isReleased: false, escrowState: "transition" } as const;
        expect(openActs(holdClocks(open, releaseTime - 1n))).toEqual(["reportTransitionIssue"]);
        expect(openActs(holdClocks(open, releaseTime))).toEqual(["claimTransitionRetainer"]);
      };
    },
  ),

  trap(
    "trap 33: who claims a timeout is not who is paid, and a pause moves no deadline",
    {},
    async (stage) => {
      await stage.openShop();
      await stage.buy();
      const deadline = (await stage.now()) + 72n * HOUR;
      await stage.act("owner", "escrow", "pause");
      await stage.refusal("stranger", "escrow", "claimTimeout", [1n], deadline + DAY);
      await stage.act("owner", "escrow", "unpause");
      await stage.act("stranger", "escrow", "claimTimeout", [1n]);
      return async (rows) => {
        const { buyer, stranger } = stage.parties;
        const claimed = await rows.one("activity", {
          contract: stage.escrow,
          event: "TimeoutClaimed",
        });
        expect(claimed).toMatchObject({ sender: stranger, actor: stranger, counterparty: buyer });
        expect(await rows.one("escrow", { contract: stage.escrow })).toMatchObject({
          handoverDeadline: deadline,
          paidToBuyerUnits: PRICE,
        });
        const refund = await rows.one("tokenMovement", {
          contract: stage.escrow,
          purpose: "refund",
        });
        expect(refund.to).toBe(buyer);
      };
    },
  ),

  trapOfTwo(
    "trap 34: past its deadline an escrow stays what it was and shows as overdue",
    [{}, {}],
    async (funded, delivered) => {
      for (const stage of [funded, delivered]) {
        await stage.openShop();
        await stage.buy();
      }
      await delivered.deliver();
      const late = (await funded.now()) + 30n * DAY;
      await funded.chain.travel(30n * DAY);
      return async (rows) => {
        for (const [stage, state, act] of [
          [funded, "funded", "uploadCredentialHash"],
          [delivered, "delivered", "confirmReceipt"],
        ] as const) {
          const row = await rows.one("escrow", { contract: stage.escrow });
          expect(row.state).toBe(state);
          const overdue = escrowClocks(row, late).filter(({ isOverdue }) => isOverdue);
          expect(overdue.map((clock) => clock.act)).toContain(act);
          expect(openActs(escrowClocks(row, late))).toEqual(["claimTimeout"]);
        }
      };
    },
  ),
];
