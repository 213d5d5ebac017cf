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
  OUTGOING_EXCEPTIONS: {
    processes: ["workers"],
    meaning:
      "Addresses with ports, as 127.0.0.1:8080, that may be asked although they are not public, separated by commas; for tests and demos.",
    whenAbsent: "none: only public addresses over https are asked",
    example: "127.0.0.1:8080",
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
    processes: ["workers"],
    meaning: "Where the API answers to its users; links in mails lead there.",
    whenAbsent: "http://127.0.0.1:4000",
    example: "https://api.example.org",
  },
  WEBHOOK_KEY: {
    processes: ["workers"],
    meaning:
      "At least 32 random bytes in base64, from which the signing secrets of webhooks are worked out.",
    whenAbsent: "no webhooks are sent",
    example: "Y2hhbmdlLW1lLWNoYW5nZS1tZS1jaGFuZ2UtbWUtISE=",
    isSecret: true,
  },
  REDIS_PREFIX: {
    processes: ["workers"],
    meaning: "Begins the names of the workers' keys in Redis.",
    whenAbsent: "valyra",
    example: "valyra",
  },
} as const satisfies Record<string, VariableDoc>;
