import { type Hex, toEventSelector } from "viem";
import type { Chain } from "../../../devnet/chain.ts";
import type { Address, Receipt } from "../anvil.ts";
import { withClient } from "../postgres.ts";
import type { IndexPlace } from "./tables.ts";

/** Moves nothing, so that no row is made of it (`src/protocol/coverage.ts`). */
const UNRECORDED = toEventSelector("ApprovalForAll(address,address,bool)");

const RECEIPTS_PER_REQUEST = 200;

/** Differences between the activity of an index and the receipts of the chain as it is now. */
export async function activityDifferences(
  chain: Chain,
  contracts: readonly Address[],
  { databaseUrl, schema }: IndexPlace,
): Promise<string[]> {
  const expected = await loggedBy(chain, contracts);
  const { rows } = await withClient(databaseUrl, (client) =>
    client.query<{ log: string }>(
      `select concat_ws(' ', block_number, log_index, block_hash, tx_hash, contract, topic, raw_data)
         as log from "${schema}".activity`,
    ),
  );
  const indexed = new Set(rows.map(({ log }) => log));
  const wanted = new Set(expected);
  return [
    ...expected.filter((log) => !indexed.has(log)).map((log) => `no activity for ${log}`),
    ...rows.filter(({ log }) => !wanted.has(log)).map(({ log }) => `orphaned activity ${log}`),
  ];
}

async function loggedBy(chain: Chain, contracts: readonly Address[]): Promise<string[]> {
  const watched = new Set<string>(contracts);
  const head = Number(await chain.blockNumber());
  const logs: string[] = [];
  for (let first = 0; first <= head; first += RECEIPTS_PER_REQUEST) {
    const last = Math.min(head, first + RECEIPTS_PER_REQUEST - 1);
    const blocks = await chain.batch<Receipt[]>(
      Array.from({ length: last - first + 1 }, (_, index) => ({
        method: "eth_getBlockReceipts",
        params: [`0x${(first + index).toString(16)}`],
      })),
    );
    for (const log of blocks.flat().flatMap((receipt) => receipt.logs)) {
      if (watched.has(log.address) && log.topics[0] !== UNRECORDED) {
        logs.push(
          [
            ...[number(log.blockNumber), number(log.logIndex), log.blockHash, log.transactionHash],
            ...[log.address, log.topics[0], log.data],
          ].join(" "),
        );
      }
    }
  }
  return logs;
}

const number = (quantity: Hex) => Number.parseInt(quantity, 16);
