// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

/// An actor that is a contract: it runs a batch of calls in one transaction on behalf of its owner.
/// Call data of such a transaction says nothing about the calls inside, and one transaction can hold
/// several purchases; both are cases an indexer must survive. It also fills a chain quickly.
contract SmartAccount {
    struct Call {
        address target;
        bytes data;
    }

    error NotOwner();

    address public immutable owner;

    constructor(address owner_) {
        owner = owner_;
    }

    /// All or nothing; the first failing call's reason is passed on.
    function executeBatch(Call[] calldata calls) external {
        if (msg.sender != owner) revert NotOwner();
        for (uint256 i; i < calls.length; i++) {
            (bool ok, bytes memory reason) = calls[i].target.call(calls[i].data);
            if (!ok) {
                assembly ("memory-safe") {
                    revert(add(reason, 0x20), mload(reason))
                }
            }
        }
    }

    function onERC1155Received(address, address, uint256, uint256, bytes calldata)
        external
        pure
        returns (bytes4)
    {
        return this.onERC1155Received.selector;
    }

    function onERC1155BatchReceived(
        address,
        address,
        uint256[] calldata,
        uint256[] calldata,
        bytes calldata
    ) external pure returns (bytes4) {
        return this.onERC1155BatchReceived.selector;
    }
}
