// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {AccessControl} from "../base/AccessControl.sol";
import {ERC1155} from "../base/ERC1155.sol";

/// Rights to use an agent, one token id per agent. Expiry is per token, for all holders at once.
/// Minting and burning log both kinds of events, a transfer only the multi-token ones.
contract Entitlements is ERC1155, AccessControl {
    event EntitlementCreated(
        uint256 indexed tokenId, uint256 indexed agentId, bool transferrable, uint256 expiration
    );
    event EntitlementMinted(address indexed to, uint256 indexed tokenId, uint256 amount);
    event EntitlementBurned(address indexed from, uint256 indexed tokenId, uint256 amount);
    event TokenURIUpdated(uint256 indexed tokenId, string uri);
    event BaseURIUpdated(string newBaseURI);

    bytes32 public constant MINTER_ROLE = keccak256("MINTER_ROLE");
    bytes32 public constant BURNER_ROLE = keccak256("BURNER_ROLE");
    bytes32 public constant URI_MANAGER_ROLE = keccak256("URI_MANAGER_ROLE");

    mapping(uint256 => uint256) public tokenIdToAgentId;
    mapping(uint256 => uint256) public agentIdToTokenId;
    mapping(uint256 => bool) public transferrable;
    mapping(uint256 => uint256) public expirations;
    string public baseURI;

    uint256 private tokenCount;
    mapping(uint256 => string) private tokenURIs;

    /// Agent id 0 marks "unknown", so that a token created for it does not exist here.
    modifier tokenExists(uint256 tokenId) {
        require(tokenIdToAgentId[tokenId] != 0, "No such token");
        _;
    }

    constructor(string memory baseURI_) {
        baseURI = baseURI_;
        _grantRole(DEFAULT_ADMIN_ROLE, msg.sender);
        _grantRole(MINTER_ROLE, msg.sender);
        _grantRole(BURNER_ROLE, msg.sender);
        _grantRole(URI_MANAGER_ROLE, msg.sender);
    }

    function createEntitlement(
        uint256 agentId,
        string calldata uri_,
        bool transferrable_,
        uint256 expiration
    ) external onlyRole(DEFAULT_ADMIN_ROLE) returns (uint256 tokenId) {
        require(agentIdToTokenId[agentId] == 0, "Agent has a token");
        tokenId = ++tokenCount;
        tokenIdToAgentId[tokenId] = agentId;
        agentIdToTokenId[agentId] = tokenId;
        tokenURIs[tokenId] = uri_;
        transferrable[tokenId] = transferrable_;
        expirations[tokenId] = expiration;
        emit EntitlementCreated(tokenId, agentId, transferrable_, expiration);
    }

    function mint(address to, uint256 tokenId, uint256 amount, bytes calldata data)
        external
        onlyRole(MINTER_ROLE)
        tokenExists(tokenId)
    {
        _mint(to, _single(tokenId), _single(amount), data);
    }

    function mintBatch(
        address to,
        uint256[] calldata tokenIds,
        uint256[] calldata amounts,
        bytes calldata data
    ) external onlyRole(MINTER_ROLE) {
        for (uint256 i; i < tokenIds.length; i++) {
            require(tokenIdToAgentId[tokenIds[i]] != 0, "No such token");
        }
        _mint(to, tokenIds, amounts, data);
    }

    function burn(address from, uint256 tokenId, uint256 amount) external onlyRole(BURNER_ROLE) {
        _burn(from, _single(tokenId), _single(amount));
    }

    function burnBatch(address from, uint256[] calldata tokenIds, uint256[] calldata amounts)
        external
        onlyRole(BURNER_ROLE)
    {
        _burn(from, tokenIds, amounts);
    }

    function setTokenURI(uint256 tokenId, string calldata uri_)
        external
        onlyRole(URI_MANAGER_ROLE)
        tokenExists(tokenId)
    {
        tokenURIs[tokenId] = uri_;
        emit TokenURIUpdated(tokenId, uri_);
        emit URI(uri_, tokenId);
    }

    function setBaseURI(string calldata newBaseURI) external onlyRole(URI_MANAGER_ROLE) {
        baseURI = newBaseURI;
        emit BaseURIUpdated(newBaseURI);
    }

    function hasAccess(address user, uint256 agentId) public view returns (bool) {
        uint256 tokenId = agentIdToTokenId[agentId];
        return tokenId != 0 && balanceOf(user, tokenId) != 0 && !isExpired(tokenId);
    }

    function hasAccessBatch(address[] calldata users, uint256 agentId)
        external
        view
        returns (bool[] memory result)
    {
        result = new bool[](users.length);
        for (uint256 i; i < users.length; i++) {
            result[i] = hasAccess(users[i], agentId);
        }
    }

    /// Zero means that it never expires.
    function isExpired(uint256 tokenId) public view returns (bool) {
        uint256 expiration = expirations[tokenId];
        return expiration != 0 && block.timestamp > expiration;
    }

    function getAgentId(uint256 tokenId) external view returns (uint256) {
        return tokenIdToAgentId[tokenId];
    }

    function getTokenId(uint256 agentId) external view returns (uint256) {
        return agentIdToTokenId[agentId];
    }

    function uri(uint256 tokenId) external view tokenExists(tokenId) returns (string memory) {
        string memory own = tokenURIs[tokenId];
        return bytes(own).length != 0 ? own : string.concat(baseURI, _decimal(tokenId));
    }

    function supportsInterface(bytes4 interfaceId) external pure override returns (bool) {
        // ERC-165, ERC-1155, its metadata extension, AccessControl.
        return interfaceId == 0x01ffc9a7 || interfaceId == 0xd9b67a26
            || interfaceId == 0x0e89341c || interfaceId == 0x7965db0b;
    }

    function _mint(
        address to,
        uint256[] memory tokenIds,
        uint256[] memory amounts,
        bytes memory data
    ) private {
        require(to != address(0), "Receiver is zero");
        _update(address(0), to, tokenIds, amounts, data);
        for (uint256 i; i < tokenIds.length; i++) {
            emit EntitlementMinted(to, tokenIds[i], amounts[i]);
        }
    }

    function _burn(address from, uint256[] memory tokenIds, uint256[] memory amounts) private {
        require(from != address(0), "Holder is zero");
        _update(from, address(0), tokenIds, amounts, "");
        for (uint256 i; i < tokenIds.length; i++) {
            emit EntitlementBurned(from, tokenIds[i], amounts[i]);
        }
    }

    function _beforeTransfer(uint256[] memory ids) internal view override {
        for (uint256 i; i < ids.length; i++) {
            require(transferrable[ids[i]], "Token is not transferrable");
        }
    }

    function _decimal(uint256 value) private pure returns (string memory) {
        bytes memory digits = new bytes(78);
        uint256 start = 78;
        do {
            digits[--start] = bytes1(uint8(48 + value % 10));
            value /= 10;
        } while (value != 0);
        bytes memory text = new bytes(78 - start);
        for (uint256 i; i < text.length; i++) {
            text[i] = digits[start + i];
        }
        return string(text);
    }
}
