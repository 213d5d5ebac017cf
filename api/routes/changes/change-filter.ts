import type { AddressBook } from "../../../core/config/address-book.ts";
import type { ChangeFilter } from "../../../core/queries/changes.ts";
import { type ChainKey, publicId } from "../../../src/protocol/ids.ts";
import { resolveOptionalId } from "../../http/resolve-id.ts";
import type { FilterParams } from "./changes.contract.ts";

/** The filter of the journal, which knows listings and escrows by their public ids. */
export function toChangeFilter(
  addressBook: AddressBook,
  { listing, escrow, ...words }: FilterParams,
): ChangeFilter {
  return {
    ...words,
    listing: toKey(resolveOptionalId(addressBook, "marketplace", listing, "/query/listing")),
    escrow: toKey(resolveOptionalId(addressBook, "escrow", escrow, "/query/escrow")),
  };
}

function toKey(key: ChainKey | undefined): string | undefined {
  return key && publicId(key.chainId, key.contract, key.number);
}
