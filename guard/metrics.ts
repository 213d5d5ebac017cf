import { Counter, collectDefaultMetrics, Gauge, Registry } from "prom-client";

/** Everything the guard counts, by the names under which it is scraped. */
export type GuardMetrics = ReturnType<typeof createGuardMetrics>;

export function createGuardMetrics() {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry, prefix: "valyra_guard_" });
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
    reorganisations: new Counter({
      name: "valyra_guard_reorganisations_total",
      help: "Reorganisations of the chain that were followed, of any depth.",
      registers,
    }),
    deepReorganisations: new Counter({
      name: "valyra_guard_deep_reorganisations_total",
      help: "Reorganisations that the indexer cannot undo; each opened a repair.",
      registers,
    }),
    providers: new Gauge({
      name: "valyra_guard_providers",
      help: "Providers that are asked for heads, and those that agree on the newest.",
      labelNames: ["state"],
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
    stateDifferences: new Gauge({
      name: "valyra_guard_state_differences",
      help: "Differences between rows and contracts in the last audit of the state.",
      registers,
    }),
    stateAuditedFields: new Gauge({
      name: "valyra_guard_state_audited_fields",
      help: "Fields that the last audit of the state compared.",
      registers,
    }),
    stateAuditFailures: new Counter({
      name: "valyra_guard_state_audit_failures_total",
      help: "Audits of the state that could not be finished.",
      registers,
    }),
    rpcErrors: new Counter({
      name: "valyra_guard_rpc_errors_total",
      help: "Requests to the chain that failed after their retries.",
      registers,
    }),
  };
}
