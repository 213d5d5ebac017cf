// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {EscrowOffers} from "./EscrowOffers.sol";

/// Offers of E2a to E2c, which never expire. Their struct is not proven; leaving out `expiresAt`,
/// which their interface gives no other sign of, is our assumption.
abstract contract LastingOffers is EscrowOffers {
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
            offer.state,
            offer.escrowId
        );
    }

    function _offerLifetime() internal pure override returns (uint256) {
        return 0;
    }
}
