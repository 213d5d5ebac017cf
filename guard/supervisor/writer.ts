import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { constants } from "node:os";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";
import type { Environment } from "../../core/config/environment.ts";
import { killWithParent } from "../../core/indexer/kill-with-parent.ts";
import type { Command } from "../../core/indexer/ponder-process.ts";

/** Milliseconds that an orderly stop may take. */
const STOP_GRACE_MS = 12_000;

/** A running indexer. */
export type Writer = {
  pid: number;
  /** Its exit code when it has ended; 128 and the number of the signal that ended it. */
  exited: Promise<number>;
  /** Ends it at once; resolves when it is gone. */
  kill(): Promise<void>;
  /** Asks it to end and waits, by force after the grace period. */
  stop(): Promise<void>;
  /** The last error that it has printed; undefined for none, and where nobody listens. */
  lastError(): Promise<string | undefined>;
};

/**
 * Starts a command with this process's own output, in a process group of its own. It dies with this
 * process, however this process ends: a writer that nobody watches must not write.
 *
 * @param environment all of its environment but what the command itself brings
 * @param isHeard whether its output passes through this process, which then knows its last error
 */
export async function startWriter(
  command: Command,
  environment: Environment,
  isHeard = false,
): Promise<Writer> {
  const output = isHeard ? "pipe" : "inherit";
  const child = spawn(command.file, command.args, {
    stdio: ["ignore", output, output],
    detached: process.platform !== "win32",
    env: { ...environment, ...command.environment },
  });
  const pid = await new Promise<number>((resolve, reject) => {
    child.once("error", reject);
    child.once("spawn", () => resolve(child.pid as number));
  });
  const lastError = isHeard ? listen(child) : async () => undefined;
  const watcher = killWithParent(pid, { signal: "SIGKILL", graceMs: 0 });
  const exited = new Promise<number>((resolve) => {
    child.once("exit", (code, signal) => {
      watcher.release();
      resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal]));
    });
  });
  const kill = async () => {
    child.kill("SIGKILL");
    await exited;
  };
  return {
    pid,
    exited,
    kill,
    lastError,
    async stop() {
      child.kill("SIGTERM");
      const timer = setTimeout(() => child.kill("SIGKILL"), STOP_GRACE_MS);
      await exited;
      clearTimeout(timer);
    },
  };
}

/** Longest wait for what a process that has ended has still to say. */
const LAST_WORDS_MS = 1_000;

/** Hands on what a child prints, and remembers its last error. */
function listen(child: ChildProcess): Writer["lastError"] {
  let last: string | undefined;
  const closed = once(child, "close");
  for (const [from, to] of [
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ] as const) {
    if (from === null) continue;
    from.pipe(to, { end: false });
    createInterface({ input: from }).on("line", (line) => {
      last = errorIn(line, to === process.stderr) ?? last;
    });
  }
  return async () => {
    await Promise.race([closed, pause(LAST_WORDS_MS)]);
    return last;
  };
}

/** Of pino: what is an error, and worse. */
const ERROR_LEVEL = 50;

/** The error that a line tells of: one of Ponder's log, or of Node where it is no log. */
export function errorIn(line: string, isOfErrors: boolean): string | undefined {
  try {
    const { level, msg, error } = JSON.parse(line) as Record<string, unknown>;
    if (typeof level !== "number" || level < ERROR_LEVEL) return undefined;
    const { message } = (error ?? {}) as { message?: unknown };
    return [msg, message].filter((part) => typeof part === "string").join(": ");
  } catch {
    return isOfErrors && /\b\w*Error\b/.test(line) ? line.trim() : undefined;
  }
}
