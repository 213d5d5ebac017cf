// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {ExpiringOffers} from "./ExpiringOffers.sol";
import {FixedTransition} from "./FixedTransition.sol";

/// Generation E2d: E2c with offers that expire.
contract EscrowE2d is ExpiringOffers, FixedTransition {}
