import type { ChainHeads } from "../../../core/db/consistent-read.ts";
import { type ContractRow, findContracts } from "../../../core/queries/contracts.ts";
import type { ApiDeps } from "../../deps.ts";
import { readAnswer } from "../../http/answer.ts";
import type { Router } from "../../http/router.ts";
import { finalityOf, toAddress, toAddressOrNull } from "../../http/values.ts";
import { getContracts } from "./meta.contract.ts";

export const registerGetContracts = (app: Router, deps: ApiDeps) =>
  app.openapi(getContracts, async (c) => {
    const { network, chainId, contracts } = deps.addressBook;
    const answer = await readAnswer(c, deps, c.req.valid("query"), async (snapshot) => {
      const rows = await findContracts(snapshot.indexed, chainId);
      const byAddress = new Map(rows.map((row) => [row.address, row]));
      return {
        data: {
          network,
          chainId,
          contracts: contracts.map(({ kind, generation, address, startBlock, ...configured }) => {
            const row = byAddress.get(address);
            return {
              kind,
              generation,
              address: toAddress(address),
              startBlock,
              token: toAddressOrNull(row?.token ?? configured.token ?? null),
              marketplace: toAddressOrNull(row?.marketplace ?? configured.marketplace ?? null),
              current: row === undefined ? null : toCurrent(row, snapshot.position.heads),
            };
          }),
        },
      };
    });
    return c.json(answer, 200);
  });

function toCurrent(row: ContractRow, heads: ChainHeads | null) {
  return {
    generation: row.generation,
    implementation: toAddressOrNull(row.implementation),
    owner: toAddressOrNull(row.owner),
    isPaused: row.isPaused,
    isEmergency: row.emergencyActivatedAt !== null,
    updatedBlockNumber: Number(row.updatedBlock),
    finality: finalityOf(row.updatedBlock, heads),
  };
}
