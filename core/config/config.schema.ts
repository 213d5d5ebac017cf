import ipaddr from "ipaddr.js";
import { z } from "zod";
import { parseDsn } from "../reporting/error-reports.ts";
import { encryptionKeys } from "./encryption-keys.ts";
import { checkOidcSettings, OIDC_SETTINGS } from "./oidc-settings.ts";
import { tokenSecrets } from "./token-secrets.ts";
import { checkUploadSettings, UPLOAD_SETTINGS } from "./upload-settings.ts";
import { VALUATION_SETTINGS } from "./valuation-settings.ts";
import type { ProcessName } from "./variables/variable-doc.ts";

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

/** Of the gateway; its websocket is at the same place. */
const gatewayUrl = z.url({ protocol: /^https?$/, error: "must be an http:// address" });

const port = wholeNumber(0, 65_535);

/** A block by height and hash, as `NUMBER:HASH`. */
const checkpoint = z
  .string()
  .regex(/^\d{1,12}:0x[0-9a-f]{64}$/, "must be NUMBER:HASH, the hash in lower case")
  .transform((text) => {
    const [number, hash] = text.split(":");
    return { number: Number(number), hash: hash as `0x${string}` };
  });

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

/** Addresses and ranges of addresses; none where the variable is absent. */
const addressRanges = z
  .string()
  .transform((list) => list.split(",").map((range) => range.trim()))
  .pipe(z.array(z.string().refine(isAddressRange, { error: "must be addresses or ranges" })));

function isAddressRange(text: string): boolean {
  const [address = "", ...bits] = text.split("/");
  const isAddress = ipaddr.IPv4.isValidFourPartDecimal(address) || ipaddr.IPv6.isValid(address);
  return isAddress && (bits.length === 0 || ipaddr.isValidCIDR(text));
}

const redisUrl = z.url({ protocol: /^rediss?$/, error: "must be a redis:// connection string" });

/** What signing secrets of webhooks are worked out from. */
const webhookKey = z
  .base64()
  .transform((text) => Buffer.from(text, "base64"))
  .refine((key) => key.length >= 32, { error: "must be at least 32 bytes in base64" });

/** Its path is its secret, so that it is no text that could be printed as an address. */
const chatUrl = z
  .url({ protocol: /^https?$/, error: "must be an https:// address" })
  .transform((url) => new URL(url));

/** Where users reach the API; paths are put behind it. */
const publicUrl = z
  .url({ protocol: /^https?$/, error: "must be an http:// address" })
  .transform((url) => url.replace(/\/+$/, ""));

/** Addresses with ports. */
const places = z
  .string()
  .transform((list) => list.split(",").map((place) => place.trim()))
  .pipe(
    z.array(
      z.string().regex(/^(\d+\.\d+\.\d+\.\d+|[0-9a-f:]+):\d+$/, "must be addresses with ports"),
    ),
  );

const common = { LOG_LEVEL: logLevel.default("info"), SECRETS_FOLDER: text.optional() };
const deployments = { VALYRA_DEPLOYMENTS: text.default("deployments/local.json") };

const mail = {
  MAIL_SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: "must be a smtp:// or smtps:// address" })
    .optional(),
  MAIL_FOLDER: text.optional(),
  MAIL_FROM: text.default("Valyra <valyra@localhost>"),
};

/** Of a project at Sentry, or at a service with its protocol. */
const sentryDsn = z.string().transform((text, context) => {
  const dsn = parseDsn(text);
  if (dsn !== undefined) return dsn;
  context.addIssue({ code: "custom", message: "must be https://KEY@HOST/PROJECT" });
  return z.NEVER;
});

