// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

/// Reads and writes the EIP-1967 implementation slot; shared by the proxy and by the upgrade code
/// that runs behind it.
library ERC1967 {
    event Upgraded(address indexed implementation);

    error ERC1967InvalidImplementation(address implementation);
    error ERC1967NonPayable();
    error FailedCall();

    bytes32 internal constant IMPLEMENTATION_SLOT =
        bytes32(uint256(keccak256("eip1967.proxy.implementation")) - 1);

    function implementation() internal view returns (address current) {
        bytes32 slot = IMPLEMENTATION_SLOT;
        assembly ("memory-safe") {
            current := sload(slot)
        }
    }

    function upgradeToAndCall(address next, bytes memory data) internal {
        if (next.code.length == 0) revert ERC1967InvalidImplementation(next);
        bytes32 slot = IMPLEMENTATION_SLOT;
        assembly ("memory-safe") {
            sstore(slot, next)
        }
        emit Upgraded(next);
        if (data.length > 0) {
            delegate(next, data);
        } else if (msg.value > 0) {
            revert ERC1967NonPayable();
        }
    }

    /// Delegates a call and passes the callee's own revert data on.
    function delegate(address target, bytes memory data) internal {
        (bool ok, bytes memory reason) = target.delegatecall(data);
        if (ok) return;
        if (reason.length == 0) revert FailedCall();
        assembly ("memory-safe") {
            revert(add(reason, 0x20), mload(reason))
        }
    }
}
