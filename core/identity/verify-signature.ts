import {
  encodeDeployData,
  erc6492SignatureValidatorAbi,
  erc6492SignatureValidatorByteCode,
  type Hex,
  isErc6492Signature,
  type PublicClient,
  parseErc6492Signature,
} from "viem";
import { DomainError } from "../errors.ts";
import type { WalletAddress } from "./caller.ts";
import { recoverWallet } from "./recover-wallet.ts";

const ANY_SIGNATURE = /^0x([0-9a-f]{2})+$/;

/** Passkeys take some 600 bytes; a wallet that is not deployed yet adds the call of its factory. */
const MAX_SIGNATURE_CHARS = 2 + 2 * 8_192;

/** For the code of a stranger, which may burn whatever it gets; a passkey takes under a million. */
const CHECK_GAS = 3_000_000n;

/** How a wallet showed that it signed. */
export type WalletProof = "key" | "contract";

/** Whether a wallet signed a hash; undefined when it did not. */
export type SignatureVerifier = (
  wallet: WalletAddress,
  digest: Hex,
  signature: string,
) => Promise<WalletProof | undefined>;

/**
 * Makes the check of signatures by keys and, where there is a node, by contracts: ERC-1271, and
 * ERC-6492 for those that are not deployed yet. The node is asked by `eth_call` alone, with limited gas
 * (checks AU-3, AU-4).
 *
 * @param rpc undefined where no node is configured: contract wallets cannot sign in then
 * @throws DomainError NODE_UNAVAILABLE when the node does not answer
 */
export function createSignatureVerifier(rpc: PublicClient | undefined): SignatureVerifier {
  return async (wallet, digest, sent) => {
    const signature = sent.toLowerCase() as Hex;
    if (signature.length > MAX_SIGNATURE_CHARS || !ANY_SIGNATURE.test(signature)) return undefined;
    if (recoverWallet(digest, signature) === wallet) return "key";
    if (rpc === undefined) return undefined;
    const isWrapped = isErc6492Signature(signature);
    if (isWrapped && !isWrappedWell(wallet, digest, signature)) return undefined;
    if (!isWrapped && !(await hasCode(rpc, wallet))) return undefined;
    return (await isByContract(rpc, wallet, digest, signature)) ? "contract" : undefined;
  };
}

/** One wrapper around the signature of a contract: not another wrapper, nor that of a key. */
function isWrappedWell(wallet: WalletAddress, digest: Hex, wrapped: Hex): boolean {
  try {
    const { signature } = parseErc6492Signature(wrapped);
    return !isErc6492Signature(signature) && recoverWallet(digest, signature) !== wallet;
  } catch {
    return false;
  }
}

async function hasCode(rpc: PublicClient, address: WalletAddress): Promise<boolean> {
  const code = await rpc.getCode({ address }).catch(unreachable);
  return code !== undefined && code !== "0x";
}

async function isByContract(
  rpc: PublicClient,
  wallet: WalletAddress,
  digest: Hex,
  signature: Hex,
): Promise<boolean> {
  const data = encodeDeployData({
    abi: erc6492SignatureValidatorAbi,
    bytecode: erc6492SignatureValidatorByteCode,
    args: [wallet, digest, signature],
  });
  try {
    const answer = await rpc.request({
      method: "eth_call",
      params: [{ data, gas: `0x${CHECK_GAS.toString(16)}` }, "latest"],
    });
    return answer === "0x01";
  } catch (error) {
    return isRefusal(error) ? false : unreachable(error);
  }
}

/** Of a node that ran the call: it reverted, or ran out of gas. Transport errors have no such code. */
function isRefusal(error: unknown): boolean {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ("code" in at && typeof at.code === "number" && at.code !== -1) return true;
  }
  return false;
}

function unreachable(cause: unknown): never {
  throw new DomainError("NODE_UNAVAILABLE", "The chain cannot be asked about this wallet.", {
    cause,
  });
}
