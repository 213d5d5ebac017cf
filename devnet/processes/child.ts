import { type ChildProcess, spawn } from "node:child_process";
import { rm } from "node:fs/promises";
import { createInterface } from "node:readline";
import { killWithParent } from "../../core/indexer/kill-with-parent.ts";

export type Exit = { code: number | null; signal: NodeJS.Signals | null };

export type ChildOptions = {
  /** Shown in the log and in errors. */
  name: string;
  command: string;
  args: readonly string[];
  /** Its whole environment; our own when left out. */
  env?: NodeJS.ProcessEnv;
  cwd?: string;
  /** Signal of an orderly stop. */
  stopSignal?: NodeJS.Signals;
  /** Milliseconds between the stop signal and SIGKILL. */
  graceMs?: number;
  /** Folder for the program's own use; removed when it has ended, however that came. */
  scratch?: string;
  /** Run as another user; only root may. */
  uid?: number;
  gid?: number;
  onLine?: (line: string, stream: "stdout" | "stderr") => void;
};

export type Child = {
  readonly name: string;
  readonly pid: number;
  readonly exited: Promise<Exit>;
  /** Set once the process has ended. */
  exit(): Exit | undefined;
  /** The last lines it printed, for an error message. */
  lastLines(): string;
  /** Sends the stop signal, then SIGKILL after the grace period; resolves when it has ended. */
  stop(): Promise<Exit>;
};

const KEPT_LINES = 30;

/**
 * Starts a program that never outlives this process. It leads a process group of its own, so that
 * Ctrl-C in a terminal reaches only us (who stop things in order) and so that its own children are
 * stopped with it.
 */
export async function startChild(options: ChildOptions): Promise<Child> {
  const { name, command, args, env, cwd, stopSignal = "SIGTERM" } = options;
  const { graceMs = 10_000, uid, gid, scratch, onLine } = options;
  const child = spawn(command, args, {
    cwd,
    env,
    uid,
    gid,
    detached: process.platform !== "win32",
    stdio: ["ignore", "pipe", "pipe"],
  });
  const pid = await pidOf(child, name);
  const watcher = killWithParent(pid, { signal: stopSignal, graceMs, scratch });

  const kept: string[] = [];
  for (const stream of ["stdout", "stderr"] as const) {
    createInterface({ input: child[stream], crlfDelay: Number.POSITIVE_INFINITY }).on(
      "line",
      (line) => {
        kept.push(line);
        if (kept.length > KEPT_LINES) kept.shift();
        onLine?.(line, stream);
      },
    );
  }

  let exit: Exit | undefined;
  const exited = new Promise<Exit>((resolve) => {
    child.once("exit", (code, signal) => {
      exit = { code, signal };
      // Helpers that the program started and forgot are in its group.
      signalGroup(pid, "SIGKILL");
      watcher.release();
      const ended = exit;
      if (scratch === undefined) resolve(ended);
      else void rm(scratch, { recursive: true, force: true }).finally(() => resolve(ended));
    });
  });

  return {
    name,
    pid,
    exited,
    exit: () => exit,
    lastLines: () => kept.join("\n"),
    async stop() {
      if (exit !== undefined) return exit;
      signalLeader(pid, stopSignal);
      const timer = setTimeout(() => signalGroup(pid, "SIGKILL"), graceMs);
      try {
        return await exited;
      } finally {
        clearTimeout(timer);
      }
    },
  };
}

/** `code 1` or `signal SIGKILL`. */
export function describeExit({ code, signal }: Exit): string {
  return signal === null ? `exit code ${code}` : `signal ${signal}`;
}

function pidOf(child: ChildProcess, name: string): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once("error", (error) => reject(new Error(`${name} did not start: ${error.message}`)));
    child.once("spawn", () => resolve(child.pid as number));
  });
}

function signalLeader(pid: number, signal: NodeJS.Signals): void {
  ignoreGone(() => process.kill(pid, signal));
}

function signalGroup(pid: number, signal: NodeJS.Signals): void {
  ignoreGone(() => process.kill(process.platform === "win32" ? pid : -pid, signal));
}

function ignoreGone(kill: () => void): void {
  try {
    kill();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}
