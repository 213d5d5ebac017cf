import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { EscrowGeneration, TokenKind } from "../../../devnet/deployed.ts";
import { startTestChain, type TestChain } from "../../support/anvil.ts";
import { DAY, HOUR, names, openArena, PRICE, payments } from "./arena.ts";

let chain: TestChain;
beforeAll(async () => {
  chain = await startTestChain();
});
afterAll(() => chain.stop());

const DEPOSIT = PRICE / 20n;
const State = { CREATED: 0, FUNDED: 1, DELIVERED: 2, TRANSITION: 4, EMERGENCY: 10 };
const OfferState = { ACTIVE: 0, ACCEPTED: 1, REJECTED: 2, CANCELLED: 3 };

type Escrow = Record<
  "amount" | "platformFee" | "sellerPayout" | "handoverDeadline" | "totalFunded",
  bigint
> & { state: number };

/** A market with one listing and one offer of the buyer on it. */
async function openOffer(escrow: EscrowGeneration, token: TokenKind = "standard") {
  const arena = await openArena(chain, { marketplace: "M3", escrow, token });
  await arena.stake();
  await arena.list();
  const offered = await arena.act("buyer", "escrow", "makeOffer", [0n, PRICE]);
  const offer = (id = 1n) => arena.view<readonly unknown[]>("escrow", "offers", [id]);
  const escrowOf = (id = 1n) => arena.view<Escrow>("escrow", "getEscrow", [id]);
  const accept = (id = 1n) => arena.act("seller", "escrow", "acceptOffer", [id, 1]);
  const stateOf = async (id = 1n) => (await offer(id)).at(-2);
  return { ...arena, offered, offer, escrowOf, accept, stateOf };
}

const VARIANTS = ["E2a", "E2b", "E2c", "E2d", "E3"] as const;

