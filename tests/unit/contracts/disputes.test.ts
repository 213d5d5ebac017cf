import { describe, expect, test } from "vitest";
import { names, PRICE, payments } from "./arena.ts";
import {
  FEE,
  openSale,
  PAYOUT,
  RETAINER,
  Resolution,
  resolve,
  State,
  toDisputed,
  toTransition,
  useTestChain,
} from "./sale.ts";

useTestChain();

describe.each(["E1", "E3"] as const)("disputes on %s", (generation) => {
  test("on chain, trap 41: a funded escrow cannot be disputed", async () => {
    const sale = await openSale(generation);
    expect(await sale.refusal("buyer", "escrow", "raiseDispute", [1n, 2, "ipfs://evidence"])).toBe(
      "State cannot be disputed",
    );
  });

  test("the other side answers, again and again, until the response deadline", async () => {
    const sale = await openSale(generation);
    await toDisputed(sale);
    const respond = "respondToDispute";
    expect(await sale.refusal("buyer", "escrow", respond, [1n, "x"])).toBe(
      "Initiator cannot respond",
    );
    expect(await sale.refusal("rival", "escrow", respond, [1n, "x"])).toBe("Caller is not a party");
    await sale.act("seller", "escrow", respond, [1n, "first"]);
    const { responseDeadline } = await sale.dispute();
    await sale.act("seller", "escrow", respond, [1n, "second"], responseDeadline);
    expect((await sale.dispute()).responseIpfs).toBe("second");
    expect(await sale.refusal("seller", "escrow", respond, [1n, "x"], responseDeadline + 1n)).toBe(
      "Response deadline passed",
    );
  });

  test.each([
    ["FULL_REFUND", State.REFUNDED],
    ["RELEASE_TO_SELLER", State.COMPLETED],
  ] as const)("%s from DELIVERED ends in state %i", async (resolution, state) => {
    const sale = await openSale(generation);
    await toDisputed(sale);
    const events = await resolve(sale, Resolution[resolution], 1_234n);
    const { buyer, seller, treasury } = sale.parties;
    const expected =
      resolution === "FULL_REFUND"
        ? [[buyer, PRICE]]
        : [
            [seller, PAYOUT],
            [treasury, FEE],
          ];
    expect(payments(events)).toEqual(expected);
    expect(names(events).at(-1)).toBe("DisputeResolved");
    expect((await sale.escrow()).state).toBe(state);
  });

  test.each(["PARTIAL_REFUND", "SPLIT"] as const)(
    "on chain, trap 21: %s splits by a percentage that is not logged, up to 9750 bps",
    async (resolution) => {
      const sale = await openSale(generation);
      const { buyer, seller, treasury } = sale.parties;
      await toDisputed(sale);
      const underflow = [1n, Resolution[resolution], 9_751n];
      expect(await sale.refusal("owner", "escrow", "resolveDispute", underflow)).toBe("Panic 17");
      expect(
        await sale.refusal("owner", "escrow", "resolveDispute", [1n, Resolution.PENDING, 0n]),
      ).toBe("Resolution is pending");
      const events = await resolve(sale, Resolution[resolution], 3_333n);
      const refund = (PRICE * 3_333n) / 10_000n;
      expect(payments(events)).toEqual([
        [buyer, refund],
        [seller, PRICE - refund - FEE],
        [treasury, FEE],
      ]);
      expect(Object.keys(events.at(-1)?.args ?? {})).toEqual([
        "escrowId",
        "resolution",
        "resolver",
      ]);
      expect((await sale.escrow()).state).toBe(State.RESOLVED);

      const edge = await openSale(generation);
      await toDisputed(edge);
      const all = await resolve(edge, Resolution[resolution], 9_750n);
      expect(payments(all)).toEqual([
        [buyer, PAYOUT],
        [treasury, FEE],
      ]);
      const none = await openSale(generation);
      await toDisputed(none);
      expect(payments(await resolve(none, Resolution[resolution], 0n))).toEqual([
        [seller, PAYOUT],
        [treasury, FEE],
      ]);
    },
  );

  test("on chain, trap 19: a reported issue makes no dispute record, so nobody can respond", async () => {
    const sale = await openSale(generation);
    await toTransition(sale);
    const events = await sale.act("buyer", "escrow", "reportTransitionIssue", [
      1n,
      "DNS is missing",
    ]);
    expect(names(events)).toEqual(["TransitionIssueReported"]);
    expect((await sale.hold()).assistanceNotes).toBe("DNS is missing");
    for (const party of ["buyer", "seller"] as const) {
      expect(await sale.refusal(party, "escrow", "respondToDispute", [1n, "x"])).toBe(
        "Response deadline passed",
      );
    }
    // The full amounts are no longer there (trap 22): another deposit has to pay for it.
    await sale.buy("rival");
    await resolve(sale, Resolution.SPLIT, 0n);
    expect(await sale.dispute()).toMatchObject({
      escrowId: 0n,
      initiator: `0x${"00".repeat(20)}`,
      responseDeadline: 0n,
      resolution: Resolution.SPLIT,
    });
  });

  test("on chain, traps 22 and 23: a resolution from transition spends other deposits and leaves the hold open", async () => {
    const sale = await openSale(generation);
    await toTransition(sale);
    await sale.buy("rival");
    await sale.act("seller", "escrow", "raiseDispute", [1n, 3, "ipfs://evidence"]);
    const events = await resolve(sale, Resolution.FULL_REFUND);
    expect(payments(events)).toEqual([[sale.parties.buyer, PRICE]]);
    expect(await sale.balance(sale.market.escrow.address)).toBe(RETAINER);
    expect(await sale.hold()).toMatchObject({ isReleased: false, isClaimed: false });
    const { handoverDeadline } = await sale.escrow(2n);
    expect(await sale.refusal("rival", "escrow", "claimTimeout", [2n], handoverDeadline + 1n)).toBe(
      "ERC20InsufficientBalance",
    );
  });
});
