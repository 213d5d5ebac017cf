import fc from "fast-check";
import { encodeFunctionData, getAddress, type Hex } from "viem";
import { describe, expect, test } from "vitest";
import { EscrowAbi } from "../../../abis/index.ts";
import { acceptedMethod } from "../../../src/protocol/accepted-method.ts";

const CONTRACT = `0x${"ab".repeat(20)}`;

const callOf = (offerId: bigint, method: number) =>
  encodeFunctionData({ abi: EscrowAbi, functionName: "acceptOffer", args: [offerId, method] });
const offerIds = fc.bigInt({ min: 0n, max: 2n ** 256n - 1n });
const methods = fc.integer({ min: 0, max: 255 });

describe("the way of encryption in the call that accepts an offer", () => {
  test("is read from the call as the ABI writes it, whatever a wallet adds to it", () => {
    const mark = fc.stringMatching(/^([0-9a-f]{2}){0,40}$/);
    fc.assert(
      fc.property(offerIds, methods, mark, (offerId, method, added) => {
        const input: Hex = `${callOf(offerId, method)}${added}`;
        const to = getAddress(CONTRACT);
        expect(acceptedMethod({ to, input }, CONTRACT, offerId)).toBe(method);
      }),
    );
  });

  test("is not taken from a call to another contract, of another function or of another offer", () => {
    const input = callOf(7n, 1);
    const reject = encodeFunctionData({ abi: EscrowAbi, functionName: "rejectOffer", args: [7n] });
    const others = [
      { to: `0x${"cd".repeat(20)}`, input },
      { to: null, input },
      { to: CONTRACT, input: callOf(8n, 1) },
      { to: CONTRACT, input: `${reject}${"0".repeat(64)}` as Hex },
      { to: CONTRACT, input: "0x" as Hex },
      { to: CONTRACT, input: input.slice(0, -2) as Hex },
    ];
    for (const transaction of others) {
      expect(acceptedMethod(transaction, CONTRACT, 7n), transaction.input).toBeUndefined();
    }
  });

  test("is not taken from a word that is no uint8", () => {
    const input = `${callOf(7n, 0).slice(0, -64)}${"f".repeat(64)}` as Hex;
    expect(acceptedMethod({ to: CONTRACT, input }, CONTRACT, 7n)).toBeUndefined();
  });
});
