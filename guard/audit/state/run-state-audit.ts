import type pg from "pg";
import type { Hex } from "viem";
import { type Deployment, watchedContracts } from "../../../core/deployments/deployment.ts";
import type { BlockRef } from "../../chain/chain-source.ts";
import type { Provider } from "../../providers/provider.ts";
import { createGuardStore } from "../../store/guard-store.ts";
import { pinChain, StateUnavailable } from "./pinned-chain.ts";
import { createRowReader } from "./row-reader.ts";
import { auditState, type StateAudit, type StateAuditOptions } from "./state-audit.ts";
import { createStateAuditStore } from "./state-audit-store.ts";

/** The index cannot be compared now, or not at the block that was asked for. */
export class AuditNotPossible extends Error {
  override name = "AuditNotPossible";
}

export type RunOptions = {
  pool: pg.Pool;
  deployment: Deployment;
  providers: readonly Provider[];
  /** Block to compare at; by default the newest final one that the index has reached. */
  block?: bigint;
  onProgress?: StateAuditOptions["onProgress"];
};

/**
 * Compares the published index with the contracts once. A comparison at the newest final block is
 * stored and decides on readiness; one at a block of choice only answers.
 * @throws AuditNotPossible, StateUnavailable
 */
export async function runStateAudit(options: RunOptions): Promise<StateAudit> {
  const { pool, deployment, providers, onProgress } = options;
  const { chainId } = deployment;
  const startedAt = new Date();
  const { number, release } = await chooseBlock(options);
  const block = await findBlock(providers, number);
  const audit = await auditState({
    contracts: watchedContracts(deployment),
    chain: pinChain(providers, block),
    rows: createRowReader(pool, chainId),
    ...(onProgress === undefined ? {} : { onProgress }),
  });
  // A release that was taken back meanwhile, or restarted, may have lost rows halfway through.
  const after = await chooseBlock({ ...options, block: number });
  if (after.release !== release) throw new AuditNotPossible("a release was published meanwhile");
  if (options.block === undefined) {
    await createStateAuditStore(pool, chainId).save(audit, release, startedAt);
  }
  return audit;
}

async function chooseBlock({
  pool,
  deployment: { chainId },
  block,
}: RunOptions): Promise<{ number: bigint; release: string }> {
  const store = createGuardStore(pool);
  const state = await store.findIndexState(chainId);
  if (state.is !== "live") {
    throw new AuditNotPossible(
      state.is === "starting" ? "the index is starting" : "no release is published",
    );
  }
  const heads = await store.findHeads(chainId);
  if (heads === undefined) throw new AuditNotPossible("the guard has not seen the chain yet");
  const isBehind = state.through < heads.final.number;
  if (block !== undefined && block > state.through) {
    throw new AuditNotPossible(`the index is at block ${state.through}, before block ${block}`);
  }
  const { rows } = await pool.query<{ release: string }>(
    "SELECT schema_name AS release FROM app.release WHERE is_current",
  );
  const newest = isBehind ? state.through : heads.final.number;
  return { number: block ?? newest, release: rows[0]?.release ?? "unknown" };
}

async function findBlock(providers: readonly Provider[], number: bigint): Promise<BlockRef> {
  const reasons: string[] = [];
  for (const provider of providers) {
    try {
      const params = [`0x${number.toString(16)}`, false];
      const block = await provider.call<{ hash: Hex } | null>("eth_getBlockByNumber", params);
      if (block !== null) return { number, hash: block.hash };
      reasons.push(`${provider.host} has no such block`);
    } catch (error) {
      reasons.push(`${provider.host}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  throw new StateUnavailable(`block ${number}: ${reasons.join("; ")}`);
}
