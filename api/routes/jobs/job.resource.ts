import { z } from "@hono/zod-openapi";
import { JOB_STATES } from "../../../core/db/delivery.tables.ts";
import { FAILURES } from "../../../core/jobs/job-error.ts";
import type { JobRow, JobStep } from "../../../core/jobs/own-jobs.ts";
import { Moment, Uuid } from "../../http/private-answer.ts";

const State = z.enum(JOB_STATES).openapi("JobState", {
  description:
    "held: its event is not settled enough. waiting: for the step before it. queued, running. done. dead: given up. cancelled.",
});
const Progress = z.int().nullable().openapi({ description: "Per cent, as the job itself says." });

const members = {
  jobId: Uuid,
  name: z.string().openapi({ example: "webhook.ping" }),
  queue: z.string().openapi({ example: "delivery" }),
  state: State,
  isEnded: z.boolean().openapi({ description: "Whether nothing more comes of it by itself." }),
  isStopping: z.boolean().openapi({ description: "Whether it is to be cancelled and still runs." }),
  progress: Progress,
  step: z.string().nullable().openapi({ description: "What it is doing, in words." }),
  attempts: z.int(),
  maxAttempts: z.int(),
  nextAttemptAt: Moment.nullable().openapi({ description: "For one that is queued." }),
  error: z
    .object({
      code: z.string().openapi({
        description: `Class of the last failure: ${Object.keys(FAILURES).join(", ")}.`,
      }),
      detail: z.string(),
    })
    .nullable(),
  createdAt: Moment,
  startedAt: Moment.nullable(),
  finishedAt: Moment.nullable(),
};

/** A job without the steps around it. */
export const JobSummary = z.object(members).openapi("JobSummary");

export const Job = z
  .object({
    ...members,
    steps: z
      .array(z.object({ jobId: Uuid, name: z.string(), state: State, progress: Progress }))
      .openapi({ description: "All steps of its flow, itself among them, in their order." }),
  })
  .openapi("Job");

/** A job with what administrators see beside. */
export const AdminJob = z
  .object({
    ...members,
    cause: z.string().openapi({ description: "What it was caused by." }),
    accountId: Uuid.nullable().openapi({ description: "Null for a job of the system." }),
  })
  .openapi("AdminJob");

const ENDED: ReadonlySet<string> = new Set(["done", "dead", "cancelled"]);

export function toJobSummary(row: JobRow): z.output<typeof JobSummary> {
  const { state, errorCode, errorDetail } = row;
  return {
    jobId: row.jobId,
    name: row.name,
    queue: row.queue,
    state,
    isEnded: ENDED.has(state),
    isStopping: row.isCancelWanted && state === "running",
    progress: row.progress,
    step: row.step,
    attempts: row.attempts,
    maxAttempts: row.maxAttempts,
    nextAttemptAt: state === "queued" ? row.availableAt.toISOString() : null,
    error: errorCode === null ? null : { code: errorCode, detail: errorDetail ?? "" },
    createdAt: row.createdAt.toISOString(),
    startedAt: row.startedAt?.toISOString() ?? null,
    finishedAt: row.finishedAt?.toISOString() ?? null,
  };
}

export const toJob = ({ job, steps }: { job: JobRow; steps: readonly JobStep[] }) => ({
  ...toJobSummary(job),
  steps: steps.map(({ jobId, name, state, progress }) => ({ jobId, name, state, progress })),
});

export const toAdminJob = (row: JobRow): z.output<typeof AdminJob> => ({
  ...toJobSummary(row),
  cause: row.cause,
  accountId: row.accountId,
});
