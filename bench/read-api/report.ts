import { median } from "../statistics.ts";
import type { LoadResult } from "./load.ts";

/** What is asked of which server; names of the rows of the table. */
export const CONTENDERS = [
  "ours, distinct pages",
  "hand-written, distinct pages",
  "Ponder GraphQL, distinct pages",
  "ours, one page",
  "hand-written, one page",
  "Ponder GraphQL, one page",
  "hello, same middleware",
  "hello, bare",
] as const;
export type ContenderName = (typeof CONTENDERS)[number];

/** Least ratios of requests a second, by the two rows that are compared. */
export const TARGETS: readonly { of: ContenderName; to: ContenderName; least: number }[] = [
  { of: "ours, distinct pages", to: "Ponder GraphQL, distinct pages", least: 3.5 },
  { of: "ours, distinct pages", to: "hand-written, distinct pages", least: 0.7 },
  { of: "ours, one page", to: "Ponder GraphQL, one page", least: 12 },
  { of: "ours, one page", to: "hello, same middleware", least: 0.4 },
];

export type Rounds = ReadonlyMap<ContenderName, readonly LoadResult[]>;

/** Everything measured, as Markdown. */
export function renderReadReport(heading: string, machine: string, rounds: Rounds): string {
  const middle = (name: ContenderName, pick: (result: LoadResult) => number) =>
    median((rounds.get(name) ?? []).map(pick));
  const rows = CONTENDERS.map((name) => {
    const cells = [
      name,
      Math.round(middle(name, (it) => it.requestsPerSecond)).toLocaleString("en-US"),
      ...(["p50", "p95", "p99"] as const).map((part) => middle(name, (it) => it[part]).toFixed(1)),
      (rounds.get(name) ?? []).flatMap(({ failed }) => (failed === "" ? [] : failed)).join("; ") ||
        "0",
    ];
    return `| ${cells.join(" | ")} |`;
  });
  const ratios = TARGETS.map(({ of, to, least }) => {
    const ratio = ratioOf(rounds, of, to);
    const verdict = ratio >= least ? "reached" : "MISSED";
    return `- ${of} against ${to}: ${ratio.toFixed(2)} times (target at least ${least}: ${verdict})`;
  });
  return [
    `### Read API: ${heading}`,
    "",
    machine,
    "",
    "50 connections, one request after another on each; server, database and load share the machine. Pages of 20 listings, newest first; a block is announced every two seconds. Medians of the rounds; contenders take turns.",
    "",
    "| contender | requests/s | p50 ms | p95 ms | p99 ms | failures |",
    "| --- | --- | --- | --- | --- | --- |",
    ...rows,
    "",
    ...ratios,
    "",
  ].join("\n");
}

/** Requests a second of one row as a multiple of another's, from the medians of all rounds. */
export function ratioOf(rounds: Rounds, of: ContenderName, to: ContenderName): number {
  const rate = (name: ContenderName) =>
    median((rounds.get(name) ?? []).map((it) => it.requestsPerSecond));
  return rate(of) / rate(to);
}

export const reachesReadTargets = (rounds: Rounds): boolean =>
  TARGETS.every(({ of, to, least }) => ratioOf(rounds, of, to) >= least);
