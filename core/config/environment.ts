/** The processes that read their settings from the environment. */
export const PROCESSES = ["migrate", "release", "indexer", "guard", "journal", "api"] as const;
export type ProcessName = (typeof PROCESSES)[number];

/** What an operator must know about one variable. */
export type VariableDoc = {
  processes: readonly ProcessName[];
  /** What it is for, one sentence. */
  meaning: string;
  /** What happens without it. */
  whenAbsent: string;
  /** Value shown in `.env.example`; never a working secret. */
  example: string;
  /** Never logged, not even in part. */
  isSecret?: true;
};

/**
 * Every variable that the processes read, in the order of `.env.example`. Node addresses are not
 * here: the deployments file names the variables that it wants (`"${BASE_RPC_URL}"`).
 */
export const VARIABLES = {
  LOG_LEVEL: {
    processes: PROCESSES,
    meaning: "Least severe level that is logged: trace, debug, info, warn, error, fatal or silent.",
    whenAbsent: "info",
    example: "info",
  },
  DATABASE_URL: {
    processes: ["migrate", "release"],
    meaning: "Administrator's connection: may create roles and owns the database.",
    whenAbsent: "the process refuses to start",
    example: "postgresql://postgres:change-me@127.0.0.1:5432/valyra",
    isSecret: true,
  },
  VALYRA_INDEXER_PASSWORD: {
    processes: ["migrate"],
    meaning: "Password to give to the role valyra_indexer.",
    whenAbsent: "the role keeps the password it has; a new one cannot log in",
    example: "change-me",
    isSecret: true,
  },
  VALYRA_API_PASSWORD: {
    processes: ["migrate"],
    meaning: "Password to give to the role valyra_api.",
    whenAbsent: "the role keeps the password it has; a new one cannot log in",
    example: "change-me",
    isSecret: true,
  },
  VALYRA_WORKER_PASSWORD: {
    processes: ["migrate"],
    meaning: "Password to give to the role valyra_worker.",
    whenAbsent: "the role keeps the password it has; a new one cannot log in",
    example: "change-me",
    isSecret: true,
  },
  VALYRA_ANALYST_PASSWORD: {
    processes: ["migrate"],
    meaning: "Password to give to the role valyra_analyst.",
    whenAbsent: "the role keeps the password it has; a new one cannot log in",
    example: "change-me",
    isSecret: true,
  },
  VALYRA_DEPLOYMENTS: {
    processes: ["indexer", "guard", "api"],
    meaning: "Deployments file: the network and the contracts on it.",
    whenAbsent: "deployments/local.json",
    example: "deployments/local.json",
  },
  INDEXER_DATABASE_URL: {
    processes: ["indexer"],
    meaning: "Connection of the role valyra_indexer.",
    whenAbsent: "the process refuses to start",
    example: "postgresql://valyra_indexer:change-me@127.0.0.1:5432/valyra",
    isSecret: true,
  },
  INDEXER_SCHEMA: {
    processes: ["indexer", "release"],
    meaning: "Database schema of this release: release_ and an id, one for each build.",
    whenAbsent: "the indexer refuses to start; the release command wants --schema instead",
    example: "release_1",
  },
  INDEXER_HOST: {
    processes: ["indexer"],
    meaning: "Address on which the indexer serves GraphQL, SQL over HTTP, health and metrics.",
    whenAbsent: "127.0.0.1",
    example: "127.0.0.1",
  },
  INDEXER_PORT: {
    processes: ["indexer"],
    meaning: "Port of the same.",
    whenAbsent: "42069",
    example: "42069",
  },
  INDEXER_HEAP_MB: {
    processes: ["indexer"],
    meaning: "Heap that the indexer may fill, MB; the process takes some 250 MB beside it.",
    whenAbsent: "900",
    example: "900",
  },
  RPC_TIMEOUT_MS: {
    processes: ["indexer", "guard"],
    meaning:
      "Longest wait for one answer of a node, milliseconds (before the start, and in checks).",
    whenAbsent: "10000",
    example: "10000",
  },
  GUARD_DATABASE_URL: {
    processes: ["guard"],
    meaning: "Connection of the role valyra_worker for the guard.",
    whenAbsent: "WORKER_DATABASE_URL is used",
    example: "postgresql://valyra_worker:change-me@127.0.0.1:5432/valyra",
    isSecret: true,
  },
  WORKER_DATABASE_URL: {
    processes: ["guard", "journal"],
    meaning: "Connection of the role valyra_worker.",
    whenAbsent: "the guard needs GUARD_DATABASE_URL, the journal JOURNAL_DATABASE_URL",
    example: "postgresql://valyra_worker:change-me@127.0.0.1:5432/valyra",
    isSecret: true,
  },
  GUARD_HOST: {
    processes: ["guard"],
    meaning: "Address on which the guard serves health and metrics.",
    whenAbsent: "127.0.0.1",
    example: "127.0.0.1",
  },
  GUARD_PORT: {
    processes: ["guard"],
    meaning: "Port of the same; 0 takes a free one.",
    whenAbsent: "42070",
    example: "42070",
  },
  GUARD_GRACE_MS: {
    processes: ["guard"],
    meaning: "Milliseconds that the index may lack a row before it counts as missing.",
    whenAbsent: "10000",
    example: "10000",
  },
  JOURNAL_DATABASE_URL: {
    processes: ["journal"],
    meaning: "Connection of the role valyra_worker for the journal.",
    whenAbsent: "WORKER_DATABASE_URL is used",
    example: "postgresql://valyra_worker:change-me@127.0.0.1:5432/valyra",
    isSecret: true,
  },
  JOURNAL_HOST: {
    processes: ["journal"],
    meaning: "Address on which the journal serves health and metrics.",
    whenAbsent: "127.0.0.1",
    example: "127.0.0.1",
  },
  JOURNAL_PORT: {
    processes: ["journal"],
    meaning: "Port of the same; 0 takes a free one.",
    whenAbsent: "42071",
    example: "42071",
  },
  API_DATABASE_URL: {
    processes: ["api"],
    meaning: "Connection of the role valyra_api.",
    whenAbsent: "the process refuses to start",
    example: "postgresql://valyra_api:change-me@127.0.0.1:5432/valyra",
    isSecret: true,
  },
  API_HOST: {
    processes: ["api"],
    meaning: "Address on which the API listens.",
    whenAbsent: "127.0.0.1",
    example: "127.0.0.1",
  },
  API_PORT: {
    processes: ["api"],
    meaning: "Port on which the API listens; 0 takes a free one.",
    whenAbsent: "4000",
    example: "4000",
  },
  API_METRICS_HOST: {
    processes: ["api"],
    meaning: "Address on which the API's metrics are served; keep it private.",
    whenAbsent: "127.0.0.1",
    example: "127.0.0.1",
  },
  API_METRICS_PORT: {
    processes: ["api"],
    meaning: "Port of the same; 0 takes a free one, which the log names.",
    whenAbsent: "0",
    example: "4001",
  },
  API_POOL_SIZE: {
    processes: ["api"],
    meaning: "Database connections for reads, 18 at most: health checks have two more.",
    whenAbsent: "10",
    example: "10",
  },
  API_MAX_WAITING: {
    processes: ["api"],
    meaning: "Requests that may wait for a database connection; more get 503 OVERLOADED at once.",
    whenAbsent: "200",
    example: "200",
  },
  API_MAX_WAIT_MS: {
    processes: ["api"],
    meaning: "Milliseconds that a request may wait for a database connection.",
    whenAbsent: "1000",
    example: "1000",
  },
  API_MAX_STREAMS: {
    processes: ["api"],
    meaning: "Readers of the change feed that may be connected at a time.",
    whenAbsent: "1000",
    example: "1000",
  },
  API_CORS_ORIGINS: {
    processes: ["api"],
    meaning: "Origins whose pages may read answers, separated by commas, or * for all.",
    whenAbsent: "*",
    example: "*",
  },
  API_READY_MAX_LAG_SECONDS: {
    processes: ["api"],
    meaning: "Readiness is refused when the index is further behind the head than this.",
    whenAbsent: "60",
    example: "60",
  },
  API_READY_MAX_HEAD_AGE_SECONDS: {
    processes: ["api"],
    meaning: "Readiness is refused when the chain head was last seen longer ago than this.",
    whenAbsent: "60",
    example: "60",
  },
} as const satisfies Record<string, VariableDoc>;

export type VariableName = keyof typeof VARIABLES;

/** Raw environment: text or nothing. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Renders `.env.example`; a test compares it with the committed file. */
export function renderEnvExample(): string {
  const blocks = (Object.entries(VARIABLES) as [VariableName, VariableDoc][]).map(
    ([name, doc]) =>
      `# ${doc.meaning}\n# Read by: ${doc.processes.join(", ")}. Without it: ${doc.whenAbsent}.\n${name}=${doc.example}\n`,
  );
  return `${ENV_EXAMPLE_HEADER}\n${blocks.join("\n")}`;
}

const ENV_EXAMPLE_HEADER = `# Every variable that the processes read. Copy to .env and change what must be changed.
# The network file (VALYRA_DEPLOYMENTS) names further variables for the addresses of its nodes.
`;
