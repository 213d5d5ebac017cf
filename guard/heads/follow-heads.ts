import type { Logger } from "pino";
import type { AlarmName } from "../alarms/alarm-store.ts";
import type { Header, HeadProvider } from "../chain/head-provider.ts";
import type { GuardMetrics } from "../metrics.ts";
import type { RepairRequest } from "../repair/repair-store.ts";
import type { GuardStore } from "../store/guard-store.ts";
import type { TrackStore } from "../store/track-store.ts";
import { BlockTrack, type Movement, type ReadBlocks, readLinked } from "./block-track.ts";
import { type Heads, headsDiffer, nextHeads } from "./heads.ts";
import { type FinalityDepths, type Observation, observeHeads } from "./observe-heads.ts";

/** Blocks that one step follows at most; after a long outage it takes several. */
const MOST_BLOCKS_A_STEP = 5_000n;

/** Final blocks that are kept to tell where a very deep reorganisation began. */
const FINAL_BLOCKS_KEPT = 1_000n;

export type HeadFollowerDeps = {
  chainId: number;
  providers: readonly HeadProvider[];
  store: Pick<GuardStore, "findHeads" | "saveHeads">;
  track: TrackStore;
  /** Raises and clears the alarms that turn readiness off. */
  alarms: {
    raise(name: AlarmName, detail: string): Promise<void>;
    clear(names: readonly AlarmName[]): Promise<void>;
  };
  openRepair(repair: RepairRequest): Promise<unknown>;
  depths: FinalityDepths;
  /** Blocks that the indexer can undo by itself. */
  windowBlocks: bigint;
  /** Milliseconds for which providers may disagree, as they do for a moment when blocks arrive. */
  graceMs: number;
  /** Milliseconds of a monotonic clock. */
  now: () => number;
  metrics: GuardMetrics;
  log: Logger;
};

/** Keeps `app.chain_head` and `app.chain_block` in step with the chain. */
export type HeadFollower = {
  /**
   * Observes once, stores the result and returns it.
   * @throws Error while the providers do not agree; the heads stay as they are, and age.
   */
  step(): Promise<Heads>;
};

