import {
  DISPUTE_RESOLUTIONS,
  DISPUTE_TYPES,
  type DisputeResolution,
  ENCRYPTION_METHODS,
} from "../../src/protocol/states.ts";

/** How a dispute can be resolved; `pending` is no resolution. */
export const RESOLUTIONS = DISPUTE_RESOLUTIONS.filter(
  (word): word is Exclude<DisputeResolution, "pending"> => word !== "pending",
);

/** What an act may have to be told; amounts in base units. */
export type ActInput = {
  method?: (typeof ENCRYPTION_METHODS)[number] | undefined;
  price?: bigint | undefined;
  amount?: bigint | undefined;
  credentialHash?: `0x${string}` | undefined;
  text?: string | undefined;
  disputeType?: (typeof DISPUTE_TYPES)[number] | undefined;
  resolution?: Exclude<DisputeResolution, "pending"> | undefined;
  refundBps?: bigint | undefined;
  metadata?: string | undefined;
  verified?: boolean | undefined;
};

export type ParameterName = keyof ActInput;

/** What each parameter is: type on chain, meaning, and the words that it may be. */
export const PARAMETERS: Record<
  ParameterName,
  { type: string; description: string; words?: readonly string[] }
> = {
  method: {
    type: "uint8",
    description: "How the credentials are sealed for the buyer.",
    words: ENCRYPTION_METHODS,
  },
  price: { type: "uint256", description: "Price in token base units." },
  amount: {
    type: "uint256",
    description: "Amount to pay in token base units; the asking price unless given.",
  },
  credentialHash: { type: "bytes32", description: "keccak256 of the credentials in plain text." },
  text: { type: "string", description: "Issue, evidence or response: a text or a link." },
  disputeType: { type: "uint8", description: "What the dispute is about.", words: DISPUTE_TYPES },
  resolution: { type: "uint8", description: "How the dispute ends.", words: RESOLUTIONS },
  refundBps: {
    type: "uint256",
    description: "Share of the amount that goes back to the buyer, in basis points.",
  },
  metadata: { type: "string", description: "Link to the metadata; empty leaves it as it is." },
  verified: { type: "bool", description: "Whether the build is what the seller says." },
};
