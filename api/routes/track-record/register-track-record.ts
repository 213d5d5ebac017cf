import type { z } from "@hono/zod-openapi";
import { DomainError } from "../../../core/errors.ts";
import type { Statements } from "../../../core/jobs/add-job.ts";
import { dayOf, proveInclusion } from "../../../core/valuation/record/day-root.ts";
import {
  findDay,
  findEntry,
  readDayHashes,
  readDays,
  readEntries,
  readOutcomes,
  readRecordHead,
  recordIn,
} from "../../../core/valuation/record/read-record.ts";
import {
  countOutcomes,
  readTrackRecord,
} from "../../../core/valuation/record/read-track-record.ts";
import type { ApiDeps } from "../../deps.ts";
import { sendFresh } from "../../http/answer.ts";
import type { Router } from "../../http/router.ts";
import {
  DEFAULT_ENTRIES,
  getEstimateProof,
  getTrackRecord,
  listEstimateOutcomes,
  listRecordDays,
  listRecordEntries,
} from "./track-record.contract.ts";
import {
  type EstimateProof,
  toEstimateOutcome,
  toRecordDay,
  toTrackRecord,
} from "./track-record.resource.ts";

/** The record of estimates and what became of them; nothing of it is private. */
export function registerTrackRecord(app: Router, deps: ApiDeps): void {
  app.openapi(getTrackRecord, (c) =>
    sendFresh(c, deps, c.req.valid("query"), async (snapshot) => {
      const db = recordIn(snapshot);
      return { data: toTrackRecord(await readTrackRecord(db), await countOutcomes(db)) };
    }),
  );

  app.openapi(listRecordEntries, (c) => {
    const { after = 0, limit = DEFAULT_ENTRIES } = c.req.valid("query");
    return sendFresh(c, deps, {}, async (snapshot) => {
      const db = recordIn(snapshot);
      const found = await readEntries(db, { after, limit: limit + 1 });
      const data = found.slice(0, limit);
      return {
        data,
        page: pageOf(data.at(-1)?.sequence ?? after, found, limit),
        head: await readRecordHead(db),
      };
    });
  });

  app.openapi(listRecordDays, (c) => {
    const { after, limit = DEFAULT_ENTRIES } = c.req.valid("query");
    return sendFresh(c, deps, {}, async (snapshot) => {
      const found = await readDays(recordIn(snapshot), { after, limit: limit + 1 });
      return {
        data: found.slice(0, limit).map(toRecordDay),
        page: { hasMore: found.length > limit, limit },
      };
    });
  });

  app.openapi(listEstimateOutcomes, (c) => {
    const { after = 0, limit = DEFAULT_ENTRIES } = c.req.valid("query");
    return sendFresh(c, deps, {}, async (snapshot) => {
      const db = recordIn(snapshot);
      const found = await readOutcomes(db, { after, limit: limit + 1 });
      const rows = found.slice(0, limit);
      return {
        data: rows.map(toEstimateOutcome),
        page: pageOf(rows.at(-1)?.outcomeId ?? after, found, limit),
        head: await readRecordHead(db),
      };
    });
  });

  app.openapi(getEstimateProof, (c) => {
    const { id } = c.req.valid("param");
    return sendFresh(c, deps, {}, async (snapshot) => ({
      data: await proofOf(recordIn(snapshot), id),
    }));
  });
}

const pageOf = (nextAfter: number, found: readonly unknown[], limit: number) => ({
  nextAfter,
  hasMore: found.length > limit,
  limit,
});

async function proofOf(
  db: Statements,
  valuationId: string,
): Promise<z.output<typeof EstimateProof>> {
  const entry = await findEntry(db, valuationId);
  if (entry === undefined) {
    throw new DomainError("ESTIMATE_NOT_RECORDED", `No estimate ${valuationId} is published.`);
  }
  const { sequence, hash } = entry;
  const day = dayOf(entry);
  const sealed = await findDay(db, day);
  if (sealed === undefined) return { sequence, hash, day, sealed: null };
  const { root, proof } = proveInclusion(day, await readDayHashes(db, day), hash);
  return { sequence, hash, day, sealed: { root, proof, anchor: toRecordDay(sealed).anchor } };
}
