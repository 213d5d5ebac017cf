// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {AccessControl} from "../base/AccessControl.sol";
import {IERC20} from "../base/IERC20.sol";

/// Payments for paid agents, not upgradeable: anyone deposits for a registered agent, the
/// orchestrator releases or refunds.
contract AgentEscrow is AccessControl {
    /// Pending and Disputed are never written.
    enum PaymentStatus {
        Pending,
        Escrowed,
        Released,
        Refunded,
        Disputed
    }

    struct Payment {
        address user;
        address developer;
        uint256 agentId;
        uint256 amount;
        address token;
        PaymentStatus status;
        uint256 createdAt;
        uint256 expiresAt;
    }

    event PaymentDeposited(
        bytes32 indexed paymentId,
        address indexed user,
        address indexed developer,
        uint256 agentId,
        uint256 amount,
        address token
    );
    event PaymentReleased(
        bytes32 indexed paymentId, address indexed developer, uint256 amount, uint256 platformFee
    );
    event PaymentRefunded(bytes32 indexed paymentId, address indexed user, uint256 amount);
    event AgentRegistered(uint256 indexed agentId, address indexed developer);
    event PlatformFeeUpdated(uint256 newFeePercentage);
    event TokenSupportUpdated(address indexed token, bool supported);
    event PlatformFeeRecipientUpdated(address indexed newRecipient);

    error ReentrancyGuardReentrantCall();

    bytes32 public constant ORCHESTRATOR_ROLE = keccak256("ORCHESTRATOR_ROLE");
    bytes32 public constant AGENT_DEVELOPER_ROLE = keccak256("AGENT_DEVELOPER_ROLE");
    uint256 public constant MAX_PLATFORM_FEE = 1_000;
    uint256 public constant PAYMENT_EXPIRY = 7 days;

    mapping(bytes32 => Payment) public payments;
    mapping(uint256 => address) public agentDevelopers;
    mapping(address => bool) public supportedTokens;
    address public platformFeeRecipient;
    uint256 public platformFeePercentage;

    bool private transient entered;

    modifier nonReentrant() {
        if (entered) revert ReentrancyGuardReentrantCall();
        entered = true;
        _;
        entered = false;
    }

    /// Fee and recipient start without an event.
    constructor(address feeRecipient, uint256 feePercentage) {
        require(feeRecipient != address(0), "Recipient is zero");
        require(feePercentage <= MAX_PLATFORM_FEE, "Fee is too high");
        platformFeeRecipient = feeRecipient;
        platformFeePercentage = feePercentage;
        _grantRole(DEFAULT_ADMIN_ROLE, msg.sender);
        _grantRole(ORCHESTRATOR_ROLE, msg.sender);
    }

    /// Books the nominal amount, whatever a fee-taking token delivered.
    function depositPayment(bytes32 paymentId, uint256 agentId, uint256 amount, address token)
        external
        nonReentrant
    {
        address developer = agentDevelopers[agentId];
        require(supportedTokens[token], "Token is not supported");
        require(payments[paymentId].user == address(0), "Payment exists");
        require(developer != address(0), "Agent is not registered");
        require(amount != 0, "Amount is zero");
        require(
            IERC20(token).transferFrom(msg.sender, address(this), amount), "Token transfer failed"
        );
        payments[paymentId] = Payment({
            user: msg.sender,
            developer: developer,
            agentId: agentId,
            amount: amount,
            token: token,
            status: PaymentStatus.Escrowed,
            createdAt: block.timestamp,
            expiresAt: block.timestamp + PAYMENT_EXPIRY
        });
        emit PaymentDeposited(paymentId, msg.sender, developer, agentId, amount, token);
    }

    /// Impossible after expiry. The fee is the one of today, not that of the deposit, and the logged
    /// amount is net of it.
    function releasePayment(bytes32 paymentId) external onlyRole(ORCHESTRATOR_ROLE) nonReentrant {
        Payment storage payment = payments[paymentId];
        require(payment.status == PaymentStatus.Escrowed, "Payment is not escrowed");
        require(block.timestamp <= payment.expiresAt, "Payment has expired");
        payment.status = PaymentStatus.Released;

        uint256 fee = payment.amount * platformFeePercentage / 10_000;
        uint256 net = payment.amount - fee;
        _pay(payment.token, payment.developer, net);
        if (fee != 0) _pay(payment.token, platformFeeRecipient, fee);
        emit PaymentReleased(paymentId, payment.developer, net, fee);
    }

    /// Works before and after expiry; the user has no way to ask for it.
    function refundPayment(bytes32 paymentId) external onlyRole(ORCHESTRATOR_ROLE) nonReentrant {
        Payment storage payment = payments[paymentId];
        require(payment.status == PaymentStatus.Escrowed, "Payment is not escrowed");
        payment.status = PaymentStatus.Refunded;
        _pay(payment.token, payment.user, payment.amount);
        emit PaymentRefunded(paymentId, payment.user, payment.amount);
    }

    /// Registering again changes the developer of later payments only.
    function registerAgent(uint256 agentId, address developer)
        external
        onlyRole(DEFAULT_ADMIN_ROLE)
    {
        require(developer != address(0), "Developer is zero");
        agentDevelopers[agentId] = developer;
        emit AgentRegistered(agentId, developer);
    }

    function setSupportedToken(address token, bool supported)
        external
        onlyRole(DEFAULT_ADMIN_ROLE)
    {
        supportedTokens[token] = supported;
        emit TokenSupportUpdated(token, supported);
    }

    function setPlatformFee(uint256 newFeePercentage) external onlyRole(DEFAULT_ADMIN_ROLE) {
        require(newFeePercentage <= MAX_PLATFORM_FEE, "Fee is too high");
        platformFeePercentage = newFeePercentage;
        emit PlatformFeeUpdated(newFeePercentage);
    }

    function setPlatformFeeRecipient(address newRecipient) external onlyRole(DEFAULT_ADMIN_ROLE) {
        require(newRecipient != address(0), "Recipient is zero");
        platformFeeRecipient = newRecipient;
        emit PlatformFeeRecipientUpdated(newRecipient);
    }

    function getPayment(bytes32 paymentId) external view returns (Payment memory) {
        return payments[paymentId];
    }

    function _pay(address token, address to, uint256 amount) private {
        require(IERC20(token).transfer(to, amount), "Token transfer failed");
    }
}
