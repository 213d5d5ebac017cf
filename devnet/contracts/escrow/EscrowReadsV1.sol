// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {EscrowCore} from "./EscrowCore.sol";

/// The readers of E0 and E1, whose record has fourteen words (trap 44) and which keep no history.
abstract contract EscrowReadsV1 is EscrowCore {
    struct EscrowTransactionV1 {
        uint256 id;
        uint256 listingId;
        address buyer;
        address seller;
        uint256 amount;
        uint256 platformFee;
        uint256 sellerPayout;
        uint256 depositedAt;
        uint256 handoverDeadline;
        uint256 verifyDeadline;
        bytes32 credentialHash;
        EscrowState state;
        EncryptionMethod encryptionMethod;
        bool verifyExtensionUsed;
    }

    function getEscrow(uint256 escrowId) external view returns (EscrowTransactionV1 memory) {
        EscrowTransaction storage e = _escrows[escrowId];
        return EscrowTransactionV1({
            id: e.id,
            listingId: e.listingId,
            buyer: e.buyer,
            seller: e.seller,
            amount: e.amount,
            platformFee: e.platformFee,
            sellerPayout: e.sellerPayout,
            depositedAt: e.depositedAt,
            handoverDeadline: e.handoverDeadline,
            verifyDeadline: e.verifyDeadline,
            credentialHash: e.credentialHash,
            state: e.state,
            encryptionMethod: e.encryptionMethod,
            verifyExtensionUsed: e.verifyExtensionUsed
        });
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
            bool verifyExtensionUsed
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
    }

    function _stateChanged(uint256) internal override {}
}
