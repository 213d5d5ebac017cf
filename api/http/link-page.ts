import { z } from "@hono/zod-openapi";
import { html } from "hono/html";
import { problems } from "./problem.ts";

/** What a page behind a link of a mail or a chat says: one question, and one button for it. */
export type LinkPageWords = {
  title: string;
  question: string;
  explanation: string;
  button: string;
};

/**
 * The page behind a link that people are sent. Reading it changes nothing, for programs open links before
 * people do. It works without any script; the form has no address of its own, so it is sent to this one.
 */
export function linkPage({ title, question, explanation, button }: LinkPageWords) {
  return html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <title>${title}</title>
  </head>
  <body>
    <h1>${question}</h1>
    <p>${explanation}</p>
    <form method="post"><button>${button}</button></form>
  </body>
</html>`;
}

/** Answers of a route that shows such a page. */
export const LINK_PAGE_RESPONSES = {
  200: {
    content: { "text/html": { schema: z.string().openapi({ example: "<!doctype html>…" }) } },
    description: "A page for people",
  },
  ...problems("INVALID_REQUEST"),
} as const;

/** Refusals of a route that does what the button of such a page asks. */
export const LINK_PROBLEMS = problems(
  "INVALID_REQUEST",
  "LINK_NOT_FOUND",
  "BODY_TOO_LARGE",
  "IDEMPOTENCY_KEY_REUSED",
  "IDEMPOTENCY_IN_PROGRESS",
  "RATE_LIMITED",
  "DATABASE_UNAVAILABLE",
  "QUERY_TIMEOUT",
);

/** The signed last part of a link (`core/signed-links`) as a parameter of the path. */
export function signedLink(description: string, example: string) {
  return z.object({
    link: z
      .string()
      .max(400)
      .regex(/^[\w-]+\.[\w-]{43}$/, "must be the whole last part of the link")
      .openapi({ param: { name: "link", in: "path" }, description, example }),
  });
}
