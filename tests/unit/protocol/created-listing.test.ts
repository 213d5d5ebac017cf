import fc from "fast-check";
import { encodeFunctionData, getAddress, type Hex } from "viem";
import { describe, expect, test } from "vitest";
import { MarketplaceAbi } from "../../../abis/index.ts";
import { createdTerms } from "../../../src/protocol/created-listing.ts";
import { VERIFICATION_LEVELS } from "../../../src/protocol/states.ts";

const CONTRACT = `0x${"ab".repeat(20)}`;
const SELLER = `0x${"5e".repeat(20)}`;
const EMITTED = { contract: CONTRACT, sender: SELLER };

type Given = {
  title: string;
  link: string;
  price: bigint;
  level: number;
  hash: Hex;
  build: string;
};

const callOf = ({ title, link, price, level, hash, build }: Given) =>
  encodeFunctionData({
    abi: MarketplaceAbi,
    functionName: "createListing",
    args: [title, link, price, level, hash, "0x1234", build],
  });

const toldBy = ({ title, price, level }: Given) => ({
  seller: SELLER,
  title,
  askingPriceUnits: price,
  declaredVerification: VERIFICATION_LEVELS[level] ?? "standard",
});

const GIVEN: Given = {
  title: "A business",
  link: "ipfs://metadata",
  price: 1_000n,
  level: 1,
  hash: `0x${"11".repeat(32)}`,
  build: "build-1",
};

// A leading NUL is cut off by whoever decodes, of the event as of the call.
const texts = fc.string({ unit: "grapheme", maxLength: 80 }).map((text) => `a${text}`);
const givens: fc.Arbitrary<Given> = fc.record({
  title: texts,
  link: texts,
  price: fc.bigInt({ min: 1n, max: 2n ** 256n - 1n }),
  level: fc.integer({ min: 0, max: VERIFICATION_LEVELS.length - 1 }),
  hash: fc.stringMatching(/^[0-9a-f]{64}$/).map((text) => `0x${text}` as const),
  build: texts,
});

describe("what the call that created a listing says", () => {
  test("is read from the call as the ABI writes it, whatever a wallet adds to it", () => {
    const mark = fc.stringMatching(/^([0-9a-f]{2}){0,40}$/);
    fc.assert(
      fc.property(givens, mark, (given, added) => {
        const input: Hex = `${callOf(given)}${added}`;
        const terms = createdTerms({ to: getAddress(CONTRACT), input }, EMITTED, toldBy(given));
        const { link, hash, build } = given;
        expect(terms).toEqual({ metadataUri: link, ipAssignmentHash: hash, buildId: build });
      }),
    );
  });

  test("is not taken from a call to another contract, of another function, or cut short", () => {
    const input = callOf(GIVEN);
    const cancel = encodeFunctionData({
      abi: MarketplaceAbi,
      functionName: "cancelListing",
      args: [7n],
    });
    const others = [
      { to: `0x${"cd".repeat(20)}`, input },
      { to: null, input },
      { to: CONTRACT, input: cancel },
      { to: CONTRACT, input: "0x" as Hex },
      { to: CONTRACT, input: input.slice(0, -128) as Hex },
      { to: CONTRACT, input: `${input.slice(0, 10)}${"f".repeat(64)}${input.slice(74)}` as Hex },
    ];
    for (const transaction of others) {
      expect(createdTerms(transaction, EMITTED, toldBy(GIVEN)), transaction.input).toBeUndefined();
    }
  });

  test("is not taken from a call that tells of another listing than the event, or by another sender", () => {
    const transaction = { to: CONTRACT, input: callOf(GIVEN) };
    const told = toldBy(GIVEN);
    expect(createdTerms(transaction, EMITTED, told)).toBeDefined();
    for (const other of [
      { ...told, title: "Another business" },
      { ...told, askingPriceUnits: 999n },
      { ...told, declaredVerification: "enhanced" as const },
      { ...told, seller: `0x${"0e".repeat(20)}` },
    ]) {
      expect(createdTerms(transaction, EMITTED, other)).toBeUndefined();
    }
    const byAnother = { contract: CONTRACT, sender: `0x${"0e".repeat(20)}` };
    expect(createdTerms(transaction, byAnother, told)).toBeUndefined();
  });
});
