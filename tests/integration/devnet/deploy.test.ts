import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Address, decodeFunctionResult, type Hex } from "viem";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadDeployment } from "../../../core/deployments/load.ts";
import { type LocalChain, startChain } from "../../../devnet/chain.ts";
import { type ContractName, loadArtifact } from "../../../devnet/contracts/artifact.ts";
import { deployMarket, deployToken, upgradeMarketplace } from "../../../devnet/deploy.ts";
import { serializeDeployment } from "../../../devnet/deployment-file.ts";
import { deployDevnet, devnetFile } from "../../../devnet/devnet.ts";
import { encodeCall } from "../../../devnet/market/outbox.ts";

const LOCAL = join(import.meta.dirname, "../../../deployments/local.json");

let chain: LocalChain;
beforeAll(async () => {
  chain = await startChain();
});
afterAll(() => chain.stop());

async function view(contract: ContractName, to: Address, functionName: string): Promise<unknown> {
  const data = await chain.request<Hex>("eth_call", [
    { to, data: encodeCall(contract, functionName, []) },
    "latest",
  ]);
  return decodeFunctionResult({ abi: loadArtifact(contract).abi, functionName, data });
}

const lower = async (value: Promise<unknown>) => String(await value).toLowerCase();

describe("deployment", () => {
  test("deployments/local.json is what the devnet deploys to a fresh chain", async () => {
    const fresh = await startChain();
    try {
      const file = devnetFile(await deployDevnet(fresh), "http://127.0.0.1:8545");
      expect(JSON.parse(serializeDeployment(file))).toEqual(
        JSON.parse(readFileSync(LOCAL, "utf8")),
      );
      expect(loadDeployment(LOCAL, {}).contracts).toHaveLength(9);
      for (const { address, startBlock } of file.contracts) {
        const code = await fresh.request<Hex>("eth_getCode", [address, "latest"]);
        expect(code.length, address).toBeGreaterThan(2);
        const before = `0x${(startBlock - 1).toString(16)}`;
        expect(await fresh.request<Hex>("eth_getCode", [address, before])).toBe("0x");
      }
    } finally {
      await fresh.stop();
    }
  });

  test.each([
    ["M1", "E0"],
    ["M1", "E1"],
    ["M2", "E2a"],
    ["M2", "E2b"],
    ["M3", "E2c"],
    ["M3", "E2d"],
    ["M3", "E3"],
  ] as const)("%s with %s stands behind proxies with its roles", async (marketplace, escrow) => {
    const market = await deployMarket(chain, { marketplace, escrow });
    const name = `Escrow${escrow}` as const;
    expect(await lower(view("MarketplaceM3", market.marketplace.address, "owner"))).toBe(
      market.owner,
    );
    expect(await lower(view("MarketplaceM3", market.marketplace.address, "agentAddress"))).toBe(
      market.agent,
    );
    expect(await lower(view(name, market.escrow.address, "treasuryAddress"))).toBe(market.treasury);
    expect(await lower(view(name, market.escrow.address, "idrxToken"))).toBe(market.token.address);
    if (escrow !== "E0") {
      expect(await lower(view(name, market.escrow.address, "marketplaceAddress"))).toBe(
        market.marketplace.address,
      );
    }
    expect(market.marketplace.startBlock).toBe(Number(await chain.blockNumber()));
  });

  test("a marketplace is upgraded in place and keeps its address", async () => {
    const before = await deployMarket(chain, { marketplace: "M2", escrow: "E1", endGenesis: true });
    const after = await upgradeMarketplace(chain, before, "M3");
    expect(after.marketplace).toMatchObject({
      generation: "M3",
      address: before.marketplace.address,
    });
    expect(after.marketplace.implementation).not.toBe(before.marketplace.implementation);
    expect(await view("MarketplaceM3", after.marketplace.address, "EMERGENCY_COOLDOWN")).toBe(
      259_200n,
    );
  });

  test("marketplace and escrow may use different tokens, as one deployment did", async () => {
    const token = await deployToken(chain, "fee-on-transfer");
    const market = await deployMarket(chain, { token, escrowToken: "standard" });
    expect(market.token).toEqual(token);
    expect(market.escrowToken.address).not.toBe(token.address);
    expect(await lower(view("EscrowE3", market.escrow.address, "idrxToken"))).toBe(
      market.escrowToken.address,
    );
  });

  test("what the chain refuses is an error that names it", async () => {
    const market = await deployMarket(chain);
    const stranger = { ...market, owner: chain.accounts[9] as Address };
    await expect(upgradeMarketplace(chain, stranger, "M3")).rejects.toThrow(
      "MarketplaceM3.upgradeToAndCall: refused by the chain",
    );
  });
});
