import { setTimeout as delay } from "node:timers/promises";
import { type SSEStreamingApi, streamSSE } from "hono/streaming";
import { asCaller } from "../../../core/db/as-caller.ts";
import type { KnownCaller } from "../../../core/identity/caller.ts";
import type { JobWatcher } from "../../../core/jobs/job-changes.ts";
import { getJobWithSteps } from "../../../core/jobs/own-jobs.ts";
import type { ApiDeps } from "../../deps.ts";
import type { ApiContext } from "../../http/env.ts";
import { toJob } from "./job.resource.ts";

/** A stream that nothing happens on says so, or proxies would end it. */
const HEARTBEAT_MS = 15_000;

/** Who said who he is says so again after this: a session may have ended meanwhile. */
const MAX_STREAM_MS = 15 * 60_000;

/** Changes that come closer together are told as one. */
const QUIET_MS = 100;

type JobAnswer = ReturnType<typeof toJob>;

/** Whether the caller wants to be told of changes rather than of the present alone. */
export const wantsStream = (c: ApiContext): boolean =>
  (c.req.header("accept") ?? "").includes("text/event-stream");

/**
 * Tells a job at each change, until it has ended.
 *
 * @throws DomainError JOB_NOT_FOUND, TOO_MANY_STREAMS
 */
export async function streamJob(
  c: ApiContext,
  { writes, jobChanges }: Pick<ApiDeps, "writes" | "jobChanges">,
  caller: KnownCaller,
  jobId: string,
): Promise<Response> {
  const read = async () =>
    toJob(
      await asCaller(writes.callers, caller, (transaction) => getJobWithSteps(transaction, jobId)),
    );
  // Who may not know of it hears so before anything is streamed.
  await read();
  if (c.req.method === "HEAD") {
    return c.body(null, 200, { "content-type": "text/event-stream" });
  }
  const watcher = jobChanges.watch(jobId, caller.accountId);
  const response = streamSSE(c, async (stream) => {
    stream.onAbort(() => watcher.leave());
    try {
      await tell(stream, watcher, read);
    } catch {
      // The row is gone, or the database is away: whoever still wants to know asks again.
      await stream.write(": ask again\n\n");
    } finally {
      watcher.leave();
    }
  });
  for (const [name, value] of [
    ["cache-control", "private, no-store, no-transform"],
    ["x-accel-buffering", "no"],
  ] as const) {
    // In both places: what earlier middleware has prepared wins over the response's own.
    c.header(name, value);
    response.headers.set(name, value);
  }
  return response;
}

async function tell(
  stream: SSEStreamingApi,
  watcher: JobWatcher,
  read: () => Promise<JobAnswer>,
): Promise<void> {
  const startedAt = performance.now();
  let spokenAt = startedAt;
  let told = "";
  while (!stream.aborted) {
    // Asked for before the look, so that no change is slept through.
    const changed = watcher.nextChange();
    const next = await read();
    const data = JSON.stringify(next);
    if (data !== told) {
      await stream.writeSSE({ event: "job", data });
      [told, spokenAt] = [data, performance.now()];
    } else if (performance.now() - spokenAt > HEARTBEAT_MS) {
      await stream.write(": still here\n\n");
      spokenAt = performance.now();
    }
    if (next.isEnded) return;
    await changed;
    if (watcher.isEnding()) return void (await stream.write(": the server stops\n\n"));
    if (performance.now() - startedAt > MAX_STREAM_MS) {
      return void (await stream.write(": connect again to go on\n\n"));
    }
    await delay(QUIET_MS);
  }
}
