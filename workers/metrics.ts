import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { SiteCounts } from "../core/site-checks/site-rows.ts";

/** Seconds; a job has 30 of them, a webhook a fraction. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

/** Jobs by queue and state, and how long the oldest that can be taken has waited. */
export type Backlog = { queue: string; state: string; count: number; oldestSeconds: number };

/** Everything that the workers count, by the names under which it is scraped (req 5.159, 5.160). */
export type WorkerMetrics = ReturnType<typeof createWorkerMetrics>;

export function createWorkerMetrics(
  countBacklog: () => Promise<Backlog[]>,
  countSites: () => Promise<SiteCounts | undefined> = async () => undefined,
) {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry, prefix: "valyra_workers_" });
  const waits = new Histogram({
    name: "valyra_job_wait_seconds",
    help: "Time from when a job could be taken until it was.",
    labelNames: ["name"],
    buckets: BUCKETS,
    registers,
  });
  const durations = new Histogram({
    name: "valyra_job_seconds",
    help: "Time that one attempt at a job took, by what it came to.",
    labelNames: ["name", "outcome"],
    buckets: BUCKETS,
    registers,
  });
  const failures = new Counter({
    name: "valyra_job_failures_total",
    help: "Attempts that failed, by job and class of failure.",
    labelNames: ["name", "failure"],
    registers,
  });
  /** One look for both gauges of a scrape; a database that is away has nothing to report. */
  let look: Promise<Backlog[]> | undefined;
  const lookOnce = () => {
    look ??= countBacklog()
      .catch(() => [])
      .finally(() => {
        look = undefined;
      });
    return look;
  };
  new Gauge({
    name: "valyra_queue_oldest_seconds",
    help: "How long the oldest job that can be taken has waited, by queue.",
    labelNames: ["queue"],
    registers,
    async collect() {
      const backlog = await lookOnce();
      this.reset();
      for (const { queue, state, oldestSeconds } of backlog) {
        if (state === "queued") this.set({ queue }, oldestSeconds);
      }
    },
  });
  new Gauge({
    name: "valyra_queue_jobs",
    help: "Jobs that are not done, by queue and state.",
    labelNames: ["queue", "state"],
    registers,
    async collect() {
      const backlog = await lookOnce();
      this.reset();
      for (const { queue, state, count } of backlog) this.set({ queue, state }, count);
    },
  });
  new Gauge({
    name: "valyra_sites",
    help: "Sites of listings that are for sale: up, down, or (checks) an hour or more overdue.",
    labelNames: ["state"],
    registers,
    async collect() {
      this.reset();
      const counts = await countSites().catch(() => undefined);
      for (const [state, count] of Object.entries(counts ?? {})) this.set({ state }, count);
    },
  });
  return {
    registry,
    observeWait: (name: string, seconds: number) => waits.observe({ name }, seconds),
    observeJob(name: string, outcome: string, seconds: number, failure: string | undefined) {
      durations.observe({ name, outcome }, seconds);
      if (failure !== undefined) failures.inc({ name, failure });
    },
    swept: new Counter({
      name: "valyra_job_leases_swept_total",
      help: "Jobs taken from workers that were lost, by what became of them.",
      labelNames: ["state"],
      registers,
    }),
    nudges: new Counter({
      name: "valyra_job_nudges_total",
      help: "Times that Redis was told of a job.",
      registers,
    }),
    webhooks: new Histogram({
      name: "valyra_webhook_seconds",
      help: "Time that one request to a webhook endpoint took, by outcome.",
      labelNames: ["outcome"],
      buckets: BUCKETS,
      registers,
    }),
    siteChecks: new Counter({
      name: "valyra_site_checks_total",
      help: "Looks at sites of listings, by kind and verdict.",
      labelNames: ["kind", "verdict"],
      registers,
    }),
    guardrails: new Counter({
      name: "valyra_valuation_guardrail_hits_total",
      help: "Ends of estimates that a bound in code has moved, by rule and end.",
      labelNames: ["rule", "edge"],
      registers,
    }),
    breakers: new Gauge({
      name: "valyra_provider_resting",
      help: "1 while a provider is left alone because it has failed too often.",
      labelNames: ["provider"],
      registers,
    }),
  };
}
