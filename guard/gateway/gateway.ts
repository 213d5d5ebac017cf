import pg from "pg";
import type { Config } from "../../core/config/config.schema.ts";
import { type Deployment, firstBlockOf } from "../../core/deployments/deployment.ts";
import { findTokens } from "../../core/indexer/check-chain.ts";
import type { Logger } from "../../core/log.ts";
import { createRpcClient } from "../../core/rpc/client.ts";
import { describeRpcError } from "../../core/rpc/describe-error.ts";
import { watchBlocks } from "../chain/watch-blocks.ts";
import { createAlarm, runLoop } from "../loop.ts";
import { openPrewrite } from "../prewrite/open-prewrite.ts";
import { RpcFailure } from "../providers/json-rpc.ts";
import { Provider } from "../providers/provider.ts";
import { NobodyProves, ProviderSet } from "../providers/provider-set.ts";
import { BlockBook } from "./block-book.ts";
import { BlockFetcher } from "./block-fetcher.ts";
import { ChainFollower } from "./chain-follower.ts";
import { createGatewayMetrics } from "./gateway-metrics.ts";
import { GatewayStore } from "./gateway-store.ts";
import { HistoryReader } from "./history.ts";
import { interestOf } from "./interest.ts";
import { atMost } from "./json-rpc-server.ts";
import { LogServer } from "./log-server.ts";
import { Methods, SERVED_METHODS } from "./methods.ts";
import { ProofRecorder } from "./proof-recorder.ts";
import { createReadiness } from "./readiness.ts";
import { startServer } from "./server.ts";
import { StateReads } from "./state-reads.ts";
import { Subscribers } from "./subscribers.ts";

/** How often to look for a head where the deployments file does not say, milliseconds. */
const DEFAULT_INTERVAL_MS = 1_000;

/** How often state and providers are written, milliseconds. */
const STATE_EVERY_MS = 1_000;

/** Calls that are worked on at a time: more than an indexer sends within its own timeout. */
const MAX_CALLS = 20_000;

/** The gateway's few statements are written one after another. */
const POOL_SIZE = 3;

/** Chain ids of development nodes: Hardhat's, which anvil has too, and Ganache's. */
const DEVELOPMENT_CHAINS = new Set([1_337, 31_337]);

const LOOPBACK_HOSTS = new Set(["localhost", "127.0.0.1", "[::1]"]);

export type Gateway = {
  /** Address to give to the indexer. */
  url: string;
  port: number;
  stop(): Promise<void>;
};

/**
 * Starts the gateway; resolves once it listens, which is before it has a head: whoever asks too
 * early gets an error that is worth a retry.
 */
