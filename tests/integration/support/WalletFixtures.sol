// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

/// A wallet whose owner signs for it (ERC-1271); the owner can be replaced.
contract OwnedWallet {
    address public owner;

    constructor(address owner_) {
        owner = owner_;
    }

    function setOwner(address owner_) external {
        owner = owner_;
    }

    function isValidSignature(bytes32 hash, bytes calldata signature) external view returns (bytes4) {
        if (signature.length != 65) return 0xffffffff;
        bytes32 r = bytes32(signature[0:32]);
        bytes32 s = bytes32(signature[32:64]);
        address signer = ecrecover(hash, uint8(signature[64]), r, s);
        return signer == owner && signer != address(0) ? bytes4(0x1626ba7e) : bytes4(0xffffffff);
    }
}

/// Makes such wallets at addresses that are known before (ERC-6492).
contract WalletFactory {
    uint256 public made;

    function make(address owner, bytes32 salt) external returns (address) {
        made++;
        return address(new OwnedWallet{salt: salt}(owner));
    }
}

/// Contracts that answer badly, each in its own way.
contract BadWallet {
    uint256 public immutable kind;

    constructor(uint256 kind_) {
        kind = kind_;
    }

    function isValidSignature(bytes32, bytes calldata) external view returns (bytes4) {
        if (kind == 0) revert("no");
        if (kind == 1) while (true) {}
        if (kind == 2) assembly { return(0, 1000000) }
        if (kind == 3) return 0x12345678;
        if (kind == 4) assembly { return(0, 0) }
        return 0x1626ba7e;
    }
}
