import { keyText } from "../../../core/db/keys.ts";
import {
  escrowKey,
  findDisputes,
  findHolds,
  findTransitions,
} from "../../../core/queries/escrow-parts.ts";
import type { EscrowRow } from "../../../core/queries/escrows.ts";
import { detail } from "../../http/detail.ts";
import { EscrowDetail, toEscrowDetail } from "./escrow-detail.resource.ts";

export const escrowDetail = detail(EscrowDetail, async (snapshot, row: EscrowRow) => {
  const keys = [escrowKey(row)];
  const name = keyText(escrowKey(row));
  const parts = {
    hold: (await findHolds(snapshot, keys)).get(name),
    dispute: (await findDisputes(snapshot, keys)).get(name),
    transitions: (await findTransitions(snapshot, keys)).get(name) ?? [],
  };
  return toEscrowDetail(row, parts, snapshot.position);
});
