import { keyText } from "../../../core/db/keys.ts";
import { CONTRACTS } from "../../../core/queries/contracts.ts";
import type { ApiDeps } from "../../deps.ts";
import { sendAnswer } from "../../http/answer.ts";
import type { Router } from "../../http/router.ts";
import { toAddress, toAddressOrNull } from "../../http/values.ts";
import { toContractSettings } from "../contracts/contract.resource.ts";
import { getContracts } from "./meta.contract.ts";

export const registerGetContracts = (app: Router, deps: ApiDeps) =>
  app.openapi(getContracts, async (c) => {
    const { network, chainId, contracts } = deps.addressBook;
    return sendAnswer(c, deps, c.req.valid("query"), async (snapshot) => {
      const keys = contracts.map(({ address }) => [chainId, address] as const);
      const found = await CONTRACTS.findByKeys(snapshot, keys);
      return {
        data: {
          network,
          chainId,
          contracts: contracts.map(({ kind, generation, address, startBlock, ...configured }) => {
            const row = found.get(keyText([chainId, address]));
            return {
              kind,
              generation,
              address: toAddress(address),
              startBlock,
              token: toAddressOrNull(row?.token ?? configured.token ?? null),
              marketplace: toAddressOrNull(row?.marketplace ?? configured.marketplace ?? null),
              current: row === undefined ? null : toContractSettings(row, snapshot.position),
            };
          }),
        },
      };
    });
  });
