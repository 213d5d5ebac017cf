import { readdirSync, readFileSync } from "node:fs";
import type { Registry } from "prom-client";
import { describe, expect, test } from "vitest";
import { createJournalMetrics } from "../../../journal/metrics.ts";
import { type Backlog, createWorkerMetrics } from "../../../workers/metrics.ts";

/** What each kind of metric adds to its name when it is scraped. */
const ENDINGS: Record<string, readonly string[]> = {
  histogram: ["_bucket", "_count", "_sum"],
  counter: [""],
  gauge: [""],
};

const none = async () => [];

/** Names under which workers and journal are scraped, with the labels of each. */
function scraped(): Map<string, Set<string>> {
  const registries: Registry[] = [
    createWorkerMetrics(none).registry,
    createJournalMetrics().registry,
  ];
  const names = new Map<string, Set<string>>();
  for (const registry of registries) {
    for (const metric of registry.getMetricsAsArray()) {
      const {
        name,
        type,
        labelNames = [],
      } = metric as unknown as {
        name: string;
        type: string;
        labelNames?: string[];
      };
      for (const ending of ENDINGS[type] ?? [""]) {
        const labels = ending === "_bucket" ? [...labelNames, "le"] : labelNames;
        names.set(`${name}${ending}`, new Set(labels));
      }
    }
  }
  return names;
}

const RULES = readdirSync("deploy/alerts").map((name) =>
  readFileSync(`deploy/alerts/${name}`, "utf8"),
);

/** Expressions of the rules, each on one line or indented below `|`. */
const ruleExpressions = RULES.flatMap((text) =>
  [...text.matchAll(/^ {8}expr: (?:\|\n((?: {10}.*\n)+)|(.*)\n)/gm)].map(
    ([, block, line]) => block ?? line ?? "",
  ),
);

const panelExpressions = readdirSync("deploy/dashboards").flatMap((name) => {
  const { panels } = JSON.parse(readFileSync(`deploy/dashboards/${name}`, "utf8")) as {
    panels: { targets: { expr: string }[] }[];
  };
  return panels.flatMap(({ targets }) => targets.map(({ expr }) => expr));
});

describe("alert rules and dashboards", () => {
  test("every metric and label that they name is one that we have [3.87]", () => {
    const known = scraped();
    expect(ruleExpressions.length).toBe(RULES.join("").split("- alert:").length - 1);
    for (const expression of [...ruleExpressions, ...panelExpressions]) {
      const named = [...expression.matchAll(/\b(valyra_\w+)(?:\{([^}]*)\})?/g)];
      expect(named.length, expression).toBeGreaterThan(0);
      const labels = new Set(named.flatMap(([, name = ""]) => [...(known.get(name) ?? [])]));
      for (const [, name = "", selector = ""] of named) {
        expect([...known.keys()], expression).toContain(name);
        for (const [, label] of selector.matchAll(/(\w+)\s*[=!]/g)) {
          expect([...(known.get(name) ?? [])], expression).toContain(label);
        }
      }
      for (const [, list = ""] of expression.matchAll(/\bby \(([^)]*)\)/g)) {
        for (const label of list.split(",")) expect([...labels]).toContain(label.trim());
      }
    }
  });

  test("the gauge of the backlog says how much waits, and too much of it fires [5.111, 5.160]", async () => {
    const rule = ruleExpressions.find((text) => text.includes("valyra_queue_oldest_seconds")) ?? "";
    // The rule compares the oldest job of each queue with a number of seconds.
    const threshold = /^max by \(queue\) \(valyra_queue_oldest_seconds\) > (\d+)$/.exec(rule)?.[1];
    const waits = async (oldestSeconds: number) => {
      const row: Backlog = { queue: "delivery", state: "queued", count: 7, oldestSeconds };
      const text = await createWorkerMetrics(async () => [row]).registry.metrics();
      expect(text).toContain('valyra_queue_jobs{queue="delivery",state="queued"} 7');
      return Number(/^valyra_queue_oldest_seconds\{queue="delivery"\} (\S+)$/m.exec(text)?.[1]);
    };
    expect(await waits(Number(threshold) - 1)).not.toBeGreaterThan(Number(threshold));
    expect(await waits(Number(threshold) + 1)).toBeGreaterThan(Number(threshold));
  });
});
