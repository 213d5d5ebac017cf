import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { splitEscrow } from "../../../src/protocol/amounts.ts";
import { availabilityOf } from "../../../src/protocol/availability.ts";
import { activityKind, COVERAGE } from "../../../src/protocol/coverage.ts";
import { wordAt } from "../../../src/protocol/enums.ts";
import { ImpossibleStateError } from "../../../src/protocol/errors.ts";
import { generationOfCode, hasOffers, offersExpire } from "../../../src/protocol/generations.ts";
import { parsePublicId, publicId } from "../../../src/protocol/ids.ts";
import { payoutPurpose, payoutSide } from "../../../src/protocol/settlement.ts";
import { ESCROW_STATES, LISTING_STATES } from "../../../src/protocol/states.ts";
import { sanitizeText, toJson } from "../../../src/protocol/text.ts";
import {
  assertEdge,
  ESCROW_EDGES,
  isTerminal,
  stateAfterResolution,
  stateAfterTimeout,
} from "../../../src/protocol/transitions.ts";

describe("amounts", () => {
  test("the worked example: 1000 pays 25 fee, 97.5 retainer, 877.5 at once", () => {
    expect(splitEscrow(10_000n)).toEqual({
      platformFee: 250n,
      sellerPayout: 9_750n,
      retainer: 975n,
      immediate: 8_775n,
    });
  });

  test("trap 46: nothing is lost or made, up to the largest uint256", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 2n ** 256n - 1n }), (amount) => {
        const split = splitEscrow(amount);
        expect(split.platformFee + split.immediate + split.retainer).toBe(amount);
        expect(split.platformFee).toBeLessThanOrEqual(amount);
      }),
    );
  });
});

describe("states", () => {
  test("an ordinal outside the enum stops the indexer", () => {
    expect(wordAt(LISTING_STATES, 5, "ListingState")).toBe("paused");
    expect(() => wordAt(LISTING_STATES, 6, "ListingState")).toThrow(ImpossibleStateError);
  });

  test("trap 40: no event leads to confirmed", () => {
    const targets = Object.values(ESCROW_EDGES).flatMap((edges) => edges.map(([, to]) => to));
    expect(targets).not.toContain("confirmed");
  });

  test("trap 41: a funded escrow cannot be disputed", () => {
    const raise = () => assertEdge(ESCROW_EDGES.DisputeRaised, "funded", "disputed", "Escrow 1");
    expect(raise).toThrow("Escrow 1 moves from funded to disputed");
  });

  test("nothing leaves a terminal state", () => {
    const sources = Object.values(ESCROW_EDGES).flatMap((edges) => edges.map(([from]) => from));
    expect(ESCROW_STATES.filter((state) => isTerminal(state) && sources.includes(state))).toEqual(
      [],
    );
  });

  test("resolutions and timeouts lead where the contracts say", () => {
    expect(stateAfterResolution("full_refund")).toBe("refunded");
    expect(stateAfterResolution("partial_refund")).toBe(stateAfterResolution("split"));
    expect(() => stateAfterResolution("pending")).toThrow(ImpossibleStateError);
    expect(stateAfterTimeout(9)).toBe("expired");
    expect(stateAfterTimeout(7)).toBe("completed");
    expect(() => stateAfterTimeout(8)).toThrow(ImpossibleStateError);
  });
});

test("traps 3 and 4: the most binding escrow decides whether a listing can be bought", () => {
  const counts = {
    state: "active",
    openEscrowCount: 0,
    soldEscrowCount: 0,
    disputedEscrowCount: 0,
    activeOfferCount: 0,
  } as const;
  expect(availabilityOf(counts)).toBe("for_sale");
  expect(availabilityOf({ ...counts, activeOfferCount: 1 })).toBe("under_offer");
  expect(availabilityOf({ ...counts, soldEscrowCount: 1 })).toBe("sold");
  expect(availabilityOf({ ...counts, soldEscrowCount: 1, openEscrowCount: 1 })).toBe("in_escrow");
  expect(availabilityOf({ ...counts, openEscrowCount: 1, disputedEscrowCount: 1 })).toBe(
    "disputed",
  );
  expect(availabilityOf({ ...counts, state: "cancelled", soldEscrowCount: 1 })).toBe("sold");
  expect(availabilityOf({ ...counts, state: "cancelled" })).toBe("cancelled");
  expect(availabilityOf({ ...counts, state: "paused", activeOfferCount: 2 })).toBe("paused");
});

