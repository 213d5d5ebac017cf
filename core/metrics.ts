import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

/** Seconds; the read API promises answers within half a second. */
const LATENCY_BUCKETS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.5, 1, 2.5, 5, 10];

/** What the API process reports to Prometheus. Names live here and nowhere else. */
export type ApiMetrics = {
  /**
   * Counts and times one answered request. `route` is the pattern, never the path; `code` is that of
   * the problem, if it was answered with one.
   */
  observeRequest(request: {
    method: string;
    route: string;
    status: number;
    seconds: number;
    code?: string | undefined;
  }): void;
  /** Counts whether an answer could be given that was made before. */
  observeSharing(isShared: boolean): void;
  /** All metrics in Prometheus' text format. */
  render(): Promise<string>;
  readonly contentType: string;
};

export type PoolUse = () => { total: number; idle: number; waiting: number; refused: number };

/** Sessions that the database server knows of. */
export type CountSessions = () => Promise<{ role: string; state: string; count: number }[]>;

export type StreamUse = () => { open: number; dropped: number };

/** Lookups in the cache since the start, by their outcome. */
export type CacheUse = () => { hit: number; miss: number; outage: number };

/** Requests refused by a limit since the start, by policy, and failures to ask the counters. */
export type LimitUse = () => { refused: Record<string, number>; outages: number };

export type ApiMetricSources = {
  poolUse: PoolUse;
  streamUse: StreamUse;
  countSessions?: CountSessions;
  cacheUse?: CacheUse;
  limitUse?: LimitUse;
};

/** Creates the metrics of one process in a registry of their own. */
export function createApiMetrics({
  poolUse,
  streamUse,
  countSessions = async () => [],
  cacheUse = () => ({ hit: 0, miss: 0, outage: 0 }),
  limitUse = () => ({ refused: {}, outages: 0 }),
}: ApiMetricSources): ApiMetrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: "valyra_api_" });
  const requests = new Counter({
    name: "valyra_api_requests_total",
    help: "Requests answered, by method, route and status.",
    labelNames: ["method", "route", "status"],
    registers: [registry],
  });
  const errors = new Counter({
    name: "valyra_api_errors_total",
    help: "Requests answered with a problem, by route and code.",
    labelNames: ["route", "code"],
    registers: [registry],
  });
  const sharing = new Counter({
    name: "valyra_api_shared_answers_total",
    help: "Requests for data, by whether an answer that was made before still held.",
    labelNames: ["result"],
    registers: [registry],
  });
  const latency = new Histogram({
    name: "valyra_api_request_seconds",
    help: "Time from the arrival of a request to its answer, by method and route.",
    labelNames: ["method", "route"],
    buckets: LATENCY_BUCKETS,
    registers: [registry],
  });
  new Gauge({
    name: "valyra_api_pool_connections",
    help: "Connections of the read pool, by what they do; waiting counts requests without one.",
    labelNames: ["state"],
    registers: [registry],
    collect() {
      const { refused: _, ...states } = poolUse();
      for (const [state, count] of Object.entries(states)) this.set({ state }, count);
    },
  });
  new Counter({
    name: "valyra_api_reads_refused_total",
    help: "Requests refused because too many waited for a connection, or one waited too long.",
    registers: [registry],
    collect() {
      this.reset();
      this.inc(poolUse().refused);
    },
  });
  new Gauge({
    name: "valyra_database_sessions",
    help: "Sessions on the database of all processes, by role and by what they do.",
    labelNames: ["role", "state"],
    registers: [registry],
    async collect() {
      this.reset();
      // A database that is away has no sessions to report; everything else is reported all the same.
      const sessions = await countSessions().catch(() => []);
      for (const { role, state, count } of sessions) this.set({ role, state }, count);
    },
  });
  new Counter({
    name: "valyra_api_cache_lookups_total",
    help: "Lookups in the cache, by result; an outage of its store counts apart and is a miss.",
    labelNames: ["result"],
    registers: [registry],
    collect() {
      this.reset();
      for (const [result, count] of Object.entries(cacheUse())) this.inc({ result }, count);
    },
  });
  new Counter({
    name: "valyra_api_rate_limited_total",
    help: "Requests answered with 429, by policy.",
    labelNames: ["policy"],
    registers: [registry],
    collect() {
      this.reset();
      for (const [policy, count] of Object.entries(limitUse().refused)) this.inc({ policy }, count);
    },
  });
  new Counter({
    name: "valyra_api_rate_limit_outages_total",
    help: "Times that Redis could not be asked, so that this process counted for itself.",
    registers: [registry],
    collect() {
      this.reset();
      this.inc(limitUse().outages);
    },
  });
  new Gauge({
    name: "valyra_api_streams",
    help: "Readers of the change feed that are connected.",
    registers: [registry],
    collect() {
      this.set(streamUse().open);
    },
  });
  new Gauge({
    name: "valyra_api_streams_dropped",
    help: "Readers of the change feed that were too slow and were dropped, since the start.",
    registers: [registry],
    collect() {
      this.set(streamUse().dropped);
    },
  });
  return {
    observeRequest({ method, route, status, seconds, code }) {
      requests.inc({ method, route, status });
      if (code !== undefined) errors.inc({ route, code });
      latency.observe({ method, route }, seconds);
    },
    observeSharing: (isShared) => sharing.inc({ result: isShared ? "hit" : "miss" }),
    render: () => registry.metrics(),
    contentType: registry.contentType,
  };
}
