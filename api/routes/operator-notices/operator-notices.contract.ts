import { createRoute, z } from "@hono/zod-openapi";
import { json } from "../../http/page.ts";
import { privateOf, Uuid } from "../../http/private-answer.ts";
import { problems } from "../../http/problem.ts";
import { idempotencyHeader } from "../../http/write-contract.ts";

const tags = ["Administration"];

const LinkPath = z.object({
  link: z
    .string()
    .max(400)
    .regex(/^[\w-]+\.[\w-]{43}$/, "must be the whole last part of the link")
    .openapi({
      param: { name: "link", in: "path" },
      description: "As a message in the chat of the operators has it; it is signed by us.",
      example: "M2YwZTRi.x0kQm3vT5yB8nR1cWzJ4hL7pD2sF6gA9eKuXiVoYtNb",
    }),
});

export const showOperatorNotice = createRoute({
  tags,
  method: "get",
  path: "/v1/operator-notices/{link}",
  operationId: "showOperatorNotice",
  summary: "The page behind the link of a message to operators: one button",
  description: "Reading it changes nothing, for chats open links before people do.",
  request: { params: LinkPath, query: z.strictObject({}) },
  responses: {
    200: {
      content: { "text/html": { schema: z.string().openapi({ example: "<!doctype html>…" }) } },
      description: "A page for people",
    },
    ...problems("INVALID_REQUEST"),
  },
});

export const takeOperatorNotice = createRoute({
  tags,
  method: "post",
  path: "/v1/operator-notices/{link}",
  operationId: "takeOperatorNotice",
  summary: "Say as an operator that you look after something",
  description:
    "Ends the messages about it, and nothing else: what is to be done needs an account with the role. A link is good for a week.",
  request: { params: LinkPath, headers: idempotencyHeader },
  responses: {
    200: json(
      privateOf(z.object({ noticeId: Uuid, isTaken: z.literal(true) }), "TakenNoticeAnswer"),
      "Nobody is reminded any more",
    ),
    ...problems(
      "INVALID_REQUEST",
      "LINK_NOT_FOUND",
      "BODY_TOO_LARGE",
      "IDEMPOTENCY_KEY_REUSED",
      "IDEMPOTENCY_IN_PROGRESS",
      "RATE_LIMITED",
      "DATABASE_UNAVAILABLE",
      "QUERY_TIMEOUT",
    ),
  },
});
