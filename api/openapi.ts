import type { ApiDeps } from "./deps.ts";
import { newRouter, type Router } from "./http/router.ts";
import { withExamples } from "./openapi-examples.ts";
import { registerBases, withPlainNulls } from "./openapi-nullable.ts";
import { registerRoutes } from "./routes/index.ts";

const DOCUMENT = {
  openapi: "3.1.0",
  info: {
    title: "Valyra API",
    version: "1.0.0",
    description:
      "The backend of an onchain marketplace for small digital businesses. Every read of the index says in `meta` which block it speaks of, and every row how final it is. Amounts and ids are text, times are UTC, errors are RFC 9457 problems with a code and a fix.",
    license: { name: "MIT", identifier: "MIT" },
  },
  servers: [{ url: "/", description: "This server" }],
  tags: [
    { name: "Listings", description: "Businesses for sale" },
    { name: "Listing metadata", description: "What sellers say of their listings, signed" },
    { name: "Drafts", description: "The same as long as it is written" },
    { name: "Uploads", description: "Pictures, documents and ciphertext" },
    { name: "Offers", description: "Offers with earnest money" },
    { name: "Escrows", description: "Money held between buyer and seller" },
    { name: "Actions", description: "What can be done, by whom and with which call" },
    { name: "Deadlines", description: "What falls due, in the order of chain time" },
    { name: "Disputes", description: "Escrows that the parties disagree about" },
    { name: "Accounts", description: "Sellers, and everything that belongs to an account" },
    { name: "Agents", description: "AI agents, payments for them and access to them" },
    { name: "Contracts", description: "Contracts and payment tokens" },
    { name: "Activity", description: "What happened on chain" },
    { name: "Changes", description: "The same as one sequence to follow, with retractions" },
    { name: "Webhooks", description: "The same sent to an address of yours, signed" },
    {
      name: "Saved searches",
      description: "Searches that tell what they find, and watched listings",
    },
    { name: "Jobs", description: "Work that outlives a request, and how far it is" },
    { name: "Statistics", description: "Numbers of a period, and whether contracts can pay" },
    {
      name: "Valuations",
      description: "What businesses may sell for, and how well that is founded",
    },
    { name: "Track record", description: "How estimates fared, and that none was changed since" },
    { name: "Sign-in", description: "Sessions, and how to get one" },
    { name: "Organisations", description: "Accounts that work together, and invitations" },
    { name: "Keys", description: "Keys for programs, and how much may be asked" },
    { name: "Moderation", description: "What reviewers hold against something, and the answers" },
    { name: "Administration", description: "Accounts, rules, and the record of all changes" },
    { name: "Service", description: "The state of the API and its index" },
  ],
};

/** The OpenAPI document of the routes of a router. */
export function openApiOf(router: Router) {
  registerBases(router);
  return withExamples(withPlainNulls(router.getOpenAPI31Document(DOCUMENT)));
}

/** Routes may ask for their network when they are registered; the document is the same on all. */
const NO_NETWORK: ApiDeps["addressBook"] = { network: "none", chainId: 0, contracts: [] };

/** The document without a running API: routes are registered, and no handler is ever called. */
export function buildOpenApi() {
  const router = newRouter();
  registerRoutes(router, { addressBook: NO_NETWORK } as ApiDeps);
  return openApiOf(router);
}
