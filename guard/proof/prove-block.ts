import { transactionType } from "./encode-transaction.ts";
import { assertHeader } from "./prove-header.ts";
import { assertReceipts, receiptType } from "./prove-receipts.ts";
import { assertTransactions } from "./prove-transactions.ts";
import { assertSender } from "./recover-sender.ts";
import type { RpcBlock, RpcLog, RpcReceipt, RpcTransaction } from "./rpc-block.ts";
import { demand, type Verdict, verdictOf } from "./verdict.ts";

export type { Verdict } from "./verdict.ts";

/** Whether somebody will read the sender of the transaction that has this log. */
export type IsOurs = (log: RpcLog) => boolean;

/**
 * Proves a whole block against its own hash: the header, every transaction, every receipt, and that
 * the one belongs to the other. Whether the hash is the chain's is not said here: that is agreed
 * between providers, or linked from an anchor (`linkHeaders`).
 * @param isOurs senders are recovered only for transactions with such a log; left out, for all.
 * @param isDevelopmentChain accepts transactions of impersonated accounts, which nobody signed.
 */
export async function proveBlock(
  block: RpcBlock,
  receipts: readonly RpcReceipt[],
  isOurs?: IsOurs,
  isDevelopmentChain = false,
): Promise<Verdict> {
  return verdictOf(() => {
    assertHeader(block);
    assertTransactions(block, block.transactions, isDevelopmentChain);
    assertReceipts(block, receipts);
    // Both tries have their root in the header, so both have the length of the block.
    demand(
      receipts.length === block.transactions.length,
      () => "the block has not as many receipts as transactions",
    );
    for (const [index, receipt] of receipts.entries()) {
      const transaction = assertPair(block, receipt, index);
      if (isOurs === undefined || receipt.logs.some(isOurs)) {
        assertSender(transaction, `transaction ${index}`, isDevelopmentChain);
      }
    }
  });
}

/**
 * The logs of proved receipts in chain order. Their places are counted and their fields are picked:
 * nothing that a node added travels on.
 */
export function logsOf(receipts: readonly RpcReceipt[]): RpcLog[] {
  let count = 0;
  return receipts.flatMap((receipt) =>
    receipt.logs.map(
      (log): RpcLog => ({
        address: log.address,
        topics: [...log.topics],
        data: log.data,
        blockHash: receipt.blockHash,
        blockNumber: receipt.blockNumber,
        transactionHash: receipt.transactionHash,
        transactionIndex: receipt.transactionIndex,
        logIndex: `0x${(count++).toString(16)}`,
        removed: false,
      }),
    ),
  );
}

/** A receipts root says nothing of the transaction: hash, type, sender and recipient must be its own. */
function assertPair(block: RpcBlock, receipt: RpcReceipt, index: number): RpcTransaction {
  const transaction = block.transactions[index];
  demand(
    transaction !== undefined && receipt.transactionHash === transaction.hash,
    () => `receipt ${index} names another transaction`,
  );
  demand(
    transactionType(transaction, `transaction ${index}`) === receiptType(receipt, index),
    () => `receipt ${index} has another type than its transaction`,
  );
  demand(
    receipt.from === transaction.from && (receipt.to ?? null) === (transaction.to ?? null),
    () => `receipt ${index} has another sender or recipient than its transaction`,
  );
  return transaction;
}
