// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {EscrowCore} from "./EscrowCore.sol";

/// Disputes and their resolution by the owner.
abstract contract EscrowDisputes is EscrowCore {
    modifier onlyParty(uint256 escrowId) {
        EscrowTransaction storage escrow = _escrows[escrowId];
        require(
            msg.sender == escrow.buyer || msg.sender == escrow.seller, "Caller is not a party"
        );
        _;
    }

    /// Impossible before delivery: a missing handover is a timeout (trap 41).
    function raiseDispute(uint256 escrowId, DisputeType disputeType, string calldata evidenceIpfs)
        external
        whenNotPaused
        escrowExists(escrowId)
        onlyParty(escrowId)
    {
        EscrowState state = _escrows[escrowId].state;
        require(
            state == EscrowState.DELIVERED || state == EscrowState.TRANSITION,
            "State cannot be disputed"
        );
        require(bytes(evidenceIpfs).length != 0, "Evidence is empty");

        Dispute storage dispute = disputes[escrowId];
        dispute.escrowId = escrowId;
        dispute.initiator = msg.sender;
        dispute.disputeType = disputeType;
        dispute.evidenceIpfs = evidenceIpfs;
        dispute.createdAt = block.timestamp;
        dispute.responseDeadline = block.timestamp + DISPUTE_RESPONSE_WINDOW;

        emit DisputeRaised(escrowId, msg.sender, disputeType, evidenceIpfs);
        _moveTo(escrowId, EscrowState.DISPUTED);
    }

    /// May be sent again; the last response stands.
    function respondToDispute(uint256 escrowId, string calldata responseIpfs)
        external
        whenNotPaused
        escrowExists(escrowId)
        onlyParty(escrowId)
    {
        Dispute storage dispute = disputes[escrowId];
        require(_escrows[escrowId].state == EscrowState.DISPUTED, "Escrow is not disputed");
        require(msg.sender != dispute.initiator, "Initiator cannot respond");
        require(block.timestamp <= dispute.responseDeadline, "Response deadline passed");
        require(bytes(responseIpfs).length != 0, "Response is empty");

        dispute.responseIpfs = responseIpfs;
        emit DisputeResponded(escrowId, responseIpfs);
    }

    /// Works on the full amounts even when the escrow came from TRANSITION, where 90 % and the fee
    /// are already paid: other escrows' tokens are used up (trap 22) and the hold stays open
    /// (trap 23). PARTIAL_REFUND and SPLIT are the same; beyond 9750 bps the seller's share
    /// underflows and the call reverts. Allowed while paused.
    function resolveDispute(uint256 escrowId, DisputeResolution resolution, uint256 refundPercent)
        external
        onlyOwner
        escrowExists(escrowId)
        nonReentrant
    {
        EscrowTransaction storage escrow = _escrows[escrowId];
        require(escrow.state == EscrowState.DISPUTED, "Escrow is not disputed");
        require(resolution != DisputeResolution.PENDING, "Resolution is pending");
        require(refundPercent <= BPS, "Refund above 100 %");

        disputes[escrowId].resolution = resolution;
        disputes[escrowId].resolver = msg.sender;

        EscrowState next;
        if (resolution == DisputeResolution.FULL_REFUND) {
            _pay(escrow.buyer, escrow.amount);
            next = EscrowState.REFUNDED;
        } else if (resolution == DisputeResolution.RELEASE_TO_SELLER) {
            _pay(escrow.seller, escrow.sellerPayout);
            _pay(treasuryAddress, escrow.platformFee);
            next = EscrowState.COMPLETED;
        } else {
            uint256 refund = escrow.amount * refundPercent / BPS;
            uint256 share = escrow.amount - refund - escrow.platformFee;
            if (refund != 0) _pay(escrow.buyer, refund);
            if (share != 0) _pay(escrow.seller, share);
            _pay(treasuryAddress, escrow.platformFee);
            next = EscrowState.RESOLVED;
        }
        emit DisputeResolved(escrowId, resolution, msg.sender);
        _moveTo(escrowId, next);
    }
}
