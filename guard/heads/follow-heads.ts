import type { Logger } from "pino";
import type { ChainSource } from "../chain/chain-source.ts";
import type { GuardMetrics } from "../metrics.ts";
import type { GuardStore } from "../store/guard-store.ts";
import { type Heads, headsDiffer, nextHeads } from "./next-heads.ts";
import { type FinalityDepths, observeHeads } from "./observe-heads.ts";

export type HeadFollowerDeps = {
  chainId: number;
  source: ChainSource;
  store: Pick<GuardStore, "findHeads" | "saveHeads">;
  depths: FinalityDepths;
  metrics: GuardMetrics;
  log: Logger;
};

/** Keeps `app.chain_head` in step with the chain. */
export type HeadFollower = {
  /** Observes once, stores the result and returns it. */
  step(): Promise<Heads>;
};

export function createHeadFollower(deps: HeadFollowerDeps): HeadFollower {
  const { chainId, source, store, depths, metrics, log } = deps;
  let known: Heads | undefined;

  /** A final block that changed is the one thing the rest of the system takes for impossible. */
  async function checkFinality(heads: Heads): Promise<void> {
    if (known === undefined || known.final.number === heads.final.number) return;
    const canonical = await source.findBlock(known.final.number);
    if (canonical === undefined || canonical.hash === known.final.hash) return;
    metrics.finalityViolations.inc();
    log.error(
      { block: String(known.final.number), was: known.final.hash, is: canonical.hash },
      "a block that was final has been replaced: check the provider, then index into a new release",
    );
  }

  return {
    async step() {
      known ??= await store.findHeads(chainId);
      const heads = nextHeads(known, await observeHeads(source, depths));
      await checkFinality(heads);
      // Written even when nothing moved: `at` tells readers that the chain was asked just now.
      await store.saveHeads(chainId, heads);
      if (headsDiffer(known, heads)) log.debug({ block: String(heads.head.number) }, "new head");
      known = heads;
      metrics.heads.set({ tier: "head" }, Number(heads.head.number));
      metrics.heads.set({ tier: "safe" }, Number(heads.safe.number));
      metrics.heads.set({ tier: "final" }, Number(heads.final.number));
      return heads;
    },
  };
}
