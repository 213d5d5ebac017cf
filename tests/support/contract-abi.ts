import { parseAbi } from "viem";

/**
 * What the tests call on the contracts, written down from domain A.7 on their own: a mistake in
 * the project's ABIs must not hide itself by being used on both sides of a comparison.
 */
export const marketplaceCalls = parseAbi([
  "function createListing(string title, string ipfsMetadata, uint256 askingPrice, uint8 verificationLevel, bytes32 ipAssignmentHash, bytes sellerSignature, string buildId) returns (uint256)",
  "function updateListing(uint256 listingId, string ipfsMetadata, uint256 newPrice)",
  "function cancelListing(uint256 listingId)",
  "function pauseListing(uint256 listingId)",
  "function verifyBuildId(uint256 listingId, bool verified)",
  "function pauseInactiveSeller(address seller)",
  "function slashSeller(address seller, string reason)",
  "function resumeListing(uint256 listingId)",
  "function stakeToSell()",
  "function withdrawStake(uint256 amount)",
  "function recordHeartbeat()",
  "function joinGenesis()",
  "function requestEmergencyWithdraw()",
  "function executeEmergencyWithdraw()",
  "function setAgentAddress(address agent)",
  "function endGenesisProgram()",
  "function pause()",
  "function unpause()",
  "function transferOwnership(address newOwner)",
  "function renounceOwnership()",
  "function upgradeToAndCall(address implementation, bytes data)",
]);

export const escrowCalls = parseAbi([
  "function depositFunds(uint256 listingId, uint256 amount, uint8 encryptionMethod) returns (uint256)",
  "function uploadCredentialHash(uint256 escrowId, bytes32 credentialHash)",
  "function confirmReceipt(uint256 escrowId)",
  "function requestVerificationExtension(uint256 escrowId)",
  "function claimTransitionRetainer(uint256 escrowId)",
  "function reportTransitionIssue(uint256 escrowId, string issue)",
  "function raiseDispute(uint256 escrowId, uint8 disputeType, string evidenceIpfs)",
  "function respondToDispute(uint256 escrowId, string responseIpfs)",
  "function resolveDispute(uint256 escrowId, uint8 resolution, uint256 refundPercent)",
  "function claimTimeout(uint256 escrowId)",
  "function activateEmergency()",
  "function deactivateEmergency()",
  "function emergencyWithdraw(uint256 escrowId)",
  "function setTreasuryAddress(address treasury)",
  "function makeOffer(uint256 listingId, uint256 offerPrice) returns (uint256)",
  "function cancelOffer(uint256 offerId)",
  "function acceptOffer(uint256 offerId, uint8 encryptionMethod) returns (uint256)",
  "function rejectOffer(uint256 offerId)",
  "function completeFunding(uint256 escrowId)",
  "function setSafetyWallet(address safetyWallet)",
  "function emergencyEjectEscrow(uint256 escrowId)",
  "function emergencyEjectOffer(uint256 offerId)",
  "function setTransitionPeriod(uint256 period)",
  "function adminReleaseRetainer(uint256 escrowId)",
  "function pause()",
  "function unpause()",
  "function transferOwnership(address newOwner)",
  "function renounceOwnership()",
  "function upgradeToAndCall(address implementation, bytes data)",
]);

export const tokenCalls = parseAbi([
  "function mint(address to, uint256 amount)",
  "function approve(address spender, uint256 amount) returns (bool)",
  "function transfer(address to, uint256 amount) returns (bool)",
]);
