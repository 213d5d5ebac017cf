import type { ApiDeps } from "../deps.ts";
import type { Router } from "../http/router.ts";
import { registerListActivity } from "./activity/list-activity.ts";
import { registerGetEscrow } from "./escrows/get-escrow.ts";
import { registerListEscrows } from "./escrows/list-escrows.ts";
import { registerGetListing } from "./listings/get-listing.ts";
import { registerListListings } from "./listings/list-listings.ts";
import { registerGetContracts } from "./meta/get-contracts.ts";
import {
  registerHealth,
  registerProblemKinds,
  registerReady,
  registerStatus,
} from "./meta/register-meta.ts";
import { registerGetOffer } from "./offers/get-offer.ts";
import { registerListOffers } from "./offers/list-offers.ts";

/** Every route of the API, in the order of the document. */
const REGISTRATIONS: readonly ((app: Router, deps: ApiDeps) => unknown)[] = [
  registerListListings,
  registerGetListing,
  registerListOffers,
  registerGetOffer,
  registerListEscrows,
  registerGetEscrow,
  registerListActivity,
  registerStatus,
  registerGetContracts,
  registerHealth,
  registerReady,
  registerProblemKinds,
];

export function registerRoutes(app: Router, deps: ApiDeps): void {
  for (const register of REGISTRATIONS) register(app, deps);
}
