import { describe, expect, test } from "vitest";
import { DAY, HOUR, names, PRICE, payments } from "./arena.ts";
import {
  FEE,
  IMMEDIATE,
  openSale,
  PAYOUT,
  RETAINER,
  State,
  toTransition,
  useTestChain,
} from "./sale.ts";

useTestChain();

const GENERATIONS = ["E0", "E1", "E2a", "E2b", "E2c", "E2d", "E3"] as const;

describe.each(GENERATIONS)("a sale on %s", (generation) => {
  test("runs from deposit to retainer with the amounts of the fee table, transfers logged first", async () => {
    const sale = await openSale(generation);
    const { seller, treasury } = sale.parties;
    expect(names(sale.bought)).toEqual(["token.Transfer", "EscrowCreated", "FundsDeposited"]);
    expect(await sale.escrow()).toMatchObject({
      amount: PRICE,
      platformFee: FEE,
      sellerPayout: PAYOUT,
      handoverDeadline: (await sale.now()) + 72n * HOUR,
      verifyDeadline: 0n,
      state: State.FUNDED,
    });

    await sale.upload();
    expect((await sale.escrow()).verifyDeadline).toBe((await sale.now()) + 72n * HOUR);

    const confirmed = await sale.confirm();
    expect(names(confirmed)).toEqual([
      "token.Transfer",
      "token.Transfer",
      "ReceiptConfirmed",
      "FundsReleased",
      "TransitionHoldCreated",
    ]);
    expect(payments(confirmed)).toEqual([
      [seller, IMMEDIATE],
      [treasury, FEE],
    ]);
    // Trap 20: the released amount is 90 % of the payout.
    expect(confirmed[3]?.args).toMatchObject({ sellerPayout: IMMEDIATE, platformFee: FEE });
    const releaseTime = (await sale.now()) + 7n * DAY;
    expect(confirmed[4]?.args).toMatchObject({ retainedAmount: RETAINER, releaseTime });

    const claim = "claimTransitionRetainer";
    expect(await sale.refusal("seller", "escrow", claim, [1n], releaseTime - 1n)).toBe(
      "Transition is running",
    );
    const claimed = await sale.act("seller", "escrow", claim, [1n], releaseTime);
    expect(names(claimed)).toEqual(["token.Transfer", "TransitionRetainerClaimed"]);
    expect(payments(claimed)).toEqual([[seller, RETAINER]]);
    expect(await sale.hold()).toMatchObject({ isReleased: true, isClaimed: true });
    expect((await sale.escrow()).state).toBe(State.COMPLETED);
    expect(await sale.balance(sale.market.escrow.address)).toBe(0n);
  });

  test("on chain, trap 44: the record has 14 words before E2 and 15 from E2 on", async () => {
    const sale = await openSale(generation);
    const record = await sale.view<object>("escrow", "getEscrow", [1n]);
    const fields = await sale.view<readonly unknown[]>("escrow", "escrows", [1n]);
    const words = generation === "E0" || generation === "E1" ? 14 : 15;
    expect(Object.values(record)).toEqual(fields);
    expect(fields).toHaveLength(words);
  });
});

describe.each(["E1", "E2d", "E3"] as const)("deadlines on %s (on chain, trap 32)", (generation) => {
  test("an upload is allowed at the handover deadline, a timeout one second later", async () => {
    const sale = await openSale(generation);
    const { handoverDeadline } = await sale.escrow();
    expect(await sale.refusal("stranger", "escrow", "claimTimeout", [1n], handoverDeadline)).toBe(
      "Handover is running",
    );
    expect(
      await sale.refusal(
        "seller",
        "escrow",
        "uploadCredentialHash",
        [1n, `0x${"01".repeat(32)}`],
        handoverDeadline + 1n,
      ),
    ).toBe("Handover deadline passed");
    const expired = await sale.act("stranger", "escrow", "claimTimeout", [1n]);
    expect(names(expired)).toEqual(["token.Transfer", "TimeoutClaimed"]);
    expect(payments(expired)).toEqual([[sale.parties.buyer, PRICE]]);
    expect(expired[1]?.args.newState).toBe(State.EXPIRED);

    const other = await openSale(generation);
    await other.upload(1n, (await other.escrow()).handoverDeadline);
    expect((await other.escrow()).state).toBe(2);
  });

  test("an extension needs time left, a confirmation is allowed at the deadline, a timeout after it pays all at once", async () => {
    const sale = await openSale(generation);
    await sale.upload();
    const extend = "requestVerificationExtension";
    const [extended] = await sale.act("buyer", "escrow", extend, [1n]);
    const { verifyDeadline, verifyExtensionUsed } = await sale.escrow();
    expect(verifyExtensionUsed).toBe(true);
    expect(extended?.args.newDeadline).toBe(verifyDeadline);
    expect(await sale.refusal("buyer", "escrow", extend, [1n])).toBe("Extension already used");
    await sale.confirm(1n, verifyDeadline);

    const late = await openSale(generation);
    await late.upload();
    const deadline = (await late.escrow()).verifyDeadline;
    expect(await late.refusal("buyer", "escrow", extend, [1n], deadline)).toBe(
      "Verification deadline passed",
    );
    expect(await late.refusal("buyer", "escrow", "confirmReceipt", [1n], deadline + 1n)).toBe(
      "Verification deadline passed",
    );
    const paid = await late.act("stranger", "escrow", "claimTimeout", [1n]);
    // Traps 20 and 33: no FundsReleased, no hold, and the caller gets nothing.
    expect(names(paid)).toEqual(["token.Transfer", "token.Transfer", "TimeoutClaimed"]);
    expect(payments(paid)).toEqual([
      [late.parties.seller, PAYOUT],
      [late.parties.treasury, FEE],
    ]);
    expect((await late.hold()).escrowId).toBe(0n);
  });

  test("an issue can be reported only before the release time", async () => {
    const sale = await openSale(generation);
    await toTransition(sale);
    const { releaseTime } = await sale.hold();
    const report = (at: bigint) =>
      ["buyer", "escrow", "reportTransitionIssue", [1n, "late"], at] as const;
    expect(await sale.refusal(...report(releaseTime))).toBe("Transition has ended");

    const other = await openSale(generation);
    await toTransition(other);
    const last = (await other.hold()).releaseTime - 1n;
    await other.act(...report(last));
    expect((await other.escrow()).state).toBe(State.DISPUTED);
  });
});
