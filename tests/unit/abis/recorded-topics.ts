/**
 * Event topics as recorded on the deployed contracts (domain A.4, A.5, A.6, A.10, C.1). They are data
 * on purpose: deriving them from our own ABIs would prove nothing.
 */
export type RecordedTopic = readonly [declaration: string, topic0: `0x${string}`];

/** Marketplace events of M1 and M2 (domain A.4). */
export const M1_TOPICS: readonly RecordedTopic[] = [
  [
    "ListingCreated(uint256 indexed listingId, address indexed seller, string title, uint256 askingPrice, uint8 verificationLevel)",
    "0xb1ab4850fee177de967c3668c249e45f68fb34111a3a931948634cf342dfe248",
  ],
  [
    "ListingUpdated(uint256 indexed listingId, string ipfsMetadata, uint256 newPrice)",
    "0x642c774179bca904e6ef2ae903708e679f33680fe41aa6893b3b36dee6516229",
  ],
  [
    "ListingCancelled(uint256 indexed listingId)",
    "0x411aee90354c51b1b04cd563fcab2617142a9d50da19232d888547c8a1b7fd8a",
  ],
  [
    "ListingPaused(uint256 indexed listingId, string reason)",
    "0x1b487ac5679deb7864f0cde64a64557ededf73256731ebb96ee9d84a7de4c4f5",
  ],
  [
    "ListingResumed(uint256 indexed listingId)",
    "0x7f1dfa1d44f6d2da78c00df64b0116c918dacbb9a4e0671e474603a326c4e236",
  ],
  [
    "BuildIdVerified(uint256 indexed listingId, bool verified)",
    "0xddd14134a4fb945d2ca074deeca6849b10a4de1d6b67045690f62f6940610866",
  ],
  [
    "HeartbeatRecorded(address indexed seller, uint256 timestamp)",
    "0x2d62fd6b1a07d149fbf8044df2acbc91e700a58e7d155be0132c9f603616784f",
  ],
  [
    "SellerStaked(address indexed seller, uint256 amount)",
    "0xe05b3be5af6f37735a0b5e09220230a9373fda6fc8af6f911c7ba74267aaaa5f",
  ],
  [
    "StakeWithdrawn(address indexed seller, uint256 amount)",
    "0x8108595eb6bad3acefa9da467d90cc2217686d5c5ac85460f8b7849c840645fc",
  ],
  [
    "GenesisSellerJoined(address indexed seller, uint256 genesisNumber)",
    "0x932e65e4930dfaa577c9c40c0edf3ce00e211d83b63f39da8ba7ab4505dc07b5",
  ],
  [
    "SellerPaused(address indexed seller)",
    "0x5550ea2f3129d487b7909351f6c77eb9335681a1a8cb0a408e69951327afb740",
  ],
  [
    "AgentAddressUpdated(address indexed oldAgent, address indexed newAgent)",
    "0x9107c9bafca76548c914a8c9a7797d3d12ac4a57ef945d5ece70c63e669ecf5f",
  ],
];

/** What M3 adds (domain A.4). */
export const M3_ADDED_TOPICS: readonly RecordedTopic[] = [
  [
    "EmergencyWithdrawRequested(address indexed user, uint256 executionTime)",
    "0x60c41b507240bd5335e85fb7ffc69dcef02f56ccfb1861d2334c431980390429",
  ],
  [
    "EmergencyWithdrawExecuted(address indexed user, uint256 amount)",
    "0x88093b33e04b73b206661f1eccae231d9dd839b164c5d4dd9a16160987bd802f",
  ],
  [
    "SellerSlashed(address indexed seller, uint256 amount, string reason, uint256 newSlashCount)",
    "0xeca4ed998f0ce709f67e85b4f8d50601e5a73daa18335ff4b85bec737425aa34",
  ],
];

