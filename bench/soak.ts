import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { type Address, encodeFunctionData, type Hex } from "viem";
import { connectChain } from "../devnet/chain.ts";
import { loadArtifact } from "../devnet/contracts/artifact.ts";
import { describeExit } from "../devnet/processes/child.ts";
import { waitUntil } from "../devnet/processes/wait-until.ts";
import { type Demo, startDemo } from "../tests/support/demo.ts";
import { MAX_RISE_MB, riseOfFloor } from "./heap-floor.ts";
import { fitLine } from "./line-fit.ts";
import { describeMachine, describeMoment } from "./machine.ts";
import { processesBelow } from "./process-tree.ts";

const READY_MS = 240_000;
const LOOK_EVERY_MS = 1_000;
const MEMORY_EVERY_MS = 10_000;
const TRAFFIC_EVERY_MS = 400;
const REORGANISED_EVERY_MS = 45_000;

/** Ordinary ones: nothing that an indexer could not take back. */
const DEPTHS = [1, 2, 1, 3, 1, 5];

/** Share of the time that counts as warming up, when caches fill. */
const WARM_UP_SHARE = 0.25;

/** Begins the names of what is held beside those of processes. */
const HELD = "what is held by ";

const MIB = 1024 ** 2;
const HOUR_MS = 3_600_000;

/** Options of the soak: how long healthy traffic is watched. */
export type SoakOptions = { minutes: number; say: (line: string) => void };

type Listing = { contract: Address; askingPrice: { currency: { address: Address } } };
type Ready = { ready: boolean; reasons: string[] };

/**
 * Runs the whole demo under healthy traffic with ordinary reorganisations, and prints every second in
 * which it called itself not ready, which would be a false alarm, and how the memory of each process
 * grows, as a line with its 95 % interval (checks IX-15 and SY-4).
 * @returns whether there was no false alarm and nothing that grows
 */
export async function benchSoak({ minutes, say }: SoakOptions): Promise<boolean> {
  say(`soak: ${minutes} minutes, ${describeMoment()}; ${describeMachine()}`);
  const folder = await mkdtemp(join(tmpdir(), "valyra-soak-"));
  const demo = await startDemo(folder);
  try {
    await waitUntil(async () => (await fetch(demo.url("Ready"))).ok, {
      what: "the demo is ready",
      deadlineMs: READY_MS,
    });
    const endsAt = performance.now() + minutes * 60_000;
    const isOver = () => performance.now() > endsAt || demo.child.exit() !== undefined;
    const traffic = { events: 0, reorganisations: 0 };
    const [alarms, memory] = await Promise.all([
      watchReadiness(demo, isOver, say),
      watchMemory(demo, isOver),
      makeTraffic(demo, isOver, traffic),
      reorganise(demo, isOver, traffic),
    ]);
    const exit = demo.child.exit();
    if (exit !== undefined) {
      throw new Error(`the demo ended with ${describeExit(exit)}\n${demo.child.lastLines()}`);
    }
    say(`  ${traffic.events} events added, ${traffic.reorganisations} reorganisations`);
    say(`  false alarms: ${alarms.seconds} s not ready of ${alarms.looks} looks`);
    for (const line of describeMemory(memory)) say(line);
    const growing = growingOnes(memory);
    for (const line of growing) say(line);
    return alarms.seconds === 0 && growing.length === 0;
  } finally {
    await demo.child.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Addresses of all metrics that the demo prints. */
function metricsOf({ lines, url }: Demo): string[] {
  const printed = lines.find((text) => text.trimStart().startsWith("Metrics ")) ?? "";
  const others = printed.match(/(?<= :)\d+/g) ?? [];
  return [url("Metrics"), ...others.map((port) => `http://127.0.0.1:${port}/metrics`)];
}

async function watchReadiness(demo: Demo, isOver: () => boolean, say: (line: string) => void) {
  const seen = { looks: 0, seconds: 0 };
  while (!isOver()) {
    await pause(LOOK_EVERY_MS);
    if (isOver()) break;
    seen.looks += 1;
    const answer = await fetch(demo.url("Ready")).catch(() => undefined);
    if (answer?.ok) continue;
    seen.seconds += 1;
    const body = (await answer?.json().catch(() => undefined)) as Partial<Ready> | undefined;
    say(`  not ready at ${new Date().toISOString()}: ${JSON.stringify(body ?? "no answer")}`);
  }
  return seen;
}

/**
 * Resident memory of each process by name, and what those that tell it hold: their heap without the
 * part for new objects, and buffers. As milliseconds since the start and mebibytes.
 */
async function watchMemory(demo: Demo, isOver: () => boolean) {
  const metrics = metricsOf(demo);
  const startedAt = performance.now();
  const samples = new Map<string, [number, number][]>();
  while (!isOver()) {
    const sums = new Map<string, number>();
    for (const { name, rssBytes } of processesBelow(demo.child.pid)) {
      sums.set(name, (sums.get(name) ?? 0) + rssBytes);
    }
    for (const [name, bytes] of await Promise.all(metrics.map(readHeld))) {
      if (bytes !== undefined) sums.set(HELD + name, bytes);
    }
    for (const [name, bytes] of sums) {
      const list = samples.get(name) ?? [];
      list.push([performance.now() - startedAt, bytes / MIB]);
      samples.set(name, list);
    }
    await pause(MEMORY_EVERY_MS);
  }
  return samples;
}

/** The name of a process and the bytes that it holds for longer, where its metrics say so. */
async function readHeld(url: string): Promise<[name: string, bytes: number | undefined]> {
  const text = await fetch(url).then(
    (answer) => answer.text(),
    () => "",
  );
  const spaces = [
    ...text.matchAll(/^\w+?_heap_space_size_used_bytes\{space="(?!new)\w+"[^}]*\} (\S+)$/gm),
  ];
  const [, name = url, outside] =
    /^(\w+?)_nodejs_external_memory_bytes(?:\{[^}]*\})? (\S+)$/m.exec(text) ?? [];
  const held = [...spaces.map(([, bytes]) => bytes), outside];
  return [
    name,
    outside === undefined ? undefined : held.reduce((sum, bytes) => sum + Number(bytes), 0),
  ];
}

