import type { Snapshot } from "../../../core/db/consistent-read.ts";
import { type Key, keyOfChain, keyText } from "../../../core/db/keys.ts";
import { DomainError } from "../../../core/errors.ts";
import { escrowKey, findTransitions } from "../../../core/queries/escrow-parts.ts";
import {
  findEscrowEvents,
  findEscrowMovements,
  judgeForParties,
} from "../../../core/queries/escrow-story.ts";
import { ESCROWS, type EscrowRow } from "../../../core/queries/escrows.ts";
import type { ApiDeps } from "../../deps.ts";
import { sendAnswer } from "../../http/answer.ts";
import { resolveId } from "../../http/resolve-id.ts";
import type { Router } from "../../http/router.ts";
import { toEscrowHandover } from "./escrow-handover.resource.ts";
import { toEscrowLedger } from "./escrow-ledger.resource.ts";
import { getEscrowHandover, getEscrowLedger, getEscrowTimeline } from "./escrow-parts.contract.ts";
import { toEscrowTimeline, toTimelineEvents } from "./escrow-timeline.resource.ts";

export const registerEscrowTimeline = (app: Router, deps: ApiDeps) =>
  app.openapi(getEscrowTimeline, async (c) => {
    const key = keyOf(deps, c.req.valid("param").id);
    return sendAnswer(c, deps, c.req.valid("query"), async (snapshot) => {
      const row = await getEscrow(snapshot, key);
      const found = await findEscrowEvents(snapshot, row);
      const transitions = await transitionsOf(snapshot, row);
      return { data: toEscrowTimeline(row, { ...found, transitions }, snapshot.position) };
    });
  });

export const registerEscrowLedger = (app: Router, deps: ApiDeps) =>
  app.openapi(getEscrowLedger, async (c) => {
    const key = keyOf(deps, c.req.valid("param").id);
    return sendAnswer(c, deps, c.req.valid("query"), async (snapshot) => {
      const row = await getEscrow(snapshot, key);
      const { movements, isComplete } = await findEscrowMovements(snapshot, row);
      const { position } = snapshot;
      return { data: toEscrowLedger(row, movements, { isComplete, position }) };
    });
  });

export const registerEscrowHandover = (app: Router, deps: ApiDeps) =>
  app.openapi(getEscrowHandover, async (c) => {
    const key = keyOf(deps, c.req.valid("param").id);
    return sendAnswer(c, deps, c.req.valid("query"), async (snapshot) => {
      const { position } = snapshot;
      const row = await getEscrow(snapshot, key);
      const { events } = await findEscrowEvents(snapshot, row);
      const steps = toTimelineEvents(events, await transitionsOf(snapshot, row), position);
      const next = await judgeForParties(snapshot, row);
      return { data: toEscrowHandover(row, { next, steps }, position) };
    });
  });

const keyOf = ({ addressBook }: ApiDeps, id: string): Key =>
  keyOfChain(resolveId(addressBook, "escrow", id, "/path/id"));

async function getEscrow(snapshot: Snapshot, key: Key): Promise<EscrowRow> {
  const row = (await ESCROWS.findByKeys(snapshot, [key])).get(keyText(key));
  if (row === undefined) throw new DomainError("ESCROW_NOT_FOUND", `No escrow ${keyText(key)}.`);
  return row;
}

async function transitionsOf(snapshot: Snapshot, row: EscrowRow) {
  const key = escrowKey(row);
  return (await findTransitions(snapshot, [key])).get(keyText(key)) ?? [];
}
