// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {EscrowCore} from "./EscrowCore.sol";

/// The seven-day hold of E0 to E2d.
abstract contract FixedTransition is EscrowCore {
    uint256 public constant TRANSITION_PERIOD = 7 days;

    function _holdPeriod() internal pure override returns (uint256) {
        return TRANSITION_PERIOD;
    }
}
