import { describe, expect, test } from "vitest";
import {
  type Clock,
  disputeClocks,
  emergencyClocks,
  escrowClocks,
  holdClocks,
  nextDeadlines,
  offerClocks,
  paymentClocks,
  sellerClocks,
} from "../../../src/protocol/clocks.ts";

const DEADLINE = 1_700_000_000n;
const DAY = 86_400n;

/** For each act, whether it is open one second before, at and one second after the moment. */
function boundary(clocksAt: (now: bigint) => Clock[]): Record<string, boolean[]> {
  const seen: Record<string, boolean[]> = {};
  for (const now of [DEADLINE - 1n, DEADLINE, DEADLINE + 1n]) {
    for (const clock of clocksAt(now)) {
      seen[clock.act] ??= [];
      seen[clock.act]?.push(clock.isOpen);
    }
  }
  return seen;
}

describe("trap 32: the boundaries differ by act", () => {
  test("an upload may come at the deadline, the timeout only after it", () => {
    const escrow = {
      state: "funded",
      handoverDeadline: DEADLINE,
      verifyDeadline: null,
      isVerificationExtended: false,
    } as const;
    expect(boundary((now) => escrowClocks(escrow, now))).toEqual({
      uploadCredentialHash: [true, true, false],
      claimTimeout: [false, false, true],
    });
  });

  test("a confirmation may come at the deadline, an extension only before it", () => {
    const escrow = {
      state: "delivered",
      handoverDeadline: 0n,
      verifyDeadline: DEADLINE,
      isVerificationExtended: false,
    } as const;
    expect(boundary((now) => escrowClocks(escrow, now))).toEqual({
      confirmReceipt: [true, true, false],
      claimTimeout: [false, false, true],
      requestVerificationExtension: [true, false, false],
    });
  });

  test("an issue must come before the release, the retainer may be claimed at it", () => {
    const hold = { releaseTime: DEADLINE, isReleased: false, escrowState: "transition" } as const;
    expect(boundary((now) => holdClocks(hold, now))).toEqual({
      reportTransitionIssue: [true, false, false],
      claimTransitionRetainer: [false, true, true],
    });
  });

  test("an offer may be cancelled by anybody only after its expiry", () => {
    const offer = { state: "active", expiresAt: DEADLINE } as const;
    expect(boundary((now) => offerClocks(offer, now)).cancelOffer).toEqual([false, false, true]);
  });

  test("emergency withdrawals open when the mode can no longer be left", () => {
    const contract = { emergencyActivatedAt: DEADLINE - 3n * DAY };
    expect(boundary((now) => emergencyClocks(contract, now))).toEqual({
      deactivateEmergency: [true, false, false],
      emergencyWithdraw: [false, true, true],
    });
  });

  test("a seller may be paused strictly after 44 days of silence", () => {
    const seller = {
      lastHeartbeatAt: DEADLINE - 44n * DAY,
      isActive: true,
      isPaused: false,
      emergencyWithdrawAt: null,
    };
    expect(boundary((now) => sellerClocks(seller, now)).pauseInactiveSeller).toEqual([
      false,
      false,
      true,
    ]);
  });
});

test("trap 34: an escrow past its deadline is overdue, and still says who may act", () => {
  const escrow = {
    state: "funded",
    handoverDeadline: DEADLINE,
    verifyDeadline: null,
    isVerificationExtended: false,
  } as const;
  const clocks = escrowClocks(escrow, DEADLINE + DAY);
  expect(clocks.map(({ act, isOpen, isOverdue }) => ({ act, isOpen, isOverdue }))).toEqual([
    { act: "uploadCredentialHash", isOpen: false, isOverdue: true },
    { act: "claimTimeout", isOpen: true, isOverdue: false },
  ]);
});

test("trap 30: an expired offer can still be accepted, and its label is overdue", () => {
  const [response, expiry] = offerClocks({ state: "active", expiresAt: DEADLINE }, DEADLINE + 1n);
  expect(response?.isOverdue).toBe(true);
  expect(expiry).toMatchObject({ isOpen: true, actors: ["anyone"] });
  expect(offerClocks({ state: "cancelled", expiresAt: DEADLINE }, DEADLINE)).toEqual([]);
  expect(offerClocks({ state: "active", expiresAt: null }, DEADLINE)).toEqual([]);
});

test("trap 29: a created escrow has no timeout", () => {
  const escrow = {
    state: "created",
    handoverDeadline: DEADLINE,
    verifyDeadline: null,
    isVerificationExtended: false,
  } as const;
  expect(escrowClocks(escrow, DEADLINE + DAY).map((clock) => clock.act)).toEqual([
    "completeFunding",
  ]);
});

test("trap 23: a hold stops its clocks when its escrow is not in transition", () => {
  const hold = { releaseTime: DEADLINE, isReleased: false } as const;
  expect(holdClocks({ ...hold, escrowState: "refunded" }, DEADLINE)).toEqual([]);
  expect(holdClocks({ ...hold, isReleased: true, escrowState: "transition" }, 0n)).toEqual([]);
});

test("a transition issue has no time to respond, a raised dispute has", () => {
  expect(disputeClocks({ resolution: "pending", responseDeadline: null }, 0n)).toEqual([]);
  expect(disputeClocks({ resolution: "split", responseDeadline: DEADLINE }, 0n)).toEqual([]);
  const open = { resolution: "pending", responseDeadline: DEADLINE } as const;
  expect(disputeClocks(open, DEADLINE)).toMatchObject([{ isOpen: true, actors: ["counterparty"] }]);
});

test("a payment can be released until it expires, and is settled once", () => {
  const payment = { state: "escrowed", expiresAt: DEADLINE } as const;
  expect(boundary((now) => paymentClocks(payment, now))).toEqual({
    releasePayment: [true, true, false],
  });
  expect(paymentClocks({ ...payment, state: "refunded" }, DEADLINE)).toEqual([]);
});

test("a requested emergency withdrawal of the stake opens at its time", () => {
  const seller = {
    lastHeartbeatAt: 0n,
    isActive: false,
    isPaused: true,
    emergencyWithdrawAt: DEADLINE,
  };
  expect(boundary((now) => sellerClocks(seller, now))).toEqual({
    executeEmergencyWithdraw: [false, true, true],
  });
});

test("the next deadline is the earliest ahead, else the latest one that passed", () => {
  const seller = {
    lastHeartbeatAt: DEADLINE,
    isActive: true,
    isPaused: false,
    emergencyWithdrawAt: null,
  };
  const next = (now: bigint, count: number) =>
    nextDeadlines(sellerClocks(seller, now), now, count).map(({ kind }) => kind);
  expect(next(DEADLINE, 1)).toEqual(["heartbeat"]);
  expect(next(DEADLINE, 3)).toEqual(["heartbeat", "heartbeat_pause"]);
  expect(next(DEADLINE + 31n * DAY, 3)).toEqual(["heartbeat_pause"]);
  expect(next(DEADLINE + 90n * DAY, 3)).toEqual(["heartbeat_pause"]);
  expect(nextDeadlines([], DEADLINE, 3)).toEqual([]);
});
