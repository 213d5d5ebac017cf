// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {EscrowBase} from "./EscrowBase.sol";
import {EscrowReadsV1} from "./EscrowReadsV1.sol";
import {FixedTransition} from "./FixedTransition.sol";

/// Generation E0: knows no marketplace, the buyer names the seller and the price.
///
/// The source of the deployed E0 was never published. Its interface is known from bytecode; that it
/// stores the nominal amount and checks amount and seller as E1 does is our assumption.
contract EscrowE0 is EscrowBase, EscrowReadsV1, FixedTransition {
    function initialize(address token, address treasury) external initializer {
        _initializeEscrow(token, treasury);
    }

    function depositFunds(
        uint256 listingId,
        address seller,
        uint256 amount,
        EncryptionMethod encryptionMethod
    ) external whenNotPaused nonReentrant returns (uint256 escrowId) {
        require(seller != address(0), "Seller is zero");
        require(seller != msg.sender, "Seller cannot buy");
        require(amount != 0, "Amount is zero");
        _pull(amount);
        escrowId = _openEscrow(
            listingId, msg.sender, seller, amount, amount, EscrowState.FUNDED, encryptionMethod
        );
        emit EscrowCreated(escrowId, listingId, msg.sender, seller, amount);
        emit FundsDeposited(escrowId, msg.sender, amount, encryptionMethod);
    }
}