/** Escrow events of E0 and E1 (domain A.5). */
export const E0_TOPICS: readonly RecordedTopic[] = [
  [
    "EscrowCreated(uint256 indexed escrowId, uint256 indexed listingId, address indexed buyer, address seller, uint256 amount)",
    "0xa96863da5e2cb895c2d739ef4b0a2bf93464d7bb3a3bf098c0af12c1b404c43a",
  ],
  [
    "FundsDeposited(uint256 indexed escrowId, address indexed buyer, uint256 amount, uint8 encryptionMethod)",
    "0x33056ca90a6772f6777f6a483a078c75528e9b9cb21237d6472dafb4e928b39d",
  ],
  [
    "CredentialsUploaded(uint256 indexed escrowId, bytes32 credentialHash)",
    "0xafa0e63dc6b197a70866acb3879f8406f3ec342f2af3a73da661927934ffd597",
  ],
  [
    "ReceiptConfirmed(uint256 indexed escrowId, uint256 immediateRelease, uint256 retainerAmount)",
    "0xaf1c79aa97019309a4cbcf74955a4ea3930df8bce0fb744de19fefb0cf9d35bc",
  ],
  [
    "FundsReleased(uint256 indexed escrowId, address indexed seller, uint256 sellerPayout, uint256 platformFee)",
    "0x93e901cc5aea20ea9655887d9290a3215a5b3999c024812f4e4b749f7534349c",
  ],
  [
    "TransitionHoldCreated(uint256 indexed escrowId, uint256 retainedAmount, uint256 releaseTime)",
    "0x9dc1e012d61af6983192be855be1753726cae371093f928811bcbd559f81e43e",
  ],
  [
    "TransitionRetainerClaimed(uint256 indexed escrowId, uint256 amount)",
    "0xea460273a30a3eb8eaf2aff2728febfbc777f5180347436fe8422656d43447f9",
  ],
  [
    "TransitionIssueReported(uint256 indexed escrowId, string issue)",
    "0x47fb66b5f081e376a7f9575f59a8c4699f0e7e3c7e99f6dbed654237ee975899",
  ],
  [
    "DisputeRaised(uint256 indexed escrowId, address indexed initiator, uint8 disputeType, string evidenceIpfs)",
    "0xb815feb218238e380767fc61266b50735177727cae68499f5f13c5b9411be62e",
  ],
  [
    "DisputeResponded(uint256 indexed escrowId, string responseIpfs)",
    "0xb93c7773a192a459f82a6cd60e4fd3b6bd624ca36e1229e8f41c14f90a62f8c7",
  ],
  [
    "DisputeResolved(uint256 indexed escrowId, uint8 resolution, address resolver)",
    "0xd479d35c2c3aee3d59f9972a1214f8effa0c54c4f8ff4dcf020913c0a5e27c62",
  ],
  [
    "VerificationExtended(uint256 indexed escrowId, uint256 newDeadline)",
    "0xef303c27ee7bdee6755c17a945d7db80728957e147cec5a5297748bd66636c01",
  ],
  [
    "TimeoutClaimed(uint256 indexed escrowId, uint8 newState)",
    "0xce1c0a9a691ab7a139620fb2f5da4a2c2c800b933478700e6600c49c95f13683",
  ],
  [
    "EmergencyActivated(uint256 timestamp)",
    "0x54edb857e5e23e7bd4a45c84b26f12833314805aa40150870470d27716d41851",
  ],
  ["EmergencyDeactivated()", "0x9c68e6e839755352b6969c9291d44f48f0d0e85817dc99069e54615ec62131b3"],
  [
    "EmergencyWithdrawal(uint256 indexed escrowId, address indexed claimer)",
    "0x418aae9de8f7ab4df1c137475770ff373eb33fd62a060544e9f4fc90f3cdb1a4",
  ],
  [
    "TreasuryAddressUpdated(address indexed oldTreasury, address indexed newTreasury)",
    "0x430359a6d97ced2b6f93c77a91e7ce9dfd43252eb91e916adba170485cd8a6a4",
  ],
];

