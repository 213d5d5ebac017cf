import pg from "pg";
import type { Hex } from "viem";
import type { Deployment } from "../../core/deployments/deployment.ts";
import type { Logger } from "../../core/log.ts";
import type { ChainFollower } from "../gateway/chain-follower.ts";
import type { LogServer } from "../gateway/log-server.ts";
import type { Methods } from "../gateway/methods.ts";
import { RPC_CODES, RpcFailure } from "../providers/json-rpc.ts";
import { createSyncTables, ponderLiveBlocks } from "./create-sync-tables.ts";
import { Hold } from "./hold.ts";
import { type PrewriteProgress, Prewriter } from "./prewriter.ts";
import { syncScopeOf } from "./sync-scope.ts";
import { SyncStore } from "./sync-store.ts";

export type PrewriteOptions = {
  /** Database of the indexer, as the role that owns its cache. */
  databaseUrl: string;
  deployment: Deployment;
  /** Payment tokens that the deployments file does not name. */
  extraTokens: readonly Hex[];
  follower: ChainFollower;
  logs: LogServer;
  methods: Methods;
  log: Logger;
};

/** What the gateway does with the indexer's cache. */
export type Prewrite = {
  readonly progress: PrewriteProgress | undefined;
  /** Begins to write; there must be a head. */
  begin(): void;
  /** Waits while history is written; see {@link Hold}. @throws RpcFailure */
  hold(): Promise<void>;
  /** Ends it where blocks from a height on were replaced that it may have in hand. */
  forgetFrom(number: number): void;
  stop(): Promise<void>;
};

/** Writes history ahead of the indexer, once, from where its cache ends. */
export function openPrewrite(options: PrewriteOptions): Prewrite {
  const { databaseUrl, deployment, extraTokens, follower, logs, methods, log } = options;
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: 2,
    application_name: "valyra_gateway_prewrite",
  });
  // An idle connection that breaks must not end the process; the next query reports it.
  pool.on("error", (error) => log.warn({ error: error.message }, "database connection lost"));
  const scope = syncScopeOf(deployment, extraTokens);
  const store = new SyncStore(pool, scope);
  let prewriter: Prewriter | undefined;
  let holder: Hold | undefined;

  async function lastBlock(): Promise<number | undefined> {
    await createSyncTables(pool);
    const head = follower.head?.number ?? 0;
    const { finalityDepth } = deployment;
    const final =
      (await methods.finalHeight()) ??
      (finalityDepth === undefined ? undefined : head - finalityDepth);
    return final === undefined
      ? undefined
      : Math.min(final, head - (await ponderLiveBlocks(deployment.chainId)));
  }

  return {
    get progress() {
      return prewriter?.progress;
    },
    begin() {
      prewriter = new Prewriter({
        ...{ store, scope, lastBlock, log },
        pieces: (from, to) => logs.pieces(from, to),
        blockAt: (number) => methods.headerAt(number),
      });
      holder = new Hold(prewriter);
    },
    async hold() {
      if (holder === undefined) {
        throw new RpcFailure({ code: RPC_CODES.unavailable, message: "the gateway is starting" });
      }
      await holder.pass();
    },
    forgetFrom(number) {
      const target = prewriter?.progress.target;
      if (target === undefined || number > target) return;
      void prewriter?.stop(`block ${number} was replaced`);
    },
    async stop() {
      await prewriter?.stop("the gateway ends");
      await pool.end();
    },
  };
}
