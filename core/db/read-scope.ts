import { AsyncLocalStorage } from "node:async_hooks";
import { DomainError } from "../errors.ts";
import { abandoned } from "./read-queue.ts";

/** What one read is asked with, beside its work. */
export type ReadOptions = {
  /** Tells that nobody wants the answer any more. */
  signal?: AbortSignal | undefined;
  /** Longest time for all statements of the read together, milliseconds. */
  timeLimitMs?: number | undefined;
  /** Whether it goes over everything that has happened, in many statements. */
  isLong?: boolean | undefined;
  /** Told how long each statement took, milliseconds. */
  onQuery?: ((ms: number) => void) | undefined;
};

/** A read under way, as the connection sees it that runs its statements. */
export type ReadScope = {
  /** Aborted with the error that the read is to end with. */
  signal: AbortSignal | undefined;
  onQuery: ReadOptions["onQuery"];
};

const scopes = new AsyncLocalStorage<ReadScope | undefined>();

/** The read that the present statement belongs to. */
export const currentRead = (): ReadScope | undefined => scopes.getStore();

/** Runs what other reads wait for too: it does not end with the read that happened to begin it. */
export const outsideOfRead = <Answer>(work: () => Answer): Answer => scopes.run(undefined, work);

/** Runs a read so that its statements end when its client has gone or its time is over. */
export async function runRead<Answer>(
  work: () => Promise<Answer>,
  { signal, timeLimitMs, onQuery }: ReadOptions,
): Promise<Answer> {
  if (signal === undefined && timeLimitMs === undefined) {
    return scopes.run(onQuery && { signal: undefined, onQuery }, work);
  }
  const controller = new AbortController();
  const onAbort = () => controller.abort(abandoned());
  if (signal?.aborted) onAbort();
  signal?.addEventListener("abort", onAbort, { once: true });
  const timer =
    timeLimitMs === undefined
      ? undefined
      : setTimeout(() => controller.abort(tooLate()), timeLimitMs);
  try {
    return await scopes.run({ signal: controller.signal, onQuery }, work);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", onAbort);
  }
}

function tooLate(): DomainError {
  return new DomainError("QUERY_TIMEOUT", "The database took too long.");
}
