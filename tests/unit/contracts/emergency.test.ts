import { describe, expect, test } from "vitest";
import { DAY, HOUR, names, PRICE, payments } from "./arena.ts";
import {
  openSale,
  RETAINER,
  type Sale,
  State,
  toDisputed,
  toTransition,
  useTestChain,
} from "./sale.ts";

useTestChain();

describe("fee-on-transfer tokens (on chain, trap 25)", () => {
  const RECEIVED = (PRICE * 99n) / 100n;

  test("E1 stores the nominal amount", async () => {
    const sale = await openSale("E1", { token: "fee-on-transfer" });
    expect((await sale.escrow()).amount).toBe(PRICE);
    expect(await sale.balance(sale.market.escrow.address)).toBe(RECEIVED);
  });

  test("E2 and later store what arrived", async () => {
    const sale = await openSale("E2a", { token: "fee-on-transfer" });
    expect(
      sale.bought.filter(({ where }) => where === "escrow").map(({ args }) => args.amount),
    ).toEqual([RECEIVED, RECEIVED]);
    expect(await sale.escrow()).toMatchObject({
      amount: RECEIVED,
      totalFunded: RECEIVED,
      platformFee: RECEIVED / 40n,
    });
  });
});

describe("E3", () => {
  test("on chain, trap 31: without a transition period the retainer is free in the next block", async () => {
    const sale = await openSale("E3", { transitionPeriod: undefined });
    await sale.upload();
    const confirmed = await sale.confirm();
    expect(confirmed.at(-1)?.args.releaseTime).toBe(await sale.now());
    expect(await sale.refusal("buyer", "escrow", "reportTransitionIssue", [1n, "x"])).toBe(
      "Transition has ended",
    );
    await sale.act("seller", "escrow", "claimTransitionRetainer", [1n]);

    const [updated] = await sale.act("owner", "escrow", "setTransitionPeriod", [DAY]);
    expect(updated?.args).toEqual({ oldPeriod: 0n, newPeriod: DAY });
    expect(await sale.refusal("owner", "escrow", "setTransitionPeriod", [0n])).toBe(
      "Period is zero",
    );
  });

  test("the owner releases a retainer early", async () => {
    const sale = await openSale("E3");
    await toTransition(sale);
    const events = await sale.act("owner", "escrow", "adminReleaseRetainer", [1n]);
    expect(names(events)).toEqual(["token.Transfer", "AdminRetainerReleased"]);
    expect(payments(events)).toEqual([[sale.parties.seller, RETAINER]]);
    expect((await sale.escrow()).state).toBe(State.COMPLETED);
  });
});

describe.each(["E1", "E3"] as const)("emergency on %s", (generation) => {
  async function openEmergency(sale: Sale): Promise<bigint> {
    await sale.act("owner", "escrow", "activateEmergency");
    return (await sale.view<bigint>("escrow", "emergencyActivatedAt")) + 72n * HOUR;
  }

  test("withdrawals open when deactivation closes, and carry no amount", async () => {
    const sale = await openSale(generation);
    const opens = await openEmergency(sale);
    const withdraw = ["escrow", "emergencyWithdraw", [1n]] as const;
    expect(await sale.refusal("buyer", ...withdraw, opens - 1n)).toBe("Cooldown is running");
    expect(await sale.refusal("owner", "escrow", "deactivateEmergency", [], opens)).toBe(
      "Withdrawals are open",
    );
    expect(await sale.refusal("seller", ...withdraw)).toBe("Caller is not the buyer");
    const events = await sale.act("buyer", ...withdraw);
    expect(payments(events)).toEqual([[sale.parties.buyer, PRICE]]);
    expect(events[1]).toMatchObject({ name: "EmergencyWithdrawal" });
    expect(Object.keys(events[1]?.args ?? {})).toEqual(["escrowId", "claimer"]);
    expect((await sale.escrow()).state).toBe(State.EMERGENCY);
  });

  test("on chain, trap 24: from transition the seller takes the retainer and the hold keeps its flags", async () => {
    const sale = await openSale(generation);
    await toTransition(sale);
    const opens = await openEmergency(sale);
    const events = await sale.act("seller", "escrow", "emergencyWithdraw", [1n], opens);
    expect(payments(events)).toEqual([[sale.parties.seller, RETAINER]]);
    expect(await sale.hold()).toMatchObject({ isReleased: false, isClaimed: false });
  });

  test("on chain, trap 39: a disputed escrow cannot be withdrawn", async () => {
    const sale = await openSale(generation);
    await toDisputed(sale);
    const opens = await openEmergency(sale);
    expect(await sale.refusal("buyer", "escrow", "emergencyWithdraw", [1n], opens)).toBe(
      "State cannot be withdrawn",
    );
  });
});

test("on chain, trap 33: a pause blocks timeouts while deadlines run on", async () => {
  const sale = await openSale("E2d");
  const { handoverDeadline } = await sale.escrow();
  await sale.act("owner", "escrow", "pause");
  expect(await sale.refusal("buyer", "escrow", "claimTimeout", [1n], handoverDeadline + DAY)).toBe(
    "EnforcedPause",
  );
  await sale.act("owner", "escrow", "unpause");
  expect((await sale.escrow()).handoverDeadline).toBe(handoverDeadline);
  await sale.act("stranger", "escrow", "claimTimeout", [1n]);
});
