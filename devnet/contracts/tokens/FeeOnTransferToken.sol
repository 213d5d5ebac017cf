// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {TestToken} from "./TestToken.sol";

/// A token that keeps a share of every transfer (trap 25). The receiver gets the net amount and the
/// fee is burned, each with its own Transfer log; minting is free of it.
contract FeeOnTransferToken is TestToken {
    uint256 public immutable feeBps;

    constructor(string memory name_, string memory symbol_, uint256 feeBps_)
        TestToken(name_, symbol_)
    {
        require(feeBps_ <= 10_000, "Fee above 100 %");
        feeBps = feeBps_;
    }

    function _transfer(address from, address to, uint256 value) internal override {
        uint256 fee = value * feeBps / 10_000;
        super._transfer(from, to, value - fee);
        if (fee > 0) _move(from, address(0), fee);
    }
}
