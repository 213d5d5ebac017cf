import { findTokens } from "../../../core/queries/statistics.ts";
import {
  createTokenBalanceReader,
  type TokenBalanceReader,
} from "../../../core/rpc/token-balances.ts";
import { type Holding, readHoldings } from "../../../core/statistics/holdings.ts";
import type { ApiDeps } from "../../deps.ts";
import { readAnswer } from "../../http/answer.ts";
import { contentTag } from "../../http/content-tag.ts";
import type { Router } from "../../http/router.ts";
import type { TokenColumns } from "../../http/values.ts";
import { getSolvency } from "./solvency.contract.ts";
import { toSolvency } from "./solvency.resource.ts";

export const registerGetSolvency = (app: Router, deps: ApiDeps) => {
  const { rpc, addressBook, now } = deps;
  const readBalance = rpc && createTokenBalanceReader(rpc, addressBook.chainId, now);
  app.openapi(getSolvency, async (c) => {
    const { contract, token, ...freshness } = c.req.valid("query");
    let holdings: Holding[] = [];
    let tokens: ReadonlyMap<`0x${string}`, TokenColumns> = new Map();
    const { meta } = await readAnswer(c, deps, freshness, async (snapshot) => {
      holdings = await readHoldings(snapshot, { contract, token });
      tokens = await findTokens(snapshot.indexed, snapshot.position.chainId);
      return {};
    });
    // The node is asked when the snapshot is closed: no connection waits for it.
    const data = await Promise.all(
      holdings.map(async (holding) =>
        toSolvency(
          holding,
          await readOnchain(readBalance, holding),
          (holding.token && tokens.get(holding.token)) ?? {
            token: holding.token,
            tokenSymbol: null,
            tokenDecimals: null,
          },
          { chainId: meta.chainId, indexedBlock: BigInt(meta.indexedBlock.number) },
        ),
      ),
    );
    // What the node said is part of the content.
    c.header("etag", contentTag(JSON.stringify(data)));
    return c.json({ data, meta }, 200);
  });
};

function readOnchain(
  readBalance: TokenBalanceReader | undefined,
  { token, contract, comparison }: Holding,
) {
  if (readBalance === undefined) return { unavailable: "no node is configured" };
  if (token === null) return { unavailable: "the token of the contract is unknown" };
  return readBalance(token, contract, comparison.number);
}
