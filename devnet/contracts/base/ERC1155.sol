// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

interface IERC1155Receiver {
    function onERC1155Received(
        address operator,
        address from,
        uint256 id,
        uint256 value,
        bytes calldata data
    ) external returns (bytes4);

    function onERC1155BatchReceived(
        address operator,
        address from,
        uint256[] calldata ids,
        uint256[] calldata values,
        bytes calldata data
    ) external returns (bytes4);
}

/// Balances of a multi-token. A change of one id logs TransferSingle, of several TransferBatch,
/// however it was asked for.
abstract contract ERC1155 {
    event TransferSingle(
        address indexed operator,
        address indexed from,
        address indexed to,
        uint256 id,
        uint256 value
    );
    event TransferBatch(
        address indexed operator,
        address indexed from,
        address indexed to,
        uint256[] ids,
        uint256[] values
    );
    event ApprovalForAll(address indexed account, address indexed operator, bool approved);
    event URI(string value, uint256 indexed id);

    error ERC1155InsufficientBalance(
        address sender, uint256 balance, uint256 needed, uint256 tokenId
    );
    error ERC1155InvalidArrayLength(uint256 idsLength, uint256 valuesLength);
    error ERC1155InvalidReceiver(address receiver);
    error ERC1155MissingApprovalForAll(address operator, address owner);

    mapping(address account => mapping(uint256 id => uint256)) private balances;
    mapping(address account => mapping(address operator => bool)) public isApprovedForAll;

    function balanceOf(address account, uint256 id) public view returns (uint256) {
        return balances[account][id];
    }

    function balanceOfBatch(address[] calldata accounts, uint256[] calldata ids)
        external
        view
        returns (uint256[] memory result)
    {
        _requireSameLength(accounts.length, ids.length);
        result = new uint256[](ids.length);
        for (uint256 i; i < ids.length; i++) {
            result[i] = balances[accounts[i]][ids[i]];
        }
    }

    function setApprovalForAll(address operator, bool approved) external {
        isApprovedForAll[msg.sender][operator] = approved;
        emit ApprovalForAll(msg.sender, operator, approved);
    }

    function safeTransferFrom(
        address from,
        address to,
        uint256 id,
        uint256 value,
        bytes calldata data
    ) external {
        _requireMayMove(from, to);
        _update(from, to, _single(id), _single(value), data);
    }

    function safeBatchTransferFrom(
        address from,
        address to,
        uint256[] calldata ids,
        uint256[] calldata values,
        bytes calldata data
    ) external {
        _requireMayMove(from, to);
        _update(from, to, ids, values, data);
    }

    function supportsInterface(bytes4 interfaceId) external pure virtual returns (bool);

    /// Refuses what the token's rules forbid; called once before anything moves.
    function _beforeTransfer(uint256[] memory ids) internal view virtual;

    /// Mints from and burns to the zero address.
    function _update(
        address from,
        address to,
        uint256[] memory ids,
        uint256[] memory values,
        bytes memory data
    ) internal {
        _requireSameLength(ids.length, values.length);
        if (from != address(0) && to != address(0)) _beforeTransfer(ids);
        for (uint256 i; i < ids.length; i++) {
            _move(from, to, ids[i], values[i]);
        }
        if (ids.length == 1) {
            emit TransferSingle(msg.sender, from, to, ids[0], values[0]);
        } else {
            emit TransferBatch(msg.sender, from, to, ids, values);
        }
        if (to.code.length != 0) _askReceiver(from, to, ids, values, data);
    }

    function _single(uint256 value) internal pure returns (uint256[] memory list) {
        list = new uint256[](1);
        list[0] = value;
    }

    function _move(address from, address to, uint256 id, uint256 value) private {
        if (from != address(0)) {
            uint256 balance = balances[from][id];
            if (balance < value) revert ERC1155InsufficientBalance(from, balance, value, id);
            balances[from][id] = balance - value;
        }
        if (to != address(0)) balances[to][id] += value;
    }

    function _requireMayMove(address from, address to) private view {
        if (msg.sender != from && !isApprovedForAll[from][msg.sender]) {
            revert ERC1155MissingApprovalForAll(msg.sender, from);
        }
        if (to == address(0)) revert ERC1155InvalidReceiver(to);
    }

    function _askReceiver(
        address from,
        address to,
        uint256[] memory ids,
        uint256[] memory values,
        bytes memory data
    ) private {
        IERC1155Receiver receiver = IERC1155Receiver(to);
        bytes4 answer = ids.length == 1
            ? receiver.onERC1155Received(msg.sender, from, ids[0], values[0], data)
            : receiver.onERC1155BatchReceived(msg.sender, from, ids, values, data);
        bytes4 expected = ids.length == 1
            ? IERC1155Receiver.onERC1155Received.selector
            : IERC1155Receiver.onERC1155BatchReceived.selector;
        if (answer != expected) revert ERC1155InvalidReceiver(to);
    }

    function _requireSameLength(uint256 ids, uint256 values) private pure {
        if (ids != values) revert ERC1155InvalidArrayLength(ids, values);
    }
}
