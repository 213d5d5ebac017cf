import type { PrewriteProgress } from "../prewrite/prewriter.ts";
import type { ProviderSet } from "../providers/provider-set.ts";
import type { ChainFollower } from "./chain-follower.ts";
import type { LogServer } from "./log-server.ts";
import type { ProofRecorder } from "./proof-recorder.ts";

/** A trouble that lasts longer than a block or two is worth a no, milliseconds. */
const GRACE_MS = 5_000;

/** A look at the chain that takes longer than this has lost it, milliseconds. */
const STALE_LOOK_MS = 30_000;

/** How long a question that nobody could prove keeps the gateway unready, milliseconds. */
const UNPROVED_MS = 10_000;

/** Proofs that may wait to be written. */
const MAX_RECORD_BACKLOG = 50_000;

export type ReadinessDeps = {
  follower: ChainFollower;
  providers: ProviderSet;
  recorder: ProofRecorder | undefined;
  logs: LogServer;
  prewrite: { progress: PrewriteProgress | undefined } | undefined;
};

/** What `/ready` says. */
export type GatewayReadiness = {
  isReady: boolean;
  reason: string | undefined;
  head: { number: number; hash: string } | undefined;
  /** Spans of history that are being proved. */
  backlog: number;
  /** How far history is written into the indexer's cache; undefined where it is not. */
  prewrite: PrewriteProgress | undefined;
  providers: { host: string; isBenched: boolean; reason: string | undefined; refused: number }[];
};

/** Says whether what is asked can be proved at present, and why not. */
export function createReadiness({ follower, providers, recorder, logs, prewrite }: ReadinessDeps) {
  let lookedAt = performance.now();
  let soundAt: number | undefined;
  let unproved: { reason: string; at: number } | undefined;

  function findReason(now: number): string | undefined {
    const { trouble } = follower;
    if (trouble === undefined) soundAt = now;
    // Before the first whole look the head may be one on the way.
    else if (soundAt === undefined || now - soundAt > GRACE_MS) return trouble;
    if (now - lookedAt > STALE_LOOK_MS) return "has not seen the chain for 30 s";
    if (unproved !== undefined && now - unproved.at < UNPROVED_MS) {
      return `nobody proves an answer: ${unproved.reason}`;
    }
    if ((recorder?.backlog ?? 0) > MAX_RECORD_BACKLOG) return "proofs wait to be recorded";
    return undefined;
  }

  return {
    /** The chain was looked at just now. */
    noteLook() {
      lookedAt = performance.now();
    },
    /** A question went without an answer. */
    noteUnproved(reason: string) {
      unproved = { reason, at: performance.now() };
    },
    describe(): GatewayReadiness {
      const now = performance.now();
      const reason = findReason(now);
      const { head } = follower;
      return {
        isReady: reason === undefined,
        reason,
        head: head && { number: head.number, hash: head.hash },
        backlog: logs.backlog,
        prewrite: prewrite?.progress,
        providers: providers.standings.map((one) => ({
          host: one.provider.host,
          isBenched: one.benchedUntil > now,
          reason: one.reason,
          refused: one.refused,
        })),
      };
    },
  };
}
