// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {MarketplaceCore} from "./MarketplaceCore.sol";

/// Generation M1, the skeleton: six functions succeed and do nothing, so that their events never
/// appear (trap 13), and staking does not start the heartbeat clock. The empty functions keep their
/// access rules.
contract MarketplaceM1 is MarketplaceCore {
    function updateListing(uint256 listingId, string calldata, uint256)
        external
        override
        onlyListingSeller(listingId)
        whenNotPaused
    {}

    function pauseListing(uint256) external override onlyAgent {}

    function resumeListing(uint256 listingId) external override onlyListingSeller(listingId) {}

    function verifyBuildId(uint256, bool) external override onlyAgent {}

    function recordHeartbeat() external override {}

    function pauseInactiveSeller(address) external override onlyAgent {}

    function stakeToSell() external override nonReentrant {
        _stakeBehindGenesis();
    }

    function getActiveListings(uint256, uint256)
        external
        pure
        override
        returns (Listing[] memory page)
    {
        return page;
    }
}
