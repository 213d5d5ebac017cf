// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {EscrowDisputes} from "./EscrowDisputes.sol";
import {EscrowEmergency} from "./EscrowEmergency.sol";
import {EscrowLifecycle} from "./EscrowLifecycle.sol";

/// Everything that happens to an escrow once it exists.
abstract contract EscrowBase is EscrowLifecycle, EscrowDisputes, EscrowEmergency {}
