import type { HttpBindings } from "@hono/node-server";
import type { Context } from "hono";
import type { ErrorCode } from "../../core/errors.ts";
import type { WriteClaim } from "../../core/idempotency/claim-write.ts";
import type { Caller } from "../../core/identity/caller.ts";

/** What middleware leaves for handlers and for the log line of a request. */
export type ApiEnv = {
  /** What the server hands in; nothing where an app is called without one. */
  Bindings: Partial<HttpBindings>;
  Variables: {
    requestId: string;
    /** Last indexed block that the answer speaks of. */
    indexedBlock?: bigint;
    /** When the request arrived, by `performance.now()`. */
    startedAt: number;
    /** Time that the database has worked for this answer so far, milliseconds. */
    databaseMs?: number;
    /** Finds out who sent the credentials of this request; absent where none were sent. */
    findCaller?: () => Promise<Caller>;
    /** Address of the client as limits count it; absent for calls within the process. */
    client?: string;
    /** The write that this request has claimed by its Idempotency-Key. */
    writeClaim?: WriteClaim;
    /** Code of the problem that was answered. */
    problemCode?: ErrorCode;
    /** What really went wrong, for the log only. */
    failure?: unknown;
  };
};

export type ApiContext = Context<ApiEnv>;
