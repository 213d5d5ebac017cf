import { readFileSync } from "node:fs";

/** What Linux says of a process. One that has ended by the time it is read says nothing: "". */
export function readProcessFile(pid: number, name: "cmdline" | "environ" | "stat"): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, "utf8");
  } catch {
    return "";
  }
}

/** The fields of `/proc/<pid>/stat` after the name, which may hold spaces: state, parent, … */
export function processFields(pid: number): string[] {
  const stat = readProcessFile(pid, "stat");
  return stat === "" ? [] : stat.slice(stat.lastIndexOf(")") + 2).split(" ");
}

/** Whether a process has ended, though a parent that sleeps may not have noticed yet. */
export function hasEnded(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return true;
  }
  if (process.platform !== "linux") return false;
  const [state] = processFields(pid);
  return state === undefined || state === "Z";
}
