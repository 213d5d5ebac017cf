import { z } from "@hono/zod-openapi";
import { AVAILABILITIES, OFFER_STATES } from "../../src/protocol/states.ts";
import { Meta } from "../http/meta.ts";
import { Action } from "../routes/actions/action.resource.ts";
import { EscrowDetail } from "../routes/escrows/escrow-detail.resource.ts";
import { Listing, ListingDetail } from "../routes/listings/listing.resource.ts";
import { listings } from "../routes/listings/listings.collection.ts";
import { Offer } from "../routes/offers/offer.resource.ts";
import {
  AddressInput,
  defineTool,
  IdInput,
  listInput,
  listOf,
  pageOfRows,
  pathOf,
  type ReadTool,
  single,
  TimeInput,
  toList,
} from "./read-tool.ts";

const UnitsInput = z.string().regex(/^\d{1,78}$/);

/** Questions about what is for sale, what is bid, and what is under escrow. */
export const MARKET_TOOLS: readonly ReadTool[] = [
  defineTool({
    name: "find_listings",
    title: "Find businesses for sale",
    description:
      "Lists businesses for sale with price, state and seller. Search by words; narrow by availability, seller and price; prices are exact amounts in token base units.",
    example: { availability: "for_sale", sort: "price_asc", limit: 5 },
    input: z.strictObject({
      q: z.string().min(1).max(200).optional().meta({ description: "Words of the title." }),
      availability: z.enum(AVAILABILITIES).optional().meta({ description: "If it can be bought." }),
      seller: AddressInput.optional(),
      token: AddressInput.optional(),
      minPrice: UnitsInput.optional().meta({ description: "Lowest price, token base units." }),
      maxPrice: UnitsInput.optional().meta({ description: "Highest price, token base units." }),
      hasOffer: z.boolean().optional().meta({ description: "Whether an offer is active." }),
      deadlineBefore: TimeInput.optional().meta({
        description: "A deadline of an offer or escrow on it is ahead and comes before this time.",
      }),
      sort: z.enum(listings.sorts).optional().meta({
        description:
          "Newest unless given, relevance with q and only with q, ending_soon only with deadlineBefore.",
      }),
      ...listInput,
    }),
    output: listOf(Listing),
    answer: async (input, ask) => toList(await ask(pageOfRows(Listing), "/v1/listings", input)),
  }),
  defineTool({
    name: "get_listing",
    title: "Read one listing",
    description: "One business for sale, with every price that it has had.",
    example: { id: "0" },
    input: z.strictObject({ id: IdInput }),
    output: single(ListingDetail),
    answer: ({ id }, ask) => ask(single(ListingDetail), pathOf("listings", id)),
  }),
  defineTool({
    name: "list_offers",
    title: "List offers",
    description: "Offers with earnest money, by listing, buyer, seller or state.",
    example: { listing: "0", state: "active" },
    input: z.strictObject({
      listing: IdInput.optional(),
      buyer: AddressInput.optional(),
      seller: AddressInput.optional(),
      state: z.enum(OFFER_STATES).optional(),
      ...listInput,
    }),
    output: listOf(Offer),
    answer: async (input, ask) => toList(await ask(pageOfRows(Offer), "/v1/offers", input)),
  }),
  defineTool({
    name: "get_escrow",
    title: "Read one escrow, its deadlines and what can be done",
    description:
      "One escrow with its clocks, hold, dispute and history, and every act that the contract has for it: who may do it, whether it is allowed now, and why not. With account, the calls that it could sign are prepared; nothing is ever sent.",
    example: { id: "1" },
    input: z.strictObject({
      id: IdInput,
      account: AddressInput.optional().meta({ description: "Account that would act." }),
    }),
    output: z.object({ escrow: EscrowDetail, actions: z.array(Action), meta: Meta }),
    answer: async ({ id, account }, ask) => {
      const actions = z.object({ data: z.object({ actions: z.array(Action) }) });
      const escrow = await ask(single(EscrowDetail), pathOf("escrows", id));
      // Never older than the escrow, so that the two do not contradict each other.
      const minBlock = escrow.meta.indexedBlock.number;
      const acts = await ask(actions, pathOf("escrows", id, "/actions"), { account, minBlock });
      return { escrow: escrow.data, actions: acts.data.actions, meta: escrow.meta };
    },
  }),
];
