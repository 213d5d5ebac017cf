import { z } from "zod";
import { CONTRACT_KINDS, type ContractKind, GENERATIONS } from "../../src/protocol/states.ts";

const address = z
  .string()
  .regex(/^0x[0-9a-fA-F]{40}$/, "must be 0x and 40 hexadecimal digits")
  .transform((text) => text.toLowerCase() as `0x${string}`);

const PREFIXES: Record<ContractKind, string> = {
  marketplace: "M",
  escrow: "E",
  token: "standard",
  agentEscrow: "standard",
  entitlement: "standard",
};

const contractSchema = z
  .strictObject({
    kind: z.enum(CONTRACT_KINDS).describe("What the contract is for."),
    generation: z.enum(GENERATIONS).describe("Generation of its code at the start block."),
    address: address.describe("Address of the contract, or of its proxy."),
    startBlock: z.int().nonnegative().describe("Block of the deployment, or any block before it."),
    token: address.optional().describe("Payment token; read from the contract when left out."),
    marketplace: address
      .optional()
      .describe("Marketplace of an escrow; needed for E0, which has no link of its own."),
  })
  .refine((entry) => entry.generation.startsWith(PREFIXES[entry.kind]), {
    error: "the generation does not belong to this kind of contract",
    path: ["generation"],
  });

/** A deployments file: which contracts make up a market on one network. */
export const deploymentSchema = z
  .strictObject({
    $schema: z.string().optional(),
    network: z.string().regex(/^[a-z0-9-]+$/, "may hold lower-case letters, digits and hyphens"),
    chainId: z.int().positive().describe("EIP-155 chain id that every RPC must report."),
    rpc: z
      .array(z.url({ protocol: /^https?$/ }))
      .min(1)
      .describe("HTTP RPCs, the best first."),
    ws: z
      .url({ protocol: /^wss?$/ })
      .optional()
      .describe("Websocket for new heads."),
    pollingIntervalMs: z.int().min(100).optional().describe("How often to ask for new blocks."),
    finalityDepth: z
      .int()
      .nonnegative()
      .optional()
      .describe("Blocks after which the chain counts as final where it has no finalized tag."),
    genesisCheckInterval: z
      .int()
      .positive()
      .default(1_800)
      .describe("Blocks between two looks at the genesis programme, whose end emits nothing."),
    contracts: z.array(contractSchema).min(1),
    implementations: z
      .record(z.string(), z.enum(GENERATIONS))
      .default({})
      .describe("Generation of implementations that are known by their address.")
      .transform((known) =>
        Object.fromEntries(Object.entries(known).map(([key, value]) => [key.toLowerCase(), value])),
      ),
  })
  .superRefine((file, ctx) => {
    const seen = new Set<string>();
    for (const [position, entry] of file.contracts.entries()) {
      if (seen.has(entry.address)) {
        ctx.addIssue({
          code: "custom",
          path: ["contracts", position, "address"],
          message: "is listed twice",
        });
      }
      seen.add(entry.address);
    }
  });

export type Deployment = z.output<typeof deploymentSchema>;
export type DeployedContract = Deployment["contracts"][number];

/** Addresses of one kind in the order of the file. */
export function addressesOf(deployment: Deployment, kind: ContractKind): `0x${string}`[] {
  return deployment.contracts.filter((entry) => entry.kind === kind).map((entry) => entry.address);
}

/** Contracts whose every log must be accounted for: all but the tokens. */
export function watchedContracts(deployment: Deployment): DeployedContract[] {
  return deployment.contracts.filter((entry) => entry.kind !== "token");
}

/** Every payment token that the file names, in its own entry or as another contract's token. */
export function tokensOf(deployment: Deployment): `0x${string}`[] {
  const named = deployment.contracts.flatMap((entry) =>
    entry.kind === "token" ? [entry.address] : entry.token ? [entry.token] : [],
  );
  return [...new Set(named)];
}

/** First block at which any contract of the file can have an event. */
export function firstBlockOf(deployment: Deployment): number {
  return Math.min(...deployment.contracts.map((entry) => entry.startBlock));
}
