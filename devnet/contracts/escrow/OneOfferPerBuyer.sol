// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {EscrowSafety} from "./EscrowSafety.sol";

/// What E2b adds: a buyer has at most one active offer on a listing.
abstract contract OneOfferPerBuyer is EscrowSafety {
    mapping(uint256 listingId => mapping(address buyer => uint256 offerId)) public
        activeOffersByBuyerAndListing;

    /// May say no although a new offer is refused, after an offer was ejected (trap 38).
    function hasActiveOffer(uint256 listingId, address buyer) external view returns (bool) {
        uint256 offerId = activeOffersByBuyerAndListing[listingId][buyer];
        return offerId != 0 && _offers[offerId].state == OfferState.ACTIVE;
    }

    function _requireNoOffer(uint256 listingId, address buyer) internal view override {
        require(
            activeOffersByBuyerAndListing[listingId][buyer] == 0, "An offer is already active"
        );
    }

    function _offerOpened(Offer storage offer) internal override {
        activeOffersByBuyerAndListing[offer.listingId][offer.buyer] = offer.id;
    }

    function _offerClosed(Offer storage offer) internal override {
        delete activeOffersByBuyerAndListing[offer.listingId][offer.buyer];
    }
}
