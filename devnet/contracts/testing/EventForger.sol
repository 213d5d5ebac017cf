// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Proxied} from "../base/Proxied.sol";

/// Logs whatever it is told to: unknown topics, re-indexed or truncated events, hostile text. For
/// tests only.
///
/// A proxy upgraded to a forger keeps answering: every function that the forger does not have is
/// delegated to the implementation it wraps, so that views which an indexer reads beside a forged
/// log still work on the proxy's storage. Upgrade the proxy again to leave the forger.
contract EventForger is Proxied {
    struct ForgedLog {
        bytes32[] topics;
        bytes data;
    }

    /// The implementation behind the forger, or zero for a forger on its own.
    address public immutable wrapped;

    constructor(address wrapped_) {
        wrapped = wrapped_;
    }

    /// Emits one log with zero to four topics, as they are.
    function forge(bytes32[] calldata topics, bytes calldata data) external {
        _emit(topics, data);
    }

    function forgeMany(ForgedLog[] calldata logs) external {
        for (uint256 i; i < logs.length; i++) {
            _emit(logs[i].topics, logs[i].data);
        }
    }

    fallback() external {
        address target = wrapped;
        require(target != address(0), "Nothing is wrapped");
        assembly {
            calldatacopy(0, 0, calldatasize())
            let ok := delegatecall(gas(), target, 0, calldatasize(), 0, 0)
            returndatacopy(0, 0, returndatasize())
            switch ok
            case 0 { revert(0, returndatasize()) }
            default { return(0, returndatasize()) }
        }
    }

    function _emit(bytes32[] memory topics, bytes memory data) private {
        require(topics.length <= 4, "Too many topics");
        assembly ("memory-safe") {
            let from := add(data, 0x20)
            let size := mload(data)
            let first := add(topics, 0x20)
            switch mload(topics)
            case 0 { log0(from, size) }
            case 1 { log1(from, size, mload(first)) }
            case 2 { log2(from, size, mload(first), mload(add(first, 0x20))) }
            case 3 {
                log3(from, size, mload(first), mload(add(first, 0x20)), mload(add(first, 0x40)))
            }
            default {
                log4(
                    from,
                    size,
                    mload(first),
                    mload(add(first, 0x20)),
                    mload(add(first, 0x40)),
                    mload(add(first, 0x60))
                )
            }
        }
    }
}
