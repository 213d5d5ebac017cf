// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {FixedTransition} from "./FixedTransition.sol";
import {LastingOffers} from "./LastingOffers.sol";
import {UnlimitedOffers} from "./UnlimitedOffers.sol";

/// Generation E2a: offers that last, several per buyer and listing.
contract EscrowE2a is UnlimitedOffers, LastingOffers, FixedTransition {}