export async function startGateway(
  config: Config<"gateway">,
  deployment: Deployment,
  log: Logger,
): Promise<Gateway> {
  const urls = [...new Set(deployment.rpc)];
  const providers = new ProviderSet(
    urls.map(
      (url) =>
        new Provider({
          url,
          timeoutMs: config.RPC_TIMEOUT_MS,
          requestsPerSecond: config.GATEWAY_REQUESTS_PER_SECOND,
        }),
    ),
    deployment.chainId,
    log,
  );
  const metrics = createGatewayMetrics(providers);
  const extraTokens = await tokensOnChain(deployment, urls, config, log);
  const interest = interestOf(deployment, extraTokens);
  const isLocal = urls.every((url) => LOOPBACK_HOSTS.has(new URL(url).hostname));
  const isWalked = config.GATEWAY_PROVE_HISTORY ?? isLocal;

  const pool = openPool(config.GATEWAY_DATABASE_URL, log);
  const store = pool && new GatewayStore(pool, deployment.chainId, interest.digest);
  await store?.dropForeignRanges();
  const recorder = store && new ProofRecorder(store, await store.findRanges(), log);

  const checkpoint = config.GATEWAY_CHECKPOINT;
  const maxBytes = config.GATEWAY_CACHE_MB * 1024 ** 2;
  const book = new BlockBook(maxBytes, checkpoint);
  const fetcher = new BlockFetcher(interest, DEVELOPMENT_CHAINS.has(deployment.chainId));
  const subscribers = new Subscribers();
  const follower = new ChainFollower({
    providers,
    fetcher,
    book,
    startBlock: firstBlockOf(deployment),
    log,
    onBlocks(blocks) {
      subscribers.announce(blocks);
      recorder?.addLive(blocks);
      metrics.proved.inc({ depth: "live" }, blocks.length);
      metrics.head.set(blocks.at(-1)?.number ?? 0);
    },
    onReorganised(from, depth) {
      logs.forgetFrom(from);
      prewrite?.forgetFrom(from);
      recorder?.dropFrom(from);
      metrics.reorganisations.observe(depth);
    },
  });
  const reader = new HistoryReader({ providers, fetcher, book, interest, isWalked, checkpoint });
  const logs = new LogServer({
    ...{ reader, follower, isWalked, maxBytes },
    onRange(range) {
      recorder?.addRange(range);
      metrics.proved.inc({ depth: range.depth }, range.blocks.length);
    },
  });
  const methods = new Methods({
    ...{ chainId: deployment.chainId, providers, fetcher, book, follower, logs, interest },
    state: new StateReads(providers),
  });
  const prewrite =
    config.GATEWAY_PREWRITE_URL === undefined
      ? undefined
      : openPrewrite({
          databaseUrl: config.GATEWAY_PREWRITE_URL,
          ...{ deployment, extraTokens, follower, logs, methods, log },
        });
  const readiness = createReadiness({ follower, providers, recorder, logs, prewrite });

  const answer = atMost(MAX_CALLS, async (method, params) => {
    const end = metrics.calls.startTimer({ method: SERVED_METHODS.has(method) ? method : "other" });
    try {
      if (method === "eth_getBlockByNumber" && params[0] === "latest") await prewrite?.hold();
      const text = await methods.answer(method, params);
      end({ result: "answered" });
      return text;
    } catch (error) {
      if (error instanceof NobodyProves) readiness.noteUnproved(`${method}: ${error.message}`);
      end({ result: error instanceof RpcFailure ? "refused" : "failed" });
      throw error;
    }
  });
  const server = await startServer({
    host: config.GATEWAY_HOST,
    port: config.GATEWAY_PORT,
    ...{ answer, subscribers, log, registry: metrics.registry },
    readiness: readiness.describe,
  });

  let hasReadAhead = false;
  const ending = new AbortController();
  const { signal } = ending;
  const alarm = createAlarm();
  const loops = [
    runLoop({
      step: async () => {
        await follower.step();
        readiness.noteLook();
        if (hasReadAhead || follower.head === undefined) return;
        // An indexer that starts anew asks for the first blocks, once it has started.
        hasReadAhead = true;
        if (prewrite === undefined) logs.readAheadFrom(firstBlockOf(deployment));
        else prewrite.begin();
      },
      alarm,
      intervalMs: deployment.pollingIntervalMs ?? DEFAULT_INTERVAL_MS,
      signal,
      onError: (error) => log.warn({ error: describeRpcError(error) }, "head not updated"),
    }),
  ];
  if (store !== undefined) {
    loops.push(
      runLoop({
        async step() {
          const { isReady, reason } = readiness.describe();
          await store.saveState({ isReady, reason, head: follower.head });
          await store.saveProviders(providers.standings);
        },
        alarm: createAlarm(),
        intervalMs: STATE_EVERY_MS,
        signal,
        onError: (error) => log.warn({ err: error }, "state not recorded"),
      }),
    );
  }
  const unwatch =
    deployment.ws === undefined
      ? undefined
      : watchBlocks(
          deployment.ws,
          () => alarm.ring(),
          (error) => log.warn({ error: describeRpcError(error) }, "the websocket failed"),
        );
  log.info(
    { port: server.port, providers: providers.standings.map((one) => one.provider.host), isWalked },
    "gateway started",
  );
  return {
    url: `http://${config.GATEWAY_HOST}:${server.port}`,
    port: server.port,
    async stop() {
      ending.abort();
      await unwatch?.();
      await server.close();
      await Promise.all(loops);
      await prewrite?.stop();
      await recorder?.stop();
      await pool?.end();
    },
  };
}

function openPool(connectionString: string | undefined, log: Logger): pg.Pool | undefined {
  if (connectionString === undefined) return undefined;
  const pool = new pg.Pool({
    connectionString,
    max: POOL_SIZE,
    application_name: "valyra_gateway",
  });
  // An idle connection that breaks must not end the process; the next query reports it.
  pool.on("error", (error) => log.warn({ error: error.message }, "database connection lost"));
  return pool;
}

/**
 * Tokens that the file does not name are read as the indexer reads them. Without them nothing goes
 * wrong: their transfers are then fetched for each question.
 */
async function tokensOnChain(
  deployment: Deployment,
  urls: readonly string[],
  config: Config<"gateway">,
  log: Logger,
) {
  for (const url of urls) {
    try {
      return await findTokens(deployment, createRpcClient(url, config.RPC_TIMEOUT_MS));
    } catch (error) {
      log.warn({ error: describeRpcError(error) }, "payment tokens not read");
    }
  }
  return [];
}
