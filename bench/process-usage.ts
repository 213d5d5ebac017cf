import { readFile } from "node:fs/promises";

/** Clock ticks a second in `/proc`: fixed at 100 on every Linux that Node runs on. */
const TICKS_PER_SECOND = 100;

/** What a process has used so far. */
export type ProcessUsage = {
  /** Largest resident set ever, bytes. */
  peakRssBytes: number;
  /** User and system time of all its threads, seconds. */
  cpuSeconds: number;
};

/** Reads a process's use from Linux's `/proc`; undefined on other systems or once it has ended. */
export async function readUsage(pid: number): Promise<ProcessUsage | undefined> {
  try {
    const [status, stat] = await Promise.all([
      readFile(`/proc/${pid}/status`, "utf8"),
      readFile(`/proc/${pid}/stat`, "utf8"),
    ]);
    return { peakRssBytes: parsePeakRss(status), cpuSeconds: parseCpuSeconds(stat) };
  } catch {
    return undefined;
  }
}

/** `VmHWM` of `/proc/<pid>/status`, in bytes. */
export function parsePeakRss(status: string): number {
  const kibibytes = /^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1];
  if (kibibytes === undefined) throw new Error("no VmHWM in the process status");
  return Number(kibibytes) * 1024;
}

/** `utime` and `stime` of `/proc/<pid>/stat`, in seconds. The name before them may hold spaces. */
export function parseCpuSeconds(stat: string): number {
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  const [userTicks, systemTicks] = [fields[11], fields[12]];
  return (Number(userTicks) + Number(systemTicks)) / TICKS_PER_SECOND;
}
