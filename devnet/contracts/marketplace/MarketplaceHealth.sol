// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {MarketplaceCore} from "./MarketplaceCore.sol";

/// The six functions that M1 leaves empty, as M2 and M3 fill them in.
abstract contract MarketplaceHealth is MarketplaceCore {
    /// An empty text or a zero price means "unchanged", yet the event repeats the raw arguments
    /// (trap 12).
    function updateListing(uint256 listingId, string calldata ipfsMetadata, uint256 newPrice)
        external
        override
        onlyListingSeller(listingId)
        whenNotPaused
    {
        Listing storage listing = listings[listingId];
        require(listing.state == ListingState.ACTIVE, "Listing is not active");
        if (bytes(ipfsMetadata).length != 0) listing.ipfsMetadata = ipfsMetadata;
        if (newPrice != 0) listing.askingPrice = newPrice;
        emit ListingUpdated(listingId, ipfsMetadata, newPrice);
    }

    function pauseListing(uint256 listingId) external override onlyAgent {
        Listing storage listing = listings[listingId];
        require(listing.seller != address(0), "No such listing");
        require(listing.state == ListingState.ACTIVE, "Listing is not active");
        listing.state = ListingState.PAUSED;
        _dropActiveListing(listing.seller);
        emit ListingPaused(listingId, "Health check failed");
    }

    function resumeListing(uint256 listingId) external override onlyListingSeller(listingId) {
        Listing storage listing = listings[listingId];
        require(listing.state == ListingState.PAUSED, "Listing is not paused");
        listing.state = ListingState.ACTIVE;
        activeListingsCount[msg.sender]++;
        emit ListingResumed(listingId);
    }

    /// The existence check compares ids, so that listing 0 passes on an empty contract (trap 17). A
    /// STANDARD listing becomes ENHANCED with no further event, and is never lowered again (trap 8).
    function verifyBuildId(uint256 listingId, bool verified) external override onlyAgent {
        Listing storage listing = listings[listingId];
        require(listing.id == listingId, "No such listing");
        listing.buildIdVerified = verified;
        if (verified && listing.verificationLevel == VerificationLevel.STANDARD) {
            listing.verificationLevel = VerificationLevel.ENHANCED;
        }
        emit BuildIdVerified(listingId, verified);
    }

    function recordHeartbeat() external override {
        _beat();
    }

    /// Works for an address that never listed (trap 11), leaves its listings alone, and succeeds
    /// without an event when the seller is not due.
    function pauseInactiveSeller(address seller) external override onlyAgent {
        (, bool shouldPause) = checkSellerActivity(seller);
        if (!shouldPause) return;
        SellerActivity storage activity = sellerActivity[seller];
        activity.isPaused = true;
        activity.isActive = false;
        emit SellerPaused(seller);
    }
}
