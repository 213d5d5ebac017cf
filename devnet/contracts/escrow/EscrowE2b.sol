// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {FixedTransition} from "./FixedTransition.sol";
import {LastingOffers} from "./LastingOffers.sol";
import {OneOfferPerBuyer} from "./OneOfferPerBuyer.sol";

/// Generation E2b: one active offer per buyer and listing.
contract EscrowE2b is OneOfferPerBuyer, LastingOffers, FixedTransition {}
