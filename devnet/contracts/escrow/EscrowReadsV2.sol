// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {EscrowCore} from "./EscrowCore.sol";

/// The readers from E2 on, whose record has a fifteenth word (trap 44).
abstract contract EscrowReadsV2 is EscrowCore {
    function getEscrow(uint256 escrowId) external view returns (EscrowTransaction memory) {
        return _escrows[escrowId];
    }

    function escrows(uint256 escrowId)
        external
        view
        returns (
            uint256 id,
            uint256 listingId,
            address buyer,
            address seller,
            uint256 amount,
            uint256 platformFee,
            uint256 sellerPayout,
            uint256 depositedAt,
            uint256 handoverDeadline,
            uint256 verifyDeadline,
            bytes32 credentialHash,
            EscrowState state,
            EncryptionMethod encryptionMethod,
            bool verifyExtensionUsed,
            uint256 totalFunded
        )
    {
        EscrowTransaction storage e = _escrows[escrowId];
        id = e.id;
        listingId = e.listingId;
        buyer = e.buyer;
        seller = e.seller;
        amount = e.amount;
        platformFee = e.platformFee;
        sellerPayout = e.sellerPayout;
        depositedAt = e.depositedAt;
        handoverDeadline = e.handoverDeadline;
        verifyDeadline = e.verifyDeadline;
        credentialHash = e.credentialHash;
        state = e.state;
        encryptionMethod = e.encryptionMethod;
        verifyExtensionUsed = e.verifyExtensionUsed;
        totalFunded = e.totalFunded;
    }
}
