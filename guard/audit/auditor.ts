import { createHash } from "node:crypto";
import type { Logger } from "pino";
import type { Hex } from "viem";
import type { ContractKind } from "../../src/protocol/states.ts";
import type { BlockRef, ChainSource } from "../chain/chain-source.ts";
import type { Heads } from "../heads/heads.ts";
import type { GuardMetrics } from "../metrics.ts";
import type { GuardStore } from "../store/guard-store.ts";
import { createChunkSize } from "./chunk-size.ts";
import { compare, type Finding } from "./compare.ts";
import { nextRange } from "./next-range.ts";
import { createSuspects } from "./suspects.ts";

/** Old blocks with undecided findings that one step looks at again. */
const REVISITED_BLOCKS = 50;

export type WatchedContract = { address: Hex; kind: ContractKind };

export type AuditorDeps = {
  chainId: number;
  contracts: readonly WatchedContract[];
  /** First block that the index covers. */
  startBlock: bigint;
  source: ChainSource;
  store: GuardStore;
  metrics: GuardMetrics;
  log: Logger;
  /** Milliseconds for which a fault of the index must persist before it counts. */
  graceMs: number;
  /** Milliseconds of a monotonic clock. */
  now: () => number;
};

/** Why rows cannot be compared at the moment. */
type WaitsFor = "no release is published" | "the index is starting" | "the index is being repaired";

/** How far the last step came. */
export type AuditProgress =
  | { is: "waiting"; why: WaitsFor }
  /** `through` is how far chain and index have come together: what is above it cannot be compared. */
  | { is: "audited"; final: bigint; provisional: bigint; through: bigint };

/** Compares all logs of our contracts with the index, range by range. */
export type Auditor = {
  /** Goes on from where the last step ended, as far as chain and index have come. */
  step(heads: Heads, signal?: AbortSignal): Promise<AuditProgress>;
};

/** The outcome of one range: whether it can be left behind, and how many logs each contract had. */
type RangeOutcome = { isSettled: boolean; logCount: number; logsOf: Map<Hex, number> };

/**
 * Creates an auditor. Blocks that are final are compared once and remembered in `app.audit_range`;
 * the younger ones are compared provisionally, and again from the last final block on as soon as the
 * chain reorganises.
 */
