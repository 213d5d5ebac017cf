import { randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import type { z } from "@hono/zod-openapi";
import { recordChange } from "../../../core/audit-log/record-change.ts";
import { asCaller, type CallerTransaction } from "../../../core/db/as-caller.ts";
import { statementsOf } from "../../../core/db/statements-of.ts";
import { DomainError } from "../../../core/errors.ts";
import type { KnownCaller } from "../../../core/identity/caller.ts";
import { findListingSeller } from "../../../core/queries/listing-seller.ts";
import {
  findListingValuations,
  findValuation,
  getValuation,
  type ValuationRow,
} from "../../../core/queries/valuations.ts";
import { analyzeInput } from "../../../core/valuation/pipeline/analyze.ts";
import { openAskedValuation } from "../../../core/valuation/pipeline/open.ts";
import { type ChainKey, publicId } from "../../../src/protocol/ids.ts";
import type { ApiDeps } from "../../deps.ts";
import type { ApiContext } from "../../http/env.ts";
import { DEFAULT_LIMIT } from "../../http/params.ts";
import { carryOut, privateMeta, privatePage } from "../../http/private-answer.ts";
import { resolveId } from "../../http/resolve-id.ts";
import type { Router } from "../../http/router.ts";
import { callerOf, requireCaller } from "../../middleware/caller.ts";
import { toValuation, type Valuation } from "./valuation.resource.ts";
import {
  analyzeBusiness,
  getValuationRoute,
  listListingValuations,
  MOST_WAIT_SECONDS,
  requestValuation,
} from "./valuations.contract.ts";

/** How often a request that waits looks whether its valuation has ended. */
const LOOK_MS = 150;

/** Asking for valuations, and reading them. */
export function registerValuations(app: Router, deps: ApiDeps): void {
  const listingOf = (id: string) => resolveId(deps.addressBook, "marketplace", id, "/path/id");

  app.openapi(analyzeBusiness, async (c) => {
    const caller = await requireCaller(c, { scope: "jobs:write" });
    const input = analyzeInput(c.req.valid("json"), deps.now());
    return answerAsked(c, deps, caller, { input }, c.req.valid("header").prefer);
  });

  app.openapi(requestValuation, async (c) => {
    const caller = await requireCaller(c, { scope: "jobs:write" });
    const listing = listingOf(c.req.valid("param").id);
    await requireListing(deps, listing);
    return answerAsked(c, deps, caller, { listing }, c.req.valid("header").prefer);
  });

  app.openapi(listListingValuations, async (c) => {
    const listing = listingOf(c.req.valid("param").id);
    const { limit = DEFAULT_LIMIT, cursor: before } = c.req.valid("query");
    await requireListing(deps, listing);
    const page = await asCaller(deps.writes.callers, await callerOf(c), (transaction) =>
      findListingValuations(transaction, listing, { before, limit }),
    );
    const cursorOf = ({ valuationId }: ValuationRow) => valuationId;
    return c.json(privatePage(c, page, { limit, toResource: toValuation, cursorOf }), 200);
  });

  app.openapi(getValuationRoute, async (c) => {
    const { id } = c.req.valid("param");
    const caller = await callerOf(c);
    if (caller.kind === "api_key") await requireCaller(c, { scope: "jobs:write" });
    const row = await asCaller(deps.writes.callers, caller, (transaction) =>
      findValuation(transaction, id),
    );
    // What is not published may be somebody's: whoever has not said who he is says it first.
    if (row === undefined) {
      await requireCaller(c, { scope: "jobs:write" });
      throw new DomainError("VALUATION_NOT_FOUND", `No valuation ${id}.`);
    }
    return c.json({ data: toValuation(row), meta: privateMeta(c) }, 200);
  });
}

type Asked = { listing: ChainKey } | { input: ReturnType<typeof analyzeInput> };
type AskedAnswer = {
  data: { valuation: z.output<typeof Valuation>; jobId: string };
  meta: { requestId: string };
};

/** Opens a valuation, and waits for its end if so wished. */
async function answerAsked(
  c: ApiContext,
  deps: ApiDeps,
  caller: KnownCaller,
  asked: Asked,
  prefer: string | undefined,
) {
  const work = async (
    transaction: CallerTransaction,
    origin: Parameters<typeof recordChange>[2],
  ) => {
    const organisationId = caller.kind === "api_key" ? caller.organisationId : undefined;
    const { valuationId, jobId } = await openAskedValuation(statementsOf(transaction), {
      ...asked,
      accountId: caller.accountId,
      organisationId,
      causeKey: `request ${randomUUID()}`,
    });
    const valuation = toValuation(await getValuation(transaction, valuationId));
    await recordChange(transaction, caller, origin, {
      action: "valuation.request",
      entity: "valuation",
      entityId: valuationId,
      after: { listing: valuation.listing, jobId },
    });
    return { valuation, jobId };
  };
  const answer: AskedAnswer = await carryOut(c, deps, { caller, status: 202 }, work);
  const { valuationId } = answer.data.valuation;
  c.header("location", `/v1/valuations/${valuationId}`);
  const seconds = waitOf(prefer);
  const ended = seconds > 0 ? await untilEnded(c, deps, caller, valuationId, seconds) : undefined;
  if (ended === undefined) return c.json(answer, 202);
  c.header("preference-applied", `wait=${seconds}`);
  return c.json({ ...answer, data: { ...answer.data, valuation: toValuation(ended) } }, 200);
}

/** Seconds that a client prefers to wait (RFC 7240); anything else that it prefers is passed over. */
function waitOf(prefer: string | undefined): number {
  const seconds = /(?:^|[,;\s])wait=(\d{1,3})(?:$|[,;\s])/i.exec(prefer ?? "")?.[1] ?? "0";
  return Math.min(MOST_WAIT_SECONDS, Number.parseInt(seconds, 10));
}

/** The valuation once it has ended; undefined when that takes longer, or nobody waits any more. */
async function untilEnded(
  c: ApiContext,
  deps: ApiDeps,
  caller: KnownCaller,
  valuationId: string,
  seconds: number,
): Promise<ValuationRow | undefined> {
  const until = performance.now() + seconds * 1_000;
  while (performance.now() < until && !c.req.raw.signal.aborted) {
    await delay(LOOK_MS);
    const row = await asCaller(deps.writes.callers, caller, (transaction) =>
      getValuation(transaction, valuationId),
    );
    if (row.finishedAt !== null) return row;
  }
  return undefined;
}

/** @throws DomainError LISTING_NOT_FOUND */
async function requireListing({ database }: ApiDeps, listing: ChainKey): Promise<void> {
  const seller = await database.readIndex((snapshot) => findListingSeller(snapshot, listing));
  if (seller !== undefined) return;
  const id = publicId(listing.chainId, listing.contract, listing.number);
  throw new DomainError("LISTING_NOT_FOUND", `No listing ${id}.`);
}
