import { setTimeout as delay } from "node:timers/promises";
import type { Watcher } from "../../core/db/notifications.ts";
import {
  type ClaimedEndpoint,
  claimEndpoints,
  type EndpointLease,
  releaseEndpoints,
  renewEndpoints,
} from "../../core/webhooks/endpoints.ts";
import { type ServeOptions, serve } from "./serve.ts";

/** Endpoints that one process serves at a time (domain.md F.1: notifications). */
const CONCURRENCY = 100;

const TROUBLE_PAUSE_MS = 1_000;

export type PumpOptions = ServeOptions & { watcher: Watcher };

/** An endpoint that this process serves. */
type Served = EndpointLease & { controller: AbortController; renewedAt: number };

/**
 * Sends the journal to webhook endpoints, each in order; many at a time. Leases are short and
 * prolonged while an endpoint is served, so that a process that was killed holds none up.
 */
export function startPump(options: PumpOptions): { stop(): Promise<void> } {
  const { pool, watcher, log, leaseMs } = options;
  const stopping = new AbortController();
  const { signal } = stopping;
  const serving = new Map<Served, Promise<void>>();
  /** Served to no good end: others may have them at once, when the database can be told. */
  let abandoned: EndpointLease[] = [];
  let freed = Promise.withResolvers<void>();

  function begin(endpoint: ClaimedEndpoint): void {
    const { endpointId, lease } = endpoint;
    const controller = new AbortController();
    const served = { endpointId, lease, controller, renewedAt: performance.now() };
    const ends = AbortSignal.any([signal, controller.signal]);
    const work = serve(options, endpoint, ends)
      .catch((err: unknown) => {
        abandoned.push({ endpointId, lease });
        if (!ends.aborted) log.warn({ err, endpoint: endpointId }, "webhooks stopped");
      })
      .finally(() => {
        serving.delete(served);
        freed.resolve();
      });
    serving.set(served, work);
  }

  let isRenewing = false;
  async function renew(): Promise<void> {
    if (isRenewing || serving.size === 0) return;
    isRenewing = true;
    const now = performance.now();
    const asked = [...serving.keys()];
    try {
      const held = await renewEndpoints(pool, asked, leaseMs);
      for (const served of asked) {
        served.renewedAt = now;
        if (!held.has(served.endpointId)) served.controller.abort(new Error("its lease is lost"));
      }
    } catch (err) {
      log.warn({ err }, "leases of webhook endpoints could not be renewed");
      for (const { controller, renewedAt } of asked) {
        if (now - renewedAt > leaseMs) controller.abort(new Error("its lease is over"));
      }
    } finally {
      isRenewing = false;
    }
  }
  const timer = setInterval(() => void renew(), leaseMs / 3);

  const pumping = (async () => {
    while (!signal.aborted) {
      freed = Promise.withResolvers<void>();
      const changed = watcher.nextChange(signal);
      const free = CONCURRENCY - serving.size;
      try {
        const given = [...abandoned];
        if (given.length > 0) await releaseEndpoints(pool, given, TROUBLE_PAUSE_MS);
        abandoned = abandoned.slice(given.length);
        if (free > 0) (await claimEndpoints(pool, free, leaseMs)).forEach(begin);
      } catch (err) {
        log.warn({ err }, "webhook endpoints could not be read");
        await delay(TROUBLE_PAUSE_MS, undefined, { signal }).catch(() => undefined);
        continue;
      }
      await (serving.size > 0 ? Promise.race([changed, freed.promise]) : changed);
    }
    await Promise.all(serving.values());
  })();

  return {
    async stop() {
      stopping.abort();
      await pumping;
      clearInterval(timer);
    },
  };
}
