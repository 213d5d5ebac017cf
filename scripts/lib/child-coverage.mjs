/**
 * Loaded with `--import` into every child process of a measured test run (`scripts/test.ts`), by
 * NODE_OPTIONS alone: who starts a child with an environment of its own passes that on. The query of
 * the import may name another `root` to measure and another folder to write to (`out`).
 *
 * When the child exits it writes which parts of the project's files it ran, with the code as V8
 * saw it: Ponder compiles `src` in memory, so that the code is nowhere else. A child that is
 * killed reports nothing.
 *
 * Plain JavaScript for any Node: it also lands in tools that run before Node 24 is first in PATH.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { Session } from "node:inspector";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { isMainThread } from "node:worker_threads";

const asked = new URL(import.meta.url).searchParams;
const root = asked.get("root") ?? fileURLToPath(new URL("../../", import.meta.url));
const out = asked.get("out") ?? join(root, "coverage", "children");

/** vitest measures its own processes, and counts of two profilers would reset each other. */
const isVitest = /[\\/]node_modules[\\/](?:vitest|tinypool)[\\/]/.test(process.argv[1] ?? "");

if (isMainThread && !isVitest) measure(root, out);

function measure(root, out) {
  const session = new Session();
  session.connect();
  // The callbacks of a session on its own thread run before post() returns.
  const ask = (method, params = {}) => {
    let answer;
    session.post(method, params, (error, result) => {
      if (!error) answer = result;
    });
    return answer;
  };
  ask("Profiler.enable");
  ask("Profiler.startPreciseCoverage", { callCount: true, detailed: true });

  process.once("exit", () => {
    const scripts = (ask("Profiler.takePreciseCoverage")?.result ?? []).filter(isOurs);
    if (scripts.length === 0) return;
    ask("Debugger.enable");
    const withSource = scripts.map(({ scriptId, url, functions }) => ({
      url,
      source: ask("Debugger.getScriptSource", { scriptId })?.scriptSource ?? "",
      functions,
    }));
    mkdirSync(out, { recursive: true });
    const name = `${process.pid}-${process.hrtime.bigint()}.json`;
    writeFileSync(join(out, name), JSON.stringify(withSource));
  });

  const isOurs = ({ url }) => {
    const path = url.replace(/^file:\/\//, "");
    return path.startsWith(root) && !path.includes("/node_modules/") && /\.m?ts$/.test(path);
  };
}
