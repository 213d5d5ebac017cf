import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { MarketplaceGeneration } from "../../../devnet/deployed.ts";
import { startTestChain, type TestChain } from "../../support/anvil.ts";
import { DAY, HOUR, names, openArena, PRICE, STAKE } from "./arena.ts";

let chain: TestChain;
beforeAll(async () => {
  chain = await startTestChain();
});
afterAll(() => chain.stop());

const open = (marketplace: MarketplaceGeneration, endGenesis = true) =>
  openArena(chain, { marketplace, escrow: "E1", endGenesis });

type Listing = readonly unknown[];
const LEVEL = 6;
const STATE = 7;
const BUILD_ID_VERIFIED = 12;

describe.each(["M2", "M3"] as const)("marketplace %s", (generation) => {
  test("on chain, trap 16: listing ids start at 0, and slot 0 holds how many there are", async () => {
    const arena = await open(generation);
    expect(await chain.storage(arena.market.marketplace.address, 0n)).toBe(0n);
    expect(names(await arena.stake())).toEqual([
      "token.Transfer",
      "SellerStaked",
      "HeartbeatRecorded",
    ]);
    const [created] = await arena.list();
    expect(created?.args).toMatchObject({ listingId: 0n, title: "A business", askingPrice: PRICE });
    expect(await chain.storage(arena.market.marketplace.address, 0n)).toBe(1n);
  });

  test("on chain, trap 6: creating a listing refreshes the heartbeat without its event", async () => {
    const arena = await open(generation);
    await arena.stake();
    expect(names(await arena.list())).toEqual(["ListingCreated"]);
    const activity = await arena.view<Listing>("marketplace", "sellerActivity", [
      arena.parties.seller,
    ]);
    expect(activity[1]).toBe(await arena.now());
  });

  test("on chain, traps 7 and 8: the level is claimed, and build verification only ever lifts it", async () => {
    const arena = await open(generation);
    const { seller } = arena.parties;
    await arena.stake();
    await arena.list(1);
    await arena.list(0);
    const listing = (id: bigint) => arena.view<Listing>("marketplace", "listings", [id]);

    const events = await arena.act("agent", "marketplace", "verifyBuildId", [0n, true]);
    expect(names(events)).toEqual(["BuildIdVerified"]);
    expect((await listing(0n))[LEVEL]).toBe(2);
    await arena.act("agent", "marketplace", "verifyBuildId", [1n, true]);
    expect((await listing(1n))[LEVEL]).toBe(0);
    await arena.act("agent", "marketplace", "verifyBuildId", [0n, false]);
    expect((await listing(0n))[LEVEL]).toBe(2);
    expect((await listing(0n))[BUILD_ID_VERIFIED]).toBe(false);
    // The seller's own level is that of the last listing.
    expect(await arena.view("marketplace", "sellerVerificationLevel", [seller])).toBe(0);
  });

  test("on chain, trap 12: an update with price 0 or no text leaves the value and logs the raw arguments", async () => {
    const arena = await open(generation);
    await arena.stake();
    await arena.list();
    const [price] = await arena.act("seller", "marketplace", "updateListing", [
      0n,
      "ipfs://new",
      0n,
    ]);
    expect(price?.args).toMatchObject({ ipfsMetadata: "ipfs://new", newPrice: 0n });
    const [text] = await arena.act("seller", "marketplace", "updateListing", [0n, "", 5n]);
    expect(text?.args).toMatchObject({ ipfsMetadata: "", newPrice: 5n });
    const listing = await arena.view<Listing>("marketplace", "listings", [0n]);
    expect([listing[3], listing[4]]).toEqual(["ipfs://new", 5n]);
  });

  test("on chain, trap 17: listing 0 is verified on an empty contract", async () => {
    const arena = await open(generation);
    expect(names(await arena.act("agent", "marketplace", "verifyBuildId", [0n, true]))).toEqual([
      "BuildIdVerified",
    ]);
    expect(await arena.refusal("agent", "marketplace", "verifyBuildId", [1n, true])).toBe(
      "No such listing",
    );
    await arena.stake();
    await arena.list();
    const listing = await arena.view<Listing>("marketplace", "listings", [0n]);
    expect(listing[BUILD_ID_VERIFIED]).toBe(false);
  });

  test("on chain, traps 10 and 11: an address that never listed is paused, and a heartbeat does not undo it", async () => {
    const arena = await open(generation);
    const { stranger } = arena.parties;
    const [paused] = await arena.act("agent", "marketplace", "pauseInactiveSeller", [stranger]);
    expect(paused?.name).toBe("SellerPaused");
    await arena.act("stranger", "marketplace", "recordHeartbeat");
    const activity = await arena.view<Listing>("marketplace", "sellerActivity", [stranger]);
    expect(activity.slice(3)).toEqual([true, true]);
  });

  test("a seller is pausable strictly after day 44, and nothing is logged before", async () => {
    const arena = await open(generation);
    await arena.act("seller", "marketplace", "recordHeartbeat");
    const beat = await arena.now();
    const pause = (at: bigint) =>
      arena.act("agent", "marketplace", "pauseInactiveSeller", [arena.parties.seller], at);
    expect(names(await pause(beat + 44n * DAY))).toEqual([]);
    expect(names(await pause(beat + 44n * DAY + 1n))).toEqual(["SellerPaused"]);
  });

  test("a paused listing cannot be cancelled before it is resumed, and the counts follow", async () => {
    const arena = await open(generation);
    await arena.stake();
    await arena.list();
    const count = () =>
      arena.view<bigint>("marketplace", "activeListingsCount", [arena.parties.seller]);
    expect(await arena.refusal("agent", "marketplace", "pauseListing", [1n])).toBe(
      "No such listing",
    );
    const [paused] = await arena.act("agent", "marketplace", "pauseListing", [0n]);
    expect(paused?.args.reason).toBe("Health check failed");
    expect(await count()).toBe(0n);
    expect(await arena.refusal("seller", "marketplace", "cancelListing", [0n])).toBe(
      "Listing is not active",
    );
    await arena.act("seller", "marketplace", "resumeListing", [0n]);
    expect(await count()).toBe(1n);
    await arena.act("owner", "marketplace", "pause");
    expect(await arena.refusal("seller", "marketplace", "updateListing", [0n, "", 1n])).toBe(
      "EnforcedPause",
    );
    await arena.act("seller", "marketplace", "cancelListing", [0n]);
    expect((await arena.view<Listing>("marketplace", "listings", [0n]))[STATE]).toBe(3);
    expect(await count()).toBe(0n);
  });

  test("on chain, traps 3 to 5: a sale leaves the listing active, for more buyers, and the stake locked", async () => {
    const arena = await open(generation);
    await arena.stake();
    await arena.list();
    await arena.buy("buyer");
    await arena.buy("rival");
    expect(await arena.view("escrow", "escrowCounter")).toBe(2n);
    expect((await arena.view<Listing>("marketplace", "listings", [0n]))[STATE]).toBe(0);
    expect(await arena.refusal("seller", "marketplace", "withdrawStake", [STAKE])).toBe(
      "Listings are active",
    );
    await arena.act("seller", "marketplace", "cancelListing", [0n]);
    expect(names(await arena.act("seller", "marketplace", "withdrawStake", [STAKE]))).toEqual([
      "token.Transfer",
      "StakeWithdrawn",
    ]);
  });

  test("on chain, trap 1: the genesis programme ends without an event", async () => {
    const arena = await open(generation, false);
    expect(await arena.view("marketplace", "genesisProgram")).toBe(true);
    expect(await arena.act("owner", "marketplace", "endGenesisProgram")).toEqual([]);
    expect(await arena.view("marketplace", "genesisProgram")).toBe(false);
  });
});

