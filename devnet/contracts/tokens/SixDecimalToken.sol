// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {TestToken} from "./TestToken.sol";

/// A stablecoin-like token with six decimals, for agent payments and for whatever must not assume
/// eighteen.
contract SixDecimalToken is TestToken {
    constructor(string memory name_, string memory symbol_) TestToken(name_, symbol_) {}

    function decimals() public pure override returns (uint8) {
        return 6;
    }
}
