import { Counter, collectDefaultMetrics, Gauge, Registry } from "prom-client";

/** Why a writer was ended or ended by itself. */
export type RestartReason = "exit" | "database" | "stalled" | "repair" | "start";

/** Everything the supervisor counts, by the names under which it is scraped. */
export type SupervisorMetrics = ReturnType<typeof createSupervisorMetrics>;

export function createSupervisorMetrics() {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry, prefix: "valyra_supervisor_" });
  return {
    registry,
    isWriting: new Gauge({
      name: "valyra_supervisor_is_writing",
      help: "1 while this process runs the writer of its release, 0 while it stands by or waits.",
      registers,
    }),
    restarts: new Counter({
      name: "valyra_supervisor_restarts_total",
      help: "Times the writer had to be started again, by reason.",
      labelNames: ["reason"],
      registers,
    }),
    repairs: new Counter({
      name: "valyra_supervisor_repairs_total",
      help: "Repairs of the index by how they ended: finished or refused.",
      labelNames: ["outcome"],
      registers,
    }),
    indexedBlock: new Gauge({
      name: "valyra_supervisor_indexed_block",
      help: "Last block that the writer has committed.",
      registers,
    }),
  };
}
