// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {EscrowCore} from "./EscrowCore.sol";

/// Handover, verification, retainer and timeouts. Token transfers are made, and so logged, before
/// the contract's own events.
abstract contract EscrowLifecycle is EscrowCore {
    function uploadCredentialHash(uint256 escrowId, bytes32 credentialHash)
        external
        whenNotPaused
        escrowExists(escrowId)
        onlySeller(escrowId)
        nonReentrant
    {
        EscrowTransaction storage escrow = _escrows[escrowId];
        require(escrow.state == EscrowState.FUNDED, "Escrow is not funded");
        require(block.timestamp <= escrow.handoverDeadline, "Handover deadline passed");
        require(credentialHash != 0, "Credential hash is zero");

        escrow.credentialHash = credentialHash;
        escrow.verifyDeadline = block.timestamp + VERIFICATION_WINDOW;
        emit CredentialsUploaded(escrowId, credentialHash);
        _moveTo(escrowId, EscrowState.DELIVERED);
    }

    /// One day more, once per escrow.
    function requestVerificationExtension(uint256 escrowId)
        external
        whenNotPaused
        escrowExists(escrowId)
        onlyBuyer(escrowId)
    {
        EscrowTransaction storage escrow = _escrows[escrowId];
        require(escrow.state == EscrowState.DELIVERED, "Escrow is not delivered");
        require(!escrow.verifyExtensionUsed, "Extension already used");
        require(block.timestamp < escrow.verifyDeadline, "Verification deadline passed");

        escrow.verifyExtensionUsed = true;
        escrow.verifyDeadline += EXTENSION_PERIOD;
        emit VerificationExtended(escrowId, escrow.verifyDeadline);
        _stateChanged(escrowId);
    }

    /// Pays all but the retainer at once, so that `FundsReleased.sellerPayout` is 90 % of the payout
    /// (trap 20). CONFIRMED is never stored (trap 40).
    function confirmReceipt(uint256 escrowId)
        external
        whenNotPaused
        escrowExists(escrowId)
        onlyBuyer(escrowId)
        nonReentrant
    {
        EscrowTransaction storage escrow = _escrows[escrowId];
        require(escrow.state == EscrowState.DELIVERED, "Escrow is not delivered");
        require(block.timestamp <= escrow.verifyDeadline, "Verification deadline passed");

        uint256 retainer = escrow.sellerPayout * TRANSITION_RETAINER_BPS / BPS;
        uint256 immediate = escrow.sellerPayout - retainer;
        uint256 releaseTime = block.timestamp + _holdPeriod();

        _pay(escrow.seller, immediate);
        _pay(treasuryAddress, escrow.platformFee);

        TransitionHold storage hold = transitionHolds[escrowId];
        hold.escrowId = escrowId;
        hold.retainedAmount = retainer;
        hold.releaseTime = releaseTime;

        emit ReceiptConfirmed(escrowId, immediate, retainer);
        emit FundsReleased(escrowId, escrow.seller, immediate, escrow.platformFee);
        emit TransitionHoldCreated(escrowId, retainer, releaseTime);
        _moveTo(escrowId, EscrowState.TRANSITION);
    }

    function claimTransitionRetainer(uint256 escrowId)
        external
        whenNotPaused
        escrowExists(escrowId)
        onlySeller(escrowId)
        nonReentrant
    {
        TransitionHold storage hold = transitionHolds[escrowId];
        require(
            _escrows[escrowId].state == EscrowState.TRANSITION, "Escrow is not in transition"
        );
        require(block.timestamp >= hold.releaseTime, "Transition is running");

        uint256 amount = _releaseHold(escrowId);
        emit TransitionRetainerClaimed(escrowId, amount);
        _moveTo(escrowId, EscrowState.COMPLETED);
    }

    /// Disputes the escrow without a dispute record, so that nobody can respond to it (trap 19).
    function reportTransitionIssue(uint256 escrowId, string calldata issue)
        external
        whenNotPaused
        escrowExists(escrowId)
        onlyBuyer(escrowId)
    {
        TransitionHold storage hold = transitionHolds[escrowId];
        require(
            _escrows[escrowId].state == EscrowState.TRANSITION, "Escrow is not in transition"
        );
        require(block.timestamp < hold.releaseTime, "Transition has ended");
        require(bytes(issue).length != 0, "Issue is empty");

        hold.assistanceNotes = issue;
        emit TransitionIssueReported(escrowId, issue);
        _moveTo(escrowId, EscrowState.DISPUTED);
    }

    /// Open to anyone (trap 33): a missed handover refunds the buyer, a missed verification pays the
    /// seller in full with no hold and no `FundsReleased` (trap 20).
    function claimTimeout(uint256 escrowId)
        external
        whenNotPaused
        escrowExists(escrowId)
        nonReentrant
    {
        EscrowTransaction storage escrow = _escrows[escrowId];
        EscrowState next;
        if (escrow.state == EscrowState.FUNDED) {
            require(block.timestamp > escrow.handoverDeadline, "Handover is running");
            _pay(escrow.buyer, escrow.amount);
            next = EscrowState.EXPIRED;
        } else if (escrow.state == EscrowState.DELIVERED) {
            require(block.timestamp > escrow.verifyDeadline, "Verification is running");
            _pay(escrow.seller, escrow.sellerPayout);
            _pay(treasuryAddress, escrow.platformFee);
            next = EscrowState.COMPLETED;
        } else {
            revert("No timeout in this state");
        }
        emit TimeoutClaimed(escrowId, next);
        _moveTo(escrowId, next);
    }

    /// Pays the retainer to the seller and closes the hold.
    function _releaseHold(uint256 escrowId) internal returns (uint256 amount) {
        TransitionHold storage hold = transitionHolds[escrowId];
        require(!hold.isReleased, "Retainer already released");
        hold.isReleased = true;
        hold.isClaimed = true;
        amount = hold.retainedAmount;
        _pay(_escrows[escrowId].seller, amount);
    }
}
