import type { AddressBook } from "../../core/config/address-book.ts";
import { type Key, keyOfChain } from "../../core/db/keys.ts";
import { DomainError } from "../../core/errors.ts";
import { type ChainKey, parsePublicId, publicId } from "../../src/protocol/ids.ts";
import type { ContractKind } from "../../src/protocol/states.ts";

const BARE_NUMBER = /^(0|[1-9]\d{0,77})$/;

/**
 * Reads a public id. A bare number is taken when exactly one contract of the kind is configured;
 * numbers repeat in every deployment (trap 18).
 *
 * @param pointer where the id stands in the request, e.g. `/path/id`
 * @throws DomainError INVALID_ID, or AMBIGUOUS_ID with every id that could be meant
 */
export function resolveId(
  { chainId, contracts }: AddressBook,
  kind: ContractKind,
  text: string,
  pointer: string,
): ChainKey {
  const key = parsePublicId(text);
  if (key !== undefined) {
    if (key.chainId === chainId) return key;
    throw invalidId(pointer, `names chain ${key.chainId}`, `This API serves chain ${chainId}.`);
  }
  if (!BARE_NUMBER.test(text)) {
    throw invalidId(pointer, "is no public id", "Send <chainId>-<contract>-<number>.");
  }
  const number = BigInt(text);
  const idOn = (contract: string) => publicId(chainId, contract, number);
  return { chainId, contract: soleContract(contracts, kind, { text, pointer, idOn }), number };
}

/**
 * The contract that a bare part of an id belongs to.
 *
 * @param asked the part, where it stands, and the whole id that it would be on a contract
 * @throws DomainError AMBIGUOUS_ID with every whole id when several contracts could be meant
 */
export function soleContract(
  contracts: AddressBook["contracts"],
  kind: ContractKind,
  { text, pointer, idOn }: { text: string; pointer: string; idOn: (contract: string) => string },
): `0x${string}` {
  const candidates = contracts.filter((contract) => contract.kind === kind);
  const [only, ...others] = candidates;
  if (only === undefined) {
    throw invalidId(pointer, `no ${kind} is configured`, "Send the whole public id.");
  }
  if (others.length === 0) return only.address;
  throw new DomainError(
    "AMBIGUOUS_ID",
    `${candidates.length} contracts are configured that ${text} may belong to.`,
    {
      mistakes: candidates.map(({ address }) => {
        const id = idOn(address);
        return { pointer, message: `may mean ${id}`, fix: id };
      }),
    },
  );
}

export function invalidId(pointer: string, message: string, fix: string): DomainError {
  return new DomainError("INVALID_ID", "The id cannot be used.", {
    mistakes: [{ pointer, message, fix }],
  });
}

/** As `resolveId`, for a filter that may be absent. */
export function resolveOptionalId(
  addressBook: AddressBook,
  kind: Parameters<typeof resolveId>[1],
  text: string | undefined,
  pointer: string,
): ChainKey | undefined {
  return text === undefined ? undefined : resolveId(addressBook, kind, text, pointer);
}

/** How a collection reads its ids: public ids of one kind of contract. */
export const publicIdOf =
  (kind: ContractKind) =>
  (text: string, pointer: string, addressBook: AddressBook): Key =>
    keyOfChain(resolveId(addressBook, kind, text, pointer));
