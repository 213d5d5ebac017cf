import fc from "fast-check";
import { expect, test } from "vitest";
import { type BookedMovement, runBalances } from "./running-balances.ts";

const CONTRACT = "0xc0";
const movement = (booked: Partial<BookedMovement>): BookedMovement => ({
  token: "0x70",
  from: CONTRACT,
  to: CONTRACT,
  amountUnits: 1n,
  debitAccount: null,
  creditAccount: null,
  ...booked,
});

test("an offer's deposit, its acceptance and the payouts are followed through their accounts", () => {
  const { lines, accounts } = runBalances(CONTRACT, [
    movement({ from: "0xb1", creditAccount: "offer:3", amountUnits: 50n }),
    movement({ debitAccount: "offer:3", creditAccount: "escrow:7", amountUnits: 50n }),
    movement({ from: "0xb1", creditAccount: "escrow:7", amountUnits: 950n }),
    movement({ to: "0x5e", debitAccount: "escrow:7", amountUnits: 877n }),
    movement({ to: "0xfe", debitAccount: "escrow:7", amountUnits: 25n }),
  ]);
  expect(lines.map(({ debit, credit }) => [debit, credit])).toEqual([
    [
      { account: "0xb1", balanceUnits: -50n },
      { account: "offer:3", balanceUnits: 50n },
    ],
    [
      { account: "offer:3", balanceUnits: 0n },
      { account: "escrow:7", balanceUnits: 50n },
    ],
    [
      { account: "0xb1", balanceUnits: -1000n },
      { account: "escrow:7", balanceUnits: 1000n },
    ],
    [
      { account: "escrow:7", balanceUnits: 123n },
      { account: "0x5e", balanceUnits: 877n },
    ],
    [
      { account: "escrow:7", balanceUnits: 98n },
      { account: "0xfe", balanceUnits: 25n },
    ],
  ]);
  expect(accounts.find(({ account }) => account === "escrow:7")).toEqual({
    account: "escrow:7",
    token: "0x70",
    debitedUnits: 902n,
    creditedUnits: 1000n,
    balanceUnits: 98n,
  });
});

test("an account of another contract is that contract, whatever its account is called", () => {
  const { accounts } = runBalances(CONTRACT, [
    movement({ from: "0x0e", debitAccount: "escrow:7", creditAccount: "escrow:7" }),
  ]);
  expect(accounts.map(({ account }) => account)).toEqual(["0x0e", "escrow:7"]);
});

test("the balances of each token sum to zero after every line", () => {
  const place = fc.constantFrom(CONTRACT, "0xb1", "0x5e");
  const name = fc.option(fc.constantFrom("escrow:7", "offer:3"));
  const movements = fc.array(
    fc.record({
      token: fc.constantFrom("0x70", "0x71"),
      from: place,
      to: place,
      amountUnits: fc.bigInt({ min: 0n, max: 2n ** 256n - 1n }),
      debitAccount: name,
      creditAccount: name,
    }),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(movements, (booked) => {
      for (const length of booked.keys()) {
        const { accounts } = runBalances(CONTRACT, booked.slice(0, length + 1));
        for (const token of ["0x70", "0x71"]) {
          const sum = accounts
            .filter((account) => account.token === token)
            .reduce((total, { balanceUnits }) => total + balanceUnits, 0n);
          expect(sum).toBe(0n);
        }
      }
    }),
  );
});
