import type { Hex } from "viem";
import { encodeTransaction, isImpersonated, transactionType } from "./encode-transaction.ts";
import { type Digits, dataDigits } from "./hex-fields.ts";
import { keccak } from "./keccak.ts";
import { orderedTrieRoot } from "./ordered-trie.ts";
import { rlpItem } from "./rlp.ts";
import type { RpcHeader, RpcTransaction } from "./rpc-block.ts";
import { demand, type Verdict, verdictOf } from "./verdict.ts";

/**
 * Proves that these are all transactions of the block, in order: their trie has the header's
 * transactions root, each hash is that of its transaction, and each position is its own. `from` is not
 * in the transaction but in its signature: see `recoverSender`.
 * @param isDevelopmentChain accepts what a development node made for an account that it impersonates:
 * without a signature, and with a hash that the sender goes into.
 */
export async function proveTransactions(
  header: RpcHeader,
  transactions: readonly RpcTransaction[],
  isDevelopmentChain = false,
): Promise<Verdict> {
  return verdictOf(() => assertTransactions(header, transactions, isDevelopmentChain));
}

/** @throws Unprovable when the transactions are not those of the header. */
export function assertTransactions(
  header: RpcHeader,
  transactions: readonly RpcTransaction[],
  isDevelopmentChain: boolean,
): void {
  demand(Array.isArray(transactions), () => "the transactions are no list");
  const encoded = transactions.map((transaction, index) =>
    encodeTransaction(transaction, `transaction ${index}`),
  );
  const root = orderedTrieRoot(encoded);
  demand(
    root === header.transactionsRoot,
    () => `the transactions have the root ${root}, the header says ${header.transactionsRoot}`,
  );
  transactions.forEach((transaction, index) => {
    const hash = hashOf(transaction, encoded[index] as Digits, isDevelopmentChain);
    demand(
      transaction.hash === hash,
      () => `transaction ${index} hashes to ${hash}, not to ${transaction.hash}`,
    );
    demand(
      transaction.blockHash === header.hash && transaction.blockNumber === header.number,
      () => `transaction ${index} names another block`,
    );
    demand(
      transaction.transactionIndex === `0x${index.toString(16)}`,
      () => `transaction ${index} names another place in its block`,
    );
  });
}

/** anvil hashes an impersonated transaction as it travels between nodes, with the sender behind it. */
function hashOf(transaction: RpcTransaction, encoded: Digits, isDevelopmentChain: boolean): Hex {
  const name = "the transaction";
  if (!isDevelopmentChain || !isImpersonated(transaction, name)) return keccak(encoded);
  const sender = dataDigits(transaction.from, "from", 20, name);
  const isTyped = transactionType(transaction, name) !== 0;
  return keccak((isTyped ? rlpItem(encoded) : encoded) + sender);
}
