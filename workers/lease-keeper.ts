import type pg from "pg";
import { type LeaseKey, renewLeases } from "../core/jobs/lease.ts";
import { CancelledError, LeaseLostError } from "./processor.ts";

/** Prolongs the leases of all jobs that this process works on, a third of their time before they end. */
export type LeaseKeeper = {
  /** Keeps a lease until `release`, and aborts the controller when it is lost or the job cancelled. */
  keep(lease: LeaseKey, controller: AbortController): () => void;
  /** Jobs that this process works on. */
  held(): number;
  stop(): void;
};

export type LeaseKeeperOptions = {
  pool: pg.Pool;
  leaseMs: number;
  onError: (error: unknown) => void;
};

export function createLeaseKeeper({ pool, leaseMs, onError }: LeaseKeeperOptions): LeaseKeeper {
  type Held = { lease: LeaseKey; controller: AbortController; renewedAt: number };
  const holding = new Map<string, Held>();
  const nameOf = ({ jobId, lease }: LeaseKey) => `${jobId}-${lease}`;
  let isRenewing = false;

  async function renew(): Promise<void> {
    if (isRenewing || holding.size === 0) return;
    isRenewing = true;
    const now = performance.now();
    const asked = [...holding.values()];
    try {
      const renewed = await renewLeases(
        pool,
        asked.map(({ lease }) => lease),
        leaseMs,
      );
      const kept = new Map(renewed.map((lease) => [nameOf(lease), lease]));
      for (const held of asked) {
        const found = kept.get(nameOf(held.lease));
        if (found === undefined) held.controller.abort(new LeaseLostError());
        else if (found.isCancelWanted) held.controller.abort(new CancelledError());
        held.renewedAt = now;
      }
    } catch (error) {
      onError(error);
      // Without the database nobody can be told; what is over its time may be somebody else's.
      for (const held of asked) {
        if (now - held.renewedAt > leaseMs) held.controller.abort(new LeaseLostError());
      }
    } finally {
      isRenewing = false;
    }
  }

  const timer = setInterval(() => void renew(), leaseMs / 3);
  return {
    keep(lease, controller) {
      const name = nameOf(lease);
      holding.set(name, { lease, controller, renewedAt: performance.now() });
      return () => void holding.delete(name);
    },
    held: () => holding.size,
    stop: () => clearInterval(timer),
  };
}
