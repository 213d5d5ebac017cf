import { findTokens } from "../../../core/queries/statistics.ts";
import {
  type BalanceReading,
  createTokenBalanceReader,
  type TokenBalanceReader,
} from "../../../core/rpc/token-balances.ts";
import { FactsMemory } from "../../../core/statistics/facts-memory.ts";
import { type Holding, type Ledger, readHoldings } from "../../../core/statistics/holdings.ts";
import { ShortAccounts } from "../../../core/statistics/shortfalls.ts";
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
  const accounts = new ShortAccounts();
  const write = createWriter();
  // Made with the first answer: the document is built without dependencies.
  let kept: SharedReads<Reading<Findings>> | undefined;
  app.openapi(getSolvency, async (c) => {
    const { contract, token, ...freshness } = c.req.valid("query");
    kept ??= deps.answers.beside(({ value }) => (value.holdings.length + 1) * HOLDING_BYTES);
    const shared = { kept, question: `${contract} ${token}` };
    const { value, meta } = await readOnce(c, deps, freshness, shared, async (snapshot) => ({
      holdings: await readHoldings(
        snapshot,
        { contract, token },
        { facts: await memory.open(snapshot), accounts },
      ),
      tokens: await findTokens(snapshot.indexed, snapshot.position.chainId),
    }));
    // The node is asked when the snapshot is closed: no connection waits for it.
    const readings = await Promise.all(value.holdings.map((it) => readOnchain(readBalance, it)));
    const { data, tag } = write(value, readings, {
      chainId: meta.chainId,
      indexedBlock: BigInt(meta.indexedBlock.number),
    });
    c.header("etag", tag);
    return c.json({ data, meta }, 200);
  });
};

type Written = { data: ReturnType<typeof toSolvency>[]; tag: string };

/** Writes findings of a block and what the node said, once for all who ask the same. */
function createWriter() {
  const written = new WeakMap<Findings, Written & { said: string }>();
  return (
    findings: Findings,
    readings: readonly BalanceReading[],
    block: Parameters<typeof toSolvency>[3],
  ): Written => {
    const said = readings.map((it) => ("units" in it ? it.units : it.unavailable)).join();
    const known = written.get(findings);
    if (known?.said === said) return known;
    const data = findings.holdings.map((holding, at) =>
      toSolvency(
        holding,
        readings[at] as BalanceReading,
        (holding.token && findings.tokens.get(holding.token)) ?? {
          token: holding.token,
          tokenSymbol: null,
          tokenDecimals: null,
        },
        block,
      ),
    );
    // What the node said is part of the content.
    const anew = { data, tag: contentTag(JSON.stringify(data)), said };
    written.set(findings, anew);
    return anew;
  };
}

function readOnchain(
  readBalance: TokenBalanceReader | undefined,
  { token, contract, comparison }: Holding,
) {
  if (readBalance === undefined) return { unavailable: "no node is configured" };
  if (token === null) return { unavailable: "the token of the contract is unknown" };
  return readBalance(token, contract, comparison);
}
