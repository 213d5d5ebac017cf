import { Counter, Gauge, Registry } from "prom-client";

/** Everything the guard counts, by the names under which it is scraped. */
export type GuardMetrics = ReturnType<typeof createGuardMetrics>;

export function createGuardMetrics() {
  const registry = new Registry();
  const registers = [registry];
  return {
    registry,
    heads: new Gauge({
      name: "valyra_guard_block",
      help: "Newest block known to the guard, by finality tier.",
      labelNames: ["tier"],
      registers,
    }),
    finalityViolations: new Counter({
      name: "valyra_guard_finality_violations_total",
      help: "Blocks that were final and were replaced.",
      registers,
    }),
    auditedBlock: new Gauge({
      name: "valyra_guard_audited_block",
      help: "Last block whose logs were compared with the index, for good or provisionally.",
      labelNames: ["zone"],
      registers,
    }),
    comparedLogs: new Counter({
      name: "valyra_guard_compared_logs_total",
      help: "Logs compared with the index, by verdict.",
      labelNames: ["verdict"],
      registers,
    }),
    unknownLogs: new Gauge({
      name: "valyra_guard_undecided_logs",
      help: "Rows of app.unknown_log that nobody has decided; readiness is off above zero.",
      registers,
    }),
    rpcErrors: new Counter({
      name: "valyra_guard_rpc_errors_total",
      help: "Requests to the chain that failed after their retries.",
      registers,
    }),
  };
}
