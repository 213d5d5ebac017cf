// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {EscrowCore} from "./EscrowCore.sol";

/// The owner's emergency switch and the parties' withdrawals behind it.
abstract contract EscrowEmergency is EscrowCore {
    function activateEmergency() external onlyOwner {
        require(!emergencyMode, "Emergency is active");
        emergencyMode = true;
        emergencyActivatedAt = block.timestamp;
        emit EmergencyActivated(block.timestamp);
    }

    /// Impossible from the moment withdrawals open.
    function deactivateEmergency() external onlyOwner {
        require(emergencyMode, "Emergency is not active");
        require(
            block.timestamp < emergencyActivatedAt + EMERGENCY_COOLDOWN, "Withdrawals are open"
        );
        emergencyMode = false;
        emit EmergencyDeactivated();
    }

    /// The amount is not logged and the hold keeps its flags (trap 24). Works while paused.
    function emergencyWithdraw(uint256 escrowId) external escrowExists(escrowId) nonReentrant {
        require(emergencyMode, "Emergency is not active");
        require(
            block.timestamp >= emergencyActivatedAt + EMERGENCY_COOLDOWN, "Cooldown is running"
        );

        EscrowTransaction storage escrow = _escrows[escrowId];
        if (escrow.state == EscrowState.FUNDED || escrow.state == EscrowState.DELIVERED) {
            require(msg.sender == escrow.buyer, "Caller is not the buyer");
            _pay(escrow.buyer, escrow.amount);
        } else if (escrow.state == EscrowState.TRANSITION) {
            require(msg.sender == escrow.seller, "Caller is not the seller");
            _pay(escrow.seller, transitionHolds[escrowId].retainedAmount);
        } else {
            revert("State cannot be withdrawn");
        }
        emit EmergencyWithdrawal(escrowId, msg.sender);
        _moveTo(escrowId, EscrowState.EMERGENCY);
    }
}
