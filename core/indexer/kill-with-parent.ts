import { spawn } from "node:child_process";

export type Watcher = {
  /** The watched process has ended by itself; the watcher goes away. */
  release(): void;
};

/**
 * Waits on a pipe that only we hold. A line means that all is well; the end of the pipe without a
 * line means that we are gone, and then the group is stopped: in order first, by force after the
 * grace period. It costs a shell, and holds even when we are killed with SIGKILL.
 */
const SCRIPT = `
if read -r line; then exit 0; fi
kill -s "$2" "$1" 2>/dev/null
while [ "$3" -gt 0 ] && kill -0 "$1" 2>/dev/null; do
  sleep 0.1
  set -- "$1" "$2" $(($3 - 1)) "$4"
done
kill -s KILL -- "-$1" 2>/dev/null
if [ -n "$4" ]; then rm -rf -- "$4"; fi
`;

/** Nobody waits for an orphan's good manners: it gets this many milliseconds at most. */
const ORPHAN_GRACE_MS = 5_000;

export type Fate = {
  signal: NodeJS.Signals;
  /** Milliseconds between the signal and SIGKILL. */
  graceMs: number;
  /** Folder that only the process used; goes with it. */
  scratch?: string;
};

/** Makes the process group that `pid` leads die with this process. */
export function killWithParent(pid: number, { signal, graceMs, scratch = "" }: Fate): Watcher {
  if (process.platform === "win32") return { release() {} };
  const tenths = Math.ceil(Math.min(graceMs, ORPHAN_GRACE_MS) / 100);
  const watcher = spawn(
    "/bin/sh",
    [
      ...["-c", SCRIPT, "kill-with-parent"],
      ...[String(pid), signal.replace(/^SIG/, ""), String(tenths), scratch],
    ],
    { detached: true, stdio: ["pipe", "ignore", "ignore"], env: { PATH: "/usr/bin:/bin" } },
  );
  watcher.unref();
  // Unreferenced, so that it does not hold our event loop open; the pipe type is hidden by Node.
  (watcher.stdin as unknown as { unref(): void }).unref();
  watcher.stdin.on("error", () => {});
  return {
    release() {
      watcher.stdin.end("done\n");
    },
  };
}
