/**
 * Benchmarks: `npm run bench -- indexing [--events 100000] [--rounds 3] [--blocks 60] [--append]
 * [--profile FOLDER] [--strict]`. With `--strict` a missed target fails the command.
 */
import { parseArgs } from "node:util";
import { benchIndexing } from "../bench/indexing.ts";

const USAGE_EXIT_CODE = 64;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    events: { type: "string", default: "100000" },
    rounds: { type: "string", default: "3" },
    blocks: { type: "string", default: "60" },
    append: { type: "boolean", default: false },
    profile: { type: "string" },
    strict: { type: "boolean", default: false },
  },
});

const [events, rounds, blocks] = [values.events, values.rounds, values.blocks].map(Number);
const areNumbers = [events, rounds, blocks].every(Number.isSafeInteger);

if (positionals[0] !== "indexing" || !areNumbers || !events || !rounds || blocks === undefined) {
  console.error(
    "Usage: npm run bench -- indexing [--events N] [--rounds N] [--blocks N] [--append] [--profile FOLDER] [--strict]",
  );
  process.exitCode = USAGE_EXIT_CODE;
} else {
  const isReached = await benchIndexing({
    ...{ events, rounds, blocks },
    isAppended: values.append,
    profileFolder: values.profile,
    say: console.log,
  });
  if (values.strict && !isReached) process.exitCode = 1;
}
