import type { AppDb } from "../../../core/db/app.ts";
import { DomainError, ERRORS, type ErrorCode } from "../../../core/errors.ts";
import { findCurrentRelease } from "../../../core/queries/freshness.ts";
import { listProvedRanges, listProviders, type Trust } from "../../../core/queries/trust.ts";
import type { ApiDeps } from "../../deps.ts";
import { sendFresh } from "../../http/answer.ts";
import { PROBLEMS, problemType } from "../../http/catalogue.ts";
import type { Router } from "../../http/router.ts";
import { getHealth, getProblemKind, getReady, getStatus } from "./meta.contract.ts";
import { checkCondition, checkReadiness, readCondition } from "./readiness.ts";

export const registerHealth = (app: Router) =>
  app.openapi(getHealth, (c) => c.json({ status: "ok" as const }, 200));

export const registerReady = (app: Router, deps: ApiDeps) =>
  app.openapi(getReady, async (c) => {
    const ready = await checkReadiness(deps);
    return ready.isReady ? c.json(ready, 200) : c.json(ready, 503);
  });

export const registerStatus = (app: Router, deps: ApiDeps) =>
  app.openapi(getStatus, async (c) => {
    return sendFresh(c, deps, c.req.valid("query"), async (snapshot) => {
      const { app: appDb, position } = snapshot;
      const { heads, chainId } = position;
      const release = await findCurrentRelease(appDb);
      const condition = await readCondition(snapshot);
      const checks = checkCondition(deps, position, condition);
      const doubts = checks.filter(({ isOk }) => !isOk);
      return {
        data: {
          network: deps.addressBook.network,
          chainId,
          release: {
            schema: position.release,
            buildId: position.buildId,
            publishedAt: release?.publishedAt.toISOString() ?? null,
          },
          isLive: condition.isLive,
          safeDepth: heads && Number(heads.head - heads.safe),
          finalDepth: heads && Number(heads.head - heads.final),
          headSeenAt: heads?.at.toISOString() ?? null,
          undecidedLogCount: Number(condition.undecided),
          isTrusted: doubts.length === 0,
          doubts,
          ...(await describeTrust(appDb, chainId, condition.trust)),
        },
      };
    });
  });

async function describeTrust(app: AppDb, chainId: number, { chainMovedAt, stateAudit }: Trust) {
  const providers = await listProviders(app, chainId);
  const ranges = await listProvedRanges(app, chainId);
  return {
    chainMovedAt: chainMovedAt?.toISOString() ?? null,
    stateAudit: stateAudit && {
      blockNumber: Number(stateAudit.blockNumber),
      blockHash: stateAudit.blockHash,
      finishedAt: stateAudit.finishedAt.toISOString(),
      comparedRowCount: stateAudit.comparedRows,
      comparedFieldCount: Number(stateAudit.comparedFields),
      postponedRowCount: stateAudit.postponedRows,
      differenceCount: stateAudit.differences,
    },
    providers: providers.map(({ host, isBenched, reason, benches, refused, head }) => ({
      host,
      isBenched,
      reason,
      benchCount: benches,
      refusedCount: Number(refused),
      headBlock: head === null ? null : Number(head),
    })),
    provedRanges: ranges.map(({ proof, fromBlock, toBlock }) => ({
      proof,
      fromBlock: Number(fromBlock),
      toBlock: Number(toBlock),
    })),
  };
}

export const registerProblemKinds = (app: Router) =>
  app.openapi(getProblemKind, (c) => {
    const { slug } = c.req.valid("param");
    const codes = Object.keys(PROBLEMS) as ErrorCode[];
    const code = codes.find((candidate) => problemType(candidate) === `/problems/${slug}`);
    if (code === undefined) throw new DomainError("ROUTE_NOT_FOUND", "No problem has this name.");
    const { title, status, meaning, fix } = PROBLEMS[code];
    const { isRetryable } = ERRORS[code];
    return c.json({ code, title, status, meaning, fix, isRetryable }, 200);
  });
