/** `npm run market`: a local chain with a market on it, for whoever wants nothing else. See `USAGE`. */
import { parseArgs } from "node:util";
import { type Chain, connectChain, type LocalChain, startChain } from "./chain.ts";
import { writeDeploymentFile } from "./deployment-file.ts";
import { deployDevnet, devnetFile } from "./devnet.ts";
import { goLive } from "./market/live.ts";
import { type PlayOptions, playMarket } from "./market/play.ts";

const USAGE = `npm run market -- [options]

  --days N     days of history to play (default 30)
  --events N   play so many events instead; 100000 and more are possible
  --seed TEXT  another seed is another market; the same seed is the same chain (default "valyra")
  --rpc URL    play on this anvil, which must be fresh, instead of starting one
  --port N     port of the chain that is started (default 8545; any free one when it is taken)
  --save FILE  save the chain that is started when it stops
  --out FILE   write the deployments file of what was deployed
  --live       go on with live traffic until Ctrl-C
  --help       this text
`;

type Flags = {
  play: PlayOptions;
  rpc: string | undefined;
  port: number;
  save: string | undefined;
  out: string | undefined;
  isLive: boolean;
};

const PERCENT = 100;
const REPORTED_STEP = 5;

/** Reads the command line; a string is what to tell the user instead of starting. */
function readFlags(args: readonly string[]): Flags | string {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        days: { type: "string" },
        events: { type: "string" },
        seed: { type: "string", default: "valyra" },
        rpc: { type: "string" },
        port: { type: "string", default: "8545" },
        save: { type: "string" },
        out: { type: "string" },
        live: { type: "boolean", default: false },
        help: { type: "boolean", default: false },
      },
    });
    if (values.help) return USAGE;
    const { seed, events, days, rpc, save, out, live: isLive } = values;
    if (events !== undefined && days !== undefined) throw new Error("--days or --events, not both");
    if (rpc !== undefined && save !== undefined) throw new Error("--save needs a chain of our own");
    const play: PlayOptions =
      events === undefined
        ? { seed, days: wholeNumber("days", days ?? "30") }
        : { seed, events: wholeNumber("events", events) };
    return { play, rpc, port: wholeNumber("port", values.port), save, out, isLive };
  } catch (error) {
    return `${(error as Error).message}\n\n${USAGE}`;
  }
}

function wholeNumber(name: string, text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new Error(`--${name} must be a whole number, not "${text}"`);
  return Number.parseInt(text, 10);
}

async function run({ play, rpc, port, save, out, isLive }: Flags): Promise<void> {
  const stopping = new AbortController();
  for (const name of ["SIGINT", "SIGTERM"] as const) process.on(name, () => stopping.abort());

  const local = rpc === undefined ? await startChain({ port, saveState: save }) : undefined;
  const chain = local ?? (await connectChain(rpc as string));
  try {
    await playOn(chain, play, out, stopping.signal, isLive);
    if (local !== undefined && !isLive && !stopping.signal.aborted)
      await serve(local, stopping.signal);
  } finally {
    await (local?.stop() ?? chain.close());
  }
}

async function playOn(
  chain: Chain,
  play: PlayOptions,
  out: string | undefined,
  signal: AbortSignal,
  isLive: boolean,
): Promise<void> {
  const devnet = await deployDevnet(chain, await chain.now());
  if (out !== undefined) await writeDeploymentFile(out, devnetFile(devnet, chain.url));
  const startedAt = performance.now();
  let reported = 0;
  const { events, transactions, blocks, days, world } = await playMarket(
    chain,
    devnet,
    play,
    ({ fraction, events: soFar }) => {
      signal.throwIfAborted();
      const percent = Math.floor(fraction * PERCENT);
      if (percent < reported + REPORTED_STEP) return;
      reported = percent;
      console.log(`${percent} %  ${soFar} events`);
    },
  );
  const seconds = (performance.now() - startedAt) / 1_000;
  console.log(
    `${events} events in ${transactions} transactions and ${blocks} blocks, ${days.toFixed(1)} days, ` +
      `${Math.round(events / seconds)} events/s; chain at ${chain.url}`,
  );
  if (isLive) await goLive(chain, world, { signal, onSurprise: console.warn });
}

/** Leaves the chain up until the signal. */
async function serve(chain: LocalChain, signal: AbortSignal): Promise<void> {
  console.log("Ctrl-C stops the chain.");
  const interrupted = new Promise<void>((resolve) => {
    signal.addEventListener("abort", () => resolve(), { once: true });
  });
  await Promise.race([interrupted, chain.exited]);
}

const flags = readFlags(process.argv.slice(2));
if (typeof flags === "string") {
  console.log(flags);
  process.exitCode = flags === USAGE ? 0 : 64;
} else {
  await run(flags).catch((error: Error) => {
    if (error.name === "AbortError") return;
    console.error(`market: ${error.message}`);
    process.exitCode = 1;
  });
}
