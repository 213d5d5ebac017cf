import { findTokens } from "../../../core/queries/statistics.ts";
import {
  createTokenBalanceReader,
  type TokenBalanceReader,
} from "../../../core/rpc/token-balances.ts";
import { FactsMemory } from "../../../core/statistics/facts-memory.ts";
import { type Holding, type Ledger, readHoldings } from "../../../core/statistics/holdings.ts";
import type { ApiDeps } from "../../deps.ts";
import { type Reading, readOnce } from "../../http/answer.ts";
import { contentTag } from "../../http/content-tag.ts";
import type { Router } from "../../http/router.ts";
import type { SharedReads } from "../../http/shared-answers.ts";
import type { TokenColumns } from "../../http/values.ts";
import { getSolvency } from "./solvency.contract.ts";
import { toSolvency } from "./solvency.resource.ts";

/** What the index knows; the node's word is never kept with it. */
type Findings = { holdings: Holding[]; tokens: ReadonlyMap<`0x${string}`, TokenColumns> };

/** A holding with the accounts that it names, of which there are twenty at most. */
const HOLDING_BYTES = 30_000;

/** Rows of findings that are kept until something happens on the chain; each takes some 500 bytes. */
const MAX_LEDGER_ROWS = 20_000;

const ledgerRows = ({ lastEvents, ...lists }: Ledger) =>
  Object.values(lists).reduce((sum, rows) => sum + rows.length, 1 + lastEvents.size);

export const registerGetSolvency = (app: Router, deps: ApiDeps) => {
  const { rpc, addressBook, cache, now } = deps;
  const readBalance =
    rpc && createTokenBalanceReader(rpc, { chainId: addressBook.chainId, cache, now });
  const memory = new FactsMemory<Ledger>(ledgerRows, MAX_LEDGER_ROWS);
  // Made with the first answer: the document is built without dependencies.
  let kept: SharedReads<Reading<Findings>> | undefined;
  app.openapi(getSolvency, async (c) => {
    const { contract, token, ...freshness } = c.req.valid("query");
    kept ??= deps.answers.beside(({ value }) => (value.holdings.length + 1) * HOLDING_BYTES);
    const shared = { kept, question: `${contract} ${token}` };
    const { value, meta } = await readOnce(c, deps, freshness, shared, async (snapshot) => ({
      holdings: await readHoldings(snapshot, { contract, token }, await memory.open(snapshot)),
      tokens: await findTokens(snapshot.indexed, snapshot.position.chainId),
    }));
    const { holdings, tokens } = value;
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
  return readBalance(token, contract, comparison);
}
