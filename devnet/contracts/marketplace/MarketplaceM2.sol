// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {MarketplaceHealth} from "./MarketplaceHealth.sol";

/// Generation M2: the same interface as M1 with every function at work.
contract MarketplaceM2 is MarketplaceHealth {
    function stakeToSell() external override nonReentrant {
        _stakeBehindGenesis();
        _beat();
    }

    /// Reverts by underflow when the offset exceeds the number of active listings.
    function getActiveListings(uint256 offset, uint256 limit)
        external
        view
        override
        returns (Listing[] memory)
    {
        uint256 available = _countActive() - offset;
        return _activePage(offset, limit > available ? available : limit);
    }
}