/** What E2a to E2d add (domain A.5). */
export const E2_ADDED_TOPICS: readonly RecordedTopic[] = [
  [
    "OfferMade(uint256 indexed offerId, uint256 indexed listingId, address indexed buyer, uint256 offerPrice, uint256 depositAmount)",
    "0x23b0047c5c1f392c454f858542ddfb8143e48945b1a00e247308d5eb97164bc4",
  ],
  [
    "OfferAccepted(uint256 indexed offerId, uint256 indexed escrowId, uint256 listingId, address buyer, address seller, uint256 amount)",
    "0xc296da1954738f8fa26017648d1bb5b85be59526032f759664f3caf8a038686a",
  ],
  [
    "OfferRejected(uint256 indexed offerId)",
    "0xacb9cd98d41dc8854281172ab2a764d949b62b51776edd911f85376ed2eca64b",
  ],
  [
    "OfferCancelled(uint256 indexed offerId)",
    "0xc28b4aed030bfacc245c0501326e1beb8c0ef0d60e4edc21067fdeb52da2a7aa",
  ],
  [
    "SafetyWalletUpdated(address indexed oldSafety, address indexed newSafety)",
    "0x09645213757e3866a3d9865fee5214d7031e6bbe9a3438762978b7a8e4f792a2",
  ],
  [
    "EmergencyEjectEscrow(uint256 indexed escrowId, uint256 amount, address indexed safetyWallet)",
    "0xd1d6cc7b42fb8256ff129170102f19c7378ce2ba889d0dcfe6b1aee8c9845be9",
  ],
  [
    "EmergencyEjectOffer(uint256 indexed offerId, uint256 amount, address indexed safetyWallet)",
    "0xb22cc5dfeff533ec99522760d3f6d69e9498bb6b007280cd85b748517064c8b6",
  ],
];

/** What E3 adds (domain A.5). */
export const E3_ADDED_TOPICS: readonly RecordedTopic[] = [
  [
    "TransitionPeriodUpdated(uint256 oldPeriod, uint256 newPeriod)",
    "0xb4806e86b0a207ca5ad976ccb004b7fe85b9a585a6e40cfcf1491f81b3f7187d",
  ],
  [
    "AdminRetainerReleased(uint256 indexed escrowId, address indexed seller, uint256 amount)",
    "0x1e3862a807022f6d71b7e532786c229a1ea1f96f2bd976571784bf112e6beea9",
  ],
];

/** Proxy, ownership and pause events of marketplace and escrow (domain A.6). */
export const PROXIED_TOPICS: readonly RecordedTopic[] = [
  [
    "Initialized(uint64 version)",
    "0xc7f505b2f371ae2175ee4913f4499e1f2633a7b5936321eed1cdaeb6115181d2",
  ],
  [
    "Upgraded(address indexed implementation)",
    "0xbc7cd75a20ee27fd9adebab32041f755214dbc6bffa90cc0225b39da2e5c2d3b",
  ],
  [
    "OwnershipTransferred(address indexed previousOwner, address indexed newOwner)",
    "0x8be0079c531659141344cd1fd0a4f28419497f9722a3daafe3b4186f6b6457e0",
  ],
  ["Paused(address account)", "0x62e78cea01bee320cd4e420270b5ea74000d11b0c9f74754ebdbfc544b05a258"],
  [
    "Unpaused(address account)",
    "0x5db9ee0a495bf2e6ff9c91a7834c1ba4fdd244a5e8aa4e537bd38aeae4b073aa",
  ],
];

/** Token events (domain A.6). */
export const TOKEN_TOPICS: readonly RecordedTopic[] = [
  [
    "Transfer(address indexed from, address indexed to, uint256 value)",
    "0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef",
  ],
  [
    "Approval(address indexed owner, address indexed spender, uint256 value)",
    "0x8c5be1e5ebec7d5bd14f71427d1e84f3dd0314c0f7b2291e5b200ac8c7c3b925",
  ],
];

