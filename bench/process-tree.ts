import { readdirSync, readFileSync } from "node:fs";

/** One process of a tree, as Linux's `/proc` shows it. */
export type TreeProcess = { pid: number; name: string; rssBytes: number };

/** Programs that do not show by a script of ours, by a word of their command line. */
const PROGRAMS = ["ponder", "anvil", "redis-server", "postgres"] as const;

/** The processes below a process and their resident memory; those that end meanwhile are left out. */
export function processesBelow(root: number): TreeProcess[] {
  const parents = new Map<number, number>();
  for (const entry of readdirSync("/proc")) {
    const pid = Number(entry);
    if (Number.isInteger(pid)) parents.set(pid, Number(fieldsOf(pid)[1] ?? 0));
  }
  const below = (parent: number): number[] =>
    [...parents].flatMap(([pid, of]) => (of === parent ? [pid, ...below(pid)] : []));
  return below(root).flatMap((pid) => {
    const rss = /^VmRSS:\s+(\d+) kB$/m.exec(read(pid, "status"))?.[1];
    const name = nameOf(read(pid, "cmdline"));
    return rss === undefined || name === "" ? [] : [{ pid, name, rssBytes: Number(rss) * 1_024 }];
  });
}

/** The script that a command line runs, such as `api/main.ts`, or the program where it is none of ours. */
export function nameOf(cmdline: string): string {
  const words = cmdline.split(/[\0 ]+/).filter(Boolean);
  const program = PROGRAMS.find((name) => words.some((word) => word.includes(name)));
  const script = words.find((word) => word.endsWith(".ts") && !word.startsWith("--"));
  if (program !== undefined && script === undefined) return program;
  return script?.split("/").slice(-2).join("/") ?? words[0]?.split("/").at(-1) ?? "";
}

/** Fields of `/proc/<pid>/stat` after the name, which may hold spaces: state, parent, … */
function fieldsOf(pid: number): string[] {
  const stat = read(pid, "stat");
  return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
}

function read(pid: number, file: "stat" | "status" | "cmdline"): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, "utf8");
  } catch {
    return "";
  }
}
