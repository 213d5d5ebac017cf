import { readFileSync, statSync } from "node:fs";
import {
  type Address,
  type Hex,
  keccak256,
  recoverAddress,
  serializeSignature,
  serializeTransaction,
  type TransactionSerializableEIP1559,
} from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { isPublishedKey } from "./published-keys.ts";

/** What signs for the agent. Nothing but signatures ever comes out of it. */
export type AgentSigner = {
  /** In lower case. */
  readonly address: Address;
  /** Signs and serialises; the same transaction need not give the same bytes twice. */
  signTransaction(transaction: TransactionSerializableEIP1559): Promise<Hex>;
};

/**
 * A key in a service that signs digests and never hands the key out (AWS KMS, Google Cloud KMS, Azure
 * Key Vault, an HSM): an adapter asks its service for an ECDSA signature over secp256k1 and decodes
 * the DER that most of them answer. It need neither normalise `s` nor know the recovery bit.
 */
export type KmsKey = {
  /** Account of the public key. */
  address: Address;
  /** Signs a Keccak-256 digest as it is, without hashing it again. */
  signDigest(digest: Hex): Promise<{ r: bigint; s: bigint }>;
};

/** What stands in the settings about the key; at most one of the first two. */
export type SignerSettings = {
  key: string | undefined;
  keyFile: string | undefined;
  /** Whether this is where live keys belong. */
  isProduction: boolean;
};

/** A key that cannot be used, or not here; the message never repeats it. */
export class AgentKeyError extends Error {
  override name = "AgentKeyError";
}

const KEY = /^0x[0-9a-f]{64}$/i;

/** Bits of a file's mode by which others than its owner may read it. */
const READABLE_BY_OTHERS = 0o077;

/** Order of secp256k1; of a signature and its mirror image chains accept the lower one (EIP-2). */
const CURVE_ORDER = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n;

/**
 * Opens the signer that the settings name; undefined when they name none, and then nothing is sent.
 *
 * @throws AgentKeyError for a key that is malformed, readable by others, live outside production or
 * published inside of it (req 5.152)
 */
export function openSigner({
  key,
  keyFile,
  isProduction,
}: SignerSettings): AgentSigner | undefined {
  if (key !== undefined && keyFile !== undefined) {
    throw new AgentKeyError("AGENT_KEY and AGENT_KEY_FILE are both set; leave one out");
  }
  const found = keyFile === undefined ? key : readKeyFile(keyFile);
  if (found === undefined) return undefined;
  if (!KEY.test(found))
    throw new AgentKeyError("the agent's key must be 0x and 64 hexadecimal digits");
  const account = accountOf(found);
  const isPublished = isPublishedKey(found as Hex);
  if (isProduction && isPublished) {
    throw new AgentKeyError(
      "the agent's key is one of a published test phrase, which anybody can sign with; make one of your own",
    );
  }
  if (!isProduction && !isPublished) {
    throw new AgentKeyError(
      "the agent's key may be worth something, and this is not production; use the key of a published test phrase, or set VALYRA_STAGE=production",
    );
  }
  return {
    address: account.address.toLowerCase() as Address,
    signTransaction: (transaction) => account.signTransaction(transaction),
  };
}

/** viem repeats what it was given in its errors. */
function accountOf(key: string) {
  try {
    return privateKeyToAccount(key as Hex);
  } catch {
    throw new AgentKeyError("the agent's key is no key of secp256k1");
  }
}

function readKeyFile(path: string): string {
  try {
    if ((statSync(path).mode & READABLE_BY_OTHERS) !== 0) {
      throw new AgentKeyError("AGENT_KEY_FILE can be read by others than its owner; chmod 600 it");
    }
    return readFileSync(path, "utf8").trim();
  } catch (error) {
    if (error instanceof AgentKeyError) throw error;
    throw new AgentKeyError("AGENT_KEY_FILE cannot be read");
  }
}

/** A signer around a key that stays in its service. */
export function kmsSigner({ address, signDigest }: KmsKey): AgentSigner {
  const own = address.toLowerCase() as Address;
  return {
    address: own,
    async signTransaction(transaction) {
      const hash = keccak256(serializeTransaction(transaction));
      const { r, s: given } = await signDigest(hash);
      const s = given > CURVE_ORDER / 2n ? CURVE_ORDER - given : given;
      for (const yParity of [0, 1]) {
        const parts = { r: hex32(r), s: hex32(s), yParity };
        const signer = await recoverAddress({ hash, signature: serializeSignature(parts) });
        if (signer.toLowerCase() === own) return serializeTransaction(transaction, parts);
      }
      throw new AgentKeyError("the key service signed with another key than it was asked for");
    },
  };
}

const hex32 = (value: bigint): Hex => `0x${value.toString(16).padStart(64, "0")}`;
