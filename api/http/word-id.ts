import type { AddressBook } from "../../core/config/address-book.ts";
import type { Key } from "../../core/db/keys.ts";
import type { ContractKind } from "../../src/protocol/states.ts";
import { invalidId, soleContract } from "./resolve-id.ts";

const WHOLE_ID = /^(0|[1-9]\d{0,9})-(0x[0-9a-f]{40})-(0x[0-9a-f]+)$/;
const ADDRESS_ID = /^(?:(0|[1-9]\d{0,9})-)?(0x[0-9a-f]{40})$/;

/** Length of the hexadecimal word that ends an id. */
const WORD_DIGITS = { address: 40, hash: 64 } as const;

/**
 * How a collection reads ids that end in an address or a hash, `<chainId>-<contract>-<word>`. The word
 * alone is taken when exactly one contract of the kind is configured.
 */
export const wordIdOf =
  (kind: ContractKind, word: keyof typeof WORD_DIGITS) =>
  (text: string, pointer: string, { chainId, contracts }: AddressBook): Key => {
    const isWord = (part: string) =>
      part.startsWith("0x") && part.length === WORD_DIGITS[word] + 2 && /^0x[0-9a-f]+$/.test(part);
    const id = text.toLowerCase();
    if (isWord(id)) {
      const idOn = (contract: string) => `${chainId}-${contract}-${id}`;
      return [chainId, soleContract(contracts, kind, { text, pointer, idOn }), id];
    }
    const [, chain = "", contract = "", last = ""] = WHOLE_ID.exec(id) ?? [];
    if (!isWord(last)) {
      throw invalidId(pointer, "is no id of this kind", `Send <chainId>-<contract>-<${word}>.`);
    }
    refuseOtherChain(chain, chainId, pointer);
    return [chainId, contract, last];
  };

/** How a collection reads ids of contracts: `<chainId>-<address>`, or the address alone. */
export function parseAddressId(text: string, pointer: string, { chainId }: AddressBook): Key {
  const [, chain, address] = ADDRESS_ID.exec(text.toLowerCase()) ?? [];
  if (address === undefined) {
    throw invalidId(pointer, "is no id of a contract", "Send <chainId>-<address>.");
  }
  if (chain !== undefined) refuseOtherChain(chain, chainId, pointer);
  return [chainId, address];
}

/** Ids of one chain mean nothing on another (trap 18). */
export function refuseOtherChain(chain: string, chainId: number, pointer: string): void {
  if (chain === String(chainId)) return;
  throw invalidId(pointer, `names chain ${chain}`, `This API serves chain ${chainId}.`);
}