describe.each(VARIANTS)("offers on %s", (generation) => {
  test("an accepted offer becomes an escrow, and funding completes it (on chain, traps 28, 35, 36)", async () => {
    const arena = await openOffer(generation);
    const { buyer } = arena.parties;
    expect(names(arena.offered)).toEqual(["token.Transfer", "OfferMade"]);
    expect(arena.offered[1]?.args).toMatchObject({
      offerId: 1n,
      offerPrice: PRICE,
      depositAmount: DEPOSIT,
    });

    const accepted = await arena.accept();
    expect(names(accepted)).toEqual(["OfferAccepted", "EscrowCreated"]);
    expect(accepted[0]?.args).toMatchObject({
      offerId: 1n,
      escrowId: 1n,
      listingId: 0n,
      amount: PRICE,
    });
    const handoverDeadline = (await arena.now()) + 72n * HOUR;
    expect(await arena.escrowOf()).toMatchObject({
      state: State.CREATED,
      amount: PRICE,
      totalFunded: DEPOSIT,
      encryptionMethod: 1,
      handoverDeadline,
    });

    expect(await arena.refusal("seller", "escrow", "completeFunding", [1n])).toBe(
      "Caller is not the buyer",
    );
    const funded = await arena.act(
      "buyer",
      "escrow",
      "completeFunding",
      [1n],
      handoverDeadline + DAY,
    );
    expect(names(funded)).toEqual(["token.Transfer", "FundsDeposited"]);
    expect(funded[0]?.args.value).toBe(PRICE - DEPOSIT);
    expect(funded[1]?.args).toMatchObject({ amount: PRICE, encryptionMethod: 1 });
    expect(await arena.escrowOf()).toMatchObject({ state: State.FUNDED, handoverDeadline });

    // Trap 28: funded late, so the buyer can take it all back at once.
    expect(
      await arena.refusal("seller", "escrow", "uploadCredentialHash", [1n, `0x${"01".repeat(32)}`]),
    ).toBe("Handover deadline passed");
    expect(payments(await arena.act("buyer", "escrow", "claimTimeout", [1n]))).toEqual([
      [buyer, PRICE],
    ]);
    expect((await arena.offer()).slice(-2)).toEqual([OfferState.ACCEPTED, 1n]);
  });

  test("the history records every change of the escrow, with its amount", async () => {
    const arena = await openOffer(generation);
    await arena.accept();
    await arena.act("buyer", "escrow", "completeFunding", [1n]);
    await arena.upload();
    await arena.confirm();
    const states: unknown[] = [];
    for (let index = 0n; index < 4n; index++) {
      const [balance, state] = await arena.view<readonly unknown[]>("escrow", "history", [
        1n,
        index,
      ]);
      expect(balance).toBe(PRICE);
      states.push(state);
    }
    expect(states).toEqual([State.CREATED, State.FUNDED, State.DELIVERED, State.TRANSITION]);
    await expect(arena.view("escrow", "history", [1n, 4n])).rejects.toThrow("revert");
  });

  test("rejecting and cancelling refund the deposit", async () => {
    const arena = await openOffer(generation);
    const { buyer } = arena.parties;
    expect(await arena.refusal("buyer", "escrow", "rejectOffer", [1n])).toBe(
      "Caller is not the seller",
    );
    const rejected = await arena.act("seller", "escrow", "rejectOffer", [1n]);
    expect(names(rejected)).toEqual(["token.Transfer", "OfferRejected"]);
    expect(payments(rejected)).toEqual([[buyer, DEPOSIT]]);

    await arena.act("buyer", "escrow", "makeOffer", [0n, PRICE]);
    expect(await arena.refusal("seller", "escrow", "cancelOffer", [2n])).toBe(
      "Caller is not the buyer",
    );
    const cancelled = await arena.act("buyer", "escrow", "cancelOffer", [2n]);
    expect(names(cancelled)).toEqual(["token.Transfer", "OfferCancelled"]);
    expect([await arena.stateOf(1n), await arena.stateOf(2n)]).toEqual([
      OfferState.REJECTED,
      OfferState.CANCELLED,
    ]);
    expect(await arena.refusal("buyer", "escrow", "cancelOffer", [2n])).toBe("Offer is not active");
  });

  test("nobody can end an offer that was never made, not even who sells listing 0", async () => {
    const arena = await openOffer(generation);
    for (const offerId of [0n, 2n]) {
      const refusals = [
        await arena.refusal("seller", "escrow", "acceptOffer", [offerId, 0]),
        await arena.refusal("seller", "escrow", "rejectOffer", [offerId]),
        await arena.refusal("buyer", "escrow", "cancelOffer", [offerId]),
      ];
      expect(refusals).toEqual(Array(3).fill("No such offer"));
    }
  });

  test("on chain, trap 37: accepting one offer leaves the others alone", async () => {
    const arena = await openOffer(generation);
    await arena.act("rival", "escrow", "makeOffer", [0n, PRICE * 2n]);
    await arena.accept(2n);
    expect(await arena.stateOf(1n)).toBe(OfferState.ACTIVE);
    await arena.accept(1n);
    expect(await arena.view("escrow", "escrowCounter")).toBe(2n);
  });

  test("on chain, trap 29: an unfunded escrow waits until the owner ejects its deposit", async () => {
    const arena = await openOffer(generation);
    const { treasury } = arena.parties;
    await arena.accept();
    const late = (await arena.now()) + 365n * DAY;
    expect(await arena.refusal("buyer", "escrow", "claimTimeout", [1n], late)).toBe(
      "No timeout in this state",
    );
    expect(await arena.refusal("owner", "escrow", "emergencyEjectEscrow", [1n])).toBe(
      "ExpectedPause",
    );
    await arena.act("owner", "escrow", "pause");
    expect(await arena.refusal("owner", "escrow", "emergencyEjectEscrow", [1n])).toBe(
      "Safety wallet is zero",
    );
    const [updated] = await arena.act("owner", "escrow", "setSafetyWallet", [treasury]);
    expect(updated?.args.oldSafety).toBe(`0x${"00".repeat(20)}`);
    const ejected = await arena.act("owner", "escrow", "emergencyEjectEscrow", [1n]);
    expect(names(ejected)).toEqual(["token.Transfer", "EmergencyEjectEscrow"]);
    expect(ejected[1]?.args).toMatchObject({ escrowId: 1n, amount: DEPOSIT });
    expect((await arena.escrowOf()).state).toBe(State.EMERGENCY);
    // Trap 39: nothing to eject changes and logs nothing; the id does not even have to exist.
    expect(await arena.act("owner", "escrow", "emergencyEjectEscrow", [99n])).toEqual([]);
  });

  test("on chain, trap 25: amount, fee and payout are rewritten from what arrived", async () => {
    const arena = await openOffer(generation, "fee-on-transfer");
    const deposit = (DEPOSIT * 99n) / 100n;
    expect(arena.offered.at(-1)?.args.depositAmount).toBe(deposit);
    await arena.accept();
    const funded = await arena.act("buyer", "escrow", "completeFunding", [1n]);
    const total = deposit + ((PRICE - deposit) * 99n) / 100n;
    expect(funded.at(-1)?.args.amount).toBe(total);
    expect(await arena.escrowOf()).toMatchObject({
      amount: total,
      totalFunded: total,
      platformFee: (total * 250n) / 10_000n,
      sellerPayout: total - (total * 250n) / 10_000n,
    });
  });

  test("ejecting an escrow in transition takes the retainer and keeps the hold's flags", async () => {
    const arena = await openOffer(generation);
    await arena.accept();
    await arena.act("buyer", "escrow", "completeFunding", [1n]);
    await arena.upload();
    await arena.confirm();
    await arena.act("owner", "escrow", "setSafetyWallet", [arena.parties.stranger]);
    await arena.act("owner", "escrow", "pause");
    const [, ejected] = await arena.act("owner", "escrow", "emergencyEjectEscrow", [1n]);
    expect(ejected?.args.amount).toBe((PRICE * 975n) / 10_000n);
    const hold = await arena.view<object>("escrow", "getTransitionHold", [1n]);
    expect(hold).toMatchObject({ isReleased: false, isClaimed: false });
    expect(await arena.refusal("owner", "escrow", "emergencyEjectEscrow", [1n])).toBe(
      "Escrow is closed",
    );
  });
});

