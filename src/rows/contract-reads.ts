import type { Context } from "ponder:registry";
import type { contract } from "ponder:schema";
import { AgentEscrowAbi, EscrowAbi, MarketplaceAbi } from "../../abis/index.ts";
import { declaredContract } from "../deployment.ts";
import { hasOffers } from "../protocol/generations.ts";
import type { ContractKind, Generation } from "../protocol/states.ts";
import { lower } from "./stamp.ts";

/**
 * Settings of a contract that no event announces (trap 2), read at the block of its first event:
 * the first agent, token, treasury and marketplace address.
 */
export async function readSettings(
  context: Context,
  kind: ContractKind,
  generation: Generation,
  address: `0x${string}`,
): Promise<Partial<typeof contract.$inferInsert>> {
  switch (kind) {
    case "marketplace":
      return readMarketplace(context, address);
    case "escrow":
      return readEscrow(context, generation, address);
    case "agentEscrow":
      return readAgentEscrow(context, address);
    default:
      return {};
  }
}

async function readMarketplace(context: Context, address: `0x${string}`) {
  const read = { abi: MarketplaceAbi, address } as const;
  const [owner, isPaused, token, agent, genesisOpen] = await Promise.all([
    context.client.readContract({ ...read, functionName: "owner" }),
    context.client.readContract({ ...read, functionName: "paused" }),
    context.client.readContract({ ...read, functionName: "idrxToken" }),
    context.client.readContract({ ...read, functionName: "agentAddress" }),
    context.client.readContract({ ...read, functionName: "genesisProgram" }),
  ]);
  return { owner: lower(owner), isPaused, token: lower(token), agent: lower(agent), genesisOpen };
}

async function readEscrow(context: Context, generation: Generation, address: `0x${string}`) {
  const read = { abi: EscrowAbi, address } as const;
  const [owner, isPaused, token, treasury, isEmergency, activatedAt] = await Promise.all([
    context.client.readContract({ ...read, functionName: "owner" }),
    context.client.readContract({ ...read, functionName: "paused" }),
    context.client.readContract({ ...read, functionName: "idrxToken" }),
    context.client.readContract({ ...read, functionName: "treasuryAddress" }),
    context.client.readContract({ ...read, functionName: "emergencyMode" }),
    context.client.readContract({ ...read, functionName: "emergencyActivatedAt" }),
  ]);
  const marketplace =
    generation === "E0"
      ? (declaredContract(address)?.marketplace ?? null)
      : lower(await context.client.readContract({ ...read, functionName: "marketplaceAddress" }));
  return {
    owner: lower(owner),
    isPaused,
    token: lower(token),
    treasury: lower(treasury),
    marketplace,
    emergencyActivatedAt: isEmergency ? activatedAt : null,
    ...(await readLaterEscrow(context, generation, address)),
  };
}

/** Settings that later generations added. */
export async function readLaterEscrow(
  context: Context,
  generation: Generation,
  address: `0x${string}`,
) {
  const read = { abi: EscrowAbi, address } as const;
  const safetyWallet = hasOffers(generation)
    ? lower(await context.client.readContract({ ...read, functionName: "safetyWallet" }))
    : null;
  const transitionPeriodSeconds =
    generation === "E3"
      ? await context.client.readContract({ ...read, functionName: "transitionPeriod" })
      : null;
  return { safetyWallet, transitionPeriodSeconds };
}

async function readAgentEscrow(context: Context, address: `0x${string}`) {
  const read = { abi: AgentEscrowAbi, address } as const;
  const [feeBps, recipient] = await Promise.all([
    context.client.readContract({ ...read, functionName: "platformFeePercentage" }),
    context.client.readContract({ ...read, functionName: "platformFeeRecipient" }),
  ]);
  return { platformFeeBps: Number(feeBps), treasury: lower(recipient) };
}
