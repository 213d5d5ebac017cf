// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

/// A wallet that is a contract: whoever asks whether it has signed something is told so when its
/// owner has (ERC-1271). Not for real money: it takes no other calls.
contract SmartWallet {
    bytes4 private constant SIGNED = 0x1626ba7e;
    bytes4 private constant NOT_SIGNED = 0xffffffff;

    address public immutable owner;

    constructor(address owner_) {
        owner = owner_;
    }

    /// The signature is that of a key: r, s and v in 65 bytes.
    function isValidSignature(bytes32 hash, bytes calldata signature)
        external
        view
        returns (bytes4)
    {
        if (signature.length != 65) return NOT_SIGNED;
        address signer = ecrecover(
            hash,
            uint8(signature[64]),
            bytes32(signature[0:32]),
            bytes32(signature[32:64])
        );
        return signer != address(0) && signer == owner ? SIGNED : NOT_SIGNED;
    }
}
