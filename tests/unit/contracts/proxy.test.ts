import { encodeAbiParameters, encodeEventTopics, keccak256, toHex, zeroAddress } from "viem";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { MarketplaceAbi } from "../../../abis/index.ts";
import { loadArtifact } from "../../../devnet/contracts/artifact.ts";
import { upgradeMarketplace } from "../../../devnet/deploy.ts";
import { openDeployer } from "../../../devnet/deployer.ts";
import { startTestChain, type TestChain } from "../../support/anvil.ts";
import { names, openArena, openStage, PRICE, STAKE } from "./arena.ts";

let chain: TestChain;
beforeAll(async () => {
  chain = await startTestChain();
});
afterAll(() => chain.stop());

const selector = (declaration: string) => keccak256(toHex(declaration));

describe("a fresh proxy", () => {
  test.each([
    ["marketplace", "M1", "E0"],
    ["marketplace", "M3", "E0"],
    ["escrow", "M1", "E0"],
    ["escrow", "M1", "E3"],
  ] as const)(
    "of %s (%s, %s) logs Upgraded, OwnershipTransferred, Initialized and nothing else (on chain, trap 2)",
    async (where, marketplace, escrow) => {
      const arena = await openArena(chain, { marketplace, escrow, endGenesis: false });
      const logs = await chain.logsOf([arena.market[where].address]);
      expect(logs.map(({ topics }) => topics[0])).toEqual([
        selector("Upgraded(address)"),
        selector("OwnershipTransferred(address,address)"),
        selector("Initialized(uint64)"),
      ]);
      expect(BigInt(logs[2]?.data ?? 0)).toBe(1n);
      const [implementation] = await chain.logsOf([arena.market[where].implementation]);
      expect(BigInt(implementation?.data ?? 0)).toBe(2n ** 64n - 1n);
    },
  );

  test("cannot be initialised again, and neither can its implementation", async () => {
    const { market, parties, refusal, act } = await openArena(chain, { escrow: "E1" });
    const args = [market.token.address, parties.agent];
    expect(await refusal("stranger", "marketplace", "initialize", args)).toBe(
      "InvalidInitialization",
    );
    const implementation = openStage(chain, {
      marketplace: {
        address: market.marketplace.implementation,
        abi: loadArtifact("MarketplaceM3").abi,
      },
    });
    expect(await implementation.refusal(parties.stranger, "marketplace", "initialize", args)).toBe(
      "InvalidInitialization",
    );
    expect(names(await act("owner", "marketplace", "pause"))).toEqual(["Paused"]);
    expect(await refusal("owner", "marketplace", "pause")).toBe("EnforcedPause");
  });

  test("hands its ownership over in one step, down to nobody", async () => {
    const { act, parties, refusal } = await openArena(chain);
    expect(await refusal("owner", "escrow", "transferOwnership", [zeroAddress])).toBe(
      "OwnableInvalidOwner",
    );
    const [moved] = await act("owner", "escrow", "transferOwnership", [parties.stranger]);
    expect(moved?.name).toBe("OwnershipTransferred");
    expect(await refusal("owner", "escrow", "pause")).toBe("OwnableUnauthorizedAccount");
    const [renounced] = await act("stranger", "escrow", "renounceOwnership");
    expect(renounced?.args.newOwner).toBe(zeroAddress);
    expect(await refusal("stranger", "escrow", "pause")).toBe("OwnableUnauthorizedAccount");
  });
});

describe("an upgrade", () => {
  test("on chain, trap 43: from M2 to M3 in place, with every record kept", async () => {
    const arena = await openArena(chain, { marketplace: "M2", escrow: "E1" });
    const { seller } = arena.parties;
    await arena.stake();
    await arena.list(1);
    const records = () =>
      Promise.all([
        arena.view("marketplace", "listings", [0n]),
        arena.view("marketplace", "sellerStakes", [seller]),
        arena.view("marketplace", "sellerActivity", [seller]),
        arena.view("marketplace", "agentAddress"),
        arena.view("marketplace", "idrxToken"),
        arena.view("marketplace", "owner"),
        arena.view("marketplace", "genesisProgram"),
        chain.storage(arena.market.marketplace.address, 0n),
      ]);
    const before = await records();

    const upgraded = await upgradeMarketplace(chain, arena.market, "M3");
    arena.speak("marketplace", "MarketplaceM3");
    const last = (await chain.logsOf([arena.market.marketplace.address])).at(-1);
    expect(last?.topics[0]).toBe(selector("Upgraded(address)"));
    expect(BigInt(last?.topics[1] ?? 0)).toBe(BigInt(upgraded.marketplace.implementation));
    expect(await records()).toEqual(before);

    const slash = await arena.act("agent", "marketplace", "slashSeller", [seller, "Late"]);
    expect(slash[0]?.args).toMatchObject({ amount: STAKE / 3n, newSlashCount: 1n });
    await arena.buy();
  });

  test("is the owner's alone, to an implementation that says it is one, through the proxy", async () => {
    const arena = await openArena(chain);
    const { market } = arena;
    const upgrade = (to: string) => ["marketplace", "upgradeToAndCall", [to, "0x"]] as const;
    const { implementation } = market.marketplace;
    expect(await arena.refusal("stranger", ...upgrade(implementation))).toBe(
      "OwnableUnauthorizedAccount",
    );
    // A token is no implementation, and neither is a proxy.
    for (const other of [market.token.address, market.escrow.address]) {
      expect(await arena.refusal("owner", ...upgrade(other))).toBe("ERC1967InvalidImplementation");
    }
    expect(await arena.view("marketplace", "UPGRADE_INTERFACE_VERSION")).toBe("5.0.0");
    expect(await arena.refusal("owner", "marketplace", "proxiableUUID")).toBe(
      "UUPSUnauthorizedCallContext",
    );
  });

  test("to the next marketplace can log an event that nobody knows", async () => {
    const arena = await openArena(chain);
    const deployer = await openDeployer(chain, arena.parties.owner);
    const next = await deployer.create("MarketplaceM3Next");
    await deployer.mine();
    await arena.act("owner", "marketplace", "upgradeToAndCall", [next, "0x"]);
    arena.speak("marketplace", "MarketplaceM3Next");
    const [announced] = await arena.act("stranger", "marketplace", "announce", ["Hello"]);
    expect(announced).toMatchObject({
      name: "MarketplaceAnnouncement",
      args: { message: "Hello" },
    });
  });
});

