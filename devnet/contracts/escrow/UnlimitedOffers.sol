// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {EscrowSafety} from "./EscrowSafety.sol";

/// The offer rule of E2a, which keeps no track of who offered on what: a buyer may have several
/// active offers on one listing.
abstract contract UnlimitedOffers is EscrowSafety {
    function _requireNoOffer(uint256, address) internal view override {}

    function _offerOpened(Offer storage) internal override {}

    function _offerClosed(Offer storage) internal override {}
}
