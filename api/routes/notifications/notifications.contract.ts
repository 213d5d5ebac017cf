import { createRoute, z } from "@hono/zod-openapi";
import { DIGESTS } from "../../../core/mail/mail-preferences.ts";
import { LINK_PAGE_RESPONSES, LINK_PROBLEMS } from "../../http/link-page.ts";
import { json } from "../../http/page.ts";
import { privateOf, Uuid } from "../../http/private-answer.ts";
import { problems } from "../../http/problem.ts";
import { idempotencyHeader, jsonBody, OF_CALLERS, OF_WRITES } from "../../http/write-contract.ts";

const tags = ["Accounts"];

const preferences = {
  wantsEvents: z.boolean().openapi({ description: "Mails about what happened on chain." }),
  wantsDeadlines: z.boolean().openapi({ description: "Warnings before a deadline." }),
  wantsSearches: z.boolean().openapi({
    description: "Mails about listings that a saved search has found.",
  }),
  digest: z.enum(DIGESTS).openapi({
    description: "daily: events and finds of a day in one mail. Deadlines never wait.",
  }),
};

export const Notifications = z.object(preferences).openapi("Notifications");

export const getNotifications = createRoute({
  tags,
  method: "get",
  path: "/v1/account/notifications",
  operationId: "getNotifications",
  summary: "Which mails you want",
  request: { query: z.strictObject({}) },
  responses: {
    200: json(privateOf(Notifications, "NotificationsAnswer"), "Your wishes"),
    ...problems(...OF_CALLERS),
  },
});

export const changeNotifications = createRoute({
  tags,
  method: "patch",
  path: "/v1/account/notifications",
  operationId: "changeNotifications",
  summary: "Say which mails you want",
  request: {
    headers: idempotencyHeader,
    body: jsonBody(z.strictObject(preferences).partial().openapi("ChangeNotificationsRequest")),
  },
  responses: {
    200: json(privateOf(Notifications, "ChangedNotificationsAnswer"), "Your wishes from now on"),
    ...problems(...OF_WRITES),
  },
});

const LinkPath = z.object({
  token: Uuid.openapi({
    param: { name: "token", in: "path" },
    description: "As the link at the end of a mail has it.",
  }),
});

export const showUnsubscribe = createRoute({
  tags,
  method: "get",
  path: "/v1/unsubscribe/{token}",
  operationId: "showUnsubscribe",
  summary: "The page behind the link in mails: one button",
  description: "Reading it changes nothing, for mail programs open links before people do.",
  request: { params: LinkPath },
  responses: LINK_PAGE_RESPONSES,
});

export const unsubscribe = createRoute({
  tags,
  method: "post",
  path: "/v1/unsubscribe/{token}",
  operationId: "unsubscribe",
  summary: "End mails about events, deadlines and saved searches",
  description: "For the button of the page and for the one of mail programs (RFC 8058).",
  request: { params: LinkPath, headers: idempotencyHeader },
  responses: {
    200: json(
      privateOf(z.object({ isUnsubscribed: z.literal(true) }), "UnsubscribedAnswer"),
      "No such mails any more",
    ),
    ...LINK_PROBLEMS,
  },
});
