import { parseAbi } from "viem";

/*
 * Views of the contracts, written down from domain A.7 apart from `abis/`, which the indexer decodes
 * with: a mistake there must not hide itself by being used on both sides of a comparison.
 */

export const marketplaceViews = parseAbi([
  "function listings(uint256) view returns (uint256 id, address seller, string title, string ipfsMetadata, uint256 askingPrice, uint256 createdAt, uint8 verificationLevel, uint8 state, bytes32 ipAssignmentHash, bytes sellerSignature, uint256 ipSignedAt, string buildId, bool buildIdVerified)",
  "function sellerActivity(address) view returns (address seller, uint256 lastHeartbeat, uint256 ignoredOffers, bool isActive, bool isPaused)",
  "function sellerStakes(address) view returns (address seller, uint256 stakeAmount, uint256 stakedAt, bool isActive, uint256 slashCount)",
  "function sellerVerificationLevel(address) view returns (uint8)",
  "function activeListingsCount(address) view returns (uint256)",
  "function genesisProgram() view returns (bool)",
  "function genesisSellersCount() view returns (uint256)",
  "function isGenesisSeller(address) view returns (bool)",
  "function emergencyWithdrawTime(address) view returns (uint256)",
  "function agentAddress() view returns (address)",
  "function idrxToken() view returns (address)",
  "function owner() view returns (address)",
  "function paused() view returns (bool)",
]);

const escrowWords =
  "uint256 id, uint256 listingId, address buyer, address seller, uint256 amount, uint256 platformFee, uint256 sellerPayout, uint256 depositedAt, uint256 handoverDeadline, uint256 verifyDeadline, bytes32 credentialHash, uint8 state, uint8 encryptionMethod, bool verifyExtensionUsed";

/** `escrows(uint256)` of E0 and E1: 14 words (trap 44). */
export const escrowView14 = parseAbi([
  `function escrows(uint256) view returns (${escrowWords})`,
] as const);

/** `escrows(uint256)` of E2 and E3: a fifteenth word. */
export const escrowView15 = parseAbi([
  `function escrows(uint256) view returns (${escrowWords}, uint256 totalFunded)`,
] as const);

const offerStart =
  "uint256 id, uint256 listingId, address buyer, uint256 offerPrice, uint256 depositAmount, uint256 timestamp";

/** `offers(uint256)` of E2d and E3. */
export const offerViewWithExpiry = parseAbi([
  `function offers(uint256) view returns (${offerStart}, uint256 expiresAt, uint8 state, uint256 escrowId)`,
] as const);

/** `offers(uint256)` of E2a to E2c, which have no expiry. */
export const offerViewWithoutExpiry = parseAbi([
  `function offers(uint256) view returns (${offerStart}, uint8 state, uint256 escrowId)`,
] as const);

export const escrowViews = parseAbi([
  "function transitionHolds(uint256) view returns (uint256 escrowId, uint256 retainedAmount, uint256 releaseTime, bool isReleased, bool isClaimed, string assistanceNotes)",
  "function disputes(uint256) view returns (uint256 escrowId, address initiator, uint8 disputeType, string evidenceIpfs, string responseIpfs, uint256 createdAt, uint256 responseDeadline, uint8 resolution, address resolver)",
  "function history(uint256 escrowId, uint256 index) view returns (uint256 balance, uint8 state, uint256 timestamp)",
  "function escrowCounter() view returns (uint256)",
  "function offerCounter() view returns (uint256)",
  "function emergencyMode() view returns (bool)",
  "function emergencyActivatedAt() view returns (uint256)",
  "function treasuryAddress() view returns (address)",
  "function marketplaceAddress() view returns (address)",
  "function idrxToken() view returns (address)",
  "function safetyWallet() view returns (address)",
  "function transitionPeriod() view returns (uint256)",
  "function owner() view returns (address)",
  "function paused() view returns (bool)",
]);

export const tokenViews = parseAbi([
  "function balanceOf(address) view returns (uint256)",
  "function name() view returns (string)",
  "function symbol() view returns (string)",
  "function decimals() view returns (uint8)",
]);