describe("marketplace M1", () => {
  test("on chain, traps 6 and 13: six functions do nothing, and staking does not start the heartbeat", async () => {
    const arena = await open("M1");
    expect(names(await arena.stake())).toEqual(["token.Transfer", "SellerStaked"]);
    await arena.list();
    const { seller, stranger } = arena.parties;
    const before = await arena.view("marketplace", "listings", [0n]);
    const silent = [
      await arena.act("seller", "marketplace", "updateListing", [0n, "ipfs://new", 5n]),
      await arena.act("agent", "marketplace", "pauseListing", [0n]),
      await arena.act("seller", "marketplace", "resumeListing", [0n]),
      await arena.act("agent", "marketplace", "verifyBuildId", [0n, true]),
      await arena.act("stranger", "marketplace", "recordHeartbeat"),
      await arena.act("agent", "marketplace", "pauseInactiveSeller", [stranger]),
    ];
    expect(silent.flat()).toEqual([]);
    expect(await arena.view("marketplace", "listings", [0n])).toEqual(before);
    expect(await arena.view("marketplace", "getActiveListings", [0n, 10n])).toEqual([]);
    expect(names(await arena.act("seller", "marketplace", "cancelListing", [0n]))).toEqual([
      "ListingCancelled",
    ]);
    const staked = await arena.view<Listing>("marketplace", "sellerStakes", [seller]);
    expect(staked[1]).toBe(STAKE);
  });
});