/** Creates a follower; it goes on from what an earlier process has stored. */
export function createHeadFollower(deps: HeadFollowerDeps): HeadFollower {
  const { chainId, store, track, alarms, metrics, log } = deps;
  let known: Heads | undefined;
  let followed: BlockTrack | undefined;
  let disagreeingSince: number | undefined;
  /** Hash above the fork of a deep reorganisation that was seen once and awaits a second look. */
  let suspected: string | undefined;
  const rightChain = new Set<HeadProvider>();

  /** Providers of another chain are left out and named. */
  async function usableProviders(): Promise<HeadProvider[]> {
    const wrong: string[] = [];
    await Promise.all(
      deps.providers.map(async (provider) => {
        if (rightChain.has(provider)) return;
        const found = await provider.chainId().catch(() => undefined);
        if (found === chainId) rightChain.add(provider);
        else if (found !== undefined) wrong.push(`${provider.name} serves chain ${found}`);
      }),
    );
    if (wrong.length > 0) await alarms.raise("wrong_chain", wrong.join("; "));
    else await alarms.clear(["wrong_chain"]);
    return deps.providers.filter((provider) => rightChain.has(provider));
  }

  /** @throws Error while the providers are on different forks; an alarm once that lasts */
  async function observe(): Promise<Observation> {
    const usable = await usableProviders();
    const seen = await observeHeads(usable, deps.depths, (provider, error) => {
      metrics.rpcErrors.inc();
      log.warn({ provider: provider.name, error: String(error) }, "a provider does not answer");
    });
    if ("disagreement" in seen) {
      disagreeingSince ??= deps.now();
      if (deps.now() - disagreeingSince >= deps.graceMs) {
        await alarms.raise("providers_disagree", seen.disagreement);
      }
      throw new Error(seen.disagreement);
    }
    disagreeingSince = undefined;
    metrics.providers.set({ state: "asked" }, deps.providers.length);
    metrics.providers.set({ state: "agreeing" }, seen.by.length);
    for (const { name } of seen.against) {
      log.warn({ provider: name, block: String(seen.head.number) }, "a provider is outvoted");
    }
    return seen;
  }

  /** Begins at the last final block, so that what may still change is known from the start. */
  async function begin({ head, final }: Observation, read: ReadBlocks): Promise<BlockTrack> {
    const stored = await track.findBlocks();
    if (stored.length > 0) return new BlockTrack(stored);
    // Heads without blocks: what was final must still be the ancestor of all that is seen now.
    if (known !== undefined) {
      return new BlockTrack([{ ...known.final, parentHash: "0x", timestamp: 0n }]);
    }
    const lowest = head.number > MOST_BLOCKS_A_STEP ? head.number - MOST_BLOCKS_A_STEP : 0n;
    const from = final !== undefined && final.number < head.number ? final.number : head.number;
    const blocks = await readLinked(from > lowest ? from : lowest, head, read);
    await track.replaceFrom(blocks);
    return new BlockTrack(blocks);
  }

  /**
   * Whether the indexer can undo a reorganisation. One that it cannot is looked at twice, then
   * latched as a repair and only then believed. Where even the oldest followed block was replaced,
   * nobody knows how much below it was, too: then nothing that is indexed can be trusted.
   */
  async function mayBelieve(
    chain: BlockTrack,
    movement: Movement & { is: "reorganised" },
  ): Promise<boolean> {
    const { fork, depth, replaced, blocks } = movement;
    const isFinal = known !== undefined && fork < known.final.number;
    const isForkKnown = chain.find(fork) !== undefined;
    if (!isFinal && depth <= deps.windowBlocks) return true;
    const above = blocks[0]?.hash ?? "";
    const detail = `block ${fork + 1n} was ${replaced.hash} and is ${above}; ${depth} blocks were replaced${
      isFinal ? `, down below final block ${known?.final.number}` : ""
    }${isForkKnown ? "" : ", and perhaps more, for older ones were not followed"}`;
    await alarms.raise("deep_reorganisation", detail);
    if (suspected !== above) {
      suspected = above;
      log.error({ block: String(fork + 1n) }, `deep reorganisation, looking again: ${detail}`);
      return false;
    }
    metrics.deepReorganisations.inc();
    if (isFinal) metrics.finalityViolations.inc();
    await deps.openRepair({
      chainId,
      kind: "deep_reorganisation",
      reason: detail,
      fromBlock: isForkKnown ? fork + 1n : 0n,
      toBlock: fork + depth,
    });
    log.error({ block: String(fork + 1n) }, `deep reorganisation, a repair is open: ${detail}`);
    return true;
  }

  /** Follows the head; false when it is not to be believed (yet). */
  async function follow(chain: BlockTrack, seen: Observation, read: ReadBlocks): Promise<boolean> {
    const movement = await chain.compare(await target(chain, seen.head, read), read);
    if (movement.is === "unchanged" || movement.is === "lagging") {
      if (movement.is === "lagging") log.debug({ behind: String(movement.behind) }, "nodes lag");
      // The followed chain is confirmed: what was suspected came from a node that strayed.
      suspected = undefined;
      await alarms.clear(["deep_reorganisation"]);
      return movement.is === "unchanged";
    }
    if (movement.is === "reorganised") {
      if (!(await mayBelieve(chain, movement))) return false;
      metrics.reorganisations.inc();
      log.info({ fork: String(movement.fork), depth: String(movement.depth) }, "reorganisation");
      chain.cut(movement.fork);
      known = withoutOrphans(known, movement.fork);
    }
    await track.replaceFrom(movement.blocks);
    for (const block of movement.blocks) chain.append(block);
    suspected = undefined;
    await alarms.clear(["deep_reorganisation"]);
    return true;
  }

  async function target(chain: BlockTrack, head: Header, read: ReadBlocks): Promise<Header> {
    const furthest = (chain.tip?.number ?? head.number) + MOST_BLOCKS_A_STEP;
    if (head.number <= furthest) return head;
    const [block] = await read([furthest]);
    return block ?? head;
  }

  /** A tag that points off the followed chain contradicts the head: it does not count. */
  const onChain = (chain: BlockTrack, block: Header | undefined): Header | undefined => {
    const followedBlock = block && chain.find(block.number);
    return followedBlock === undefined || followedBlock.hash === block?.hash ? block : undefined;
  };

  async function save(chain: BlockTrack, seen: Observation, isBelieved: boolean): Promise<Heads> {
    const head = isBelieved || known === undefined ? seen.head : known.head;
    const safe = onChain(chain, seen.safe);
    const final = onChain(chain, seen.final);
    const base = known ?? { head, safe: safe ?? final ?? head, final: final ?? safe ?? head };
    if (known === undefined && final === undefined) {
      throw new Error("too few providers know a final block to begin with");
    }
    const heads = nextHeads(known, {
      head,
      safe: safe ?? final ?? base.safe,
      final: final ?? base.final,
    });
    // Written even when nothing moved: `at` tells readers that the chain was asked just now.
    await store.saveHeads(chainId, heads);
    const oldest = heads.final.number - FINAL_BLOCKS_KEPT;
    await track.settle(heads.safe.number, heads.final.number, oldest);
    chain.prune(oldest);
    return heads;
  }

  /** Reads hashes again at their ages: one block of each age confirms its ancestors too. */
  async function confirm(chain: BlockTrack, read: ReadBlocks): Promise<void> {
    const changed: string[] = [];
    for (const due of await track.findDue()) {
      const [block] = await read([due.number]);
      if (block?.hash === due.hash) await track.confirm(due.number, due.confirmations);
      else if (chain.find(due.number)?.hash === due.hash) {
        changed.push(
          `block ${due.number} was ${due.hash} and is read as ${block?.hash ?? "missing"}`,
        );
      }
    }
    if (changed.length > 0) await alarms.raise("block_changed", changed.join("; "));
    else await alarms.clear(["block_changed"]);
  }

  return {
    async step() {
      known ??= await store.findHeads(chainId);
      const seen = await observe();
      const read: ReadBlocks = (numbers) =>
        Promise.all(numbers.map((number) => (seen.by[0] as HeadProvider).findBlock(number)));
      followed ??= await begin(seen, read);
      const isBelieved = await follow(followed, seen, read);
      if (suspected !== undefined) return known ?? Promise.reject(new Error("looking again"));
      const heads = await save(followed, seen, isBelieved);
      await alarms.clear(["providers_disagree"]);
      await confirm(followed, read);
      if (headsDiffer(known, heads)) log.debug({ block: String(heads.head.number) }, "new head");
      known = heads;
      metrics.heads.set({ tier: "head" }, Number(heads.head.number));
      metrics.heads.set({ tier: "safe" }, Number(heads.safe.number));
      metrics.heads.set({ tier: "final" }, Number(heads.final.number));
      return heads;
    },
  };
}

/** The heads that a reorganisation leaves standing. */
function withoutOrphans(heads: Heads | undefined, fork: bigint): Heads | undefined {
  if (heads === undefined || fork < heads.final.number) return undefined;
  return fork < heads.safe.number ? { ...heads, safe: heads.final } : heads;
}
