// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {EscrowOffers} from "./EscrowOffers.sol";

/// The owner's way to move everything to a safety wallet, which E2 added. The wallet is zero until
/// it is set, and ejecting is impossible before that.
abstract contract EscrowSafety is EscrowOffers {
    event SafetyWalletUpdated(address indexed oldSafety, address indexed newSafety);
    event EmergencyEjectEscrow(
        uint256 indexed escrowId, uint256 amount, address indexed safetyWallet
    );
    event EmergencyEjectOffer(
        uint256 indexed offerId, uint256 amount, address indexed safetyWallet
    );

    address public safetyWallet;

    function setSafetyWallet(address newSafety) external onlyOwner {
        require(newSafety != address(0), "Safety wallet is zero");
        emit SafetyWalletUpdated(safetyWallet, newSafety);
        safetyWallet = newSafety;
    }

    /// With nothing to eject it changes and logs nothing (trap 39). Hold flags stay as they are.
    function emergencyEjectEscrow(uint256 escrowId) external onlyOwner whenPaused nonReentrant {
        require(safetyWallet != address(0), "Safety wallet is zero");
        uint256 amount = _ejectable(escrowId);
        if (amount == 0) return;
        _pay(safetyWallet, amount);
        emit EmergencyEjectEscrow(escrowId, amount, safetyWallet);
        _moveTo(escrowId, EscrowState.EMERGENCY);
    }

    /// Cancels the offer without `OfferCancelled` and without freeing the buyer's place on the
    /// listing (trap 38).
    function emergencyEjectOffer(uint256 offerId) external onlyOwner whenPaused nonReentrant {
        require(safetyWallet != address(0), "Safety wallet is zero");
        Offer storage offer = _activeOffer(offerId);
        offer.state = OfferState.CANCELLED;
        _pay(safetyWallet, offer.depositAmount);
        emit EmergencyEjectOffer(offerId, offer.depositAmount, safetyWallet);
    }

    /// What the contract still holds for an open escrow; reverts on a closed one.
    function _ejectable(uint256 escrowId) private view returns (uint256) {
        EscrowTransaction storage escrow = _escrows[escrowId];
        TransitionHold storage hold = transitionHolds[escrowId];
        EscrowState state = escrow.state;
        require(state <= EscrowState.DISPUTED, "Escrow is closed");
        if (state == EscrowState.CREATED) return escrow.totalFunded;
        bool isPaidOut = state == EscrowState.TRANSITION
            || (state == EscrowState.DISPUTED && hold.escrowId != 0);
        if (!isPaidOut) return escrow.amount;
        return hold.isReleased ? 0 : hold.retainedAmount;
    }
}
