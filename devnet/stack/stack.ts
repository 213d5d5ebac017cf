import { createHash, randomBytes } from "node:crypto";
import { join } from "node:path";
import { migrateToLatest } from "../../core/db/migrate.ts";
import { publishRelease } from "../../core/release/publish.ts";
import { setProviders } from "../deployment-file.ts";
import { hideAndAlterLogs, type LyingRpc, startLyingRpc } from "../lying-rpc.ts";
import type { Child } from "../processes/child.ts";
import { freePort } from "../processes/free-port.ts";
import { type Desk, openDesk } from "./desk.ts";
import { firstToBreak } from "./first-to-break.ts";
import { indexingProgress } from "./indexing-progress.ts";
import {
  agentKey,
  hasSavedChain,
  type MarketChain,
  playHistory,
  resumeHistory,
} from "./market-chain.ts";
import type { Output } from "./output.ts";
import { playPeople } from "./people.ts";
import { connection, type DemoPostgres, query, startDemoPostgres } from "./postgres.ts";
import { releaseSchemaFor } from "./release-id.ts";
import { dropOtherReleases, isReleaseReady } from "./releases.ts";
import { startService, untilOk, untilTrue, writtenRelease } from "./services.ts";
import type { StackOptions, StackUrls } from "./stack-options.ts";
import {
  type DemoFolder,
  type DemoState,
  newPassword,
  openFolder,
  readState,
  wipe,
  writeEnvironment,
  writeState,
} from "./state.ts";
import { together } from "./together.ts";

export type Stack = {
  urls: StackUrls;
  /** Ends with the name and fate of the first child that ends by itself. */
  broken: Promise<string>;
  /** Stops everything in order and saves the chain. Safe to call more than once. */
  stop(): Promise<void>;
};

const DATABASE = "valyra";
const ROLES = ["valyra_indexer", "valyra_api", "valyra_worker", "valyra_analyst"] as const;

/** Starts the whole product around a market of its own, from the database to the API. */
export async function startStack(options: StackOptions, output: Output): Promise<Stack> {
  const folder = await openFolder(options.folder ?? join(options.projectRoot, ".demo"));
  const state = await prepareState(folder, options);
  const running = new RunningStack(folder, state);
  const abandon = () => void running.stop();
  options.signal.addEventListener("abort", abandon, { once: true });
  try {
    return await running.start(options, output);
  } catch (error) {
    await running.stop();
    throw error;
  } finally {
    options.signal.removeEventListener("abort", abandon);
  }
}

/** The state to go on with; anything that does not fit together is forgotten first. */
async function prepareState(folder: DemoFolder, options: StackOptions): Promise<DemoState> {
  const { seed, days, isReset } = options;
  const found = isReset ? undefined : await readState(folder);
  // Other code would have to index from the beginning, whose states a saved chain has no longer.
  const fits =
    found?.release !== undefined &&
    found.release === releaseSchemaFor(options.projectRoot, folder.deployments) &&
    found.seed === seed &&
    found.days === days;
  if (found && fits && (await hasSavedChain(folder))) return found;
  await wipe(folder);
  const names = ["postgres", ...ROLES];
  const passwords = Object.fromEntries(names.map((name) => [name, newPassword()]));
  return { seed, days, passwords };
}

class RunningStack {
  readonly #folder: DemoFolder;
  readonly #state: DemoState;
  readonly #services: Child[] = [];
  readonly #live = new AbortController();
  #liveEnded: Promise<void> = Promise.resolve();
  #market: MarketChain | undefined;
  #liar: LyingRpc | undefined;
  #gatewayUrl = "";
  #postgres: DemoPostgres | undefined;
  #desk: Desk | undefined;
  /** Ports that several processes must know before the first of them starts. */
  #apiPort = 0;
  #deskPort = 0;
  #stopped: Promise<void> | undefined;

  constructor(folder: DemoFolder, state: DemoState) {
    this.#folder = folder;
    this.#state = state;
  }

