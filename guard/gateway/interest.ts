import { createHash } from "node:crypto";
import { type Hex, pad } from "viem";
import { type Deployment, tokensOf, watchedContracts } from "../../core/deployments/deployment.ts";
import { mayContain } from "../proof/bloom.ts";

/** `keccak256("Transfer(address,address,uint256)")`. */
const TRANSFER_TOPIC = "0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef";

/** Topics of a filter as nodes take them: at each place anything, one value or one of several. */
type TopicFilter = readonly (Hex | readonly Hex[] | null)[];

/** What `eth_getLogs` selects within its blocks. */
export type LogFilter = { address?: Hex | readonly Hex[]; topics?: TopicFilter };

/** The parts of a log that a filter looks at. */
export type FilteredLog = { address: Hex; topics: readonly Hex[] };

/** A filter ready to be applied to many logs. */
export type LogTest = (log: FilteredLog) => boolean;

/** Reads a filter once. Addresses and topics are compared in lower case. */
export function compileFilter({ address, topics = [] }: LogFilter): LogTest {
  const addresses = address === undefined ? undefined : toSet(address);
  const places = topics.map((place) => (place === null ? undefined : toSet(place)));
  return (log) => {
    if (addresses !== undefined && !addresses.has(log.address)) return false;
    return places.every((wanted, place) => {
      const topic = log.topics[place];
      return wanted === undefined ? true : topic !== undefined && wanted.has(topic);
    });
  };
}

function toSet(values: Hex | readonly Hex[]): ReadonlySet<Hex> {
  const list = typeof values === "string" ? [values] : values;
  return new Set(list.map((value) => value.toLowerCase() as Hex));
}

/** Which logs of a chain are ours: the ones that are proved ahead and kept. */
export type Interest = {
  /** The same as filters of `eth_getLogs`. */
  readonly filters: readonly LogFilter[];
  /** Stands for the same in a few characters. */
  readonly digest: string;
  isOurs: LogTest;
  /** Whether a block with this bloom can hold one of ours; false is certain. */
  mayBeIn(logsBloom: Hex): boolean;
  /** Whether every log that a filter selects is ours. */
  covers(filter: LogFilter): boolean;
};

/**
 * Every log of the watched contracts, whatever its topic, and the transfers of payment tokens from or
 * to one of them.
 * @param extraTokens payment tokens that the deployments file does not name
 */
export function interestOf(deployment: Deployment, extraTokens: readonly Hex[]): Interest {
  const watched = watchedContracts(deployment).map((entry) => entry.address);
  const tokens = [...new Set([...tokensOf(deployment), ...extraTokens])];
  const holders = watched.map((address) => pad(address, { size: 32 }));
  const filters: LogFilter[] = [];
  if (watched.length > 0) filters.push({ address: watched });
  if (watched.length > 0 && tokens.length > 0) {
    filters.push({ address: tokens, topics: [TRANSFER_TOPIC, holders] });
    filters.push({ address: tokens, topics: [TRANSFER_TOPIC, null, holders] });
  }
  const tests = filters.map(compileFilter);
  const watchedSet = new Set(watched);
  const tokenSet = new Set(tokens);
  const holderSet = new Set(holders);
  const isTransferOfOurs = (topics: TopicFilter) =>
    isWithin(topics[0], new Set([TRANSFER_TOPIC])) &&
    (isWithin(topics[1], holderSet) || isWithin(topics[2], holderSet));
  return {
    filters,
    digest: createHash("sha256").update(JSON.stringify(filters)).digest("hex").slice(0, 16),
    isOurs: (log) => tests.some((test) => test(log)),
    mayBeIn: (bloom) =>
      mayContain(bloom, watched, []) ||
      (tokens.length > 0 &&
        mayContain(bloom, tokens, [TRANSFER_TOPIC]) &&
        mayContain(bloom, tokens, holders)),
    covers({ address, topics = [] }) {
      if (address === undefined) return false;
      const named = [...toSet(address)];
      // The zero address stands for "no contract of this kind" and emits nothing.
      return named.every(
        (one) =>
          watchedSet.has(one) ||
          /^0x0{40}$/.test(one) ||
          (tokenSet.has(one) && isTransferOfOurs(topics)),
      );
    },
  };
}

function isWithin(place: TopicFilter[number] | undefined, allowed: ReadonlySet<Hex>): boolean {
  if (place === null || place === undefined) return false;
  return [...toSet(place)].every((topic) => allowed.has(topic));
}