/** Declared by the V2 design (domain A.10). */
export const V2_TOPICS: readonly RecordedTopic[] = [
  [
    "ListingCreated(uint256 indexed listingId, address indexed seller, uint256 price, bytes32 ipAssignmentHash)",
    "0x20dbedde9b1788c58cedd25f7d6da06117594afa3671625aab02d5ad1cac76f5",
  ],
  [
    "ListingUpdated(uint256 indexed listingId, uint256 newPrice)",
    "0x66bcde9f7aec9b81719a4fdec54cbafbf6c834d1f2f989d9cd2134dab8d0c0de",
  ],
  [
    "ListingVerified(uint256 indexed listingId, uint8 level)",
    "0x6c8ec255e9aaccb437737bf9c303a8f46dc9a61dba3f779a3f5296b53182875f",
  ],
  [
    "DepositReceived(uint256 indexed escrowId, uint256 indexed listingId, address indexed buyer, uint256 amount, uint256 platformFee)",
    "0x95c78f9a9ab769664c351496de8e735726f1db9c9eaed5434ba36cdb5329f121",
  ],
  [
    "SwapAndDeposit(uint256 indexed escrowId, address tokenIn, uint256 amountIn, uint256 idrxOut)",
    "0x4e49d80be8bf0d60bc3e7edecc9baa84ec91f5e0382e02360a722f8af771fe40",
  ],
  [
    "CredentialsUploaded(uint256 indexed escrowId, bytes32 credentialHash, uint8 method)",
    "0x3bac0595a998697acde1092e568eac717a27e7daf450fe6b36b6817354b15a41",
  ],
  [
    "TransactionConfirmed(uint256 indexed escrowId)",
    "0xef524c298d730e7d5714dbe2fce9d4eca7de755a12628704719170afda39678b",
  ],
  [
    "FundsRefunded(uint256 indexed escrowId, address indexed buyer, uint256 amount)",
    "0x80b577b4fc190ab86d963549e29f496afd079c5d81a2480d61217d4b5060a28c",
  ],
  [
    "FeesCollected(uint256 indexed escrowId, uint256 feeAmount)",
    "0x49d512bf9cb224241c05691e73eb9fab078cf350c7dbcbcf66788f1fc0cc8b0b",
  ],
  [
    "DisputeRaised(uint256 indexed escrowId, address indexed initiator, uint8 disputeType)",
    "0xf62c8bde4b16ee761026513cacca0a3cfaf76d09e3d25a1be1e4a7da30d8bf7c",
  ],
  [
    "DisputeResponseSubmitted(uint256 indexed escrowId, address indexed responder)",
    "0x4b693d3fe4cda1ca341d3f3251c914a255302a0d408584137124ebf845847e43",
  ],
  [
    "DisputeResolved(uint256 indexed escrowId, uint8 resolution, uint256 refundPercent, address resolver)",
    "0xb2cd5ead4d06df375c05fc9d752c1f7ef78a532d5b7b6e16a3f67bcc8a3b76e2",
  ],
  [
    "HandoverTimeout(uint256 indexed escrowId)",
    "0x7ab4778d0cbdb609042f26ebd612c6d48575e6635965aed181c8b610fb395015",
  ],
  [
    "VerificationTimeout(uint256 indexed escrowId)",
    "0xa8b86f832bc8e487a6fcb275bdbd40dc15c8b699d22fda9871964b258215dc4d",
  ],
  [
    "OfferSubmitted(uint256 indexed offerId, uint256 indexed listingId, address indexed buyer, uint256 amount, uint256 earnest)",
    "0xc03cc5c7bb1261d289b21bedf3ceff0be091091ab400d42cb65c27cfb857a137",
  ],
  [
    "OfferAccepted(uint256 indexed offerId)",
    "0x9bd6b4fd288008520fd788a93304e5688a401aea817ea8140ecf1fb8648f3191",
  ],
  [
    "OfferRejected(uint256 indexed offerId)",
    "0xacb9cd98d41dc8854281172ab2a764d949b62b51776edd911f85376ed2eca64b",
  ],
  [
    "OfferExpired(uint256 indexed offerId)",
    "0x48e57f5f7de6743b5c1c749447ff980262d36d0ad5142c942523d48dc821a171",
  ],
  [
    "EarnestRefunded(uint256 indexed offerId, address indexed buyer, uint256 amount)",
    "0x20b3d09eda08b085c730a134e3421e3bd71ea358bb15f935c91fe92e9a97f521",
  ],
  [
    "SellerWarning(address indexed seller, string reason)",
    "0xcfd9ee7545a540613efe22c4f2dc364dc577c48e0389ef328283db19a16f7cd3",
  ],
  [
    "SellerResumed(address indexed seller)",
    "0xe4eef22cbd7d03c9a087b2f4a4ebb421c6937bbefe54ddc4e0334781a2584f33",
  ],
  [
    "WithdrawalQueued(bytes32 indexed withdrawalHash, uint256 amount, address destination, uint256 unlockTime)",
    "0x0a097c3c39b59d22d4a3ec580c589852c0e1ed3d26074f31266f56e1fb428ff2",
  ],
  [
    "WithdrawalExecuted(bytes32 indexed withdrawalHash, uint256 amount, address destination)",
    "0xe4cb89d91e9336ccab996887c7b71cc5ccd3dfecf24f5a9c09e6cd4b9fc13c42",
  ],
  [
    "WithdrawalCancelled(bytes32 indexed withdrawalHash)",
    "0x2c3f6464ee7dbe9f7d807f41160b09edb0dfc340865796a3b9d03c9fe1b1b028",
  ],
  [
    "FundsReleasedWithHold(uint256 indexed escrowId, uint256 unlockTime)",
    "0x7f0fbe72fd0e13e2b3b35eb40d9560952b3998c3fbfef84c0bdd87eb08512833",
  ],
  [
    "EphemeralKeyStored(uint256 indexed escrowId, address indexed buyer, string encryptedKey, string publicKey)",
    "0xae029eb92423e1125c85ae79358faf6c6a5978b473577c045b65a27f6d6859df",
  ],
];