type Samples = ReadonlyMap<string, readonly [number, number][]>;

const afterWarmingUp = (all: readonly [number, number][]) =>
  all.slice(Math.floor(all.length * WARM_UP_SHARE));

/** A line for each process of which every collection of garbage leaves more standing. */
function growingOnes(samples: Samples): string[] {
  return [...samples].flatMap(([name, all]) => {
    const warm = afterWarmingUp(all);
    if (!name.startsWith(HELD) || warm.length < 2) return [];
    const rise = riseOfFloor(warm);
    if (rise <= MAX_RISE_MB) return [];
    return [
      `  ${name} grows: after its collections of garbage ${rise.toFixed(0)} MB more were left`,
    ];
  });
}

function describeMemory(samples: Samples): string[] {
  return [...samples].flatMap(([name, all]) => {
    const warm = afterWarmingUp(all);
    const [first, last] = [warm[0], warm.at(-1)];
    if (warm.length < 3 || first === undefined || last === undefined) return [];
    const { slope, low, high } = fitLine(warm);
    const perHour = [slope, low, high].map((value) => (value * HOUR_MS).toFixed(1));
    return [
      `  memory of ${name}: ${first[1].toFixed(0)} MB after warming up, ${last[1].toFixed(0)} MB at the end, ${perHour[0]} MB an hour (95 %: ${perHour[1]} to ${perHour[2]}), ${warm.length} samples`,
    ];
  });
}

/** Mints to a marketplace, which is an event of a token that the index has a row for. */
async function makeTraffic(demo: Demo, isOver: () => boolean, traffic: { events: number }) {
  const chain = await connectChain(demo.url("Chain"));
  const from = chain.accounts.at(-2) as Address;
  const { data } = (await (await fetch(demo.url("Listings"))).json()) as { data: Listing[] };
  const [listing] = data;
  if (listing === undefined) throw new Error("the demo has no listing");
  const mint = encodeFunctionData({
    abi: loadArtifact("TestToken").abi,
    functionName: "mint",
    args: [listing.contract, 1n],
  });
  const call = {
    from,
    to: listing.askingPrice.currency.address,
    data: mint,
    gas: "0x30d40",
    gasPrice: "0x3b9aca00",
  };
  while (!isOver()) {
    await chain
      .request<Hex>("eth_sendTransaction", [call])
      .then(() => {
        traffic.events += 1;
      })
      // A reorganisation may put the nonce back while it is being chosen.
      .catch(() => undefined);
    await pause(TRAFFIC_EVERY_MS);
  }
  chain.close();
}

/** Asks the desk, which mines no block meanwhile: anvil would lose blocks that nobody took away. */
async function reorganise(demo: Demo, isOver: () => boolean, traffic: { reorganisations: number }) {
  while (!isOver()) {
    await pause(REORGANISED_EVERY_MS);
    if (isOver()) break;
    const depth = DEPTHS[traffic.reorganisations % DEPTHS.length] ?? 1;
    const url = `${demo.url("Desk")}/reorganise?depth=${depth}`;
    const { ok, status } = await fetch(url, { method: "POST" });
    if (!ok) throw new Error(`the desk refused to reorganise (${status})`);
    traffic.reorganisations += 1;
  }
}