describe("staking", () => {
  test.each(["M1", "M2"] as const)(
    "on chain, trap 14: the genesis programme blocks staking on %s",
    async (generation) => {
      const arena = await open(generation, false);
      expect(await arena.refusal("seller", "marketplace", "stakeToSell")).toBe(
        "Verification too low",
      );
      expect(
        await arena.refusal("seller", "marketplace", "createListing", [
          "Title",
          "",
          1n,
          1,
          `0x${"00".repeat(32)}`,
          "0x",
          "",
        ]),
      ).toBe("No active stake");
      await arena.act("owner", "marketplace", "endGenesisProgram");
      expect(names(await arena.stake())).toContain("SellerStaked");
    },
  );

  test("M3 lets unverified sellers pay while the programme is open", async () => {
    const arena = await open("M3", false);
    expect(names(await arena.stake())).toContain("SellerStaked");
  });

  test("on chain, trap 15: on M3 a verified seller enters free, is flagged, and cannot be counted twice", async () => {
    const arena = await open("M3", false);
    const { seller } = arena.parties;
    await arena.stake();
    await arena.list(1);
    await arena.act("seller", "marketplace", "cancelListing", [0n]);
    await arena.act("seller", "marketplace", "withdrawStake", [STAKE]);
    const events = await arena.stake();
    expect(names(events)).toEqual(["GenesisSellerJoined", "HeartbeatRecorded"]);
    expect(events[0]?.args.genesisNumber).toBe(1n);
    expect(await arena.view("marketplace", "isGenesisSeller", [seller])).toBe(true);
    expect(await arena.refusal("seller", "marketplace", "joinGenesis")).toBe(
      "Already a genesis seller",
    );
  });

  test("on chain, trap 9: a slash deactivates in silence, and staking again forgets it with the leftover", async () => {
    const arena = await open("M3");
    const { seller, stranger } = arena.parties;
    await arena.stake();
    const slash = await arena.act("agent", "marketplace", "slashSeller", [seller, "Fraud 🚨"]);
    expect(names(slash)).toEqual(["SellerSlashed"]);
    expect(slash[0]?.args).toMatchObject({
      amount: STAKE / 3n,
      reason: "Fraud 🚨",
      newSlashCount: 1n,
    });
    const stake = () => arena.view<Listing>("marketplace", "sellerStakes", [seller]);
    expect((await stake()).slice(3)).toEqual([false, 1n]);
    const activity = await arena.view<Listing>("marketplace", "sellerActivity", [seller]);
    expect(activity.slice(3)).toEqual([false, true]);
    expect(await arena.refusal("seller", "marketplace", "withdrawStake", [1n])).toBe(
      "No active stake",
    );
    expect(await arena.refusal("agent", "marketplace", "slashSeller", [stranger, ""])).toBe(
      "Stake is not active",
    );

    await arena.stake();
    expect((await stake())[1]).toBe(STAKE);
    expect((await stake()).slice(3)).toEqual([true, 0n]);
    const held = await arena.balance(arena.market.marketplace.address);
    expect(held).toBe(2n * STAKE);
  });

  test("on M2 a partly withdrawn stake can be neither withdrawn nor replaced", async () => {
    const arena = await open("M2");
    await arena.stake();
    await arena.act("seller", "marketplace", "withdrawStake", [1n]);
    expect(await arena.refusal("seller", "marketplace", "withdrawStake", [1n])).toBe(
      "No active stake",
    );
    expect(await arena.refusal("seller", "marketplace", "stakeToSell")).toBe("Already staked");
  });

  test("an emergency exit opens exactly at its time, a repeat restarts it, listings stay active", async () => {
    const arena = await open("M3");
    const { seller } = arena.parties;
    await arena.stake();
    await arena.list();
    await arena.act("seller", "marketplace", "requestEmergencyWithdraw");
    const [request] = await arena.act("seller", "marketplace", "requestEmergencyWithdraw");
    const unlock = request?.args.executionTime as bigint;
    expect(unlock).toBe((await arena.now()) + 72n * HOUR);
    const execute = "executeEmergencyWithdraw";
    expect(await arena.refusal("seller", "marketplace", execute, [], unlock - 1n)).toBe(
      "Cooldown is running",
    );
    const events = await arena.act("seller", "marketplace", execute, [], unlock);
    expect(names(events)).toEqual(["token.Transfer", "EmergencyWithdrawExecuted"]);
    const empty = ["0x0000000000000000000000000000000000000000", 0n, 0n, false];
    expect(await arena.view("marketplace", "sellerStakes", [seller])).toEqual([...empty, 0n]);
    expect(await arena.view("marketplace", "sellerActivity", [seller])).toEqual([...empty, false]);
    expect((await arena.view<Listing>("marketplace", "listings", [0n]))[STATE]).toBe(0);
  });
});

test("paging beyond the end reverts on M2 and is empty on M3", async () => {
  for (const generation of ["M2", "M3"] as const) {
    const arena = await open(generation);
    await arena.stake();
    await arena.list();
    await arena.list();
    await arena.act("seller", "marketplace", "cancelListing", [0n]);
    const page = (offset: bigint, limit: bigint) =>
      arena.view<{ id: bigint }[]>("marketplace", "getActiveListings", [offset, limit]);
    expect((await page(0n, 10n)).map(({ id }) => id)).toEqual([1n]);
    expect(await page(0n, 0n)).toEqual([]);
    if (generation === "M2") await expect(page(2n, 1n)).rejects.toThrow(/underflow|revert/);
    else expect(await page(2n, 1n)).toEqual([]);
  }
});