/** Used and never declared by the V2 design: no names, no indexed flags (domain A.10). */
export const V2_UNCONFIRMED_TOPICS: readonly RecordedTopic[] = [
  [
    "GenesisSeller(address,uint256)",
    "0x7f91bfeb656b056cabfaadb1adafae3339b5307e244f4f0826231500d37d99af",
  ],
  [
    "GenesisProgramConcluded(uint256)",
    "0x3669f00adddc3c768e430dd686b4b802613e9c8d76b1a0482880f22ff35adde5",
  ],
  [
    "StakeSlashed(address,address,uint256,uint256,uint256)",
    "0x7da8da8058fdb3118d0a16edb0591482bbb9680332e50db047e44dbcc8d40b44",
  ],
  ["BackupAdminSet(address)", "0x68411ba014078620c5f602472c59cb5ab693eb98f2ae8131c71e587e0f9271c1"],
  [
    "BackupAdminClaimedOwnership(address)",
    "0xfbedae8e88a8924b3cfde82cf858bd180c5e01e26ec69aacda23ee1d0b1081fe",
  ],
];

/** Agent payments (domain C.1). */
export const AGENT_ESCROW_TOPICS: readonly RecordedTopic[] = [
  [
    "PaymentDeposited(bytes32 indexed paymentId, address indexed user, address indexed developer, uint256 agentId, uint256 amount, address token)",
    "0xdebc4877c6544bca3f69e073311f8df0213d4b940074d9b800c33c9ba2a72890",
  ],
  [
    "PaymentReleased(bytes32 indexed paymentId, address indexed developer, uint256 amount, uint256 platformFee)",
    "0x793f5d365c1ee08b7c8de58b74a2c5f1288c020c73f046f58befb1019aeebf0c",
  ],
  [
    "PaymentRefunded(bytes32 indexed paymentId, address indexed user, uint256 amount)",
    "0x3b28817a65441bed1ac3a5496c6b71346aa302e80c7418c12e1c49eaa1721176",
  ],
  [
    "AgentRegistered(uint256 indexed agentId, address indexed developer)",
    "0xba9d3be5149ecab5ff8e380633795e5d9153c2f0e1ec952dd1de4611d661c9f5",
  ],
  [
    "PlatformFeeUpdated(uint256 newFeePercentage)",
    "0x45610d581145924dd7090a5017e5f2b1d6f42213bb2e95707ff86846bbfcb1ca",
  ],
  [
    "TokenSupportUpdated(address indexed token, bool supported)",
    "0xbbe72b7d9dcb594ee398a4a617885aba53d833e2aad601c813ce9df99fdeb49b",
  ],
  [
    "PlatformFeeRecipientUpdated(address indexed newRecipient)",
    "0xba887708e7d4436dd36b62187bdced03e0b9abe66caf392a66dd84386641b209",
  ],
];

