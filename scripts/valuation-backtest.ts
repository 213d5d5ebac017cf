import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Deal } from "../core/valuation/deals/deal.ts";
import { parseDeals } from "../core/valuation/deals/parse-deals.ts";
import {
  leaveOneOut,
  permutePrices,
  type Scored,
  splitByYear,
  trainAndTest,
} from "../core/valuation/evaluation/backtest.ts";
import { scoreSplits } from "../core/valuation/evaluation/random-splits.ts";
import { summarise } from "../core/valuation/evaluation/report.ts";
import { simulateMarket } from "../core/valuation/evaluation/simulated-market.ts";
import { FEWEST_DEALS } from "../core/valuation/model/price-model.ts";
import { ROOT } from "./lib/project-files.ts";
import { readInputFile, withFile } from "./lib/read-input-file.ts";
import { readSettledDeals } from "./lib/read-settled-deals.ts";
import { renderBacktest, renderSplits } from "./lib/render-backtest.ts";
import { runCommand } from "./support/run-command.ts";

const TOLD_EVERY_MS = 2_000;

/**
 * `npm run valuation:backtest`: how far the valuation engine is off, with nothing of a test row seen in
 * learning, and the ask hidden.
 *
 *   (nothing)                    leave-one-out and time split on data/comparables.csv, permuted
 *                                prices, and simulated markets
 *   --data FILE                  leave-one-out and time split on another file with the same header
 *   --train FILE --test FILE     learn from one, score on the other; either may be left out
 *   --settled FROM               learn from the public deals, score on escrows that settled; and leave
 *                                these out one by one. FROM is a database (postgres://…), an API
 *                                (https://…) or a file that valuation:verify has saved
 *   --splits N [--seed S]        learn from a third, a half and two thirds drawn at random, N times each,
 *                                and count the categories whose ranges are refuted by the rest
 *   --split-year 2020            the first year of the time split's test rows
 *   --json                       all figures and every estimate on stdout; the tables go to stderr
 */
await runCommand(async () => {
  const { values } = parseArgs({
    options: {
      data: { type: "string" },
      train: { type: "string" },
      test: { type: "string" },
      settled: { type: "string" },
      splits: { type: "string" },
      seed: { type: "string", default: "1" },
      "split-year": { type: "string", default: "2020" },
      json: { type: "boolean", default: false },
    },
  });
  const seed = join(ROOT, "data", "comparables.csv");
  const runs: { title: string; scored: Scored[] }[] = [];
  const show = (title: string, scored: Scored[]) => {
    runs.push({ title, scored });
    const text = renderBacktest(title, summarise(scored));
    (values.json ? process.stderr : process.stdout).write(`${text}\n`);
  };
  const read = (path: string, fewest: number): Deal[] => {
    const text = readInputFile(path);
    const fix = "it must be CSV with the header of data/comparables.csv";
    const { deals, rejected } = withFile(path, fix, () => parseDeals(text));
    const sold = deals.filter(({ kind }) => kind === "sold");
    process.stderr.write(
      `${path}: ${sold.length} sold, ${deals.length - sold.length} asking and left out, ${rejected.length} rows refused\n`,
    );
    for (const { line, id, reason } of rejected.slice(0, 20)) {
      process.stderr.write(`  line ${line} (${id.slice(0, 80)}): ${reason}\n`);
    }
    if (rejected.length > 20) process.stderr.write(`  and ${rejected.length - 20} more\n`);
    if (sold.length < fewest) {
      throw new Error(
        `${path}: ${fewest} sold deals with a price are needed and ${sold.length} are there; add rows, or see why rows were refused`,
      );
    }
    return sold;
  };
  /** Leaves out one by one, and says every two seconds how far it is. */
  const leaveOut = (deals: readonly Deal[]) => {
    let told = Date.now();
    return leaveOneOut(deals, (done) => {
      if (Date.now() - told < TOLD_EVERY_MS) return;
      told = Date.now();
      process.stderr.write(`left out one by one: ${done} of ${deals.length}\n`);
    });
  };

  if (values.splits !== undefined) {
    const [count, first] = [Number(values.splits), Number(values.seed)];
    if (!Number.isInteger(count) || count < 1 || !Number.isInteger(first)) {
      throw new Error("--splits wants how many, such as 24, and --seed a whole number");
    }
    const deals = read(values.data ?? seed, 3 * FEWEST_DEALS);
    const seeds = Array.from({ length: count }, (_, at) => first + at);
    for (const share of [1 / 3, 1 / 2, 2 / 3]) {
      process.stdout.write(`${renderSplits(scoreSplits(deals, share, seeds))}\n`);
    }
    return;
  }
  if (values.settled !== undefined) {
    const { deals: settled, sales } = await readSettledDeals(values.settled);
    process.stderr.write(
      `${sales} escrows settled at arm's length with known figures, of ${settled.length} businesses; each counts by its latest sale\n`,
    );
    const train = read(values.train ?? seed, FEWEST_DEALS);
    if (settled.length > 0)
      show("learned from deals, scored on settled escrows", trainAndTest(train, settled));
    if (settled.length > FEWEST_DEALS) {
      show("leave-one-out over settled escrows", leaveOut(settled));
    }
  } else if (values.train !== undefined || values.test !== undefined) {
    const train = read(values.train ?? seed, FEWEST_DEALS);
    const test = read(values.test ?? seed, 1);
    show("learned from one file, scored on the other", trainAndTest(train, test));
  } else {
    const deals = read(values.data ?? seed, FEWEST_DEALS + 1);
    show("leave-one-out", leaveOut(deals));
    const year = Number(values["split-year"]);
    if (!Number.isInteger(year)) {
      throw new Error(`--split-year ${values["split-year"]} is no year; give one such as 2020`);
    }
    const { train, test } = splitByYear(deals, year);
    if (train.length < FEWEST_DEALS || test.length === 0) {
      process.stderr.write(
        `no time split: ${train.length} dated deals before ${year} and ${test.length} from then on; ${FEWEST_DEALS} and 1 are needed, try another --split-year\n`,
      );
    } else {
      show(`learned before ${year}, scored on ${year} and later`, trainAndTest(train, test));
    }
    if (values.data === undefined) {
      show(
        "leave-one-out with permuted prices (skill must vanish)",
        leaveOut(permutePrices(deals)),
      );
      for (const attestedShare of [1, 0]) {
        const market = simulateMarket({ deals: 2000, seed: 1, attestedShare });
        const evidence = attestedShare === 1 ? "attested" : "claimed";
        show(
          `simulated market, ${evidence} evidence`,
          trainAndTest(market.slice(0, 1000), market.slice(1000)),
        );
      }
    }
  }
  if (values.json) {
    const whole = runs.map(({ title, scored }) => ({
      title,
      report: summarise(scored),
      estimates: scored,
    }));
    process.stdout.write(`${JSON.stringify(whole.length === 1 ? whole[0] : whole, null, 1)}\n`);
  }
});