export function createAuditor(deps: AuditorDeps): Auditor {
  const { chainId, contracts, source, store, metrics, log } = deps;
  const addresses = contracts.map((contract) => contract.address);
  const kinds = new Map(contracts.map((contract) => [contract.address, contract.kind]));
  const chunk = createChunkSize();
  const suspects = createSuspects(deps.graceMs, deps.now);
  /** Last block compared for good, for each contract. */
  let progress: Map<Hex, bigint> | undefined;
  /** Last block compared provisionally. */
  let tip: BlockRef | undefined;
  let revisitedAt = Number.NEGATIVE_INFINITY;
  /** Repairs that were over when the rows of today were first looked at. */
  let repairs: number | undefined;

  const kindOf = (contract: Hex): ContractKind => {
    const kind = kinds.get(contract);
    if (kind === undefined) throw new Error(`log of ${contract}, which was not asked for`);
    return kind;
  };

  async function auditRange(
    which: readonly Hex[],
    from: bigint,
    to: bigint,
  ): Promise<RangeOutcome> {
    const before = await source.findBlock(to);
    const logs = await source.fetchLogs(which, from, to);
    const rows = await store.findRows(chainId, which, from, to);
    const after = await source.findBlock(to);
    const logsOf = new Map<Hex, number>();
    const outcome = { logCount: logs.length, logsOf };
    if (before === undefined || before.hash !== after?.hash)
      return { ...outcome, isSettled: false };

    const { findings, counts } = compare(logs, rows, kindOf, md5);
    const { proven, isWaiting } = suspects.sift({ which, from, to }, findings);
    const removed = await store.dropFindings(chainId, which, from, to, findings);
    for (const finding of await store.addFindings(chainId, proven)) logFinding(finding);
    if (removed > 0) log.info({ removed, from: String(from), to: String(to) }, "disagreement over");
    for (const [verdict, count] of Object.entries(counts)) {
      metrics.comparedLogs.inc({ verdict }, count);
    }
    for (const { contract } of logs) logsOf.set(contract, (logsOf.get(contract) ?? 0) + 1);
    return { ...outcome, isSettled: !isWaiting };
  }

  function logFinding({ contract, blockNumber, logIndex, topics, reason, txHash }: Finding): void {
    log.error(
      { contract, block: String(blockNumber), logIndex, topic: topics[0], reason, txHash },
      "chain and index disagree; readiness is off until this is decided",
    );
  }

  /** Compares final blocks for good, up to `to`; false when a finding has to be waited for. */
  async function auditFinal(to: bigint, signal?: AbortSignal): Promise<boolean> {
    progress ??= await store.findProgress(chainId);
    for (;;) {
      const next = nextRange(addresses, progress, deps.startBlock, to, chunk);
      if (next === undefined) return true;
      if (signal?.aborted) return false;
      const outcome = await chunk.attempt(next.to - next.from + 1n, () =>
        auditRange(next.contracts, next.from, next.to),
      );
      if (outcome === "too large") continue;
      if (!outcome.isSettled) return false;
      for (const contract of next.contracts) {
        const range = { ...next, logs: outcome.logsOf.get(contract) ?? 0 };
        // A repair that was opened meanwhile replaces the rows that were compared.
        if (!(await store.saveProgress(chainId, contract, range, repairs ?? 0))) return false;
        progress.set(contract, next.to);
      }
      await store.markCompared(chainId, next.from, next.to);
      metrics.auditedBlock.set({ zone: "final" }, Number(next.to));
    }
  }

  /** Compares blocks that may still be reverted, from the last compared one on. */
  async function auditProvisional(base: bigint, to: bigint): Promise<void> {
    if (tip !== undefined && (await source.findBlock(tip.number))?.hash !== tip.hash) {
      log.info({ block: String(tip.number) }, "reorganisation: comparing again");
      tip = undefined;
    }
    let from = (tip !== undefined && tip.number > base ? tip.number : base) + 1n;
    while (from <= to) {
      const end = min(to, from + chunk.blocks() - 1n);
      const block = await source.findBlock(end);
      const outcome = await chunk.attempt(end - from + 1n, () => auditRange(addresses, from, end));
      if (outcome === "too large") continue;
      if (!outcome.isSettled || block === undefined) return;
      tip = block;
      await store.markCompared(chainId, from, end);
      metrics.auditedBlock.set({ zone: "provisional" }, Number(end));
      from = end + 1n;
    }
  }

  /** Findings vanish once they hold no longer, e.g. because a new release has the row. */
  async function revisit(through: bigint): Promise<void> {
    if (deps.now() - revisitedAt < deps.graceMs) return;
    revisitedAt = deps.now();
    for (const block of await store.findUndecidedBlocks(chainId, through, REVISITED_BLOCKS)) {
      await auditRange(addresses, block, block);
    }
  }

  /** What a repair has indexed anew is compared again, also where it was final. */
  async function beginAnew(finished: number): Promise<void> {
    await store.forgetRepaired(chainId);
    suspects.clear();
    [progress, tip, revisitedAt] = [undefined, undefined, Number.NEGATIVE_INFINITY];
    repairs = finished;
  }

  /** While Ponder starts it takes rows back: nothing that was suspected before counts any more. */
  function wait(why: WaitsFor): AuditProgress {
    suspects.clear();
    return { is: "waiting", why };
  }

  return {
    async step(heads, signal) {
      const { opened, finished } = await store.findRepairs(chainId);
      if (opened > finished) return wait("the index is being repaired");
      const state = await store.findIndexState(chainId);
      if (state.is === "unpublished") return wait("no release is published");
      if (state.is === "starting") return wait("the index is starting");
      if (repairs !== finished) await beginAnew(finished);
      const through = min(heads.head.number, state.through);
      const final = min(heads.final.number, through);
      await revisit(through);
      const isDone = await auditFinal(final, signal);
      if (isDone) await auditProvisional(max(final, deps.startBlock - 1n), through);
      metrics.unknownLogs.set(await store.countUndecided(chainId));
      return { is: "audited", final, provisional: tip?.number ?? final, through };
    },
  };
}

function min(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}

function max(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}

function md5(data: Hex): string {
  return createHash("md5").update(data).digest("hex");
}
