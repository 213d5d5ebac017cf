// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {ERC1967} from "./ERC1967.sol";

/// What every upgradeable contract of the market shares: single-step ownership, a pause switch, a
/// reentrancy guard, one-time initialisation and UUPS upgrades.
///
/// Errors, events and their order follow the library that the deployed contracts use, because the
/// indexer reads those logs: a fresh proxy logs Upgraded, OwnershipTransferred, Initialized.
/// State lives in one namespaced slot (owner, pause flag and version packed together), so that the
/// inheriting contract owns slot 0 and a storage layout survives an upgrade.
abstract contract Proxied {
    event Initialized(uint64 version);
    event OwnershipTransferred(address indexed previousOwner, address indexed newOwner);
    event Paused(address account);
    event Unpaused(address account);

    error InvalidInitialization();
    error OwnableUnauthorizedAccount(address account);
    error OwnableInvalidOwner(address owner);
    error EnforcedPause();
    error ExpectedPause();
    error ReentrancyGuardReentrantCall();
    error UUPSUnauthorizedCallContext();
    error UUPSUnsupportedProxiableUUID(bytes32 slot);

    struct ProxiedState {
        address owner;
        bool paused;
        uint64 version;
    }

    string public constant UPGRADE_INTERFACE_VERSION = "5.0.0";

    bytes32 private constant PROXIED_SLOT = keccak256("valyra.devnet.proxied");

    address private immutable self = address(this);
    bool private transient entered;

    modifier initializer() {
        ProxiedState storage state = _proxied();
        if (state.version != 0) revert InvalidInitialization();
        state.version = 1;
        _;
        emit Initialized(1);
    }

    modifier onlyOwner() {
        if (msg.sender != owner()) revert OwnableUnauthorizedAccount(msg.sender);
        _;
    }

    modifier whenNotPaused() {
        if (paused()) revert EnforcedPause();
        _;
    }

    modifier whenPaused() {
        if (!paused()) revert ExpectedPause();
        _;
    }

    modifier nonReentrant() {
        if (entered) revert ReentrancyGuardReentrantCall();
        entered = true;
        _;
        entered = false;
    }

    /// Locks the implementation itself, which is only ever used through a proxy.
    constructor() {
        _proxied().version = type(uint64).max;
        emit Initialized(type(uint64).max);
    }

    function owner() public view returns (address) {
        return _proxied().owner;
    }

    function paused() public view returns (bool) {
        return _proxied().paused;
    }

    function pause() external onlyOwner whenNotPaused {
        _proxied().paused = true;
        emit Paused(msg.sender);
    }

    function unpause() external onlyOwner whenPaused {
        _proxied().paused = false;
        emit Unpaused(msg.sender);
    }

    function transferOwnership(address newOwner) external onlyOwner {
        if (newOwner == address(0)) revert OwnableInvalidOwner(address(0));
        _transferOwnership(newOwner);
    }

    function renounceOwnership() external onlyOwner {
        _transferOwnership(address(0));
    }

    /// Answered by an implementation only, never through a proxy, so that a proxy cannot be taken
    /// for an implementation.
    function proxiableUUID() external view returns (bytes32) {
        if (address(this) != self) revert UUPSUnauthorizedCallContext();
        return ERC1967.IMPLEMENTATION_SLOT;
    }

    function upgradeToAndCall(address newImplementation, bytes calldata data)
        external
        payable
        onlyOwner
    {
        if (address(this) == self || ERC1967.implementation() != self) {
            revert UUPSUnauthorizedCallContext();
        }
        try Proxied(newImplementation).proxiableUUID() returns (bytes32 slot) {
            if (slot != ERC1967.IMPLEMENTATION_SLOT) revert UUPSUnsupportedProxiableUUID(slot);
        } catch {
            revert ERC1967.ERC1967InvalidImplementation(newImplementation);
        }
        ERC1967.upgradeToAndCall(newImplementation, data);
    }

    function _initializeOwner() internal {
        _transferOwnership(msg.sender);
    }

    function _transferOwnership(address newOwner) private {
        address previous = owner();
        _proxied().owner = newOwner;
        emit OwnershipTransferred(previous, newOwner);
    }

    function _proxied() private pure returns (ProxiedState storage state) {
        bytes32 slot = PROXIED_SLOT;
        assembly ("memory-safe") {
            state.slot := slot
        }
    }
}
