// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {EscrowBase} from "./EscrowBase.sol";
import {EscrowReadsV1} from "./EscrowReadsV1.sol";
import {FixedTransition} from "./FixedTransition.sol";
import {MarketplaceLink} from "./MarketplaceLink.sol";

/// Generation E1, with the reentrancy guard of the deployed build: a purchase at the asking price.
contract EscrowE1 is EscrowBase, MarketplaceLink, EscrowReadsV1, FixedTransition {
    /// Stores the nominal amount even when a fee-taking token delivered less (trap 25).
    function depositFunds(uint256 listingId, uint256 amount, EncryptionMethod encryptionMethod)
        external
        whenNotPaused
        nonReentrant
        returns (uint256 escrowId)
    {
        (address seller, uint256 askingPrice) = _purchasable(listingId);
        require(amount == askingPrice, "Amount is not the price");
        _pull(amount);
        escrowId = _openEscrow(
            listingId, msg.sender, seller, amount, amount, EscrowState.FUNDED, encryptionMethod
        );
        emit EscrowCreated(escrowId, listingId, msg.sender, seller, amount);
        emit FundsDeposited(escrowId, msg.sender, amount, encryptionMethod);
    }
}
