import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import type { Deal } from "../core/valuation/deals/deal.ts";
import { readSeedDeals } from "../core/valuation/deals/known-deals.ts";
import { parseDeals } from "../core/valuation/deals/parse-deals.ts";
import { summarise } from "../core/valuation/evaluation/report.ts";
import { scoreOutcomes } from "../core/valuation/record/score.ts";
import {
  findTampering,
  findWrongScores,
  PublicRecord,
} from "../core/valuation/record/verify-record.ts";
import { findWrongClosures } from "./lib/check-closures.ts";
import { fetchRecord } from "./lib/fetch-record.ts";
import { readInputFile, withFile } from "./lib/read-input-file.ts";
import { renderBacktest } from "./lib/render-backtest.ts";
import { runCommand } from "./support/run-command.ts";

const AS_SAVED = "give a file that --save has written, or the address of an API";

/**
 * `npm run valuation:verify`: checks the published record of estimates from public data alone: every
 * hash, every link, every root, which estimate each closed escrow scores, what rules of thumb said,
 * then every score.
 *
 *   FILE or URL           an export, or the address of an API such as https://api.example.org; of an
 *                         API the ends of escrows are compared with its own index, too
 *   --save FILE           keeps what was read from an API, to be checked again or elsewhere
 *   --head HASH           hash that you kept of an earlier end of the record: it must be in it
 *   --deals FILE          the public deals that rules of thumb learned from; ours unless given
 */
await runCommand(async () => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { save: { type: "string" }, head: { type: "string" }, deals: { type: "string" } },
  });
  const [from] = positionals;
  if (from === undefined) {
    throw new Error("which record? For example: npm run valuation:verify -- record.json");
  }
  const isAddress = /^https?:\/\//.test(from);
  const read: unknown = isAddress
    ? await fetchRecord(from).catch((error: Error) => {
        throw new Error(
          `${from}: the record could not be read (${error.message}); check the address, and that the API is up`,
        );
      })
    : readSaved(from);
  const parsed = PublicRecord.safeParse(read);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new Error(
      `${from}: ${issue?.path.join(".") || "the whole"} is not as a record has it (${issue?.message}); ${AS_SAVED}`,
    );
  }
  const record = parsed.data;
  if (values.save !== undefined) writeFileSync(values.save, `${JSON.stringify(record, null, 1)}\n`);
  const seed = values.deals === undefined ? readSeedDeals() : readDeals(values.deals);
  const found = [
    ...findTampering(record, new Date()),
    ...findWrongScores(record, seed),
    ...(isAddress ? await findWrongClosures(from, record.outcomes) : []),
    ...lostHead(record, values.head),
  ];
  if (found.length > 0) throw new Error(found.join("\n"));
  const { entries, roots, outcomes, head } = record;
  process.stdout.write(
    `${entries.length} entries and ${roots.length} roots are as they were published; the record ends with ${head.hash}\n`,
  );
  const excluded = outcomes.filter(({ excludedBecause }) => excludedBecause !== null).length;
  process.stdout.write(`${outcomes.length} escrows closed, ${excluded} of them left out\n`);
  const scored = scoreOutcomes(entries, outcomes);
  if (scored.length === 0) process.stdout.write("no estimate has an outcome yet\n");
  else process.stdout.write(`${renderBacktest("track record", summarise(scored))}\n`);
});

function readSaved(path: string): unknown {
  const text = readInputFile(path);
  return withFile(path, AS_SAVED, () => JSON.parse(text));
}

function readDeals(path: string): Deal[] {
  const text = readInputFile(path);
  const fix = "it must be CSV with the header of data/comparables.csv";
  return withFile(path, fix, () => parseDeals(text).deals);
}

function lostHead({ entries }: PublicRecord, kept: string | undefined): string[] {
  if (kept === undefined || entries.some(({ hash }) => hash === kept)) return [];
  return [`no entry has the hash ${kept}: the record was written anew since`];
}
