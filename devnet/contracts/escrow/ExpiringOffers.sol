// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {OneOfferPerBuyer} from "./OneOfferPerBuyer.sol";

/// Offers from E2d on: the earnest rate is public, and after an expiry anyone may cancel. The deposit
/// always goes back to the buyer.
abstract contract ExpiringOffers is OneOfferPerBuyer {
    uint256 public constant EARNEST_DEPOSIT_BPS = EARNEST_BPS;
    uint256 public constant OFFER_EXPIRY_WINDOW = 24 hours;

    function offers(uint256 offerId)
        external
        view
        returns (
            uint256 id,
            uint256 listingId,
            address buyer,
            uint256 offerPrice,
            uint256 depositAmount,
            uint256 timestamp,
            uint256 expiresAt,
            OfferState state,
            uint256 escrowId
        )
    {
        Offer storage offer = _offers[offerId];
        return (
            offer.id,
            offer.listingId,
            offer.buyer,
            offer.offerPrice,
            offer.depositAmount,
            offer.timestamp,
            offer.expiresAt,
            offer.state,
            offer.escrowId
        );
    }

    function _offerLifetime() internal pure override returns (uint256) {
        return OFFER_EXPIRY_WINDOW;
    }
}
