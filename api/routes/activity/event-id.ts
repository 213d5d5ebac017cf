import type { AddressBook } from "../../../core/config/address-book.ts";
import type { Key } from "../../../core/db/keys.ts";
import { DomainError } from "../../../core/errors.ts";

const EVENT_ID = /^(0|[1-9]\d{0,9})-(0x[0-9a-fA-F]{64})-(0|[1-9]\d{0,8})$/;

/** Reads the id of an event. It holds the hash of its block, so no orphan is taken for another. */
export function parseEventId(text: string, pointer: string, { chainId }: AddressBook): Key {
  const [, chain = "", blockHash = "", logIndex = ""] = EVENT_ID.exec(text) ?? [];
  if (chain !== String(chainId)) {
    throw new DomainError("INVALID_ID", "The id cannot be used.", {
      mistakes: [
        {
          pointer,
          message: `is no id of an event on chain ${chainId}`,
          fix: "Send <chainId>-<blockHash>-<logIndex> as other answers print it.",
        },
      ],
    });
  }
  return [chainId, blockHash.toLowerCase(), Number(logIndex)];
}
