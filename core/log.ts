import { pino } from "pino";

export type Logger = pino.Logger;

/** Keys that hold secrets wherever they turn up; their values never reach a log line. */
const SECRET_KEYS = [
  "password",
  "authorization",
  "cookie",
  "connectionString",
  "privateKey",
  "apiKey",
  "secret",
];

/**
 * Creates the logger of a process: one JSON object per line on stdout, with level names and RFC 3339
 * times. Logging is synchronous, so the last line before a crash is not lost.
 */
export function createLogger(component: string, level: string, stream?: pino.DestinationStream) {
  const options: pino.LoggerOptions = {
    level,
    base: { component },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    redact: {
      paths: SECRET_KEYS.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]),
      censor: "[hidden]",
    },
  };
  return stream === undefined ? pino(options) : pino(options, stream);
}
