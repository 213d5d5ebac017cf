import { Counter, collectDefaultMetrics, Gauge, Registry } from "prom-client";

/** Everything the journal counts, by the names under which it is scraped. */
export type JournalMetrics = ReturnType<typeof createJournalMetrics>;

export function createJournalMetrics() {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry, prefix: "valyra_journal_" });
  return {
    registry,
    isLeader: new Gauge({
      name: "valyra_journal_is_leader",
      help: "1 while this process writes the journal, 0 while it stands by.",
      registers,
    }),
    entries: new Counter({
      name: "valyra_journal_entries_total",
      help: "Entries that this process has added, by status.",
      labelNames: ["status"],
      registers,
    }),
    jobs: new Counter({
      name: "valyra_journal_jobs_total",
      help: "Jobs that events have caused: held until settled, queued, released, or retracted.",
      labelNames: ["what"],
      registers,
    }),
    lagBlocks: new Gauge({
      name: "valyra_journal_lag_blocks",
      help: "Blocks between the chain's head and the last block in the journal.",
      registers,
    }),
    lagSeconds: new Gauge({
      name: "valyra_journal_lag_seconds",
      help: "Age of the newest indexed block, seconds; 0 while the journal is at the head.",
      registers,
    }),
    documents: new Counter({
      name: "valyra_journal_documents_total",
      help: "Search documents of listings that this process has written or removed.",
      labelNames: ["change"],
      registers,
    }),
    finalityViolations: new Counter({
      name: "valyra_journal_finality_violations_total",
      help: "Events that were final and vanished from the index all the same.",
      registers,
    }),
  };
}
