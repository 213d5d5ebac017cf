// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {ExpiringOffers} from "./ExpiringOffers.sol";

/// Generation E3: E2d with a transition period that the owner sets and a retainer that the owner can
/// release.
contract EscrowE3 is ExpiringOffers {
    event TransitionPeriodUpdated(uint256 oldPeriod, uint256 newPeriod);
    event AdminRetainerReleased(
        uint256 indexed escrowId, address indexed seller, uint256 amount
    );

    /// Published, yet used by nothing: the period is zero until the owner sets it (trap 31).
    uint256 public constant DEFAULT_TRANSITION_PERIOD = 7 days;

    uint256 public transitionPeriod;

    function setTransitionPeriod(uint256 newPeriod) external onlyOwner {
        require(newPeriod != 0, "Period is zero");
        emit TransitionPeriodUpdated(transitionPeriod, newPeriod);
        transitionPeriod = newPeriod;
    }

    /// Before the release time and while paused, too.
    function adminReleaseRetainer(uint256 escrowId)
        external
        onlyOwner
        escrowExists(escrowId)
        nonReentrant
    {
        EscrowTransaction storage escrow = _escrows[escrowId];
        require(escrow.state == EscrowState.TRANSITION, "Escrow is not in transition");
        uint256 amount = _releaseHold(escrowId);
        emit AdminRetainerReleased(escrowId, escrow.seller, amount);
        _moveTo(escrowId, EscrowState.COMPLETED);
    }

    function _holdPeriod() internal view override returns (uint256) {
        return transitionPeriod;
    }
}
