// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IERC20} from "../base/IERC20.sol";
import {Proxied} from "../base/Proxied.sol";

/// What all marketplace generations share: storage, the twelve events of M1 and M2, listing,
/// staking and the genesis programme. Generations differ through the hooks at the end.
///
/// The quirks are deliberate and mirror the deployed contracts; trap numbers are those of the
/// domain notes, A.9. None of this is meant for use with real money.
abstract contract MarketplaceCore is Proxied {
    enum ListingState {
        ACTIVE,
        PENDING,
        COMPLETED,
        CANCELLED,
        DISPUTED,
        PAUSED
    }

    enum VerificationLevel {
        BASIC,
        STANDARD,
        ENHANCED
    }

    struct Listing {
        uint256 id;
        address seller;
        string title;
        string ipfsMetadata;
        uint256 askingPrice;
        uint256 createdAt;
        VerificationLevel verificationLevel;
        ListingState state;
        bytes32 ipAssignmentHash;
        bytes sellerSignature;
        uint256 ipSignedAt;
        string buildId;
        bool buildIdVerified;
    }

    struct SellerActivity {
        address seller;
        uint256 lastHeartbeat;
        uint256 ignoredOffers;
        bool isActive;
        bool isPaused;
    }

    struct SellerStake {
        address seller;
        uint256 stakeAmount;
        uint256 stakedAt;
        bool isActive;
        uint256 slashCount;
    }

    event ListingCreated(
        uint256 indexed listingId,
        address indexed seller,
        string title,
        uint256 askingPrice,
        VerificationLevel verificationLevel
    );
    event ListingUpdated(uint256 indexed listingId, string ipfsMetadata, uint256 newPrice);
    event ListingCancelled(uint256 indexed listingId);
    event ListingPaused(uint256 indexed listingId, string reason);
    event ListingResumed(uint256 indexed listingId);
    event BuildIdVerified(uint256 indexed listingId, bool verified);
    event HeartbeatRecorded(address indexed seller, uint256 timestamp);
    event SellerStaked(address indexed seller, uint256 amount);
    event StakeWithdrawn(address indexed seller, uint256 amount);
    event GenesisSellerJoined(address indexed seller, uint256 genesisNumber);
    event SellerPaused(address indexed seller);
    event AgentAddressUpdated(address indexed oldAgent, address indexed newAgent);

    uint256 public constant MINIMUM_SELLER_STAKE = 750_000e18;
    uint256 public constant SLASH_PENALTY = 250_000e18;
    uint256 public constant GENESIS_SELLER_LIMIT = 50;
    uint256 public constant HEARTBEAT_INTERVAL = 30 days;
    uint256 public constant WARNING_PERIOD = 7 days;
    uint256 public constant PAUSE_AFTER_WARNING = 7 days;
    uint256 public constant MAX_IGNORED_OFFERS = 3;

    /// Storage slot 0 in every generation: readers take the number of listings from there.
    uint256 private listingCount;
    mapping(uint256 => Listing) public listings;
    mapping(address => SellerActivity) public sellerActivity;
    mapping(address => SellerStake) public sellerStakes;
    mapping(address => VerificationLevel) public sellerVerificationLevel;
    mapping(address => uint256) public activeListingsCount;
    bool public genesisProgram;
    uint256 public genesisSellersCount;
    mapping(address => bool) public isGenesisSeller;
    address public agentAddress;
    IERC20 public idrxToken;

    modifier onlyAgent() {
        require(msg.sender == agentAddress, "Caller is not the agent");
        _;
    }

    modifier onlyListingSeller(uint256 listingId) {
        require(msg.sender == listings[listingId].seller, "Caller is not the seller");
        _;
    }

    /// Logs nothing of its own: the first agent and the token are known from the views alone
    /// (trap 2).
    function initialize(address token, address agent) external initializer {
        _initializeOwner();
        require(token != address(0), "Token is zero");
        require(agent != address(0), "Agent is zero");
        idrxToken = IERC20(token);
        agentAddress = agent;
        genesisProgram = true;
    }

    /// Refreshes the heartbeat without a heartbeat event (trap 6) and takes the claimed level as it
    /// comes (trap 7).
    function createListing(
        string calldata title,
        string calldata ipfsMetadata,
        uint256 askingPrice,
        VerificationLevel level,
        bytes32 ipAssignmentHash,
        bytes calldata sellerSignature,
        string calldata buildId
    ) external whenNotPaused nonReentrant returns (uint256 listingId) {
        require(sellerStakes[msg.sender].isActive, "No active stake");
        require(bytes(title).length != 0, "Title is empty");
        require(askingPrice != 0, "Price is zero");

        listingId = listingCount++;
        Listing storage listing = listings[listingId];
        listing.id = listingId;
        listing.seller = msg.sender;
        listing.title = title;
        listing.ipfsMetadata = ipfsMetadata;
        listing.askingPrice = askingPrice;
        listing.createdAt = block.timestamp;
        listing.verificationLevel = level;
        listing.ipAssignmentHash = ipAssignmentHash;
        listing.sellerSignature = sellerSignature;
        listing.ipSignedAt = block.timestamp;
        listing.buildId = buildId;
        // Trap 17: an agent may have "verified" listing 0 before it existed.
        listing.buildIdVerified = false;

        _refreshActivity(msg.sender);
        sellerVerificationLevel[msg.sender] = level;
        activeListingsCount[msg.sender]++;

        emit ListingCreated(listingId, msg.sender, title, askingPrice, level);
    }

    /// Allowed while the contract is paused, unlike an update.
    function cancelListing(uint256 listingId) external onlyListingSeller(listingId) {
        Listing storage listing = listings[listingId];
        require(listing.state == ListingState.ACTIVE, "Listing is not active");
        listing.state = ListingState.CANCELLED;
        _dropActiveListing(msg.sender);
        emit ListingCancelled(listingId);
    }

    function joinGenesis() external {
        require(genesisProgram, "Genesis has ended");
        require(genesisSellersCount < GENESIS_SELLER_LIMIT, "Genesis is full");
        require(!isGenesisSeller[msg.sender], "Already a genesis seller");
        require(_isVerified(msg.sender), "Verification too low");
        isGenesisSeller[msg.sender] = true;
        emit GenesisSellerJoined(msg.sender, ++genesisSellersCount);
    }

    function withdrawStake(uint256 amount) external nonReentrant {
        SellerStake storage stake = sellerStakes[msg.sender];
        require(stake.isActive, "No active stake");
        require(activeListingsCount[msg.sender] == 0, "Listings are active");
        require(amount != 0, "Amount is zero");
        require(stake.stakeAmount >= amount, "Amount exceeds the stake");

        stake.stakeAmount -= amount;
        if (stake.stakeAmount < MINIMUM_SELLER_STAKE) stake.isActive = false;

        require(idrxToken.transfer(msg.sender, amount), "Token transfer failed");
        emit StakeWithdrawn(msg.sender, amount);
    }

    function setAgentAddress(address newAgent) external onlyOwner {
        require(newAgent != address(0), "Agent is zero");
        emit AgentAddressUpdated(agentAddress, newAgent);
        agentAddress = newAgent;
    }

    /// Logs nothing (trap 1).
    function endGenesisProgram() external onlyOwner {
        require(genesisProgram, "Genesis has ended");
        genesisProgram = false;
    }

    function canJoinGenesisProgram() external view returns (bool) {
        return _genesisIsOpen();
    }

    /// Both comparisons are strict; an address that never listed has heartbeat 0 and is long due.
    function checkSellerActivity(address seller)
        public
        view
        returns (bool needsWarning, bool shouldPause)
    {
        uint256 silence = block.timestamp - sellerActivity[seller].lastHeartbeat;
        needsWarning = silence > HEARTBEAT_INTERVAL;
        shouldPause = silence > HEARTBEAT_INTERVAL + WARNING_PERIOD + PAUSE_AFTER_WARNING;
    }

    function canWithdrawStake(address seller)
        external
        view
        returns (bool canWithdraw, string memory reason)
    {
        SellerStake storage stake = sellerStakes[seller];
        if (!stake.isActive) return (false, "No active stake");
        if (activeListingsCount[seller] != 0) return (false, "Has active listings");
        if (stake.stakeAmount == 0) return (false, "No stake balance");
        return (true, "");
    }

    // What the generations do differently.

    function updateListing(uint256 listingId, string calldata ipfsMetadata, uint256 newPrice)
        external
        virtual;
    function pauseListing(uint256 listingId) external virtual;
    function resumeListing(uint256 listingId) external virtual;
    function verifyBuildId(uint256 listingId, bool verified) external virtual;
    function recordHeartbeat() external virtual;
    function pauseInactiveSeller(address seller) external virtual;
    function stakeToSell() external virtual;
    function getActiveListings(uint256 offset, uint256 limit)
        external
        view
        virtual
        returns (Listing[] memory);

    // Shared steps.

    /// The staking rule of M1 and M2. While the programme is open nobody pays a stake: a level is
    /// demanded that only a listing can set, and a listing demands a stake (trap 14). The genesis
    /// path does not set the seller's flag, so that the seller can be counted again by
    /// `joinGenesis`, and its zero stake passes the first check once more (trap 15).
    function _stakeBehindGenesis() internal {
        require(sellerStakes[msg.sender].stakeAmount == 0, "Already staked");
        if (_genesisIsOpen()) {
            require(_isVerified(msg.sender), "Verification too low");
            _stakeAsGenesisSeller();
        } else {
            _stakeMinimum();
        }
    }

    function _stakeAsGenesisSeller() internal {
        _setStake(0);
        emit GenesisSellerJoined(msg.sender, ++genesisSellersCount);
    }

    /// Books the nominal stake, whatever a fee-taking token delivered.
    function _stakeMinimum() internal {
        require(
            idrxToken.transferFrom(msg.sender, address(this), MINIMUM_SELLER_STAKE),
            "Token transfer failed"
        );
        _setStake(MINIMUM_SELLER_STAKE);
        emit SellerStaked(msg.sender, MINIMUM_SELLER_STAKE);
    }

    function _beat() internal {
        _refreshActivity(msg.sender);
        emit HeartbeatRecorded(msg.sender, block.timestamp);
    }

    /// Leaves `isPaused` alone: a paused seller stays paused for good (trap 10).
    function _refreshActivity(address seller) internal {
        SellerActivity storage activity = sellerActivity[seller];
        activity.seller = seller;
        activity.lastHeartbeat = block.timestamp;
        activity.isActive = true;
    }

    function _dropActiveListing(address seller) internal {
        if (activeListingsCount[seller] != 0) activeListingsCount[seller]--;
    }

    function _genesisIsOpen() internal view returns (bool) {
        return genesisProgram && genesisSellersCount < GENESIS_SELLER_LIMIT;
    }

    function _isVerified(address seller) internal view returns (bool) {
        return sellerVerificationLevel[seller] != VerificationLevel.BASIC;
    }

    function _countActive() internal view returns (uint256 count) {
        for (uint256 id; id < listingCount; id++) {
            if (listings[id].state == ListingState.ACTIVE) count++;
        }
    }

    /// The `limit` active listings after the first `offset`; both must lie within the count.
    function _activePage(uint256 offset, uint256 limit)
        internal
        view
        returns (Listing[] memory page)
    {
        page = new Listing[](limit);
        uint256 seen;
        uint256 taken;
        for (uint256 id; taken < limit; id++) {
            if (listings[id].state != ListingState.ACTIVE) continue;
            if (seen++ >= offset) page[taken++] = listings[id];
        }
    }

    /// Overwrites the whole record: a leftover stake is forfeited and slashes are forgotten
    /// (trap 9).
    function _setStake(uint256 amount) private {
        sellerStakes[msg.sender] = SellerStake({
            seller: msg.sender,
            stakeAmount: amount,
            stakedAt: block.timestamp,
            isActive: true,
            slashCount: 0
        });
    }
}