  async start(options: StackOptions, output: Output): Promise<Stack> {
    const isResumed = this.#state.release !== undefined;
    const [, market] = await together(
      () => this.#startPostgres(output),
      () => this.#startChain(output),
    );
    options.signal.throwIfAborted();
    const gateway = await this.#startGateway(options, output);
    // A market that was published before can be read and followed while its indexer catches up.
    const startIndexer = () => this.#startIndexer(options, output);
    const indexed = isResumed ? undefined : await startIndexer();
    options.signal.throwIfAborted();
    this.#apiPort = await freePort(options.port);
    this.#deskPort = await freePort(4_010);
    const [indexer, guard, journal, api, workers] = await together(
      async () => indexed ?? (await startIndexer()),
      () => this.#startGuard(options, output),
      () => this.#startJournal(options, output),
      () => this.#startApi(options, output),
      () => this.#startWorkers(options, output),
    );
    options.signal.throwIfAborted();
    await this.#writeEnvironment();
    const desk = await this.#openDesk(api, market);
    this.#liveEnded = playPeople(market, {
      ...{ databaseUrl: this.#connection("postgres"), apiUrl: api, signal: this.#live.signal },
      say: (what) => output.line("market", what),
    });
    return {
      urls: {
        api,
        indexer,
        guard,
        gateway,
        journal,
        workers,
        desk,
        mails: this.#folder.mails,
        chain: market.chain.url,
        sql: this.#connection("valyra_analyst"),
        environment: this.#folder.environment,
      },
      broken: this.#firstToBreak(),
      stop: () => this.stop(),
    };
  }

  stop(): Promise<void> {
    this.#stopped ??= this.#stopInOrder();
    return this.#stopped;
  }

  /** Readers first, then the writer, then what they stand on. */
  async #stopInOrder(): Promise<void> {
    this.#live.abort();
    await this.#liveEnded.catch(() => undefined);
    await this.#desk?.close();
    for (const service of this.#services.reverse()) await service.stop();
    await this.#liar?.stop();
    await this.#market?.chain.stop();
    await this.#postgres?.child.stop();
  }

  async #startPostgres(output: Output): Promise<void> {
    const startedAt = performance.now();
    this.#postgres = await startDemoPostgres(
      this.#folder.postgres,
      this.#password("postgres"),
      (line) => output.line("postgres", line),
    );
    await this.#migrate(this.#postgres);
    output.done(`Postgres (embedded) at port ${this.#postgres.port}, migrated`, startedAt);
  }

  async #startChain(output: Output): Promise<MarketChain> {
    await writeState(this.#folder, this.#state);
    const port = await freePort(8_545);
    this.#market = this.#state.release
      ? await resumeHistory(this.#folder, this.#state, port, output)
      : await playHistory(this.#folder, this.#state, port, output);
    return this.#market;
  }

  async #migrate({ adminUrl }: DemoPostgres): Promise<void> {
    const found = await query(adminUrl, `SELECT 1 FROM pg_database WHERE datname = '${DATABASE}'`);
    if (found.length === 0) await query(adminUrl, `CREATE DATABASE ${DATABASE}`);
    const passwords = Object.fromEntries(ROLES.map((role) => [role, this.#password(role)]));
    await migrateToLatest(this.#connection("postgres"), passwords);
  }

  /** Starts what proves each block before the indexer sees it. */
  async #startGateway(options: StackOptions, output: Output): Promise<string> {
    const startedAt = performance.now();
    if (options.hasLyingRpc) await this.#startLiar(output);
    const port = await freePort(42_072);
    const env = {
      GATEWAY_DATABASE_URL: this.#connection("valyra_worker"),
      GATEWAY_PORT: String(port),
    };
    const command = { name: "gateway", script: "guard/gateway/main.ts", env };
    const gateway = await this.#service(options.projectRoot, command, output);
    this.#gatewayUrl = `http://127.0.0.1:${port}`;
    await untilOk(`${this.#gatewayUrl}/ready`, gateway, 60_000);
    output.done("Gateway proves every block of the chain", startedAt);
    return this.#gatewayUrl;
  }

  /** Names a provider that lies first in the deployments file. */
  async #startLiar(output: Output): Promise<void> {
    const chain = this.#market?.chain.url ?? "";
    this.#liar = await startLyingRpc(chain);
    this.#liar.tell(hideAndAlterLogs);
    await setProviders(this.#folder.deployments, [this.#liar.url, chain]);
    output.say(`  A provider that hides and alters logs stands first, at ${this.#liar.url}`);
  }

  async #startIndexer({ projectRoot }: StackOptions, output: Output): Promise<string> {
    const startedAt = performance.now();
    const port = await freePort(42_069);
    const health = await freePort(42_073);
    const configured = releaseSchemaFor(projectRoot, this.#folder.deployments);
    const head = await this.#market?.chain.blockNumber();
    const progress = indexingProgress(head ?? 0n, output);
    const admin = this.#connection("postgres");
    const env = {
      INDEXER_DATABASE_URL: this.#connection("valyra_indexer"),
      INDEXER_SCHEMA: configured,
      INDEXER_PORT: String(port),
      INDEXER_HEALTH_PORT: String(health),
      // For the supervisor, which carries repairs out; it keeps this from Ponder.
      DATABASE_URL: admin,
      INDEXER_RPC_GATEWAY: this.#gatewayUrl,
    };
    const command = { name: "indexer", script: "scripts/indexer.ts", env };
    const indexer = await this.#service(projectRoot, command, output, progress);
    const url = `http://127.0.0.1:${port}`;
    // A repair may have put another release in the place of the one that was asked for.
    const schema = await writtenRelease(`http://127.0.0.1:${health}`, indexer);
    // The address alone may be that of another demo, whose port was free when we looked.
    await untilTrue(() => isReleaseReady(admin, schema), indexer, 600_000);
    await untilOk(`${url}/ready`, indexer, 60_000);
    await publishRelease(admin, schema, { isForced: true });
    await dropOtherReleases(admin, schema);
    this.#state.release = configured;
    await writeState(this.#folder, this.#state);
    output.done(`Indexed and published as ${schema}`, startedAt);
    return url;
  }

  async #startGuard({ projectRoot }: StackOptions, output: Output): Promise<string> {
    const startedAt = performance.now();
    const port = await freePort(42_070);
    const env = {
      GUARD_DATABASE_URL: this.#connection("valyra_worker"),
      GUARD_PORT: String(port),
      INDEXER_RPC_GATEWAY: this.#gatewayUrl,
    };
    const command = { name: "guard", script: "guard/main.ts", env };
    const guard = await this.#service(projectRoot, command, output);
    const url = `http://127.0.0.1:${port}`;
    await untilOk(`${url}/health`, guard, 60_000);
    output.done("Guard follows the heads and compares every log", startedAt);
    return url;
  }

  async #startJournal({ projectRoot }: StackOptions, output: Output): Promise<string> {
    const startedAt = performance.now();
    const port = await freePort(42_071);
    const env = {
      JOURNAL_DATABASE_URL: this.#connection("valyra_worker"),
      JOURNAL_PORT: String(port),
      // In a demo nobody wants to wait for a block to be safe before he sees a mail.
      NOTIFICATION_TIER: "included",
    };
    const command = { name: "journal", script: "journal/main.ts", env };
    const journal = await this.#service(projectRoot, command, output);
    const url = `http://127.0.0.1:${port}`;
    await untilOk(`${url}/ready`, journal, 60_000);
    output.done("Journal turns the index into a feed of changes", startedAt);
    return url;
  }

  async #openDesk(apiUrl: string, { chain, world }: MarketChain): Promise<string> {
    const [venue] = world.venues;
    if (venue === undefined) throw new Error("the demo has no market");
    const { token, marketplace, escrow } = venue.market;
    this.#desk = await openDesk({
      port: this.#deskPort,
      databaseUrl: this.#connection("postgres"),
      chain,
      apiUrl,
      market: {
        token: token.address,
        marketplace: marketplace.address,
        escrow: escrow.address,
      },
      mailFolder: this.#folder.mails,
      webhookKey: this.#webhookKey(),
    });
    return this.#desk.url;
  }

  /** Whoever tries webhooks here receives them on this machine. */
  #webhookKey(): Buffer {
    return createHash("sha256").update(this.#password("valyra_worker")).digest();
  }

  async #startWorkers({ projectRoot }: StackOptions, output: Output): Promise<string> {
    const startedAt = performance.now();
    const port = await freePort(42_074);
    const env = {
      WORKERS_DATABASE_URL: this.#connection("valyra_worker"),
      WORKERS_PORT: String(port),
      MAIL_FOLDER: this.#folder.mails,
      UPLOADS_FOLDER: this.#folder.uploads,
      PUBLIC_URL: `http://127.0.0.1:${this.#apiPort}`,
      WEBHOOK_KEY: this.#webhookKey().toString("base64"),
      OUTGOING_EXCEPTIONS: `127.0.0.1:${this.#deskPort}`,
      AGENT_KEY: agentKey(),
      VALUATION_RATES: "IDRX=0.000061,TIDRX=0.000061",
    };
    const command = { name: "workers", script: "workers/main.ts", env };
    const workers = await this.#service(projectRoot, command, output);
    const url = `http://127.0.0.1:${port}`;
    await untilOk(`${url}/ready`, workers, 60_000);
    output.done("Workers do what events and requests cause", startedAt);
    return url;
  }

  async #startApi({ projectRoot }: StackOptions, output: Output): Promise<string> {
    const startedAt = performance.now();
    const apiPort = this.#apiPort;
    const env = {
      API_DATABASE_URL: this.#connection("valyra_api"),
      API_PORT: String(apiPort),
      // Of this run alone: sessions of an earlier demo need a refresh.
      AUTH_SECRETS: `demo:${randomBytes(32).toString("hex")}`,
      ENCRYPTION_KEYS: `demo:${createHash("sha256")
        .update(`private ${this.#password("valyra_api")}`)
        .digest("base64")}`,
      AUTH_ORIGINS: `http://127.0.0.1:${apiPort},http://localhost:3000`,
      MAIL_FOLDER: this.#folder.mails,
      UPLOADS_FOLDER: this.#folder.uploads,
      WEBHOOK_KEY: this.#webhookKey().toString("base64"),
      OUTGOING_EXCEPTIONS: `127.0.0.1:${this.#deskPort}`,
    };
    const command = { name: "api", script: "api/main.ts", env };
    const api = await this.#service(projectRoot, command, output);
    const url = `http://127.0.0.1:${apiPort}`;
    await untilOk(`${url}/health`, api, 60_000);
    output.done(`API at ${url}`, startedAt);
    return url;
  }

  async #service(
    projectRoot: string,
    { name, script, env }: { name: string; script: string; env: Readonly<Record<string, string>> },
    output: Output,
    alsoTo: (line: string) => void = () => undefined,
  ): Promise<Child> {
    const child = await startService(projectRoot, {
      name,
      script,
      env: { VALYRA_DEPLOYMENTS: this.#folder.deployments, ...env },
      compileCache: this.#folder.compileCache,
      onLine: (line) => {
        alsoTo(line);
        output.line(name, line);
      },
    });
    this.#services.push(child);
    return child;
  }

  #firstToBreak(): Promise<string> {
    const children = [...this.#services, this.#postgres?.child].filter((child) => !!child);
    return firstToBreak(children, this.#market?.chain.exited, this.#liveEnded);
  }

  #writeEnvironment(): Promise<void> {
    return writeEnvironment(this.#folder, {
      VALYRA_DEPLOYMENTS: this.#folder.deployments,
      INDEXER_RPC_GATEWAY: this.#gatewayUrl,
      GUARD_DATABASE_URL: this.#connection("valyra_worker"),
    });
  }

  #connection(role: string): string {
    return connection(this.#postgres?.port ?? 0, role, this.#password(role), DATABASE);
  }

  #password(role: string): string {
    return this.#state.passwords[role] ?? "";
  }
}
