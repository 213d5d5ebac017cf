import { ESCROWS } from "../../../core/queries/escrows.ts";
import { LISTINGS } from "../../../core/queries/listings.ts";
import { SELLERS, type SellerRow } from "../../../core/queries/sellers.ts";
import { defineCollection } from "../../http/collection.ts";
import { includeChildren } from "../../http/include.ts";
import { addressParam, flagParam, timeParam } from "../../http/params.ts";
import { wordIdOf } from "../../http/word-id.ts";
import { Escrow, toEscrow } from "../escrows/escrow.resource.ts";
import { Listing, toListing } from "../listings/listing.resource.ts";
import { Seller, toSeller } from "./seller.resource.ts";

/** Columns of listings that name a seller on a marketplace, and those of escrows. */
const OF_LISTING = [
  { name: "chainId", type: "int4" },
  { name: "contract", type: "address" },
  { name: "seller", type: "address" },
] as const;
const OF_ESCROW = [
  { name: "chainId", type: "int4" },
  { name: "marketplace", type: "address" },
  { name: "seller", type: "address" },
] as const;

const keyOf = ({ chainId, contract, seller }: SellerRow) => [chainId, contract, seller];

export const sellers = defineCollection({
  name: "sellers",
  singular: "Seller",
  plural: "Sellers",
  tag: "Accounts",
  summaries: {
    list: "Sellers as each marketplace sees them",
    get: "One seller on one marketplace",
  },
  source: SELLERS,
  defaultSort: "newest",
  filters: {
    account: addressParam("account", "Account of the seller."),
    marketplace: addressParam("marketplace", "Marketplace concerned."),
    isActive: flagParam("isActive", "Whether the contract counts the seller as active."),
    isPaused: flagParam("isPaused", "Whether the contract has paused the seller."),
    isGenesis: flagParam("isGenesis", "Whether the seller joined the genesis programme."),
    hasStake: flagParam(
      "hasStake",
      "Whether a stake is on record; a genesis seller may have none.",
    ),
    heartbeatBefore: timeParam("heartbeatBefore", "Last sign of life before this time, or none."),
  },
  toFilter: (words) => words,
  resource: Seller,
  toResource: toSeller,
  parseId: wordIdOf("marketplace", "address"),
  idDescription:
    "Id of a seller, `<chainId>-<marketplace>-<account>`, or the account alone where only one marketplace is configured.",
  notFound: "SELLER_NOT_FOUND",
  includes: {
    listings: includeChildren(Listing, "IncludedListings", {
      source: LISTINGS,
      columns: OF_LISTING,
      keyOf,
      map: toListing,
    }),
    sales: includeChildren(Escrow, "IncludedSales", {
      source: ESCROWS,
      columns: OF_ESCROW,
      keyOf,
      map: toEscrow,
    }),
  },
});
