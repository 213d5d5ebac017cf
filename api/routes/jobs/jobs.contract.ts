import { createRoute, z } from "@hono/zod-openapi";
import { JOB_STATES } from "../../../core/db/delivery.tables.ts";
import { JOBS, type JobName } from "../../../core/jobs/catalogue.ts";
import { json } from "../../http/page.ts";
import { pageParams } from "../../http/params.ts";
import { Moment, privateOf, privatePageOf, Uuid } from "../../http/private-answer.ts";
import { problems } from "../../http/problem.ts";
import { idempotencyHeader, jsonBody, OF_CALLERS, OF_WRITES } from "../../http/write-contract.ts";
import { AdminJob, Job, JobSummary } from "./job.resource.ts";

const tags = ["Jobs"];
const JobPath = z.object({ jobId: Uuid });
const oneJob = (name: string) => json(privateOf(Job, name), "The job as it is now");

/** Object.keys forgets the names; they are those of the catalogue. */
const NAMES = Object.keys(JOBS) as [JobName, ...JobName[]];

const listParams = {
  ...pageParams,
  cursor: z.uuid().optional(),
  name: z.enum(NAMES).optional(),
};

export const listJobs = createRoute({
  tags,
  method: "get",
  path: "/v1/jobs",
  operationId: "listJobs",
  summary: "What you have asked for, and how far it is",
  request: { query: z.strictObject({ ...listParams, state: z.enum(JOB_STATES).optional() }) },
  responses: {
    200: json(privatePageOf(JobSummary, "JobPage"), "Jobs, the newest first"),
    ...problems(...OF_CALLERS),
  },
});

export const getJobRoute = createRoute({
  tags,
  method: "get",
  path: "/v1/jobs/{jobId}",
  operationId: "getJob",
  summary: "How far a job is",
  description:
    "With `Accept: text/event-stream`, or as a WebSocket at the same path, it is told at each change until it has ended: messages of type `job` with a Job as data. A WebSocket that cannot send headers names the token as the subprotocol `bearer.<token>` beside `valyra.job`.",
  request: { params: JobPath, query: z.strictObject({}) },
  responses: {
    200: {
      description: "The job as it is now",
      content: {
        "application/json": { schema: privateOf(Job, "JobAnswer") },
        "text/event-stream": {
          schema: z.string().openapi({ example: 'event: job\ndata: {"state":"running"}\n\n' }),
        },
      },
    },
    ...problems(...OF_CALLERS, "JOB_NOT_FOUND", "TOO_MANY_STREAMS"),
  },
});

export const cancelJobRoute = createRoute({
  tags,
  method: "post",
  path: "/v1/jobs/{jobId}/cancel",
  operationId: "cancelJob",
  summary: "Cancel a job and the steps that wait for it",
  description:
    "One that runs is told to stop, and is cancelled when it has. A job of an organisation is cancelled by whoever asked for it, or its admins and owners.",
  request: { params: JobPath, headers: idempotencyHeader },
  responses: {
    200: oneJob("CancelledJobAnswer"),
    ...problems(...OF_WRITES, "JOB_NOT_FOUND", "JOB_ENDED"),
  },
});

const ADMIN_TAGS = ["Administration"];

export const listAllJobs = createRoute({
  tags: ADMIN_TAGS,
  method: "get",
  path: "/v1/admin/jobs",
  operationId: "listJobsForAdmin",
  summary: "Jobs of everybody and of the system; dead ones unless another state is asked for",
  request: {
    query: z.strictObject({ ...listParams, state: z.enum(JOB_STATES).default("dead") }),
  },
  responses: {
    200: json(privatePageOf(AdminJob, "AdminJobPage"), "Jobs, the newest first"),
    ...problems(...OF_CALLERS),
  },
});

export const replayJobRoute = createRoute({
  tags: ADMIN_TAGS,
  method: "post",
  path: "/v1/admin/jobs/{jobId}/replay",
  operationId: "replayJob",
  summary: "Do a dead or cancelled job again",
  request: { params: JobPath, headers: idempotencyHeader },
  responses: {
    200: json(privateOf(AdminJob, "ReplayedJobAnswer"), "The job as it is now"),
    ...problems(...OF_WRITES, "JOB_NOT_FOUND", "JOB_ENDED"),
  },
});

export const replayDeadJobs = createRoute({
  tags: ADMIN_TAGS,
  method: "post",
  path: "/v1/admin/jobs/replay",
  operationId: "replayDeadJobs",
  summary: "Do all dead jobs again, or those of one name",
  request: {
    headers: idempotencyHeader,
    body: jsonBody(z.strictObject({ name: z.enum(NAMES).optional() }).openapi("ReplayJobsRequest")),
  },
  responses: {
    200: json(privateOf(z.object({ replayed: z.int() }), "ReplayedJobsAnswer"), "How many"),
    ...problems(...OF_WRITES),
  },
});

export const getQueues = createRoute({
  tags: ADMIN_TAGS,
  method: "get",
  path: "/v1/admin/queues",
  operationId: "getQueues",
  summary: "Jobs by queue and state, apart from those that have ended well",
  request: { query: z.strictObject({}) },
  responses: {
    200: json(
      privateOf(
        z.array(
          z
            .object({
              queue: z.string(),
              state: z.enum(JOB_STATES),
              count: z.int(),
              oldestAt: Moment.openapi({ description: "When the oldest could have been taken." }),
            })
            .openapi("QueueState"),
        ),
        "QueuesAnswer",
      ),
      "Counts",
    ),
    ...problems(...OF_CALLERS),
  },
});

export const createQueuePageLink = createRoute({
  tags: ADMIN_TAGS,
  method: "post",
  path: "/v1/admin/queue-page-links",
  operationId: "createQueuePageLink",
  summary: "A link that opens the page of queues in a browser",
  description: "It is good once, within a minute; what it opens is read only and lasts an hour.",
  request: { headers: idempotencyHeader },
  responses: {
    201: json(
      privateOf(
        z.object({
          path: z.string().openapi({
            description: "Behind the address of the API.",
            example: "/admin/queues/enter/…",
          }),
        }),
        "QueuePageLinkAnswer",
      ),
      "The link",
    ),
    ...problems(...OF_WRITES),
  },
});
