import { type Address, decodeFunctionResult, type Hex } from "viem";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type LocalChain, startChain } from "../../../devnet/chain.ts";
import { type ContractName, loadArtifact } from "../../../devnet/contracts/artifact.ts";
import { type Devnet, deployDevnet } from "../../../devnet/devnet.ts";
import { BEHAVIOURS } from "../../../devnet/market/behaviours.ts";
import { encodeCall } from "../../../devnet/market/outbox.ts";
import { measureOf, type Played, playMarket, rehearse } from "../../../devnet/market/play.ts";
import { ESCROW_STATES } from "../../../src/protocol/states.ts";

/** Long enough for every behaviour: the agent pauses the silent after 44 days. */
const DAYS = 60;
const SHORT = { seed: "short", days: 3 };

let chain: LocalChain;
let devnet: Devnet;
let openedAt: number;

beforeAll(async () => {
  chain = await startChain();
  devnet = await deployDevnet(chain);
  openedAt = Number(await chain.now());
});
afterAll(() => chain.stop());

describe("the market in rehearsal", () => {
  test("every behaviour of every person occurs within two months, for any seed", () => {
    for (const seed of ["valyra", "benchmark", "1"]) {
      const { behaviours } = rehearse(devnet, chain.accounts, openedAt, { seed, days: DAYS });
      expect(
        BEHAVIOURS.filter((behaviour) => !behaviours[behaviour]),
        seed,
      ).toEqual([]);
    }
  });

  test("several escrows stand on one listing, and listing 0 is used", () => {
    const { world } = rehearse(devnet, chain.accounts, openedAt, { seed: "valyra", days: 30 });
    const escrows = world.venues.flatMap((venue) => venue.escrows.filter((it) => it !== undefined));
    const perListing = new Map<object, number>();
    for (const { listing } of escrows) perListing.set(listing, (perListing.get(listing) ?? 0) + 1);
    expect(Math.max(...perListing.values())).toBeGreaterThan(2);
    expect(escrows.some(({ listing }) => listing.id === 0)).toBe(true);
  });

  test("as many events as asked for are played, in few blocks", () => {
    const wanted = { seed: "many", events: 20_000 };
    const { events, blocks, fraction } = rehearse(devnet, chain.accounts, openedAt, wanted);
    expect(events).toBeGreaterThanOrEqual(20_000);
    expect(events).toBeLessThan(21_500);
    expect(blocks).toBeLessThan(150);
    expect(fraction).toBe(1);
    expect(measureOf(wanted).scale).toBeGreaterThan(measureOf(SHORT).scale);
    expect(() => rehearse(devnet, chain.accounts, openedAt, { seed: "none" })).toThrow("either");
  });

  test("too few accounts for a market is an error that says so", () => {
    const few = chain.accounts.slice(0, 12);
    expect(() => rehearse(devnet, few, openedAt, SHORT)).toThrow("20 unlocked accounts");
  });
});

describe("the market on a chain", () => {
  let played: Played;

  beforeAll(async () => {
    played = await playMarket(chain, devnet, { seed: "valyra", days: 24 });
  });

  test("the people know the state of every escrow, offer and listing: it is the contracts'", async () => {
    for (const { market, listings, offers, escrows } of played.world.venues) {
      const escrowAt = market.escrow.address;
      expect(await read("EscrowE3", escrowAt, "escrowCounter")).toBe(BigInt(escrows.length - 1));
      expect(await read("EscrowE3", escrowAt, "offerCounter")).toBe(BigInt(offers.length - 1));
      for (const escrow of escrows) {
        if (escrow === undefined) continue;
        const onChain = (await read("EscrowE3", escrowAt, "getEscrow", [BigInt(escrow.id)])) as {
          state: number;
          amount: bigint;
          verifyDeadline: bigint;
        };
        expect(ESCROW_STATES[onChain.state]).toBe(escrow.state);
        expect(onChain.amount).toBe(escrow.amount);
        expect(onChain.verifyDeadline).toBe(BigInt(escrow.verifyDeadline));
      }
      const marketplaceAt = market.marketplace.address;
      for (const listing of listings) {
        if (listing === undefined) continue;
        const fields = (await read("MarketplaceM3", marketplaceAt, "listings", [
          BigInt(listing.id),
        ])) as readonly unknown[];
        expect(String(fields[1]).toLowerCase()).toBe(listing.seller.address);
        expect(fields[4]).toBe(listing.price);
        expect(fields[7]).toBe({ active: 0, cancelled: 3, paused: 5 }[listing.state]);
      }
    }
  });

  test("the people know what the contracts hold, to the last unit", async () => {
    for (const { market, escrowBalance, marketplaceBalance } of played.world.venues) {
      const balanceOf = (holder: Address) =>
        read("TestToken", market.token.address, "balanceOf", [holder]);
      expect(await balanceOf(market.escrow.address)).toBe(escrowBalance);
      expect(await balanceOf(market.marketplace.address)).toBe(marketplaceBalance);
    }
  });

  test("the events that it counts are the logs of its contracts", async () => {
    const addresses = [
      ...[devnet.main, devnet.taxed].flatMap((it) => [it.marketplace.address, it.escrow.address]),
      devnet.agents.agentEscrow.address,
      devnet.agents.entitlement.address,
    ];
    const logs = await chain.request<unknown[]>("eth_getLogs", [
      { address: addresses, fromBlock: "0x4", toBlock: "latest" },
    ]);
    expect(logs).toHaveLength(played.events);
  });
});

test("the same seed plays the same chain; another one another", async () => {
  const play = async (seed: string) => {
    const own = await startChain();
    try {
      const played = await playMarket(own, await deployDevnet(own), { ...SHORT, seed });
      const { hash } = await own.request<{ hash: Hex }>("eth_getBlockByNumber", ["latest", false]);
      return { hash, events: played.events };
    } finally {
      await own.stop();
    }
  };
  const first = await play("a");
  expect(await play("a")).toEqual(first);
  expect((await play("b")).hash).not.toBe(first.hash);
});

async function read(
  contract: ContractName,
  to: Address,
  functionName: string,
  args: readonly unknown[] = [],
): Promise<unknown> {
  const data = await chain.request<Hex>("eth_call", [
    { to, data: encodeCall(contract, functionName, args) },
    "latest",
  ]);
  return decodeFunctionResult({ abi: loadArtifact(contract).abi, functionName, data });
}
