import type { ContenderName } from "./contender.ts";
import type { GatewayUsage } from "./gateway.ts";
import type { HistoryRun } from "./history.ts";
import { median } from "./statistics.ts";

/** What the gateway is asked for: its rate against others, and how often it asks its provider. */
export const GATEWAY_TARGETS = {
  ...{ againstBare: 0.8, againstStock: 4, requestsPerEvent: 0.02 },
  aheadAgainstBare: 1.5,
};

/** Said with every figure, because a chain of signed transactions costs more. */
const UNSIGNED =
  "- The benchmark's history is unsigned (its node impersonates the senders), so the gateway recovers no sender; a signed one costs it about 0.28 ms more for each transaction with our logs.";

/** What the runs through the gateway say; nothing where there were none. */
export function gatewayLines(runs: readonly HistoryRun[]): string[] {
  const through = throughGateway(runs);
  if (through.length === 0) return [];
  return [...ratioLines(runs), ...through.map(usageLine), UNSIGNED];
}

/** Whether a target of the gateway was measured and missed. */
export function missedByGateway(runs: readonly HistoryRun[]): boolean {
  const { againstBare, againstStock, requestsPerEvent, aheadAgainstBare } = GATEWAY_TARGETS;
  const bare = timesFasterThan(runs, "bare");
  const stock = timesFasterThan(runs, "stock");
  const ahead = timesFasterThan(runs, "bare", "bare written ahead");
  return (
    (ahead !== undefined && ahead < aheadAgainstBare) ||
    (bare !== undefined && bare < againstBare) ||
    (stock !== undefined && stock < againstStock) ||
    throughGateway(runs).some((it) => it.requests / it.events > requestsPerEvent)
  );
}

/**
 * Rate of bare Ponder behind the gateway as a multiple of another's, so that nothing but the
 * fetching differs. Every contender has indexed the same events, so times say it.
 */
function timesFasterThan(
  runs: readonly HistoryRun[],
  other: ContenderName,
  one: ContenderName = "bare through the gateway",
): number | undefined {
  const [ours, theirs] = [secondsOf(runs, one), secondsOf(runs, other)];
  return ours === undefined || theirs === undefined ? undefined : theirs / ours;
}

function secondsOf(runs: readonly HistoryRun[], contender: ContenderName): number | undefined {
  const chosen = coldRuns(runs, contender);
  return chosen.length === 0 ? undefined : median(chosen.map((run) => run.seconds));
}

function coldRuns(runs: readonly HistoryRun[], contender: ContenderName): HistoryRun[] {
  return runs.filter((run) => run.contender === contender && run.temperature === "cold");
}

type Through = GatewayUsage & { contender: ContenderName; events: number; ponderCpu: number };

function throughGateway(runs: readonly HistoryRun[]): Through[] {
  const names = [
    ...(["ours through the gateway", "bare through the gateway"] as const),
    ...(["ours written ahead", "bare written ahead"] as const),
  ];
  return names.flatMap((contender) => {
    const used = coldRuns(runs, contender).flatMap(({ gateway, cpuSeconds = 0, content }) =>
      gateway === undefined ? [] : [{ ...gateway, ponderCpu: cpuSeconds, content }],
    );
    const [first] = used;
    if (first === undefined) return [];
    const middle = (of: (one: (typeof used)[number]) => number) => median(used.map(of));
    return [
      {
        contender,
        events: first.content.logCount + first.content.transferCount,
        cpuSeconds: middle((one) => one.cpuSeconds),
        ponderCpu: middle((one) => one.ponderCpu),
        peakRssBytes: Math.max(...used.map((one) => one.peakRssBytes)),
        requests: middle((one) => one.requests),
        calls: middle((one) => one.calls),
      },
    ];
  });
}

function ratioLines(runs: readonly HistoryRun[]): string[] {
  const { againstBare, againstStock, aheadAgainstBare } = GATEWAY_TARGETS;
  const bare = timesFasterThan(runs, "bare");
  const ahead = timesFasterThan(runs, "bare", "bare written ahead");
  const aheadOfStock = timesFasterThan(runs, "stock", "bare written ahead");
  const stock = timesFasterThan(runs, "stock");
  const ours = secondsOf(runs, "ours");
  const oursThrough = secondsOf(runs, "ours through the gateway");
  return [
    bare !== undefined &&
      `- Cold rate through the gateway, bare against bare Ponder: ${percent(bare)} (target at least ${percent(againstBare)}: ${verdict(bare >= againstBare)})`,
    stock !== undefined &&
      `- Cold rate through the gateway, bare against stock Ponder: ${stock.toFixed(1)} times (target at least ${againstStock} times: ${verdict(stock >= againstStock)})`,
    ahead !== undefined &&
      `- Cold rate with history written ahead, bare against bare Ponder: ${percent(ahead)} (aim at least ${percent(aheadAgainstBare)}: ${verdict(ahead >= aheadAgainstBare)})`,
    aheadOfStock !== undefined &&
      `- Cold rate with history written ahead, bare against stock Ponder: ${aheadOfStock.toFixed(1)} times`,
    ours !== undefined &&
      oursThrough !== undefined &&
      `- Cold rate through the gateway, ours against ours without it: ${percent(ours / oursThrough)}`,
  ].filter((line) => line !== false);
}

function usageLine(used: Through): string {
  const { contender, events, requests, calls, cpuSeconds, ponderCpu, peakRssBytes } = used;
  const share = requests / events;
  const target = GATEWAY_TARGETS.requestsPerEvent;
  return `- ${contender}, cold: ${cpuSeconds.toFixed(1)} CPU s of the gateway and ${ponderCpu.toFixed(1)} of Ponder, gateway ${Math.round(peakRssBytes / 1024 ** 2)} MB at most, upstream ${share.toFixed(4)} HTTP requests and ${(calls / events).toFixed(3)} calls an event (target at most ${target} requests: ${verdict(share <= target)})`;
}

const verdict = (isReached: boolean) => (isReached ? "reached" : "MISSED");
const percent = (share: number) => `${(share * 100).toFixed(0)} %`;
