// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {MarketplaceM3} from "../marketplace/MarketplaceM3.sol";

/// A marketplace of the future: M3 with one event that no ABI of this project knows. Upgrading a
/// proxy to it proves that the completeness check notices what the indexer cannot decode.
contract MarketplaceM3Next is MarketplaceM3 {
    event MarketplaceAnnouncement(address indexed author, string message);

    function announce(string calldata message) external {
        emit MarketplaceAnnouncement(msg.sender, message);
    }
}
