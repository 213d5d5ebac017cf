// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {MarketplaceHealth} from "./MarketplaceHealth.sol";

/// Generation M3: M2 with slashing, with an emergency exit for stakes, and with a staking path that
/// the genesis programme no longer blocks. It appends to the storage of M2, so that a proxy can be
/// upgraded in place.
contract MarketplaceM3 is MarketplaceHealth {
    event EmergencyWithdrawRequested(address indexed user, uint256 executionTime);
    event EmergencyWithdrawExecuted(address indexed user, uint256 amount);
    event SellerSlashed(
        address indexed seller, uint256 amount, string reason, uint256 newSlashCount
    );

    uint256 public constant EMERGENCY_COOLDOWN = 72 hours;

    mapping(address => uint256) public emergencyWithdrawTime;

    /// Verified sellers enter free while the programme is open, everyone else pays. An inactive
    /// record may be replaced, whatever is left in it (trap 9).
    function stakeToSell() external override nonReentrant {
        require(!sellerStakes[msg.sender].isActive, "Already staked");
        if (_genesisIsOpen() && _isVerified(msg.sender)) {
            isGenesisSeller[msg.sender] = true;
            _stakeAsGenesisSeller();
        } else {
            _stakeMinimum();
        }
        _beat();
    }

    /// The tokens stay in this contract: nothing goes to a victim or to the treasury.
    function slashSeller(address seller, string calldata reason) external onlyAgent {
        SellerStake storage stake = sellerStakes[seller];
        require(stake.isActive, "Stake is not active");
        require(stake.stakeAmount >= SLASH_PENALTY, "Stake is below the penalty");

        stake.stakeAmount -= SLASH_PENALTY;
        stake.slashCount++;
        if (stake.stakeAmount < MINIMUM_SELLER_STAKE) {
            stake.isActive = false;
            sellerActivity[seller].isActive = false;
            sellerActivity[seller].isPaused = true;
        }
        emit SellerSlashed(seller, SLASH_PENALTY, reason, stake.slashCount);
    }

    /// A repeated request restarts the clock.
    function requestEmergencyWithdraw() external {
        require(sellerStakes[msg.sender].stakeAmount != 0, "No stake balance");
        uint256 executionTime = block.timestamp + EMERGENCY_COOLDOWN;
        emergencyWithdrawTime[msg.sender] = executionTime;
        emit EmergencyWithdrawRequested(msg.sender, executionTime);
    }

    /// Forgets stake and activity even when listings are active; those stay ACTIVE.
    function executeEmergencyWithdraw() external nonReentrant {
        uint256 unlockTime = emergencyWithdrawTime[msg.sender];
        require(unlockTime != 0, "No request");
        require(block.timestamp >= unlockTime, "Cooldown is running");
        uint256 amount = sellerStakes[msg.sender].stakeAmount;
        require(amount != 0, "No stake balance");

        delete sellerStakes[msg.sender];
        delete sellerActivity[msg.sender];
        delete emergencyWithdrawTime[msg.sender];

        require(idrxToken.transfer(msg.sender, amount), "Token transfer failed");
        emit EmergencyWithdrawExecuted(msg.sender, amount);
    }

    function getActiveListings(uint256 offset, uint256 limit)
        external
        view
        override
        returns (Listing[] memory page)
    {
        uint256 count = _countActive();
        if (offset >= count) return page;
        uint256 available = count - offset;
        return _activePage(offset, limit > available ? available : limit);
    }
}