/** Who is told of unexpected errors, and where requests may go besides. */
const reports = { SENTRY_DSN: sentryDsn.optional(), OUTGOING_EXCEPTIONS: places.default([]) };

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
    DATABASE_URL: databaseUrl.optional(),
    INDEXER_DATABASE_URL: databaseUrl,
    INDEXER_SCHEMA: releaseSchema,
    INDEXER_HOST: text.default("127.0.0.1"),
    INDEXER_PORT: port.default(42_069),
    INDEXER_HEAP_MB: wholeNumber(256, 65_536).default(900),
    INDEXER_HEALTH_PORT: port.default(0),
    INDEXER_STALL_SECONDS: wholeNumber(1, 86_400).default(120),
    INDEXER_RPC_GATEWAY: gatewayUrl.optional(),
    RPC_TIMEOUT_MS: rpcTimeoutMs,
    ...reports,
  }),
  gateway: z
    .object({
      ...common,
      ...deployments,
      GATEWAY_DATABASE_URL: databaseUrl.optional(),
      WORKER_DATABASE_URL: databaseUrl.optional(),
      GATEWAY_HOST: text.default("127.0.0.1"),
      GATEWAY_PORT: port.default(42_072),
      GATEWAY_CACHE_MB: wholeNumber(16, 65_536).default(256),
      GATEWAY_REQUESTS_PER_SECOND: wholeNumber(0, 10_000).default(0),
      GATEWAY_PROVE_HISTORY: z.stringbool().optional(),
      GATEWAY_PREWRITE_URL: databaseUrl.optional(),
      GATEWAY_CHECKPOINT: checkpoint.optional(),
      RPC_TIMEOUT_MS: rpcTimeoutMs,
    })
    .transform(({ WORKER_DATABASE_URL, GATEWAY_DATABASE_URL, ...rest }) => ({
      ...rest,
      GATEWAY_DATABASE_URL: GATEWAY_DATABASE_URL ?? WORKER_DATABASE_URL,
    })),
  guard: z
    .object({
      ...common,
      ...deployments,
      GUARD_DATABASE_URL: databaseUrl.optional(),
      WORKER_DATABASE_URL: databaseUrl.optional(),
      GUARD_HOST: text.default("127.0.0.1"),
      GUARD_PORT: port.default(42_070),
      GUARD_GRACE_MS: wholeNumber(0, 600_000).default(10_000),
      GUARD_STATE_AUDIT_SECONDS: wholeNumber(0, 604_800).default(900),
      INDEXER_RPC_GATEWAY: gatewayUrl.optional(),
      RPC_TIMEOUT_MS: rpcTimeoutMs,
      ...reports,
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
      NOTIFICATION_TIER: z.enum(["included", "safe", "final"]).default("safe"),
      ...reports,
    })
    .transform(({ WORKER_DATABASE_URL, JOURNAL_DATABASE_URL, ...rest }, context) => {
      const url = JOURNAL_DATABASE_URL ?? WORKER_DATABASE_URL;
      if (url === undefined) {
        context.addIssue({ code: "custom", path: ["JOURNAL_DATABASE_URL"], message: "is missing" });
        return z.NEVER;
      }
      return { ...rest, JOURNAL_DATABASE_URL: url };
    }),
  workers: z
    .object({
      ...common,
      WORKERS_DATABASE_URL: databaseUrl.optional(),
      WORKER_DATABASE_URL: databaseUrl.optional(),
      WORKERS_HOST: text.default("127.0.0.1"),
      WORKERS_PORT: port.default(42_074),
      WORKERS_LEASE_SECONDS: wholeNumber(1, 3_600).default(30),
      WORKERS_STOP_SECONDS: wholeNumber(0, 3_600).default(25),
      ...UPLOAD_SETTINGS,
      ...reports,
      ...mail,
      PUBLIC_URL: publicUrl.default("http://127.0.0.1:4000"),
      WEBHOOK_KEY: webhookKey.optional(),
      CHAT_WEBHOOK_URL: chatUrl.optional(),
      REDIS_URL: redisUrl.optional(),
      REDIS_PREFIX: text.default("valyra"),
      ...deployments,
      RPC_TIMEOUT_MS: rpcTimeoutMs,
      VALYRA_STAGE: z.enum(["development", "production"]).default("development"),
      SITE_CHECKS: z.enum(["on", "off"]).optional(),
      RDAP_URL: publicUrl.default("https://rdap.org"),
      AGENT_KEY: text.optional(),
      AGENT_KEY_FILE: text.optional(),
      AGENT_MAX_FEE_GWEI: wholeNumber(1, 1_000_000).default(10),
      AGENT_STUCK_SECONDS: wholeNumber(1, 86_400).default(60),
      ...VALUATION_SETTINGS,
    })
    .superRefine(checkUploadSettings)
    .transform(({ WORKER_DATABASE_URL, WORKERS_DATABASE_URL, ...rest }, context) => {
      const url = WORKERS_DATABASE_URL ?? WORKER_DATABASE_URL;
      if (url === undefined) {
        context.addIssue({ code: "custom", path: ["WORKERS_DATABASE_URL"], message: "is missing" });
        return z.NEVER;
      }
      return { ...rest, WORKERS_DATABASE_URL: url };
    }),
  api: z
    .object({
      ...common,
      ...deployments,
      API_DATABASE_URL: databaseUrl,
      API_HOST: text.default("127.0.0.1"),
      API_PORT: port.default(4_000),
      API_METRICS_HOST: text.default("127.0.0.1"),
      API_METRICS_PORT: port.default(0),
      API_POOL_SIZE: wholeNumber(1, 16).default(10),
      API_MAX_WAITING: wholeNumber(0, 100_000).default(200),
      API_MAX_WAIT_MS: wholeNumber(1, 60_000).default(1_000),
      API_MAX_STREAMS: wholeNumber(0, 100_000).default(1_000),
      API_READS_PER_MINUTE: wholeNumber(0, 100_000_000).default(1_200),
      API_TRUSTED_PROXIES: addressRanges.default([]),
      REDIS_URL: redisUrl.optional(),
      API_CORS_ORIGINS: origins.default(["*"]),
      ...UPLOAD_SETTINGS,
      ...reports,
      OTEL_EXPORTER_OTLP_ENDPOINT: z
        .url({ protocol: /^https?$/, error: "must be an http:// address" })
        .optional(),
      WEBHOOK_KEY: webhookKey.optional(),
      ...mail,
      PUBLIC_URL: publicUrl.default("http://127.0.0.1:4000"),
      ...OIDC_SETTINGS,
      AUTH_SECRETS: tokenSecrets.optional(),
      ENCRYPTION_KEYS: encryptionKeys.optional(),
      AUTH_AUDIENCE: z
        .string()
        .regex(/^[\w.:/-]{1,100}$/, "must be a name without spaces")
        .default("valyra"),
      AUTH_ORIGINS: origins
        .refine((list) => !list.includes("*"), { error: "must be origins; * would trust any page" })
        .default(["http://127.0.0.1:4000"]),
      API_READY_MAX_LAG_SECONDS: wholeNumber(1, 86_400).default(60),
      API_READY_MAX_HEAD_AGE_SECONDS: wholeNumber(1, 86_400).default(60),
      API_READY_MAX_STALL_SECONDS: wholeNumber(1, 604_800).default(300),
    })
    .superRefine(checkUploadSettings)
    .superRefine(checkOidcSettings),
} as const satisfies Partial<Record<ProcessName, z.ZodType>>;

/** The processes that `loadConfig` knows. */
export type ConfiguredProcess = keyof typeof CONFIG_SCHEMAS;

/** Parsed settings of a process. */
export type Config<Name extends ConfiguredProcess> = z.output<(typeof CONFIG_SCHEMAS)[Name]>;
