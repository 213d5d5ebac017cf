/**
 * Benchmarks. With `--strict` a missed target fails the command, with `--append` the report is added
 * to `docs/measured.md`.
 *
 *   npm run bench -- indexing [--events 100000] [--rounds 3] [--blocks 60] [--stock] [--profile FOLDER]
 *   npm run bench -- gateway [--events 100000] [--rounds 3] [--stock]
 *   npm run bench -- read-api [--listings 100000] [--activities 1000000] [--rounds 3] [--seconds 5] [--pause]
 *   npm run bench -- identity [--requests 1000]
 *   npm run bench -- valuation
 *   npm run bench -- jobs [--jobs 5000] [--blocks 60]
 *   npm run bench -- soak [--minutes 60]
 */
import { parseArgs } from "node:util";
import { benchGateway } from "../bench/gateway-history.ts";
import { benchIdentity } from "../bench/identity.ts";
import { benchIndexing } from "../bench/indexing.ts";
import { benchJobs } from "../bench/jobs.ts";
import { benchReadApi } from "../bench/read-api.ts";
import { benchSoak } from "../bench/soak.ts";
import { benchValuation } from "../bench/valuation.ts";

const USAGE_EXIT_CODE = 64;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    events: { type: "string", default: "100000" },
    blocks: { type: "string", default: "60" },
    listings: { type: "string", default: "100000" },
    activities: { type: "string", default: "1000000" },
    jobs: { type: "string", default: "5000" },
    minutes: { type: "string", default: "60" },
    requests: { type: "string", default: "1000" },
    rounds: { type: "string", default: "3" },
    seconds: { type: "string", default: "5" },
    append: { type: "boolean", default: false },
    pause: { type: "boolean", default: false },
    stock: { type: "boolean", default: false },
    profile: { type: "string" },
    strict: { type: "boolean", default: false },
  },
});

const common = { rounds: whole("rounds", 1), isAppended: values.append, say: console.log };

const BENCHMARKS: Readonly<Record<string, () => Promise<boolean>>> = {
  identity: () => benchIdentity({ requests: whole("requests", 1), say: console.log }),
  indexing: () =>
    benchIndexing({
      ...common,
      events: whole("events", 1),
      blocks: whole("blocks", 0),
      hasStock: values.stock,
      profileFolder: values.profile,
    }),
  gateway: () => benchGateway({ ...common, events: whole("events", 1), hasStock: values.stock }),
  "read-api": () =>
    benchReadApi({
      ...common,
      listings: whole("listings", 1),
      activities: whole("activities", 1),
      seconds: whole("seconds", 1),
      isPausing: values.pause,
    }),
  valuation: () => benchValuation(console.log),
  jobs: () => benchJobs({ jobs: whole("jobs", 1), blocks: whole("blocks", 1), say: console.log }),
  soak: () => benchSoak({ minutes: whole("minutes", 1), say: console.log }),
};

const [name = ""] = positionals;
const benchmark = BENCHMARKS[name];
if (benchmark === undefined) {
  refuse(`There is no benchmark "${name}"; there are ${Object.keys(BENCHMARKS).join(" and ")}.`);
} else {
  const isReached = await benchmark();
  if (values.strict && !isReached) process.exitCode = 1;
}

function whole(
  flag:
    | "requests"
    | "rounds"
    | "events"
    | "blocks"
    | "listings"
    | "activities"
    | "seconds"
    | "jobs"
    | "minutes",
  least: number,
): number {
  const value = Number(values[flag]);
  if (Number.isSafeInteger(value) && value >= least) return value;
  return refuse(`--${flag} must be a whole number of at least ${least}, not "${values[flag]}".`);
}

function refuse(why: string): never {
  console.error(why);
  process.exit(USAGE_EXIT_CODE);
}
