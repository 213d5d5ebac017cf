import type { VariableDoc } from "./variable-doc.ts";

/** What the workers read. */
export const WORKER_VARIABLES = {
  NOTIFICATION_TIER: {
    processes: ["journal"],
    meaning: "How settled an event must be before mail tells of it: included, safe or final.",
    whenAbsent: "safe",
    example: "safe",
  },
  WORKERS_DATABASE_URL: {
    processes: ["workers"],
    meaning: "Connection of the role valyra_worker for the workers.",
    whenAbsent: "WORKER_DATABASE_URL is used",
    example: "postgresql://valyra_worker:change-me@127.0.0.1:5432/valyra",
    isSecret: true,
  },
  WORKERS_HOST: {
    processes: ["workers"],
    meaning: "Address on which the workers serve health and metrics.",
    whenAbsent: "127.0.0.1",
    example: "127.0.0.1",
  },
  WORKERS_PORT: {
    processes: ["workers"],
    meaning: "Port of the same; 0 takes a free one.",
    whenAbsent: "42074",
    example: "42074",
  },
  WORKERS_LEASE_SECONDS: {
    processes: ["workers"],
    meaning: "Seconds after which a job is taken from a worker that has not been heard of.",
    whenAbsent: "30",
    example: "30",
  },
  WORKERS_STOP_SECONDS: {
    processes: ["workers"],
    meaning: "Seconds that a stop waits for running jobs; what still runs then is handed back.",
    whenAbsent: "25",
    example: "25",
  },
  UPLOADS_FOLDER: {
    processes: ["workers", "api"],
    meaning:
      "Folder of uploads: files on their way, and all of them where neither Kubo nor Pinata is set. API and workers share it.",
    whenAbsent: ".uploads",
    example: "/var/lib/valyra/uploads",
  },
  UPLOADS_KUBO_URL: {
    processes: ["workers", "api"],
    meaning:
      "RPC of a Kubo node that keeps uploads; one that is not public belongs into OUTGOING_EXCEPTIONS.",
    whenAbsent: "UPLOADS_PINATA_URL is used, or the folder",
    example: "http://127.0.0.1:5001",
  },
  UPLOADS_PINATA_URL: {
    processes: ["workers", "api"],
    meaning: "Service with Pinata's pinning API that keeps uploads.",
    whenAbsent: "UPLOADS_KUBO_URL is used, or the folder",
    example: "https://api.pinata.cloud",
  },
  UPLOADS_PINATA_TOKEN: {
    processes: ["workers", "api"],
    meaning: "Bearer token for that service.",
    whenAbsent: "the process refuses to start when UPLOADS_PINATA_URL is set",
    example: "change-me",
    isSecret: true,
  },
  UPLOADS_GATEWAY_URL: {
    processes: ["workers", "api"],
    meaning: "Gateway that uploads are read from; it is not believed.",
    whenAbsent: "the process refuses to start when UPLOADS_PINATA_URL is set",
    example: "https://gateway.example.org",
  },
  OUTGOING_EXCEPTIONS: {
    processes: ["indexer", "guard", "journal", "workers", "api"],
    meaning:
      "Addresses with ports, as 127.0.0.1:8080, that may be asked although they are not public, separated by commas; for services of the operator, tests and demos.",
    whenAbsent: "none: only public addresses over https are asked",
    example: "127.0.0.1:8080",
  },
  SENTRY_DSN: {
    processes: ["indexer", "guard", "journal", "workers", "api"],
    meaning:
      "Project at Sentry, or at a service with its protocol, that is told of unexpected errors without secrets; one that is not public belongs into OUTGOING_EXCEPTIONS.",
    whenAbsent: "errors are in the log alone",
    example: "https://0123456789abcdef0123456789abcdef@o1.ingest.sentry.io/1",
    isSecret: true,
  },
  MAIL_SMTP_URL: {
    processes: ["workers", "api"],
    meaning: "Mail server, as smtps://user:password@host:465.",
    whenAbsent: "MAIL_FOLDER is used; without either no mail is sent",
    example: "smtps://apikey:change-me@smtp.example.org:465",
    isSecret: true,
  },
  MAIL_FOLDER: {
    processes: ["workers", "api"],
    meaning: "Folder in which mails are kept instead of being sent, for a demo.",
    whenAbsent: "no mail is kept",
    example: ".mails",
  },
  MAIL_FROM: {
    processes: ["workers", "api"],
    meaning: "Sender of mails.",
    whenAbsent: "Valyra <valyra@localhost>",
    example: "Valyra <mail@example.org>",
  },
  PUBLIC_URL: {
    processes: ["workers", "api"],
    meaning:
      "Where the API answers to its users; links in mails and answers of providers lead there.",
    whenAbsent: "http://127.0.0.1:4000",
    example: "https://api.example.org",
  },
  WEBHOOK_KEY: {
    processes: ["workers", "api"],
    meaning:
      "At least 32 random bytes in base64, from which the signing secrets of webhooks and of links in mails are worked out.",
    whenAbsent:
      "no webhooks are made or sent, and no mail has a link that acts; both processes need the same",
    example: "Y2hhbmdlLW1lLWNoYW5nZS1tZS1jaGFuZ2UtbWUtISE=",
    isSecret: true,
  },
  CHAT_WEBHOOK_URL: {
    processes: ["workers"],
    meaning:
      'Incoming webhook of the operators\' chat, which takes {"text": "…"} as those of Slack and Mattermost do: valuations that wait for a reviewer, jobs that were given up.',
    whenAbsent: "operators are told nothing",
    example: "https://hooks.example.org/services/change-me",
    isSecret: true,
  },
  REDIS_PREFIX: {
    processes: ["workers"],
    meaning: "Begins the names of the workers' keys in Redis.",
    whenAbsent: "valyra",
    example: "valyra",
  },
  VALYRA_STAGE: {
    processes: ["workers"],
    meaning:
      "development or production: live keys are refused in the one, published test keys in the other.",
    whenAbsent: "development",
    example: "development",
  },
  SITE_CHECKS: {
    processes: ["workers"],
    meaning: "on or off: whether the sites of listings that are for sale are looked at.",
    whenAbsent: "on in production, off in development, where sites are made up",
    example: "on",
  },
  RDAP_URL: {
    processes: ["workers"],
    meaning: "Service of RDAP that is asked when the domain of such a site expires.",
    whenAbsent: "https://rdap.org",
    example: "https://rdap.org",
  },
  AGENT_KEY: {
    processes: ["workers"],
    meaning: "Private key of the agent of the marketplaces, 0x and 64 hexadecimal digits.",
    whenAbsent: "AGENT_KEY_FILE is used; without either the agent sends nothing",
    example: "0xchange-me",
    isSecret: true,
  },
  AGENT_KEY_FILE: {
    processes: ["workers"],
    meaning: "File with that key, which nobody but its owner may read.",
    whenAbsent: "AGENT_KEY is used; without either the agent sends nothing",
    example: "/run/secrets/agent-key",
  },
  AGENT_MAX_FEE_GWEI: {
    processes: ["workers"],
    meaning: "Most that the agent pays for a unit of gas; above it, transactions wait.",
    whenAbsent: "10",
    example: "10",
  },
  AGENT_STUCK_SECONDS: {
    processes: ["workers"],
    meaning: "Seconds after which a transaction that is not mined is replaced by a dearer one.",
    whenAbsent: "60",
    example: "60",
  },
} as const satisfies Record<string, VariableDoc>;
