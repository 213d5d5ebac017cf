import { z } from "@hono/zod-openapi";
import type { Position } from "../../../core/db/consistent-read.ts";
import type { ListingRow } from "../../../core/queries/listings.ts";
import { FEATURES } from "../../../core/valuation/model/encoder.ts";
import { comparePlaces, type Place } from "../../../core/valuation/similarity/coordinates.ts";
import { Listing, toListing } from "./listing.resource.ts";

const SimilarFeature = z.enum(FEATURES).openapi("SimilarFeature", {
  description:
    "size: yearly profit, or what revenue lets one expect of it; spread: revenue over profit; the others as they are called.",
});

const Similarity = z
  .object({
    distance: z.number().openapi({
      description:
        "How far it is, in standard deviations over all features and the family; 0 where nothing is known to differ. What is unknown counts as the middle of published deals.",
      example: 0.82,
    }),
    valuedAs: z.string().openapi({
      description: "Kind of business that it was valued as.",
      example: "saas",
    }),
    isSameFamily: z.boolean().openapi({
      description: "Whether both kinds are of one family, such as software or content.",
    }),
    comparedBy: z.array(SimilarFeature).openapi({
      description: "What is known of both: the fewer, the less the distance says.",
    }),
    differences: z
      .array(
        z.object({
          feature: SimilarFeature,
          deviations: z.number().openapi({
            description: "Standard deviations; above 0 where this one has more.",
            example: -0.4,
          }),
        }),
      )
      .openapi({ description: "What keeps the two apart most first, of what is known of both." }),
  })
  .openapi("Similarity");

const SimilarListing = Listing.extend({ similarity: Similarity }).openapi("SimilarListing");

/** Why nothing can be compared. */
const UNPLACED = ["NOT_VALUED"] as const;

/** The listings most alike to one. */
export const SimilarListings = z
  .object({
    listing: z.string().openapi({ description: "Public id of the listing asked about." }),
    valuedAs: z.string().nullable().openapi({
      description: "Kind of business that it was valued as; null while it is not.",
    }),
    reason: z.enum(UNPLACED).nullable().openapi({
      description:
        "NOT_VALUED: no published estimate has placed the listing, so none can be found; its next estimate does. Else null.",
    }),
    similar: z.array(SimilarListing),
  })
  .openapi("SimilarListings");

/** A listing as the neighbour of another. */
export function toSimilarListing(
  own: Place,
  other: Place,
  row: ListingRow,
  position: Position,
): z.output<typeof SimilarListing> {
  return {
    ...toListing(row, position),
    similarity: { ...comparePlaces(own, other), valuedAs: other.category },
  };
}
