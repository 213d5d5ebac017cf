// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {FixedTransition} from "./FixedTransition.sol";
import {LastingOffers} from "./LastingOffers.sol";
import {OneOfferPerBuyer} from "./OneOfferPerBuyer.sol";

/// Generation E2c: E2b with the earnest rate made public.
contract EscrowE2c is OneOfferPerBuyer, LastingOffers, FixedTransition {
    uint256 public constant EARNEST_DEPOSIT_BPS = EARNEST_BPS;
}
