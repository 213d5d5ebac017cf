// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {EscrowBase} from "./EscrowBase.sol";
import {EscrowReadsV2} from "./EscrowReadsV2.sol";
import {MarketplaceLink} from "./MarketplaceLink.sol";

/// What E2 adds to E1: offers with earnest money, amounts as received, and a history of every
/// escrow. Variants differ through the hooks at the end.
///
/// The sources of E2a to E2d were never published; their behaviour follows E3 except where their
/// proven interface says otherwise.
abstract contract EscrowOffers is EscrowBase, MarketplaceLink, EscrowReadsV2 {
    enum OfferState {
        ACTIVE,
        ACCEPTED,
        REJECTED,
        CANCELLED
    }

    struct Offer {
        uint256 id;
        uint256 listingId;
        address buyer;
        uint256 offerPrice;
        uint256 depositAmount;
        uint256 timestamp;
        uint256 expiresAt;
        OfferState state;
        uint256 escrowId;
    }

    struct Snapshot {
        uint256 balance;
        EscrowState state;
        uint256 timestamp;
    }

    event OfferMade(
        uint256 indexed offerId,
        uint256 indexed listingId,
        address indexed buyer,
        uint256 offerPrice,
        uint256 depositAmount
    );
    event OfferAccepted(
        uint256 indexed offerId,
        uint256 indexed escrowId,
        uint256 listingId,
        address buyer,
        address seller,
        uint256 amount
    );
    event OfferRejected(uint256 indexed offerId);
    event OfferCancelled(uint256 indexed offerId);

    uint256 internal constant EARNEST_BPS = 500;

    uint256 public offerCounter;
    mapping(uint256 => Offer) internal _offers;
    mapping(uint256 => Snapshot[]) public history;

    function depositFunds(uint256 listingId, uint256 amount, EncryptionMethod encryptionMethod)
        external
        whenNotPaused
        nonReentrant
        returns (uint256 escrowId)
    {
        (address seller, uint256 askingPrice) = _purchasable(listingId);
        require(amount == askingPrice, "Amount is not the price");
        uint256 received = _receive(amount);
        escrowId = _openEscrow(
            listingId, msg.sender, seller, received, received, EscrowState.FUNDED, encryptionMethod
        );
        emit EscrowCreated(escrowId, listingId, msg.sender, seller, received);
        emit FundsDeposited(escrowId, msg.sender, received, encryptionMethod);
        _stateChanged(escrowId);
    }

    function makeOffer(uint256 listingId, uint256 offerPrice) external whenNotPaused nonReentrant {
        _requireNoOffer(listingId, msg.sender);
        _purchasable(listingId);
        require(offerPrice != 0, "Price is zero");

        uint256 deposit = _receive(offerPrice * EARNEST_BPS / BPS);
        uint256 offerId = ++offerCounter;
        Offer storage offer = _offers[offerId];
        offer.id = offerId;
        offer.listingId = listingId;
        offer.buyer = msg.sender;
        offer.offerPrice = offerPrice;
        offer.depositAmount = deposit;
        offer.timestamp = block.timestamp;
        if (_offerLifetime() != 0) offer.expiresAt = block.timestamp + _offerLifetime();
        _offerOpened(offer);
        emit OfferMade(offerId, listingId, msg.sender, offerPrice, deposit);
    }

    /// Checks neither the expiry nor that the listing is still ACTIVE (trap 30), and leaves other
    /// offers on the listing alone (trap 37). The handover clock starts now (trap 28); the offer's
    /// event precedes that of the escrow (trap 35).
    function acceptOffer(uint256 offerId, EncryptionMethod encryptionMethod)
        external
        whenNotPaused
        nonReentrant
    {
        Offer storage offer = _activeOffer(offerId);
        address seller = _sellerOf(offer.listingId);
        require(msg.sender == seller, "Caller is not the seller");

        offer.state = OfferState.ACCEPTED;
        _offerClosed(offer);
        uint256 escrowId = _openEscrow(
            offer.listingId,
            offer.buyer,
            seller,
            offer.offerPrice,
            offer.depositAmount,
            EscrowState.CREATED,
            encryptionMethod
        );
        offer.escrowId = escrowId;

        emit OfferAccepted(
            offerId, escrowId, offer.listingId, offer.buyer, seller, offer.offerPrice
        );
        emit EscrowCreated(escrowId, offer.listingId, offer.buyer, seller, offer.offerPrice);
        _stateChanged(escrowId);
    }

    function rejectOffer(uint256 offerId) external whenNotPaused nonReentrant {
        Offer storage offer = _activeOffer(offerId);
        require(msg.sender == _sellerOf(offer.listingId), "Caller is not the seller");
        offer.state = OfferState.REJECTED;
        _offerClosed(offer);
        _pay(offer.buyer, offer.depositAmount);
        emit OfferRejected(offerId);
    }

    function cancelOffer(uint256 offerId) external whenNotPaused nonReentrant {
        Offer storage offer = _activeOffer(offerId);
        require(msg.sender == offer.buyer || _isExpired(offer), "Caller is not the buyer");
        offer.state = OfferState.CANCELLED;
        _offerClosed(offer);
        _pay(offer.buyer, offer.depositAmount);
        emit OfferCancelled(offerId);
    }

    /// Rewrites amount, fee and payout from what arrived in total (trap 25); the handover deadline
    /// stays where acceptance put it (trap 28).
    function completeFunding(uint256 escrowId) external whenNotPaused nonReentrant {
        EscrowTransaction storage escrow = _escrows[escrowId];
        require(escrow.state == EscrowState.CREATED, "Escrow is not created");
        require(msg.sender == escrow.buyer, "Caller is not the buyer");
        uint256 missing = escrow.amount - escrow.totalFunded;
        require(missing != 0, "Nothing left to fund");

        escrow.totalFunded += _receive(missing);
        _setAmount(escrow, escrow.totalFunded);
        emit FundsDeposited(escrowId, msg.sender, escrow.amount, escrow.encryptionMethod);
        _moveTo(escrowId, EscrowState.FUNDED);
    }

    /// Records the escrow's amount, not the tokens behind it, after each change.
    function _stateChanged(uint256 escrowId) internal override {
        EscrowTransaction storage escrow = _escrows[escrowId];
        history[escrowId].push(
            Snapshot({balance: escrow.amount, state: escrow.state, timestamp: block.timestamp})
        );
    }

    /// Pulls tokens from the caller and returns what arrived.
    function _receive(uint256 amount) internal returns (uint256) {
        uint256 before = idrxToken.balanceOf(address(this));
        _pull(amount);
        return idrxToken.balanceOf(address(this)) - before;
    }

    function _activeOffer(uint256 offerId) internal view returns (Offer storage offer) {
        offer = _offers[offerId];
        // Missing records read as ACTIVE offers on listing 0; ids start at 1.
        require(offer.id != 0, "No such offer");
        require(offer.state == OfferState.ACTIVE, "Offer is not active");
    }

    function _isExpired(Offer storage offer) private view returns (bool) {
        return offer.expiresAt != 0 && block.timestamp > offer.expiresAt;
    }

    // What the variants do differently.

    /// Seconds after which anyone may cancel an offer; zero for never.
    function _offerLifetime() internal view virtual returns (uint256);

    /// Refuses an offer that the buyer may not make beside the offers there are.
    function _requireNoOffer(uint256 listingId, address buyer) internal view virtual;

    function _offerOpened(Offer storage offer) internal virtual;

    function _offerClosed(Offer storage offer) internal virtual;
}
