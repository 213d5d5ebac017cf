import { createRoute, z } from "@hono/zod-openapi";
import { LINK_PAGE_RESPONSES, LINK_PROBLEMS, signedLink } from "../../http/link-page.ts";
import { json } from "../../http/page.ts";
import { privateOf, Uuid } from "../../http/private-answer.ts";
import { idempotencyHeader } from "../../http/write-contract.ts";

const tags = ["Administration"];

const LinkPath = signedLink(
  "As a message in the chat of the operators has it; it is signed by us.",
  "M2YwZTRi.x0kQm3vT5yB8nR1cWzJ4hL7pD2sF6gA9eKuXiVoYtNb",
);

export const showOperatorNotice = createRoute({
  tags,
  method: "get",
  path: "/v1/operator-notices/{link}",
  operationId: "showOperatorNotice",
  summary: "The page behind the link of a message to operators: one button",
  description: "Reading it changes nothing, for chats open links before people do.",
  request: { params: LinkPath, query: z.strictObject({}) },
  responses: LINK_PAGE_RESPONSES,
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
    ...LINK_PROBLEMS,
  },
});
