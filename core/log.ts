import { pino, stdSerializers } from "pino";

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

/** Parts of a database error that repeat what a row or a parameter holds (req 5.29). */
const VALUE_PARTS = ["detail", "where", "internalQuery", "parameters"];

/** Class 22 of SQLSTATE, data exceptions: their message quotes the value that was refused. */
const DATA_EXCEPTION = /^22/;
const QUOTED = /"(?:[^"\\]|\\.)*"/g;

/** An error as it is logged: what failed and where, without the values that it failed with. */
function describeFailure(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const described: Record<string, unknown> = { ...stdSerializers.err(error) };
  if (!("severity" in error) || !("code" in error)) return described;
  for (const part of VALUE_PARTS) delete described[part];
  if (!DATA_EXCEPTION.test(String(error.code))) return described;
  for (const part of ["message", "stack"]) {
    described[part] = String(described[part]).replaceAll(QUOTED, "[hidden]");
  }
  return described;
}

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
    serializers: { err: describeFailure },
    redact: {
      paths: SECRET_KEYS.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]),
      censor: "[hidden]",
    },
  };
  return stream === undefined ? pino(options) : pino(options, stream);
}
