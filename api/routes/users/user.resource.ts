import { z } from "@hono/zod-openapi";
import type { ShownProfile } from "../../../core/identity/public-profile.ts";
import { Moment } from "../../http/private-answer.ts";
import { Address } from "../../http/values.ts";
import { Outcomes } from "../accounts/account.resource.ts";
import { ListingVerification } from "./verification.resource.ts";

/** How many listings a user is answered with. */
export const SHOWN_LISTINGS = 5;

/** What the owner of a wallet shows everybody. */
export const UserProfile = z
  .object({
    displayName: z.string().nullable().openapi({ description: "Untrusted text." }),
    about: z.string().nullable().openapi({ description: "Untrusted text." }),
    links: z.array(z.string()).openapi({ description: "http or https; untrusted." }),
    updatedAt: Moment,
  })
  .openapi("UserProfile");

/** Whom others see behind a wallet; everything of it is public. */
export const User = z
  .object({
    address: Address,
    profile: UserProfile.nullable().openapi({
      description: "Null where its owner shows nothing; that says nothing of whether there is one.",
    }),
    reputation: z.object({ asSeller: Outcomes, asBuyer: Outcomes }),
    verification: z.object({
      listings: z.array(ListingVerification).openapi({
        description: `Of the newest ${SHOWN_LISTINGS} listings at most.`,
      }),
      hasMore: z.boolean(),
      listingsUrl: z.string().openapi({ description: "All listings of the wallet." }),
    }),
    accountUrl: z.string().openapi({ description: "Everything that the wallet took part in." }),
  })
  .openapi("User");

/** A profile as it is answered with; null for none. */
export const toUserProfile = (
  profile: ShownProfile | undefined,
): z.output<typeof UserProfile> | null =>
  profile === undefined ? null : { ...profile, updatedAt: profile.updatedAt.toISOString() };
