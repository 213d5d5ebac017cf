import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { ProviderSet } from "../providers/provider-set.ts";

/** Seconds; proofs take milliseconds, waits for a provider seconds. */
const LATENCY_BUCKETS = [0.001, 0.005, 0.02, 0.1, 0.5, 2, 10];

/** Everything the gateway counts, by the names under which it is scraped. */
export function createGatewayMetrics(providers: ProviderSet) {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry, prefix: "valyra_gateway_" });
  const ofProviders = (
    name: string,
    help: string,
    read: (standing: ProviderSet["standings"][number]) => number | undefined,
  ) =>
    new Gauge({
      name,
      help,
      labelNames: ["provider"],
      registers,
      collect() {
        for (const standing of providers.standings) {
          const value = read(standing);
          if (value !== undefined) this.set({ provider: standing.provider.host }, value);
        }
      },
    });
  ofProviders(
    "valyra_gateway_provider_requests",
    "HTTP requests sent to a provider since the start.",
    ({ provider }) => provider.meter.requests,
  );
  ofProviders(
    "valyra_gateway_provider_calls",
    "JSON-RPC calls in the requests sent to a provider since the start.",
    ({ provider }) => provider.meter.calls,
  );
  ofProviders(
    "valyra_gateway_provider_refused",
    "Answers of a provider that did not verify, since the start.",
    ({ refused }) => refused,
  );
  ofProviders(
    "valyra_gateway_provider_benched",
    "1 while a provider is not asked, because it lied, differed or did not answer.",
    ({ benchedUntil }) => (benchedUntil > performance.now() ? 1 : 0),
  );
  ofProviders(
    "valyra_gateway_provider_head",
    "Newest block that a provider has named.",
    ({ head }) => head,
  );
  return {
    registry,
    head: new Gauge({ name: "valyra_gateway_head", help: "Newest proved block.", registers }),
    reorganisations: new Histogram({
      name: "valyra_gateway_reorganisation_depth",
      help: "Blocks replaced by each proved reorganisation.",
      buckets: [1, 2, 5, 10, 30, 100],
      registers,
    }),
    proved: new Counter({
      name: "valyra_gateway_proved_blocks_total",
      help: "Blocks proved, by depth of proof.",
      labelNames: ["depth"],
      registers,
    }),
    calls: new Histogram({
      name: "valyra_gateway_call_seconds",
      help: "Time from a call to its answer, by method and result.",
      labelNames: ["method", "result"],
      buckets: LATENCY_BUCKETS,
      registers,
    }),
  };
}
