import { recover } from "tiny-secp256k1";
import type { Hex } from "viem";
import {
  DEPOSIT,
  encodeForSigning,
  isImpersonated,
  parityDigits,
  transactionType,
} from "./encode-transaction.ts";
import { dataDigits, integerDigits, quantityDigits, scalarDigits } from "./hex-fields.ts";
import { keccak } from "./keccak.ts";
import type { RpcTransaction } from "./rpc-block.ts";
import { demand } from "./verdict.ts";

type Signer = { parity: 0 | 1; chainId: string | undefined };

/**
 * The address that signed a transaction, in lower case; for a deposit, which nobody signs, the `from`
 * that its hash holds. Costs a tenth to a quarter of a millisecond, so it is asked only for
 * transactions whose sender somebody reads.
 * @throws Unprovable when the transaction cannot be encoded or the signature is no signature.
 */
export function recoverSender(transaction: RpcTransaction, name = "the transaction"): Hex {
  const type = transactionType(transaction, name);
  if (type === DEPOSIT) return `0x${dataDigits(transaction.from, "from", 20, name)}`;
  const { parity, chainId } =
    type === 0 ? legacySigner(transaction, name) : typedSigner(transaction, name);
  const message = keccak(encodeForSigning(transaction, name, chainId)).slice(2);
  const signature = (["r", "s"] as const)
    .map((part) => scalarDigits(transaction[part], part, name).padStart(64, "0"))
    .join("");
  const key = recoverKey(message, signature, parity);
  demand(key !== null, () => `the signature of ${name} is none`);
  // The first byte of the key says that it is not compressed; the address is the end of the rest.
  const hash = keccak(Buffer.from(key.subarray(1)).toString("hex"));
  return `0x${hash.slice(-40)}`;
}

/**
 * @param isDevelopmentChain accepts an impersonated sender, which the transaction's hash holds.
 * @throws Unprovable when `from` of the transaction is not who signed it.
 */
export function assertSender(
  transaction: RpcTransaction,
  name: string,
  isDevelopmentChain: boolean,
): void {
  if (isDevelopmentChain && isImpersonated(transaction, name)) return;
  const sender = recoverSender(transaction, name);
  demand(sender === transaction.from, () => `${name} was signed by ${sender}, not by its "from"`);
}

/** The library throws on numbers outside of the curve's order and finds no key for others. */
function recoverKey(message: string, signature: string, parity: 0 | 1): Uint8Array | null {
  try {
    return recover(Buffer.from(message, "hex"), Buffer.from(signature, "hex"), parity, false);
  } catch {
    return null;
  }
}

function typedSigner(transaction: RpcTransaction, name: string): Signer {
  return { parity: parityDigits(transaction, name) === "" ? 0 : 1, chainId: undefined };
}

/** `v` is 27 or 28, or since EIP-155 the parity plus 35 plus twice the chain id. */
function legacySigner(transaction: RpcTransaction, name: string): Signer {
  const v = BigInt(`0x0${quantityDigits(transaction.v, "v", name)}`);
  if (v === 27n || v === 28n) return { parity: v === 27n ? 0 : 1, chainId: undefined };
  demand(v >= 35n, () => `v of ${name} is no signature's`);
  return { parity: (v - 35n) % 2n === 0n ? 0 : 1, chainId: integerDigits((v - 35n) / 2n) };
}
