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
import { hasSavedChain, type MarketChain, playHistory, resumeHistory } from "./market-chain.ts";
import type { Output } from "./output.ts";
import { playPeople } from "./people.ts";
import { connection, type DemoPostgres, query, startDemoPostgres } from "./postgres.ts";
import { releaseSchemaFor } from "./release-id.ts";
import { dropOtherReleases, isReleaseReady } from "./releases.ts";
import { startService, untilOk, untilTrue, writtenRelease } from "./services.ts";
import {
  apiSettings,
  commandSettings,
  type DemoPlaces,
  gatewaySettings,
  guardSettings,
  journalSettings,
  webhookKey,
  workerSettings,
} from "./settings.ts";
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

/** A market and where the processes around it answer. */
type Started = {
  market: MarketChain;
  processes: Pick<StackUrls, "api" | "gateway" | "guard" | "indexer" | "journal" | "workers">;
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
    this.#apiPort = await freePort(options.port);
    this.#deskPort = await freePort(4_010);
    const { market, processes } = this.#state.release
      ? await this.#startAgain(options, output)
      : await this.#startAnew(options, output);
    options.signal.throwIfAborted();
    await writeEnvironment(this.#folder, commandSettings(this.#places()));
    const desk = await this.#openDesk(processes.api, market);
    this.#liveEnded = playPeople(market, {
      ...{
        databaseUrl: this.#connection("postgres"),
        apiUrl: processes.api,
        signal: this.#live.signal,
      },
      say: (what) => output.line("market", what),
    });
    return {
      urls: {
        ...processes,
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

  /** What reads a market has to wait for the first release. */
  async #startAnew(options: StackOptions, output: Output): Promise<Started> {
    const [, market] = await together(
      () => this.#startPostgres(output),
      async () => this.#startChain(await freePort(8_545), output),
    );
    options.signal.throwIfAborted();
    const gateway = await this.#startGateway(options, output);
    const indexer = await this.#startIndexer(options, output);
    options.signal.throwIfAborted();
    const [guard, readers] = await together(
      () => this.#startGuard(options, output),
      () => this.#startReaders(options, output),
    );
    return { market, processes: { gateway, indexer, guard, ...readers } };
  }

  /** A market that was published before is read while its chain is brought back and indexed. */
  async #startAgain(options: StackOptions, output: Output): Promise<Started> {
    const chainPort = await freePort(8_545);
    // Whoever starts before the chain is told where it will be.
    await setProviders(this.#folder.deployments, [`http://127.0.0.1:${chainPort}`]);
    await this.#startPostgres(output);
    const [onChain, readers] = await together(
      async () => {
        const market = await this.#startChain(chainPort, output);
        options.signal.throwIfAborted();
        const gateway = await this.#startGateway(options, output);
        const [indexer, guard] = await together(
          () => this.#startIndexer(options, output),
          () => this.#startGuard(options, output),
        );
        return { market, gateway, indexer, guard };
      },
      () => this.#startReaders(options, output),
    );
    const { market, ...processes } = onChain;
    return { market, processes: { ...processes, ...readers } };
  }

  /** Starts what needs the database alone. */
  async #startReaders(options: StackOptions, output: Output) {
    const [journal, api, workers] = await together(
      () => this.#startJournal(options, output),
      () => this.#startApi(options, output),
      () => this.#startWorkers(options, output),
    );
    return { journal, api, workers };
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

  async #startChain(port: number, output: Output): Promise<MarketChain> {
    await writeState(this.#folder, this.#state);
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
    const env = gatewaySettings(this.#places(), port);
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
    const env = guardSettings(this.#places(), port);
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
    const env = journalSettings(this.#places(), port);
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
      webhookKey: webhookKey(this.#places()),
    });
    return this.#desk.url;
  }

  #places(): DemoPlaces {
    return {
      ...{ folder: this.#folder, apiPort: this.#apiPort, deskPort: this.#deskPort },
      gatewayUrl: this.#gatewayUrl,
      connection: (role) => this.#connection(role),
      password: (role) => this.#password(role),
    };
  }

  async #startWorkers({ projectRoot }: StackOptions, output: Output): Promise<string> {
    const startedAt = performance.now();
    const port = await freePort(42_074);
    const env = workerSettings(this.#places(), port);
    const command = { name: "workers", script: "workers/main.ts", env };
    const workers = await this.#service(projectRoot, command, output);
    const url = `http://127.0.0.1:${port}`;
    await untilOk(`${url}/ready`, workers, 60_000);
    output.done("Workers do what events and requests cause", startedAt);
    return url;
  }

  async #startApi({ projectRoot }: StackOptions, output: Output): Promise<string> {
    const startedAt = performance.now();
    const env = apiSettings(this.#places());
    const command = { name: "api", script: "api/main.ts", env };
    const api = await this.#service(projectRoot, command, output);
    const url = `http://127.0.0.1:${this.#apiPort}`;
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

  #connection(role: string): string {
    return connection(this.#postgres?.port ?? 0, role, this.#password(role), DATABASE);
  }

  #password(role: string): string {
    return this.#state.passwords[role] ?? "";
  }
}
