// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IMarketplaceReader} from "./IMarketplaceReader.sol";
import {EscrowCore} from "./EscrowCore.sol";

/// The link to the marketplace that E1 introduced: seller, price and state of a listing are read
/// there, and nothing is ever written back, so that a listing stays ACTIVE whatever is sold
/// (traps 3 and 4).
abstract contract MarketplaceLink is EscrowCore {
    address public marketplaceAddress;

    function initialize(address token, address treasury, address marketplace)
        external
        initializer
    {
        _initializeEscrow(token, treasury);
        require(marketplace != address(0), "Marketplace is zero");
        marketplaceAddress = marketplace;
    }

    /// Seller and price of a listing that the caller may buy or make an offer for.
    function _purchasable(uint256 listingId)
        internal
        view
        returns (address seller, uint256 askingPrice)
    {
        IMarketplaceReader.ListingState state;
        (, seller,,, askingPrice,,, state,,,,,) =
            IMarketplaceReader(marketplaceAddress).listings(listingId);
        require(seller != address(0), "No such listing");
        require(seller != msg.sender, "Seller cannot buy");
        require(state == IMarketplaceReader.ListingState.ACTIVE, "Listing is not active");
    }

    function _sellerOf(uint256 listingId) internal view returns (address seller) {
        (, seller,,,,,,,,,,,) = IMarketplaceReader(marketplaceAddress).listings(listingId);
    }
}
