import type { AddressBook } from "../../../core/config/address-book.ts";
import type { Key } from "../../../core/db/keys.ts";
import { invalidId } from "../../http/resolve-id.ts";
import { refuseOtherChain } from "../../http/word-id.ts";

const ENTITLEMENT_ID =
  /^(0|[1-9]\d{0,9})-(0x[0-9a-fA-F]{40})-(0|[1-9]\d{0,77})-(0x[0-9a-fA-F]{40})$/;

/** Reads the id of a holding: contract, kind and holder. */
export function parseEntitlementId(text: string, pointer: string, { chainId }: AddressBook): Key {
  const match = ENTITLEMENT_ID.exec(text);
  if (match === null) {
    const fix = "Send <chainId>-<contract>-<tokenId>-<holder>.";
    throw invalidId(pointer, "is no id of an entitlement", fix);
  }
  const [, chain = "", contract = "", tokenId = "", holder = ""] = match;
  refuseOtherChain(chain, chainId, pointer);
  return [chainId, contract.toLowerCase(), BigInt(tokenId), holder.toLowerCase()];
}
