import { spawn } from "node:child_process";
import { constants } from "node:os";
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
};

/**
 * Starts a command with this process's own output, in a process group of its own. It dies with this
 * process, however this process ends: a writer that nobody watches must not write.
 *
 * @param environment all of its environment but what the command itself brings
 */
export async function startWriter(command: Command, environment: Environment): Promise<Writer> {
  const child = spawn(command.file, command.args, {
    stdio: ["ignore", "inherit", "inherit"],
    detached: process.platform !== "win32",
    env: { ...environment, ...command.environment },
  });
  const pid = await new Promise<number>((resolve, reject) => {
    child.once("error", reject);
    child.once("spawn", () => resolve(child.pid as number));
  });
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
    async stop() {
      child.kill("SIGTERM");
      const timer = setTimeout(() => child.kill("SIGKILL"), STOP_GRACE_MS);
      await exited;
      clearTimeout(timer);
    },
  };
}
