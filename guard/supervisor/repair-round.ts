import type { Logger } from "../../core/log.ts";
import type { RepairDesk, RepairWork } from "../repair/repair-desk.ts";
import type { Repair } from "../repair/repair-store.ts";
import type { Lease } from "./lease.ts";
import type { SupervisorMetrics } from "./metrics.ts";

/** What a look at the repairs means for the running writer. */
export type RepairLook = {
  /** Why it must end: there is something to repair that was not when it was started. */
  mustRestart?: string;
  /** What the repair under way waits for. */
  waitsFor?: string;
};

/** How often a refused repair is looked at again: each look adds up whole tables. */
const REFUSED_PAUSE_MS = 60_000;

type RepairRoundOptions = {
  desk: RepairDesk | undefined;
  metrics: SupervisorMetrics;
  log: Logger;
};

/**
 * Repairs as the supervisor sees them: begun while no writer runs, watched while one does. What was
 * begun goes on over restarts of the writer; a repair that comes to it, or grows, begins it anew.
 */
export function createRepairRound({ desk, metrics, log }: RepairRoundOptions) {
  let work: RepairWork | undefined;
  let prepared = "";
  let refusal: { why: string; at: number } | undefined;

  /** Begins what is open, under the lock of the schema it concerns; returns the schema to write. */
  async function begin(
    schema: string,
    lease: (schemas: [string, ...string[]]) => Promise<Lease>,
  ): Promise<string> {
    const open = (await desk?.findOpen([schema])) ?? [];
    if (desk === undefined || open.length === 0) {
      work = undefined;
      return schema;
    }
    if (work !== undefined && prepared === signatureOf(open)) return work.after;
    const held = await lease([schema]);
    try {
      log.warn({ schema, reasons: open.map(({ reason }) => reason) }, "the index is repaired");
      work = await desk.prepare(open, schema);
      prepared = signatureOf(open);
      refusal = undefined;
      return work.after;
    } finally {
      await held.release();
    }
  }

  async function look(schema: string): Promise<RepairLook> {
    if (desk === undefined) return {};
    try {
      const open = await desk.findOpen([schema, work?.before]);
      const isNew = open.length > 0 && (work === undefined || signatureOf(open) !== prepared);
      if (isNew) return { mustRestart: open.map(({ reason }) => reason).join("; ") };
      return work === undefined ? {} : await advance(work, desk);
    } catch (error) {
      return { waitsFor: error instanceof Error ? error.message : String(error) };
    }
  }

  async function advance(current: RepairWork, { tryFinish }: RepairDesk): Promise<RepairLook> {
    if (refusal !== undefined && performance.now() - refusal.at < REFUSED_PAUSE_MS) {
      return { waitsFor: refusal.why };
    }
    const progress = await tryFinish(current);
    if (progress.is === "indexing") return { waitsFor: progress.why };
    metrics.repairs.inc({ outcome: progress.is });
    if (progress.is === "refused") {
      refusal = { why: progress.why, at: performance.now() };
      log.error({ why: progress.why }, "the repaired index was not published: a person must look");
      return { waitsFor: progress.why };
    }
    const { before, after, fromBlock } = current;
    log.warn({ before, after, fromBlock: String(fromBlock) }, "the repaired index was published");
    work = undefined;
    return {};
  }

  return {
    begin,
    look,
    get work() {
      return work;
    },
  };
}

/** The same text for the same repairs from the same blocks on. */
function signatureOf(repairs: readonly Repair[]): string {
  return repairs.map(({ id, fromBlock }) => `${id}:${fromBlock}`).join(" ");
}
