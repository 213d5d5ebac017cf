import { AsyncLocalStorage } from "node:async_hooks";
import { createBullBoard } from "@bull-board/api";
import { HonoAdapter } from "@bull-board/hono";
import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { secureHeaders } from "hono/secure-headers";
import {
  createQueuePageSecret,
  findQueueVisitor,
  openQueuePage,
} from "../../core/administration/queue-page.ts";
import { recordChange } from "../../core/audit-log/record-change.ts";
import { asCaller, type CallerTransaction } from "../../core/db/as-caller.ts";
import { DomainError } from "../../core/errors.ts";
import type { Caller } from "../../core/identity/caller.ts";
import { countQueue, findQueueJobs, getJob } from "../../core/jobs/own-jobs.ts";
import { QUEUE_NAMES } from "../../core/jobs/queues.ts";
import type { ApiDeps } from "../deps.ts";
import { carryOut } from "../http/private-answer.ts";
import type { Router } from "../http/router.ts";
import { requireCaller } from "../middleware/caller.ts";
import { createQueuePageLink } from "../routes/jobs/jobs.contract.ts";
import { RowsAdapter } from "./rows-adapter.ts";

const PATH = "/admin/queues";
const COOKIE = "valyra_queues";
const VISIT_SECONDS = 3_600;
const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/**
 * The page of queues, for administrators. A browser cannot send a token by itself, so a link that is
 * good once begins a visit, which a cookie for this path alone goes on with. Only reads are answered,
 * so that a page of somebody else could do nothing with it.
 */
export function registerQueuePage(app: Router, deps: ApiDeps): void {
  const visitor = new AsyncLocalStorage<Caller>();
  const read = <Answer>(work: (transaction: CallerTransaction) => Promise<Answer>) => {
    const caller = visitor.getStore();
    if (caller === undefined) throw new Error("nobody has opened the page of queues");
    return asCaller(deps.writes.callers, caller, work);
  };
  const board = createBoard({
    count: (queue) => read((transaction) => countQueue(transaction, queue)),
    find: (queue, states, page) =>
      read((transaction) => findQueueJobs(transaction, queue, states, page)),
    get: (jobId) => read((transaction) => getJob(transaction, jobId)).catch(() => undefined),
  });

  app.openapi(createQueuePageLink, async (c) => {
    const caller = await requireCaller(c, { role: "admin", isBound: true });
    const answer = await carryOut(c, deps, { caller, status: 201 }, async (transaction, origin) => {
      const secret = await createQueuePageSecret(transaction, caller.accountId);
      await recordChange(transaction, caller, origin, {
        action: "queue_page.link",
        entity: "queue_page_visit",
        entityId: caller.accountId,
      });
      return { path: `${PATH}/enter/${secret}` };
    });
    return c.json(answer, 201);
  });

  app.use(
    `${PATH}/*`,
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", "data:"],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        frameAncestors: ["'none'"],
      },
      referrerPolicy: "no-referrer",
    }),
  );

  app.get(`${PATH}/enter/:secret`, async (c) => {
    const visit = await openQueuePage(deps.writes.callers, c.req.param("secret"));
    if (visit === undefined)
      throw new DomainError("AUTH_REQUIRED", "The link is not good any more.");
    setCookie(c, COOKIE, visit, {
      path: PATH,
      httpOnly: true,
      sameSite: "Lax",
      secure: !LOOPBACK.test(new URL(c.req.url).hostname),
      maxAge: VISIT_SECONDS,
    });
    c.header("cache-control", "private, no-store");
    return c.redirect(PATH, 303);
  });

  app.get(`${PATH}/*`, async (c) => {
    const accountId = await findQueueVisitor(deps.writes.callers, getCookie(c, COOKIE) ?? "");
    if (accountId === undefined) {
      throw new DomainError("AUTH_REQUIRED", "Ask for a link: POST /v1/admin/queue-page-links.");
    }
    const caller = asAdministrator(accountId);
    const response = await visitor.run(caller, async () => board.fetch(c.req.raw));
    c.header("cache-control", "private, no-store");
    return response;
  });
}

/** Whether the account administers is looked up again by the rules of each row. */
const asAdministrator = (accountId: string): Caller => ({
  kind: "session",
  accountId,
  sessionId: "queue page",
  wallet: undefined,
  wallets: [],
  roles: ["user", "admin"],
  tier: "free",
  signedInAt: new Date(0),
});

function createBoard(reads: ConstructorParameters<typeof RowsAdapter>[1]): Hono {
  const serverAdapter = new HonoAdapter(serveStatic).setBasePath(PATH);
  createBullBoard({
    queues: QUEUE_NAMES.map((queue) => new RowsAdapter(queue, reads)),
    serverAdapter,
    options: { uiConfig: { boardTitle: "Valyra", hideRedisDetails: true } },
  });
  return new Hono().route(PATH, serverAdapter.registerPlugin());
}
