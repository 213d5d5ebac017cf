import type { VariableDoc } from "./variable-doc.ts";

/** What the API reads. */
export const API_VARIABLES = {
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
  OTEL_EXPORTER_OTLP_ENDPOINT: {
    processes: ["api"],
    meaning:
      "Collector of OpenTelemetry (OTLP over HTTP) that gets a span for each request; one that is not public belongs into OUTGOING_EXCEPTIONS.",
    whenAbsent: "nothing is traced",
    example: "http://127.0.0.1:4318",
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
    meaning:
      "Database connections for reads, 16 at most: health checks and the cache have two each.",
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
  API_READS_PER_MINUTE: {
    processes: ["api"],
    meaning: "Requests that one client address may make in a minute; 0 is no limit.",
    whenAbsent: "1200",
    example: "1200",
  },
  API_TRUSTED_PROXIES: {
    processes: ["api"],
    meaning:
      "Addresses or ranges of the proxies before the API, whose X-Forwarded-For is believed, separated by commas.",
    whenAbsent: "none: the address of the connection counts",
    example: "10.0.0.0/8,fd00::/8",
  },
  REDIS_URL: {
    processes: ["workers", "api"],
    meaning:
      "Redis for the queues of jobs, the cache and the counting of requests; it must write an AOF and evict nothing.",
    whenAbsent: "queues and cache are in Postgres, and each process counts requests for itself",
    example: "redis://127.0.0.1:6379/0",
    isSecret: true,
  },
  API_CORS_ORIGINS: {
    processes: ["api"],
    meaning: "Origins whose pages may read answers, separated by commas, or * for all.",
    whenAbsent: "*",
    example: "*",
  },
  OIDC_NAME: {
    processes: ["api"],
    meaning: "Name of your own provider in addresses.",
    whenAbsent: "sso",
    example: "sso",
  },
  OIDC_ISSUER: {
    processes: ["api"],
    meaning: "Issuer of your own OpenID Connect provider, at which accounts can be opened.",
    whenAbsent: "nobody signs in there",
    example: "https://login.example.org",
  },
  OIDC_CLIENT_ID: {
    processes: ["api"],
    meaning: "Client id there.",
    whenAbsent: "nobody signs in there",
    example: "valyra",
  },
  OIDC_CLIENT_SECRET: {
    processes: ["api"],
    meaning: "Client secret there.",
    whenAbsent: "nobody signs in there",
    example: "change-me",
    isSecret: true,
  },
  GOOGLE_CLIENT_ID: {
    processes: ["api"],
    meaning: "Client id at Google.",
    whenAbsent: "nobody signs in with Google",
    example: "change-me.apps.googleusercontent.com",
  },
  GOOGLE_CLIENT_SECRET: {
    processes: ["api"],
    meaning: "Client secret at Google.",
    whenAbsent: "nobody signs in with Google",
    example: "change-me",
    isSecret: true,
  },
  APPLE_CLIENT_ID: {
    processes: ["api"],
    meaning: "Services id at Apple.",
    whenAbsent: "nobody signs in with Apple",
    example: "org.example.valyra",
  },
  APPLE_TEAM_ID: {
    processes: ["api"],
    meaning: "Team id at Apple.",
    whenAbsent: "nobody signs in with Apple",
    example: "ABCDE12345",
  },
  APPLE_KEY_ID: {
    processes: ["api"],
    meaning: "Id of the key at Apple.",
    whenAbsent: "nobody signs in with Apple",
    example: "ABCDE12345",
  },
  APPLE_PRIVATE_KEY: {
    processes: ["api"],
    meaning: "That key: PEM (PKCS #8), or the same in base64.",
    whenAbsent: "nobody signs in with Apple",
    example: "Y2hhbmdlLW1l",
    isSecret: true,
  },
  AUTH_SECRETS: {
    processes: ["api"],
    meaning:
      "Secrets that access tokens are signed with, name:secret, of 32 bytes or more; the first signs, older ones are accepted, separated by commas.",
    whenAbsent: "nobody can sign in; all that is public is answered",
    example: "2026-01:change-me",
    isSecret: true,
  },
  ENCRYPTION_KEYS: {
    processes: ["api"],
    meaning:
      "Keys for private data, name:key, each of 32 random bytes in base64; the first encrypts, older ones decrypt until npm run rotate-keys has run, separated by commas.",
    whenAbsent: "no private profile can be stored",
    example: "2026-01:Y2hhbmdlLW1lLWNoYW5nZS1tZS1jaGFuZ2UtbWUtISE=",
    isSecret: true,
  },
  AUTH_AUDIENCE: {
    processes: ["api"],
    meaning: "Name of this service in tokens and signed requests; those for another are refused.",
    whenAbsent: "valyra",
    example: "valyra",
  },
  AUTH_ORIGINS: {
    processes: ["api"],
    meaning: "Origins of the pages that may ask wallets to sign in, separated by commas.",
    whenAbsent: "http://127.0.0.1:4000",
    example: "https://app.example",
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
  API_READY_MAX_STALL_SECONDS: {
    processes: ["api"],
    meaning: "Readiness is off when the chain has had no new block for longer, in seconds.",
    whenAbsent: "300",
    example: "300",
  },
} as const satisfies Record<string, VariableDoc>;