describe("payouts", () => {
  const payees = {
    buyer: "0xb",
    seller: "0xs",
    treasury: "0xt",
    safetyWallet: "0xw",
    platformFeeUnits: 25n,
  };

  test("a receiver is known by its part", () => {
    expect(payoutSide("0xb", 1n, payees)).toBe("buyer");
    expect(payoutSide("0xs", 1n, payees)).toBe("seller");
    expect(payoutSide("0xt", 25n, payees)).toBe("treasury");
    expect(payoutSide("0xw", 1n, payees)).toBe("safety");
    expect(payoutSide("0xelse", 1n, payees)).toBeUndefined();
  });

  test("a treasury that sells gets the fee as treasury and the rest as seller", () => {
    const both = { ...payees, seller: "0xt" };
    expect(payoutSide("0xt", 25n, both)).toBe("treasury");
    expect(payoutSide("0xt", 975n, both)).toBe("seller");
  });

  test("the event names the purpose before the side does", () => {
    expect(payoutPurpose("seller", "DisputeResolved")).toBe("payout");
    expect(payoutPurpose("buyer", "TimeoutClaimed")).toBe("refund");
    expect(payoutPurpose("treasury", "ReceiptConfirmed")).toBe("platform_fee");
    expect(payoutPurpose("safety", "EmergencyEjectEscrow")).toBe("eject");
    expect(payoutPurpose("seller", "AdminRetainerReleased")).toBe("retainer");
    expect(payoutPurpose("buyer", "EmergencyWithdrawal")).toBe("emergency");
  });
});

describe("trap 45: text of strangers", () => {
  test("NUL and lone surrogates are replaced, everything else is kept", () => {
    expect(sanitizeText("a\u0000b\ud800c")).toBe("a\uFFFDb\uFFFDc");
    const harmless = "Ünïcödé 🚀 'quotes' \"double\" <script>\n";
    expect(sanitizeText(harmless)).toBe(harmless);
  });

  test("arguments become JSON that Postgres takes, whatever they hold", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const stored = JSON.stringify(toJson({ text, list: [text], amount: 2n ** 255n }));
        expect(stored).not.toContain("\\u0000");
        expect(stored.isWellFormed()).toBe(true);
      }),
    );
    expect(toJson({ flag: true, size: 3, none: null, hole: undefined })).toEqual({
      flag: true,
      size: 3,
      none: null,
      hole: null,
    });
  });
});

describe("generations", () => {
  test("trap 43: bytecode tells what an upgrade brought", () => {
    expect(generationOfCode("marketplace", "0x6063149d254963e2926bde", "M2")).toBe("M3");
    expect(generationOfCode("marketplace", "0x63e2926bde", "M1")).toBe("M1");
    expect(generationOfCode("marketplace", "0x63e2926bde", "M3")).toBe("M2");
    expect(generationOfCode("escrow", "0x6305b7cdd363daa17f49", "E1")).toBe("E2a");
    expect(generationOfCode("escrow", undefined, "E1")).toBe("E1");
    expect(generationOfCode("token", "0x63149d2549", "standard")).toBe("standard");
  });

  test("offers came with E2 and their expiry with E2d", () => {
    expect(["E0", "E1", "E2a", "E3"].map((name) => hasOffers(name as "E0"))).toEqual([
      false,
      false,
      true,
      true,
    ]);
    expect(["E2c", "E2d", "E3"].map((name) => offersExpire(name as "E3"))).toEqual([
      false,
      true,
      true,
    ]);
  });
});

test("trap 18: a public id names chain, contract and number, in any letter case", () => {
  const contract = "0x5FbDB2315678afecb367f032d93F642f64180aa3";
  const id = publicId(31_337, contract, 0n);
  expect(id).toBe("31337-0x5fbdb2315678afecb367f032d93f642f64180aa3-0");
  expect(parsePublicId(id.toUpperCase().replace("0X", "0x"))).toEqual({
    chainId: 31_337,
    contract: contract.toLowerCase(),
    number: 0n,
  });
  for (const bad of ["", "0", "1-0x12-3", `${id}-1`, `0x-${id}`, id.replace("-0x", "-0y")]) {
    expect(parsePublicId(bad)).toBeUndefined();
  }
});

test("every event has a decision, and its name reads as words", () => {
  expect(activityKind("ListingCreated")).toBe("listing_created");
  expect(activityKind("TokenURIUpdated")).toBe("token_uri_updated");
  expect(activityKind("URI")).toBe("uri");
  for (const events of Object.values(COVERAGE)) {
    for (const decision of Object.values(events)) {
      if (decision.handling === "ignored") expect(decision.reason.length).toBeGreaterThan(20);
    }
  }
});
