import pc from "picocolors";

const COLOURS = [pc.cyan, pc.magenta, pc.yellow, pc.green, pc.blue] as const;
const NAME_WIDTH = 8;

/** Least time between two states of the progress line. */
const REFRESH_MS = 100;

/** What the demo says to the person who started it: steps, one moving progress line, then a log. */
export type Output = {
  /** A step that is done, with the seconds it took. */
  done(what: string, startedAt: number): void;
  /** Replaces the progress line; `fraction` is between 0 and 1. */
  progress(what: string, fraction: number, detail: string): void;
  /** A line of a child, shown once `follow` was called; mistakes are shown at once. */
  line(name: string, text: string): void;
  /** From now on the lines of the children are shown. */
  follow(): void;
  say(text: string): void;
};

/** Writes to the terminal; without one, progress is printed now and then instead of in place. */
export function createOutput(stream: NodeJS.WriteStream = process.stdout): Output {
  const isTerminal = stream.isTTY === true;
  const colourOf = new Map<string, (text: string) => string>();
  let isFollowing = false;
  let hasProgress = false;
  let lastPercent = -1;
  let shownAt = 0;

  const write = (text: string) => {
    if (hasProgress && isTerminal) stream.write("\r\u001b[2K");
    hasProgress = false;
    stream.write(`${text}\n`);
  };
  const prefix = (name: string) => {
    const known = colourOf.get(name);
    const colour = known ?? COLOURS[colourOf.size % COLOURS.length] ?? pc.white;
    if (!known) colourOf.set(name, colour);
    return colour(`${name.padEnd(NAME_WIDTH)} │`);
  };

  return {
    done(what, startedAt) {
      const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1);
      write(`  ${pc.green("✔")} ${what.padEnd(66)} ${pc.dim(`${seconds} s`)}`);
      lastPercent = -1;
    },
    progress(what, fraction, detail) {
      const percent = Math.floor(fraction * 100);
      const filled = Math.floor(fraction * 20);
      const bar = "█".repeat(filled) + "░".repeat(20 - filled);
      const text = `  ${pc.yellow("⠸")} ${what.padEnd(34)} ${bar} ${String(percent).padStart(3)} %  ${detail}`;
      if (isTerminal) {
        const now = performance.now();
        if (hasProgress && now < shownAt + REFRESH_MS) return;
        shownAt = now;
        stream.write(`\r\u001b[2K${text}`);
        hasProgress = true;
      } else if (percent >= lastPercent + 20) {
        stream.write(`${text}\n`);
        lastPercent = percent;
      }
    },
    line(name, text) {
      const { level, message } = readLine(text);
      if (level >= 50 || isFollowing) write(`${prefix(name)} ${message}`);
    },
    follow() {
      isFollowing = true;
    },
    say: write,
  };
}

const LEVELS: Record<string, number> = { trace: 10, debug: 20, info: 30, warn: 40, error: 50 };
const NOISE = new Set(["level", "time", "msg", "name", "pid", "hostname", "component"]);

/** A JSON log line as a person reads it; any other text as it is. */
export function readLine(text: string): { level: number; message: string } {
  if (!text.startsWith("{")) return { level: 30, message: text };
  try {
    const entry = JSON.parse(text) as Record<string, unknown>;
    const level = typeof entry.level === "number" ? entry.level : (LEVELS[`${entry.level}`] ?? 30);
    const details = Object.entries(entry)
      .filter(([key]) => !NOISE.has(key))
      .map(([key, value]) => `${key}=${typeof value === "object" ? JSON.stringify(value) : value}`);
    return { level, message: [`${entry.msg ?? ""}`, pc.dim(details.join(" "))].join(" ").trim() };
  } catch {
    return { level: 30, message: text };
  }
}
