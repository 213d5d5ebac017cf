import { z } from "zod";
import type { ProcessName } from "./environment.ts";

const text = z.string().min(1);

const databaseUrl = z.url({
  protocol: /^postgres(ql)?$/,
  error: "must be a postgresql:// connection string",
});

/** A whole number written in decimal digits; `Number()` alone would take "", "1e3" and "0x10". */
const wholeNumber = (minimum: number, maximum: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, "must be a whole number")
    .transform(Number)
    .refine((value) => value >= minimum && value <= maximum, {
      error: `must be between ${minimum} and ${maximum}`,
    });

const port = wholeNumber(0, 65_535);

const rpcTimeoutMs = wholeNumber(100, 120_000).default(10_000);

const logLevel = z.enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"]);

/** Postgres folds longer names silently; the indexer adds suffixes to this one. */
const releaseSchema = z
  .string()
  .regex(/^release_[a-z0-9_]{1,37}$/, "must be release_ and up to 37 lower-case letters or digits");

const password = z.string().regex(/^[\x20-\x7e]+$/, "must be printable ASCII");

const origins = z
  .string()
  .transform((list) => list.split(",").map((origin) => origin.trim()))
  .pipe(z.array(z.string().refine(isOrigin, { error: "must be origins or *" })).min(1));

/** As a browser writes it: scheme and host in lower case, no path, no port that goes without saying. */
function isOrigin(text: string): boolean {
  return text === "*" || (/^https?:/.test(text) && URL.parse(text)?.origin === text);
}

const common = { LOG_LEVEL: logLevel.default("info") };
const deployments = { VALYRA_DEPLOYMENTS: text.default("deployments/local.json") };

/** What each process accepts, by variable name. Texts become values; defaults are filled in. */
export const CONFIG_SCHEMAS = {
  migrate: z.object({
    ...common,
    DATABASE_URL: databaseUrl,
    VALYRA_INDEXER_PASSWORD: password.optional(),
    VALYRA_API_PASSWORD: password.optional(),
    VALYRA_WORKER_PASSWORD: password.optional(),
    VALYRA_ANALYST_PASSWORD: password.optional(),
  }),
  release: z.object({
    ...common,
    DATABASE_URL: databaseUrl,
    INDEXER_SCHEMA: releaseSchema.optional(),
  }),
  indexer: z.object({
    ...common,
    ...deployments,
    INDEXER_DATABASE_URL: databaseUrl,
    INDEXER_SCHEMA: releaseSchema,
    INDEXER_HOST: text.default("127.0.0.1"),
    INDEXER_PORT: port.default(42_069),
    INDEXER_HEAP_MB: wholeNumber(256, 65_536).default(900),
    RPC_TIMEOUT_MS: rpcTimeoutMs,
  }),
  guard: z
    .object({
      ...common,
      ...deployments,
      GUARD_DATABASE_URL: databaseUrl.optional(),
      WORKER_DATABASE_URL: databaseUrl.optional(),
      GUARD_HOST: text.default("127.0.0.1"),
      GUARD_PORT: port.default(42_070),
      GUARD_GRACE_MS: wholeNumber(0, 600_000).default(10_000),
      RPC_TIMEOUT_MS: rpcTimeoutMs,
    })
    .transform(({ WORKER_DATABASE_URL, GUARD_DATABASE_URL, ...rest }, context) => {
      const url = GUARD_DATABASE_URL ?? WORKER_DATABASE_URL;
      if (url === undefined) {
        context.addIssue({ code: "custom", path: ["GUARD_DATABASE_URL"], message: "is missing" });
        return z.NEVER;
      }
      return { ...rest, GUARD_DATABASE_URL: url };
    }),
  journal: z
    .object({
      ...common,
      JOURNAL_DATABASE_URL: databaseUrl.optional(),
      WORKER_DATABASE_URL: databaseUrl.optional(),
      JOURNAL_HOST: text.default("127.0.0.1"),
      JOURNAL_PORT: port.default(42_071),
    })
    .transform(({ WORKER_DATABASE_URL, JOURNAL_DATABASE_URL, ...rest }, context) => {
      const url = JOURNAL_DATABASE_URL ?? WORKER_DATABASE_URL;
      if (url === undefined) {
        context.addIssue({ code: "custom", path: ["JOURNAL_DATABASE_URL"], message: "is missing" });
        return z.NEVER;
      }
      return { ...rest, JOURNAL_DATABASE_URL: url };
    }),
  api: z.object({
    ...common,
    ...deployments,
    API_DATABASE_URL: databaseUrl,
    API_HOST: text.default("127.0.0.1"),
    API_PORT: port.default(4_000),
    API_METRICS_HOST: text.default("127.0.0.1"),
    API_METRICS_PORT: port.default(0),
    API_POOL_SIZE: wholeNumber(1, 18).default(10),
    API_MAX_WAITING: wholeNumber(0, 100_000).default(200),
    API_MAX_WAIT_MS: wholeNumber(1, 60_000).default(1_000),
    API_MAX_STREAMS: wholeNumber(0, 100_000).default(1_000),
    API_CORS_ORIGINS: origins.default(["*"]),
    API_READY_MAX_LAG_SECONDS: wholeNumber(1, 86_400).default(60),
    API_READY_MAX_HEAD_AGE_SECONDS: wholeNumber(1, 86_400).default(60),
  }),
} as const satisfies Partial<Record<ProcessName, z.ZodType>>;

/** The processes that `loadConfig` knows. */
export type ConfiguredProcess = keyof typeof CONFIG_SCHEMAS;

/** Parsed settings of a process. */
export type Config<Name extends ConfiguredProcess> = z.output<(typeof CONFIG_SCHEMAS)[Name]>;
