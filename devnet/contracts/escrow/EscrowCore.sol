// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IERC20} from "../base/IERC20.sol";
import {Proxied} from "../base/Proxied.sol";

/// State and bookkeeping that all escrow generations share, with the seventeen events of E0 and E1.
/// What the parties do is in EscrowLifecycle, EscrowDisputes and EscrowEmergency.
///
/// The quirks are deliberate and mirror the deployed contracts; trap numbers are those of the
/// domain notes, A.9. None of this is meant for use with real money.
abstract contract EscrowCore is Proxied {
    enum EscrowState {
        CREATED,
        FUNDED,
        DELIVERED,
        CONFIRMED,
        TRANSITION,
        DISPUTED,
        RESOLVED,
        COMPLETED,
        REFUNDED,
        EXPIRED,
        EMERGENCY
    }

    enum EncryptionMethod {
        ECIES_WALLET,
        EPHEMERAL_KEYPAIR
    }

    enum DisputeType {
        CREDENTIAL_MISMATCH,
        METRIC_FRAUD,
        NON_DELIVERY,
        QUALITY_DISPUTE
    }

    enum DisputeResolution {
        PENDING,
        FULL_REFUND,
        PARTIAL_REFUND,
        RELEASE_TO_SELLER,
        SPLIT
    }

    /// The record of the newest generation. E0 and E1 know no `totalFunded`; their readers leave
    /// the fifteenth word out (trap 44).
    struct EscrowTransaction {
        uint256 id;
        uint256 listingId;
        address buyer;
        address seller;
        uint256 amount;
        uint256 platformFee;
        uint256 sellerPayout;
        uint256 depositedAt;
        uint256 handoverDeadline;
        uint256 verifyDeadline;
        bytes32 credentialHash;
        EscrowState state;
        EncryptionMethod encryptionMethod;
        bool verifyExtensionUsed;
        uint256 totalFunded;
    }

    struct TransitionHold {
        uint256 escrowId;
        uint256 retainedAmount;
        uint256 releaseTime;
        bool isReleased;
        bool isClaimed;
        string assistanceNotes;
    }

    struct Dispute {
        uint256 escrowId;
        address initiator;
        DisputeType disputeType;
        string evidenceIpfs;
        string responseIpfs;
        uint256 createdAt;
        uint256 responseDeadline;
        DisputeResolution resolution;
        address resolver;
    }

    event EscrowCreated(
        uint256 indexed escrowId,
        uint256 indexed listingId,
        address indexed buyer,
        address seller,
        uint256 amount
    );
    event FundsDeposited(
        uint256 indexed escrowId,
        address indexed buyer,
        uint256 amount,
        EncryptionMethod encryptionMethod
    );
    event CredentialsUploaded(uint256 indexed escrowId, bytes32 credentialHash);
    event ReceiptConfirmed(
        uint256 indexed escrowId, uint256 immediateRelease, uint256 retainerAmount
    );
    event FundsReleased(
        uint256 indexed escrowId, address indexed seller, uint256 sellerPayout, uint256 platformFee
    );
    event TransitionHoldCreated(
        uint256 indexed escrowId, uint256 retainedAmount, uint256 releaseTime
    );
    event TransitionRetainerClaimed(uint256 indexed escrowId, uint256 amount);
    event TransitionIssueReported(uint256 indexed escrowId, string issue);
    event DisputeRaised(
        uint256 indexed escrowId,
        address indexed initiator,
        DisputeType disputeType,
        string evidenceIpfs
    );
    event DisputeResponded(uint256 indexed escrowId, string responseIpfs);
    event DisputeResolved(
        uint256 indexed escrowId, DisputeResolution resolution, address resolver
    );
    event VerificationExtended(uint256 indexed escrowId, uint256 newDeadline);
    event TimeoutClaimed(uint256 indexed escrowId, EscrowState newState);
    event EmergencyActivated(uint256 timestamp);
    event EmergencyDeactivated();
    event EmergencyWithdrawal(uint256 indexed escrowId, address indexed claimer);
    event TreasuryAddressUpdated(address indexed oldTreasury, address indexed newTreasury);

    uint256 public constant PLATFORM_FEE_BPS = 250;
    uint256 public constant TRANSITION_RETAINER_BPS = 1_000;
    uint256 public constant HANDOVER_DEADLINE = 72 hours;
    uint256 public constant VERIFICATION_WINDOW = 72 hours;
    uint256 public constant EXTENSION_PERIOD = 24 hours;
    uint256 public constant EMERGENCY_COOLDOWN = 72 hours;
    uint256 public constant DISPUTE_RESPONSE_WINDOW = 48 hours;
    uint256 internal constant BPS = 10_000;

    IERC20 public idrxToken;
    address public treasuryAddress;
    uint256 public escrowCounter;
    bool public emergencyMode;
    uint256 public emergencyActivatedAt;
    mapping(uint256 => EscrowTransaction) internal _escrows;
    mapping(uint256 => TransitionHold) public transitionHolds;
    mapping(uint256 => Dispute) public disputes;

    /// Compares ids, so that escrow 0 passes although ids start at 1 (trap 17).
    modifier escrowExists(uint256 escrowId) {
        require(_escrows[escrowId].id == escrowId, "No such escrow");
        _;
    }

    modifier onlyBuyer(uint256 escrowId) {
        require(msg.sender == _escrows[escrowId].buyer, "Caller is not the buyer");
        _;
    }

    modifier onlySeller(uint256 escrowId) {
        require(msg.sender == _escrows[escrowId].seller, "Caller is not the seller");
        _;
    }

    function setTreasuryAddress(address newTreasury) external onlyOwner {
        require(newTreasury != address(0), "Treasury is zero");
        emit TreasuryAddressUpdated(treasuryAddress, newTreasury);
        treasuryAddress = newTreasury;
    }

    function getTransitionHold(uint256 escrowId) external view returns (TransitionHold memory) {
        return transitionHolds[escrowId];
    }

    function getDispute(uint256 escrowId) external view returns (Dispute memory) {
        return disputes[escrowId];
    }

    /// Floor division, as everywhere.
    function calculateFees(uint256 amount)
        public
        pure
        returns (uint256 platformFee, uint256 sellerPayout)
    {
        platformFee = amount * PLATFORM_FEE_BPS / BPS;
        sellerPayout = amount - platformFee;
    }

    // What the generations do differently.

    /// Seconds between the buyer's confirmation and the release of the retainer.
    function _holdPeriod() internal view virtual returns (uint256);

    /// Called after every state change; generations from E2 keep a history.
    function _stateChanged(uint256 escrowId) internal virtual;

    // Shared steps.

    /// The first treasury is set without an event (trap 2). Our initializers take the token first,
    /// the deployed ones the treasury; nothing on chain tells them apart afterwards.
    function _initializeEscrow(address token, address treasury) internal {
        _initializeOwner();
        require(token != address(0), "Token is zero");
        require(treasury != address(0), "Treasury is zero");
        idrxToken = IERC20(token);
        treasuryAddress = treasury;
    }

    /// Books an escrow whose handover clock starts now and logs its creation.
    function _openEscrow(
        uint256 listingId,
        address buyer,
        address seller,
        uint256 amount,
        uint256 funded,
        EscrowState state,
        EncryptionMethod method
    ) internal returns (uint256 escrowId) {
        escrowId = ++escrowCounter;
        EscrowTransaction storage escrow = _escrows[escrowId];
        escrow.id = escrowId;
        escrow.listingId = listingId;
        escrow.buyer = buyer;
        escrow.seller = seller;
        escrow.depositedAt = block.timestamp;
        escrow.handoverDeadline = block.timestamp + HANDOVER_DEADLINE;
        escrow.state = state;
        escrow.encryptionMethod = method;
        escrow.totalFunded = funded;
        _setAmount(escrow, amount);
    }

    function _setAmount(EscrowTransaction storage escrow, uint256 amount) internal {
        escrow.amount = amount;
        (escrow.platformFee, escrow.sellerPayout) = calculateFees(amount);
    }

    function _moveTo(uint256 escrowId, EscrowState state) internal {
        _escrows[escrowId].state = state;
        _stateChanged(escrowId);
    }

    function _pay(address to, uint256 amount) internal {
        require(idrxToken.transfer(to, amount), "Token transfer failed");
    }

    function _pull(uint256 amount) internal {
        require(
            idrxToken.transferFrom(msg.sender, address(this), amount), "Token transfer failed"
        );
    }
}
