// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

/// What an escrow reads of a marketplace.
interface IMarketplaceReader {
    enum ListingState {
        ACTIVE,
        PENDING,
        COMPLETED,
        CANCELLED,
        DISPUTED,
        PAUSED
    }

    function listings(uint256 listingId)
        external
        view
        returns (
            uint256 id,
            address seller,
            string memory title,
            string memory ipfsMetadata,
            uint256 askingPrice,
            uint256 createdAt,
            uint8 verificationLevel,
            ListingState state,
            bytes32 ipAssignmentHash,
            bytes memory sellerSignature,
            uint256 ipSignedAt,
            string memory buildId,
            bool buildIdVerified
        );
}