/** Entitlements, ERC-1155 included (domain C.1). */
export const ENTITLEMENT_TOPICS: readonly RecordedTopic[] = [
  [
    "EntitlementCreated(uint256 indexed tokenId, uint256 indexed agentId, bool transferrable, uint256 expiration)",
    "0x61898f3769bc9a1d9dd5a9c878380feae0be5e61e196814c901bfea1e66522d4",
  ],
  [
    "EntitlementMinted(address indexed to, uint256 indexed tokenId, uint256 amount)",
    "0xd95944ec641faebf342d6e3d605e98da7919c230ee43858e3d5948eabb6b2928",
  ],
  [
    "EntitlementBurned(address indexed from, uint256 indexed tokenId, uint256 amount)",
    "0x30b16789e770b0ca958ea49918d3b75874b52722d23070677af7c02d1e1794d8",
  ],
  [
    "TokenURIUpdated(uint256 indexed tokenId, string uri)",
    "0x931f495b9a8e5d8e61946ea5d61e021f636cfe213a801f97589c18c152e408bd",
  ],
  [
    "BaseURIUpdated(string newBaseURI)",
    "0x6741b2fc379fad678116fe3d4d4b9a1a184ab53ba36b86ad0fa66340b1ab41ad",
  ],
  [
    "TransferSingle(address indexed operator, address indexed from, address indexed to, uint256 id, uint256 value)",
    "0xc3d58168c5ae7397731d063d5bbf3d657854427343f4c083240f7aacaa2d0f62",
  ],
  [
    "TransferBatch(address indexed operator, address indexed from, address indexed to, uint256[] ids, uint256[] values)",
    "0x4a39dc06d4c0dbc64b70af90fd698a233a518aa5d07e595d983b8c0526c8f7fb",
  ],
  [
    "ApprovalForAll(address indexed account, address indexed operator, bool approved)",
    "0x17307eab39ab6107e8899845ad3d59bd9653f200f220920489ca2b5937696c31",
  ],
  [
    "URI(string value, uint256 indexed id)",
    "0x6bb7ff708619ba0610cba295a58592e0451dee2622938c8755667688daf3529b",
  ],
];

/** Roles of both agent contracts (domain C.1). */
export const ROLE_TOPICS: readonly RecordedTopic[] = [
  [
    "RoleGranted(bytes32 indexed role, address indexed account, address indexed sender)",
    "0x2f8788117e7eff1d82e926ec794901d17c78024a50270940304540a733656f0d",
  ],
  [
    "RoleRevoked(bytes32 indexed role, address indexed account, address indexed sender)",
    "0xf6391f5c32d9c69d2a47ea670b442974b53935d1edc7fd64eb21e047a839171b",
  ],
  [
    "RoleAdminChanged(bytes32 indexed role, bytes32 indexed previousAdminRole, bytes32 indexed newAdminRole)",
    "0xbd79b86ffe0ab8e8776151514217cd7cacd52c909f66475c3af44e129f0b00ff",
  ],
];