describe("the event forger", () => {
  test("logs anything from a marketplace's address while the views keep answering, and can be left", async () => {
    const arena = await openArena(chain);
    const { market, parties } = arena;
    await arena.stake();
    await arena.list();
    const deployer = await openDeployer(chain, parties.owner);
    const forger = await deployer.create("EventForger", [market.marketplace.implementation]);
    await deployer.mine();
    await arena.act("owner", "marketplace", "upgradeToAndCall", [forger, "0x"]);

    const listing = await arena.view<readonly unknown[]>("marketplace", "listings", [0n]);
    expect(listing[4]).toBe(PRICE);
    await arena.act("seller", "marketplace", "updateListing", [0n, "", 7n]);

    const forge = openStage(chain, {
      forger: { address: market.marketplace.address, abi: loadArtifact("EventForger").abi },
    });
    const [topic0, ...indexed] = encodeEventTopics({
      abi: MarketplaceAbi,
      eventName: "ListingCreated",
      args: { listingId: 7n, seller: parties.seller },
    }) as `0x${string}`[];
    const forged: [topics: (`0x${string}` | undefined)[], data: `0x${string}`][] = [
      [[], "0x"],
      [[topic0], encodeAbiParameters([{ type: "uint256" }], [7n])],
      [[topic0, ...indexed], "0x00"],
      [[topic0, ...indexed, indexed[0]], "0xdeadbeef"],
    ];
    const start = (await chain.blockNumber()) + 1n;
    const [first, ...rest] = forged;
    const logs = rest.map(([topics, data]) => ({ topics, data }));
    // The stage cannot decode what is forged: the receipts are read as they are.
    const data = [
      forge.callData("forger", "forge", first ?? []),
      forge.callData("forger", "forgeMany", [logs]),
    ];
    await chain.execute(
      data.map((input) => ({
        from: parties.stranger,
        to: market.marketplace.address,
        data: input,
      })),
    );
    const seen = await chain.logsOf([market.marketplace.address], start);
    expect(seen.map(({ topics, data }) => [topics, data])).toEqual(forged);

    const { implementation } = market.marketplace;
    await arena.act("owner", "marketplace", "upgradeToAndCall", [implementation, "0x"]);
    expect(await forge.refusal(parties.stranger, "forger", "forge", [[], "0x"])).toBe("no reason");
    expect(await arena.view<readonly unknown[]>("marketplace", "listings", [0n])).toContain(7n);
  });
});

test("a smart account buys twice in one transaction, and its call data names neither purchase", async () => {
  const arena = await openArena(chain, { escrow: "E2d" });
  await arena.stake();
  await arena.list();
  const deployer = await openDeployer(chain, arena.parties.rival);
  const account = await deployer.create("SmartAccount", [arena.parties.rival]);
  await deployer.mine();
  const stage = openStage(chain, {
    account: { address: account, abi: loadArtifact("SmartAccount").abi },
    escrow: { address: arena.market.escrow.address, abi: loadArtifact("EscrowE2d").abi },
    token: { address: arena.market.token.address, abi: loadArtifact("TestToken").abi },
  });
  const call = (where: "token" | "escrow", method: string, args: readonly unknown[]) => ({
    target: arena.market[where].address,
    data: stage.callData(where, method, args),
  });
  const buy = call("escrow", "depositFunds", [0n, PRICE, 0]);
  const batch = [
    call("token", "mint", [account, PRICE * 2n]),
    call("token", "approve", [arena.market.escrow.address, PRICE * 2n]),
    buy,
    buy,
  ];
  const events = await stage.act(arena.parties.rival, "account", "executeBatch", [batch]);
  const created = events.filter(({ name }) => name === "EscrowCreated");
  expect(created.map(({ args }) => args.escrowId)).toEqual([1n, 2n]);
  expect(created.map(({ args }) => String(args.buyer).toLowerCase())).toEqual([account, account]);
  expect(await stage.refusal(arena.parties.buyer, "account", "executeBatch", [[]])).toBe(
    "NotOwner",
  );
});
