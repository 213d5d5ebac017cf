// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {ERC1967} from "./base/ERC1967.sol";

/// The proxy in front of every marketplace and escrow. It logs Upgraded before the initializer
/// runs, hence before OwnershipTransferred and Initialized.
contract Proxy {
    constructor(address implementation, bytes memory data) payable {
        ERC1967.upgradeToAndCall(implementation, data);
    }

    fallback() external payable {
        address implementation = ERC1967.implementation();
        assembly {
            calldatacopy(0, 0, calldatasize())
            let ok := delegatecall(gas(), implementation, 0, calldatasize(), 0, 0)
            returndatacopy(0, 0, returndatasize())
            switch ok
            case 0 { revert(0, returndatasize()) }
            default { return(0, returndatasize()) }
        }
    }
}
