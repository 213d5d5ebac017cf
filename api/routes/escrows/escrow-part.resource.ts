import { z } from "@hono/zod-openapi";
import { publicId } from "../../../src/protocol/ids.ts";
import { ESCROW_STATES, type EscrowState } from "../../../src/protocol/states.ts";
import { Address, toAddress } from "../../http/values.ts";

/** The escrow that a row is a part of: each escrow has one such part at most, and lends it its id. */
export const escrowPartFields = {
  chainId: z.int(),
  contract: Address.openapi({ description: "Escrow contract." }),
  escrow: z.string(),
  listing: z.string().nullable(),
  buyer: Address,
  seller: Address,
  escrowState: z.enum(ESCROW_STATES),
};

export type EscrowPartColumns = {
  chainId: number;
  contract: `0x${string}`;
  escrowId: bigint;
  marketplace: `0x${string}` | null;
  listingId: bigint;
  buyer: `0x${string}`;
  seller: `0x${string}`;
  escrowState: EscrowState;
};

export function toEscrowPartFields(row: EscrowPartColumns) {
  const { chainId, contract, marketplace } = row;
  const id = publicId(chainId, contract, row.escrowId);
  return {
    id,
    chainId,
    contract: toAddress(contract),
    escrow: id,
    listing: marketplace === null ? null : publicId(chainId, marketplace, row.listingId),
    buyer: toAddress(row.buyer),
    seller: toAddress(row.seller),
    escrowState: row.escrowState,
  };
}