describe("one offer per buyer and listing", () => {
  test("E2a allows several", async () => {
    const arena = await openOffer("E2a");
    await arena.act("buyer", "escrow", "makeOffer", [0n, PRICE]);
    expect(await arena.view("escrow", "offerCounter")).toBe(2n);
  });

  test.each(["E2b", "E2d", "E3"] as const)(
    "on chain, trap 38: %s allows one, and an ejected one blocks the next for good",
    async (generation) => {
      const arena = await openOffer(generation);
      const again = ["buyer", "escrow", "makeOffer", [0n, PRICE]] as const;
      expect(await arena.refusal(...again)).toBe("An offer is already active");
      await arena.act("owner", "escrow", "setSafetyWallet", [arena.parties.stranger]);
      await arena.act("owner", "escrow", "pause");
      const ejected = await arena.act("owner", "escrow", "emergencyEjectOffer", [1n]);
      expect(names(ejected)).toEqual(["token.Transfer", "EmergencyEjectOffer"]);
      await arena.act("owner", "escrow", "unpause");
      expect(await arena.stateOf()).toBe(OfferState.CANCELLED);
      const key = [0n, arena.parties.buyer];
      expect(await arena.view("escrow", "hasActiveOffer", key)).toBe(false);
      expect(await arena.view("escrow", "activeOffersByBuyerAndListing", key)).toBe(1n);
      expect(await arena.refusal(...again)).toBe("An offer is already active");
    },
  );
});

describe("expiry", () => {
  test.each(["E2a", "E2b", "E2c"] as const)(
    "%s has none: eight fields, and only the buyer cancels",
    async (generation) => {
      const arena = await openOffer(generation);
      expect(await arena.offer()).toHaveLength(8);
      const late = (await arena.now()) + 365n * DAY;
      expect(await arena.refusal("stranger", "escrow", "cancelOffer", [1n], late)).toBe(
        "Caller is not the buyer",
      );
    },
  );

  test.each(["E2d", "E3"] as const)(
    "on %s anyone cancels after it, and the buyer is refunded",
    async (generation) => {
      const arena = await openOffer(generation);
      const offer = await arena.offer();
      const expiresAt = offer[6] as bigint;
      expect(expiresAt).toBe((offer[5] as bigint) + 24n * HOUR);
      expect(await arena.refusal("stranger", "escrow", "cancelOffer", [1n], expiresAt)).toBe(
        "Caller is not the buyer",
      );
      const cancelled = await arena.act("stranger", "escrow", "cancelOffer", [1n], expiresAt + 1n);
      expect(payments(cancelled)).toEqual([[arena.parties.buyer, DEPOSIT]]);
    },
  );

  test("on chain, trap 30: an offer is accepted after its expiry, on a cancelled listing", async () => {
    const arena = await openOffer("E3");
    await arena.act("seller", "marketplace", "cancelListing", [0n]);
    expect(await arena.refusal("rival", "escrow", "makeOffer", [0n, PRICE])).toBe(
      "Listing is not active",
    );
    const late = (await arena.now()) + 30n * DAY;
    const accepted = await arena.act("seller", "escrow", "acceptOffer", [1n, 0], late);
    expect(names(accepted)).toEqual(["OfferAccepted", "EscrowCreated"]);
  });
});

test("an offer of a few units has no deposit, and its escrow nothing to eject (on chain, trap 39)", async () => {
  const arena = await openOffer("E3");
  await arena.act("rival", "escrow", "makeOffer", [0n, 19n]);
  expect((await arena.offer(2n))[4]).toBe(0n);
  await arena.accept(2n);
  await arena.act("owner", "escrow", "setSafetyWallet", [arena.parties.stranger]);
  await arena.act("owner", "escrow", "pause");
  expect(await arena.act("owner", "escrow", "emergencyEjectEscrow", [1n])).toEqual([]);
  expect((await arena.escrowOf()).state).toBe(State.CREATED);
});
