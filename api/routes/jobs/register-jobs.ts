import { recordChange } from "../../../core/audit-log/record-change.ts";
import { asCaller } from "../../../core/db/as-caller.ts";
import type { JobState } from "../../../core/db/delivery.tables.ts";
import { statementsOf } from "../../../core/db/statements-of.ts";
import { DomainError } from "../../../core/errors.ts";
import { cancelJob, replayDead, replayJob } from "../../../core/jobs/control.ts";
import {
  countJobs,
  findAllJobs,
  findOwnJobs,
  getJob,
  getJobWithSteps,
} from "../../../core/jobs/own-jobs.ts";
import type { ApiDeps } from "../../deps.ts";
import { DEFAULT_LIMIT } from "../../http/params.ts";
import { carryOut, privateMeta, privatePage } from "../../http/private-answer.ts";
import type { Router } from "../../http/router.ts";
import { requireCaller } from "../../middleware/caller.ts";
import { toAdminJob, toJob, toJobSummary } from "./job.resource.ts";
import {
  cancelJobRoute,
  getJobRoute,
  getQueues,
  listAllJobs,
  listJobs,
  replayDeadJobs,
  replayJobRoute,
} from "./jobs.contract.ts";
import { streamJob, wantsStream } from "./stream-job.ts";

const SCOPE = "jobs:write";
const ADMIN = { role: "admin", isBound: true } as const;

/** States of jobs that can be cancelled; one that stays so is seen by a member without the right to. */
const LIVE: ReadonlySet<JobState> = new Set(["held", "waiting", "queued", "running"]);

const cursorOf = ({ jobId }: { jobId: string }) => jobId;

/** What became of the work that somebody has asked for, and of all work for administrators. */
export function registerJobs(app: Router, deps: ApiDeps): void {
  registerOwnJobs(app, deps);
  registerAllJobs(app, deps);
}

function registerOwnJobs(app: Router, deps: ApiDeps): void {
  app.openapi(listJobs, async (c) => {
    const caller = await requireCaller(c, { scope: SCOPE });
    const { limit = DEFAULT_LIMIT, cursor: before, ...wanted } = c.req.valid("query");
    const page = await asCaller(deps.writes.callers, caller, (transaction) =>
      findOwnJobs(transaction, { ...wanted, before, limit }),
    );
    return c.json(privatePage(c, page, { limit, toResource: toJobSummary, cursorOf }), 200);
  });

  app.openapi(getJobRoute, async (c) => {
    const caller = await requireCaller(c, { scope: SCOPE });
    const { jobId } = c.req.valid("param");
    // The stream is one of the two answers that the contract names.
    if (wantsStream(c)) return (await streamJob(c, deps, caller, jobId)) as never;
    const found = await asCaller(deps.writes.callers, caller, (transaction) =>
      getJobWithSteps(transaction, jobId),
    );
    return c.json({ data: toJob(found), meta: privateMeta(c) }, 200);
  });

  app.openapi(cancelJobRoute, async (c) => {
    const caller = await requireCaller(c, { scope: SCOPE, isBound: true });
    const { jobId } = c.req.valid("param");
    const answer = await carryOut(c, deps, { caller, status: 200 }, async (transaction, origin) => {
      const before = await getJob(transaction, jobId);
      const outcome = await cancelJob(statementsOf(transaction), jobId);
      if (outcome === "ended" && LIVE.has((await getJob(transaction, jobId)).state)) {
        throw new DomainError(
          "FORBIDDEN",
          "A job of an organisation is cancelled by whoever asked for it, or its admins and owners.",
        );
      }
      if (outcome === "ended" || before.state === "cancelled") {
        throw new DomainError("JOB_ENDED", `The job is ${before.state}.`);
      }
      const found = await getJobWithSteps(transaction, jobId);
      await recordChange(transaction, caller, origin, {
        action: "job.cancel",
        entity: "job",
        entityId: jobId,
        before: { name: before.name, state: before.state },
        after: { name: before.name, state: found.job.state, outcome },
      });
      return toJob(found);
    });
    return c.json(answer, 200);
  });
}

function registerAllJobs(app: Router, deps: ApiDeps): void {
  app.openapi(listAllJobs, async (c) => {
    const caller = await requireCaller(c, ADMIN);
    const { limit = DEFAULT_LIMIT, cursor: before, ...wanted } = c.req.valid("query");
    const page = await asCaller(deps.writes.callers, caller, (transaction) =>
      findAllJobs(transaction, { ...wanted, before, limit }),
    );
    return c.json(privatePage(c, page, { limit, toResource: toAdminJob, cursorOf }), 200);
  });

  // Before the replay of one job, whose id its word would be.
  app.openapi(replayDeadJobs, async (c) => {
    const caller = await requireCaller(c, ADMIN);
    const { name } = c.req.valid("json");
    const answer = await carryOut(c, deps, { caller, status: 200 }, async (transaction, origin) => {
      const replayed = await replayDead(statementsOf(transaction), name);
      await recordChange(transaction, caller, origin, {
        action: "job.replay_dead",
        entity: "job",
        entityId: name ?? "all",
        after: { replayed },
      });
      return { replayed };
    });
    return c.json(answer, 200);
  });

  app.openapi(replayJobRoute, async (c) => {
    const caller = await requireCaller(c, ADMIN);
    const { jobId } = c.req.valid("param");
    const answer = await carryOut(c, deps, { caller, status: 200 }, async (transaction, origin) => {
      const before = await getJob(transaction, jobId);
      if (!(await replayJob(statementsOf(transaction), jobId))) {
        throw new DomainError("JOB_ENDED", `The job is ${before.state}.`);
      }
      await recordChange(transaction, caller, origin, {
        action: "job.replay",
        entity: "job",
        entityId: jobId,
        before: { name: before.name, state: before.state },
        after: { name: before.name, state: "queued" },
      });
      return toAdminJob(await getJob(transaction, jobId));
    });
    return c.json(answer, 200);
  });

  app.openapi(getQueues, async (c) => {
    const caller = await requireCaller(c, ADMIN);
    const rows = await asCaller(deps.writes.callers, caller, countJobs);
    const data = rows.map(({ oldestAt, ...row }) => ({ ...row, oldestAt: oldestAt.toISOString() }));
    return c.json({ data, meta: privateMeta(c) }, 200);
  });
}
