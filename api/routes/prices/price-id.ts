import type { AddressBook } from "../../../core/config/address-book.ts";
import type { Key } from "../../../core/db/keys.ts";
import { invalidId } from "../../http/resolve-id.ts";
import { refuseOtherChain } from "../../http/word-id.ts";

const PRICE_ID =
  /^(0|[1-9]\d{0,9})-(0x[0-9a-fA-F]{40})-(0|[1-9]\d{0,77})-(0|[1-9]\d{0,17})-(0|[1-9]\d{0,8})$/;

/** Reads the id of a price change: its listing, block and log index. */
export function parsePriceId(text: string, pointer: string, { chainId }: AddressBook): Key {
  const match = PRICE_ID.exec(text);
  if (match === null) {
    throw invalidId(pointer, "is no id of a price", "Send <listing>-<blockNumber>-<logIndex>.");
  }
  const [, chain = "", contract = "", listing = "", block = "", log = ""] = match;
  refuseOtherChain(chain, chainId, pointer);
  return [chainId, contract.toLowerCase(), BigInt(listing), BigInt(block), Number(log)];
}
