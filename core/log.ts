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

/** Hears of each error that is logged as one: what failed, in which words, with the rest of the line. */
export type FailureListener = (
  failure: Error,
  message: string,
  line: Readonly<Record<string, unknown>>,
) => void;

/** Of pino: what is an error, and worse. */
const ERROR_LEVEL = 50;

/** The error as a listener outside may hear of it: without the values that a statement failed with. */
function withoutValues(failure: Error): Error {
  const { message, stack } = describeFailure(failure) as { message: string; stack: string };
  const cause = failure.cause instanceof Error ? withoutValues(failure.cause) : undefined;
  return Object.assign(new Error(message, { cause }), { name: failure.name, stack });
}

/**
 * Creates the logger of a process: one JSON object per line on stdout, with level names and RFC 3339
 * times. Logging is synchronous, so the last line before a crash is not lost.
 *
 * @param onFailure told of every error that is logged with level error or above
 */
export function createLogger(
  component: string,
  level: string,
  stream?: pino.DestinationStream,
  onFailure?: FailureListener,
) {
  const listening: pino.LoggerOptions["hooks"] = {
    logMethod(args, method, lineLevel) {
      const [line, message] = args as unknown as [unknown, unknown];
      if (lineLevel >= ERROR_LEVEL && typeof line === "object" && line !== null) {
        const { err, ...rest } = line as { err?: unknown };
        if (err instanceof Error) {
          onFailure?.(withoutValues(err), String(message ?? ""), { ...this.bindings(), ...rest });
        }
      }
      method.apply(this, args);
    },
  };
  const options: pino.LoggerOptions = {
    ...(onFailure === undefined ? {} : { hooks: listening }),
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
