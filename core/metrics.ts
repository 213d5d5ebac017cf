import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

/** Seconds; the read API promises answers within half a second. */
const LATENCY_BUCKETS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.5, 1, 2.5, 5, 10];

/** What the API process reports to Prometheus. Names live here and nowhere else. */
export type ApiMetrics = {
  /** Counts and times one answered request. `route` is the pattern, never the path. */
  observeRequest(request: { method: string; route: string; status: number; seconds: number }): void;
  /** Counts whether an answer could be given that was made before. */
  observeSharing(isShared: boolean): void;
  /** All metrics in Prometheus' text format. */
  render(): Promise<string>;
  readonly contentType: string;
};

export type PoolUse = () => { total: number; idle: number; waiting: number };

export type StreamUse = () => { open: number; dropped: number };

/** Creates the metrics of one process in a registry of their own. */
export function createApiMetrics(poolUse: PoolUse, streamUse: StreamUse): ApiMetrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: "valyra_api_" });
  const requests = new Counter({
    name: "valyra_api_requests_total",
    help: "Requests answered, by method, route and status.",
    labelNames: ["method", "route", "status"],
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
  const connections = new Gauge({
    name: "valyra_api_pool_connections",
    help: "Connections of the read pool, by what they do; waiting counts requests without one.",
    labelNames: ["state"],
    registers: [registry],
    collect() {
      for (const [state, count] of Object.entries(poolUse())) this.set({ state }, count);
    },
  });
  connections.reset();
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
    observeRequest({ method, route, status, seconds }) {
      requests.inc({ method, route, status });
      latency.observe({ method, route }, seconds);
    },
    observeSharing: (isShared) => sharing.inc({ result: isShared ? "hit" : "miss" }),
    render: () => registry.metrics(),
    contentType: registry.contentType,
  };
}
