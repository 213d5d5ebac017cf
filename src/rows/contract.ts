import type { Context } from "ponder:registry";
import { contract, contractImplementation } from "ponder:schema";
import { MarketplaceAbi } from "../../abis/index.ts";
import {
  declaredContract,
  declaredGeneration,
  declaredMarketplaces,
  isIndexedToken,
} from "../deployment.ts";
import { ImpossibleStateError } from "../protocol/errors.ts";
import { generationOfCode } from "../protocol/generations.ts";
import type { ContractKind } from "../protocol/states.ts";
import { BlockMemory } from "./block-memory.ts";
import { readLaterEscrow, readSettings } from "./contract-reads.ts";
import type { Stamp } from "./stamp.ts";
import { ensureToken } from "./token.ts";

type Counter = "listingCount" | "escrowCount" | "offerCount";

/** A contract without its counts, which every other event changes and no handler needs. */
export type ContractRow = Omit<typeof contract.$inferSelect, Counter>;
type Settings = Partial<Omit<typeof contract.$inferInsert, "chainId" | "address" | "kind">>;

/** Rows by address: every event asks for the one of its contract. */
const known = new BlockMemory(() => new Map<string, ContractRow>());

/** The row of the contract that emitted an event, made at its first event. */
export async function contractAt(
  context: Context,
  kind: ContractKind,
  at: Stamp,
): Promise<ContractRow> {
  const rows = known.of(at);
  const row = rows.get(at.contract);
  if (row) return row;
  const found = await context.db.find(contract, { chainId: at.chainId, address: at.contract });
  const read = { ...(found ?? (await firstSeen(context, kind, at))) };
  rows.set(at.contract, read);
  return read;
}

async function firstSeen(context: Context, kind: ContractKind, at: Stamp): Promise<ContractRow> {
  const declared = declaredContract(at.contract);
  if (!declared)
    throw new ImpossibleStateError(`An event came from ${at.contract}, not configured`);
  const settings = await readSettings(context, kind, declared.generation, at.contract);
  const { token = null } = settings;
  if (token && !isIndexedToken(token)) {
    throw new Error(
      `Contract ${at.contract} uses token ${token}, which the deployments file does not list. ` +
        'Add it as { "kind": "token", … } so that its transfers are indexed.',
    );
  }
  if (token) await ensureToken(context, token, at);
  return context.db.insert(contract).values({
    chainId: at.chainId,
    address: at.contract,
    kind,
    generation: declared.generation,
    isPaused: false,
    listingCount: 0,
    escrowCount: 0,
    offerCount: 0,
    firstSeenBlock: at.blockNumber,
    updatedBlock: at.blockNumber,
    ...settings,
  });
}

/** Sets settings that an event announced. */
export async function configureContract(context: Context, settings: Settings, at: Stamp) {
  const row = await context.db
    .update(contract, { chainId: at.chainId, address: at.contract })
    .set({ ...settings, updatedBlock: at.blockNumber });
  known.of(at).set(at.contract, { ...row });
}

/** Counts one more listing, escrow or offer of the contract. */
export async function countOnContract(context: Context, counter: Counter, at: Stamp) {
  await context.db
    .update(contract, { chainId: at.chainId, address: at.contract })
    .set((row) => ({ [counter]: row[counter] + 1, updatedBlock: at.blockNumber }));
}

/** Records a new implementation and finds out its generation (trap 43). */
export async function upgradeContract(
  context: Context,
  home: ContractRow,
  implementation: `0x${string}`,
  at: Stamp,
) {
  const generation =
    declaredGeneration(implementation) ??
    generationOfCode(
      home.kind,
      await context.client.getCode({ address: implementation }),
      home.generation,
    );
  const added =
    home.kind === "escrow" && generation !== home.generation
      ? await readLaterEscrow(context, generation, at.contract)
      : {};
  await context.db.insert(contractImplementation).values({
    chainId: at.chainId,
    contract: at.contract,
    fromBlock: at.blockNumber,
    logIndex: at.logIndex,
    implementation,
    generation,
    upgradedAt: at.seconds,
    txHash: at.txHash,
  });
  await configureContract(context, { implementation, generation, ...added }, at);
}

/**
 * Looks whether the genesis programme of each marketplace is still open: its end emits nothing
 * (trap 1). Once closed it stays closed, so a closed one is not asked again.
 */
export async function watchGenesis(context: Context, blockNumber: bigint) {
  for (const address of declaredMarketplaces) {
    const key = { chainId: context.chain.id, address };
    const row = await context.db.find(contract, key);
    if (!row?.genesisOpen) continue;
    const genesisOpen = await context.client.readContract({
      abi: MarketplaceAbi,
      address,
      functionName: "genesisProgram",
    });
    if (genesisOpen) continue;
    await context.db.update(contract, key).set({ genesisOpen, updatedBlock: blockNumber });
    known.forget();
  }
}
