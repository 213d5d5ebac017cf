/**
 * The events of the V2 design, which no deployed contract emits (domain A.10). They have no
 * reference contract: this list is their source.
 */
export const V2_EVENTS = [
  "event ListingCreated(uint256 indexed listingId, address indexed seller, uint256 price, bytes32 ipAssignmentHash)",
  "event ListingUpdated(uint256 indexed listingId, uint256 newPrice)",
  "event ListingVerified(uint256 indexed listingId, uint8 level)",
  "event DepositReceived(uint256 indexed escrowId, uint256 indexed listingId, address indexed buyer, uint256 amount, uint256 platformFee)",
  "event SwapAndDeposit(uint256 indexed escrowId, address tokenIn, uint256 amountIn, uint256 idrxOut)",
  "event CredentialsUploaded(uint256 indexed escrowId, bytes32 credentialHash, uint8 method)",
  "event TransactionConfirmed(uint256 indexed escrowId)",
  "event FundsRefunded(uint256 indexed escrowId, address indexed buyer, uint256 amount)",
  "event FeesCollected(uint256 indexed escrowId, uint256 feeAmount)",
  "event DisputeRaised(uint256 indexed escrowId, address indexed initiator, uint8 disputeType)",
  "event DisputeResponseSubmitted(uint256 indexed escrowId, address indexed responder)",
  "event DisputeResolved(uint256 indexed escrowId, uint8 resolution, uint256 refundPercent, address resolver)",
  "event HandoverTimeout(uint256 indexed escrowId)",
  "event VerificationTimeout(uint256 indexed escrowId)",
  "event OfferSubmitted(uint256 indexed offerId, uint256 indexed listingId, address indexed buyer, uint256 amount, uint256 earnest)",
  "event OfferAccepted(uint256 indexed offerId)",
  "event OfferRejected(uint256 indexed offerId)",
  "event OfferExpired(uint256 indexed offerId)",
  "event EarnestRefunded(uint256 indexed offerId, address indexed buyer, uint256 amount)",
  "event SellerWarning(address indexed seller, string reason)",
  "event SellerResumed(address indexed seller)",
  "event WithdrawalQueued(bytes32 indexed withdrawalHash, uint256 amount, address destination, uint256 unlockTime)",
  "event WithdrawalExecuted(bytes32 indexed withdrawalHash, uint256 amount, address destination)",
  "event WithdrawalCancelled(bytes32 indexed withdrawalHash)",
  "event FundsReleasedWithHold(uint256 indexed escrowId, uint256 unlockTime)",
  "event EphemeralKeyStored(uint256 indexed escrowId, address indexed buyer, string encryptedKey, string publicKey)",
] as const;

/** Emitted in the document's samples and never declared: only the canonical signature is known. */
export const V2_UNCONFIRMED_EVENTS = [
  "GenesisSeller(address,uint256)",
  "GenesisProgramConcluded(uint256)",
  "StakeSlashed(address,address,uint256,uint256,uint256)",
  "BackupAdminSet(address)",
  "BackupAdminClaimedOwnership(address)",
] as const;
