import { createRoute, z } from "@hono/zod-openapi";
import { LINK_PAGE_RESPONSES, LINK_PROBLEMS, signedLink } from "../../http/link-page.ts";
import { json } from "../../http/page.ts";
import { privateOf } from "../../http/private-answer.ts";
import { Instant } from "../../http/values.ts";
import { idempotencyHeader } from "../../http/write-contract.ts";

const tags = ["Accounts"];

const LinkPath = signedLink(
  "As the link of a reminder has it; it is signed by us.",
  "MzEzMzct.x0kQm3vT5yB8nR1cWzJ4hL7pD2sF6gA9eKuXiVoYtNb",
);

export const showSignOfLife = createRoute({
  tags,
  method: "get",
  path: "/v1/signs-of-life/{link}",
  operationId: "showSignOfLife",
  summary: "The page behind the link of a reminder: one button",
  description: "Reading it changes nothing, for mail programs open links before people do.",
  request: { params: LinkPath, query: z.strictObject({}) },
  responses: LINK_PAGE_RESPONSES,
});

export const recordSignOfLifeRoute = createRoute({
  tags,
  method: "post",
  path: "/v1/signs-of-life/{link}",
  operationId: "recordSignOfLife",
  summary: "Say as a seller that you are still there",
  description:
    "Ends the silence that the reminder was about, as far as this service is concerned: reminders, the mark as unresponsive and pauses by its agent. The contract hears of recordHeartbeat alone. A link is good for its one silence; used again it changes nothing.",
  request: { params: LinkPath, headers: idempotencyHeader },
  responses: {
    200: json(
      privateOf(
        z
          .object({
            seller: z.string().openapi({ description: "`<chainId>-<marketplace>-<account>`." }),
            isRecorded: z.boolean().openapi({
              description: "False when the silence had ended already.",
            }),
            lastHeardAt: Instant.openapi({ description: "Last sign of life, in chain time." }),
          })
          .openapi("SignOfLife"),
        "SignOfLifeAnswer",
      ),
      "What is known of the seller now",
    ),
    ...LINK_PROBLEMS,
  },
});
