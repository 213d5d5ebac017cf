import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { summarise } from "../core/valuation/evaluation/report.ts";
import { findTampering, PublicRecord, scoreOutcomes } from "../core/valuation/record/outcome.ts";
import { renderBacktest } from "./lib/render-backtest.ts";
import { runCommand } from "./support/run-command.ts";

/**
 * `npm run valuation:verify -- FILE`: checks a published record of estimates (entries, roots by day,
 * outcomes) from nothing but itself: every hash, every link, every root, then every score.
 */
await runCommand(async () => {
  const { positionals } = parseArgs({ allowPositionals: true });
  const [path] = positionals;
  if (path === undefined) {
    throw new Error("which record? For example: npm run valuation:verify -- record.json");
  }
  const record = PublicRecord.parse(JSON.parse(readFileSync(path, "utf8")));
  const found = findTampering(record);
  if (found.length > 0) throw new Error(found.join("\n"));
  process.stdout.write(
    `${record.entries.length} entries and ${record.roots.length} roots are as they were published\n`,
  );
  const scored = scoreOutcomes(record);
  if (scored.length === 0) process.stdout.write("no estimate has an outcome yet\n");
  else process.stdout.write(`${renderBacktest("track record", summarise(scored))}\n`);
});
