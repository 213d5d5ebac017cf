import { type Child, startChild } from "../../devnet/processes/child.ts";
import { freePort } from "../../devnet/processes/free-port.ts";
import { waitUntil } from "../../devnet/processes/wait-until.ts";
import { indexedBlock, PROJECT_ROOT } from "./ponder.ts";

export type SupervisedOptions = {
  /** Connection of the role that writes. */
  databaseUrl: string;
  schema: string;
  deploymentsFile: string;
  /** Project directory; a copy where the sources must not change under a running test. */
  root?: string;
  env?: Readonly<Record<string, string>>;
};

/** What the supervisor says on its health port. */
type State = { is: string; schema: string; writer?: number; why?: string; restarts: number };

/** `npm run indexer` as an operator starts it. */
export type Supervised = {
  readonly child: Child;
  readonly options: Readonly<SupervisedOptions>;
  readonly lines: readonly string[];
  state(): Promise<State>;
  metrics(): Promise<string>;
  /** Waits until the supervisor says so of itself. */
  until(what: string, condition: (state: State) => boolean, deadlineMs?: number): Promise<State>;
  /** Waits until every row of `block` is committed in the schema that it writes now. */
  reached(block: bigint, deadlineMs?: number): Promise<void>;
  stop(): Promise<void>;
};

const DEADLINE_MS = 60_000;

/** A look opens a connection: many a second would slow down what is waited for. */
const LOOK_EVERY_MS = 100;

/** One that sleeps takes a question and never answers it. */
const ANSWER_MS = 5_000;

/** Starts a supervised indexer; resolves when its health port answers. */
export async function startSupervised(options: SupervisedOptions): Promise<Supervised> {
  const [port, health] = [await freePort(), await freePort()];
  const lines: string[] = [];
  const child = await startChild({
    name: `supervised ${options.schema}`,
    command: process.execPath,
    args: ["scripts/indexer.ts"],
    cwd: options.root ?? PROJECT_ROOT,
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      // A copy of the project counts for no coverage, and measuring makes an indexer far slower.
      NODE_OPTIONS: options.root === undefined ? process.env.NODE_OPTIONS : undefined,
      INDEXER_DATABASE_URL: options.databaseUrl,
      INDEXER_SCHEMA: options.schema,
      INDEXER_PORT: String(port),
      INDEXER_HEALTH_PORT: String(health),
      VALYRA_DEPLOYMENTS: options.deploymentsFile,
      ...options.env,
    },
    graceMs: 20_000,
    onLine: (line) => lines.push(line),
  });
  const url = `http://127.0.0.1:${health}`;
  const ask = (path: string) => fetch(url + path, { signal: AbortSignal.timeout(ANSWER_MS) });
  const state = async () => (await (await ask("/ready")).json()) as State;
  const givenUp = () => (child.exit() === undefined ? undefined : child.lastLines());
  const until: Supervised["until"] = (what, condition, deadlineMs = DEADLINE_MS) =>
    waitUntil(
      async () => {
        const now = await state();
        return condition(now) && now;
      },
      { what, deadlineMs, everyMs: LOOK_EVERY_MS, givenUp },
    ).catch((error: Error) => {
      throw new Error(`${error.message}\n${lines.slice(-25).join("\n")}`, { cause: error });
    });
  await until("the supervisor answers", () => true);
  return {
    child,
    options,
    lines,
    state,
    metrics: async () => (await ask("/metrics")).text(),
    until,
    reached: (block, deadlineMs = DEADLINE_MS) =>
      waitUntil(
        async () => {
          const { schema } = await state();
          const indexed = await indexedBlock(options.databaseUrl, schema);
          return indexed !== undefined && indexed >= block;
        },
        { what: `block ${block} indexed`, deadlineMs, everyMs: LOOK_EVERY_MS, givenUp },
      ).then(
        () => undefined,
        (error: Error) => {
          throw new Error(`${error.message}\n${lines.slice(-25).join("\n")}`, { cause: error });
        },
      ),
    stop: () => child.stop().then(() => undefined),
  };
}
