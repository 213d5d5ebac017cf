// Generated from api/openapi.json by `npm run client`; do not edit.

export interface paths {
    "/v1/entitlements/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether an account may use an agent by the chain time of the indexed block */
        get: operations["checkAccess"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/listings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Businesses for sale */
        get: operations["listListings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/listings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One business for sale with the history of its price */
        get: operations["getListing"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/prices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every asking price that listings have had, the first ones included */
        get: operations["listPrices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/prices/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One change of an asking price */
        get: operations["getPrice"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/offers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Offers with earnest money */
        get: operations["listOffers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/offers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One offer with its deadlines */
        get: operations["getOffer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/escrows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Escrows */
        get: operations["listEscrows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/escrows/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One escrow with its retainer, its dispute and each change of its state */
        get: operations["getEscrow"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/disputes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Disputes, raised or begun as a reported transition issue */
        get: operations["listDisputes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/disputes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The dispute of one escrow */
        get: operations["getDispute"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/holds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Retainers held back after the handover */
        get: operations["listHolds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/holds/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The retainer of one escrow */
        get: operations["getHold"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sellers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sellers as each marketplace sees them */
        get: operations["listSellers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sellers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One seller on one marketplace */
        get: operations["getSeller"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/agents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** AI agents registered with a payment escrow */
        get: operations["listAgents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/agents/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One agent with the kinds of entitlement that open it */
        get: operations["getAgent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/agent-payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Payments for the use of agents */
        get: operations["listAgentPayments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/agent-payments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One payment with its fee and its expiry */
        get: operations["getAgentPayment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/entitlements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who holds which entitlement, and whether it opens its agent now */
        get: operations["listEntitlements"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/entitlements/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What one account holds of one entitlement */
        get: operations["getEntitlement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contracts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Contracts that have had an event, with their settings */
        get: operations["listContracts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contracts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One contract with its settings */
        get: operations["getContract"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Payment tokens */
        get: operations["listTokens"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tokens/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One payment token */
        get: operations["getToken"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/activity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything that happened, in the order of the chain */
        get: operations["listActivity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/activity/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One event of one contract */
        get: operations["getActivity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/listings/{id}/offers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Offers on one listing */
        get: operations["listListingOffers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/listings/{id}/escrows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Escrows of one listing */
        get: operations["listListingEscrows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/listings/{id}/activity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything that happened to one listing, its offers and its escrows */
        get: operations["listListingActivity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/listings/{id}/prices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every asking price that one listing has had */
        get: operations["listListingPrices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/schemas/listing-metadata": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** JSON Schema of valyra-listing/1 */
        get: operations["getListingMetadataSchema"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/listings/{id}/metadata": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the seller says of a listing */
        get: operations["getListingMetadata"];
        /**
         * Publish what the seller says of a listing
         * @description The signature is the permission: it must be that of the seller at the newest indexed block. No session is needed, and anybody may send it.
         */
        put: operations["publishListingMetadata"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/listings/{id}/metadata/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every document that was published about a listing */
        get: operations["listListingMetadataVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/listings/{id}/metadata/prepare": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Check a document, and say what is to be signed and pinned for it */
        post: operations["prepareListingMetadata"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your drafts */
        get: operations["listDrafts"];
        put?: never;
        /** Begin a draft */
        post: operations["createDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/drafts/{draftId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of your drafts */
        get: operations["getDraft"];
        /** Write a draft anew */
        put: operations["replaceDraft"];
        post?: never;
        /** Throw a draft away */
        delete: operations["deleteDraft"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/account/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which mails you want */
        get: operations["getNotifications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Say which mails you want */
        patch: operations["changeNotifications"];
        trace?: never;
    };
    "/v1/unsubscribe/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The page behind the link in mails: one button
         * @description Reading it changes nothing, for mail programs open links before people do.
         */
        get: operations["showUnsubscribe"];
        put?: never;
        /**
         * End mails about events and deadlines
         * @description For the button of the page and for the one of mail programs (RFC 8058).
         */
        post: operations["unsubscribe"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/escrows/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything that happened to an escrow, and what is due */
        get: operations["getEscrowTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/escrows/{id}/ledger": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The money of an escrow in double entry, with running balances */
        get: operations["getEscrowLedger"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/escrows/{id}/handover": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where the handover stands, and what each party may do next */
        get: operations["getEscrowHandover"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{address}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The portfolio of an account over all contracts */
        get: operations["getAccount"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deadlines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Moments at which something becomes due or possible, in the order of chain time
         * @description Every moment of everything open: escrows, retainers, disputes, offers and sellers. Those that have passed come first and say whether they are overdue or let an act through.
         */
        get: operations["listDeadlines"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/escrows/{id}/actions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What can be done about an escrow, by whom, and with which call */
        get: operations["getEscrowActions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/offers/{id}/actions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What can be done about an offer, by whom, and with which call */
        get: operations["getOfferActions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/listings/{id}/actions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What can be done about a listing, by whom, and with which call */
        get: operations["getListingActions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/auth/nonce": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin to sign in with a wallet
         * @description The nonce is good once, for five minutes, and for this wallet alone.
         */
        post: operations["requestNonce"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/auth/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in with what the wallet signed
         * @description Wallets with a key, contracts (ERC-1271) and contracts that are not deployed yet (ERC-6492). The first time makes an account.
         */
        post: operations["verifySignIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/auth/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Exchange a refresh token for new tokens
         * @description Each refresh token is good once. Whoever uses one again ends the session: one of the two was a thief.
         */
        post: operations["refreshTokens"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/auth/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End this session
         * @description Its access tokens are refused from now on, as is its refresh token.
         */
        post: operations["logout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/auth/logout-everywhere": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End all sessions of the account */
        post: operations["logoutEverywhere"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/auth/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where the account is signed in */
        get: operations["listSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/auth/sessions/{sessionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End one session of the account */
        delete: operations["endSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/auth/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin an account by e-mail
         * @description A link goes to the address, good for 24 hours. No wallet is needed to read.
         */
        post: operations["registerEmail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/auth/email/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End a registration with the link of the mail
         * @description The password is the one that was chosen: the link alone opens nothing.
         */
        post: operations["confirmEmail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/auth/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Log in by e-mail
         * @description Failures lock the address for a while that doubles, with or without an account.
         */
        post: operations["login"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/auth/password/forgot": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask for a link to set another password */
        post: operations["forgotPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/auth/password/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set another password with the link of the mail
         * @description The link is good once and for an hour. All sessions of the account end.
         */
        post: operations["resetPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/account": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The account of whoever asks */
        get: operations["getOwnAccount"];
        put?: never;
        post?: never;
        /**
         * Delete the account
         * @description Everything private of it goes at once, sessions and keys included. What is on the chain stays.
         */
        delete: operations["deleteOwnAccount"];
        options?: never;
        head?: never;
        /** Change the names of the account */
        patch: operations["changeOwnAccount"];
        trace?: never;
    };
    "/v1/account/email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add an e-mail address and a password to the account
         * @description The address is the account's once POST /v1/auth/email/verify has the link.
         */
        post: operations["addEmail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/account/wallet-nonce": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin to link another wallet */
        post: operations["requestLinkNonce"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/account/wallets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Link the wallet that signed */
        post: operations["linkWallet"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/account/wallets/{address}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Unlink a wallet
         * @description Its sessions end. The last way into an account cannot be taken away.
         */
        delete: operations["unlinkWallet"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Everything that happened in one sequence, with what was taken back, oldest first
         * @description Replaying all entries from 0, and dropping what a retraction names, gives every event of the index. An entry of kind index.repaired says that the index was repaired; what the repair took back and added follows it. Ask again with `page.nextAfter` to miss nothing.
         */
        get: operations["listChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/changes/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The same entries as server-sent events, as they come
         * @description Each message has the sequence as `id`, the kind as `event` and a Change as `data`. It begins now, after `after`, or after `Last-Event-ID`, which a browser sends by itself when it connects again; nothing is lost or repeated in between. A comment comes every 15 seconds. A reader that is too slow is told so in a comment and can connect again.
         */
        get: operations["streamChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every statistic of a period, for the whole market or by group */
        get: operations["getStatistics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stats/series": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One statistic over time, in steps of UTC */
        get: operations["getStatisticSeries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stats/definitions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What every statistic means, and how it is worked out */
        get: operations["listStatisticDefinitions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/solvency": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether each contract holds what it owes, in each token */
        get: operations["getSolvency"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Keys of the account */
        get: operations["listKeys"];
        put?: never;
        /**
         * Make an API key
         * @description With a session or a signed request: a key of the account. Without credentials: a free key at once, for 30 days.
         */
        post: operations["createKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/keys/{keyId}/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a key was used for */
        get: operations["getKeyUsage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/keys/{keyId}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Replace a key by a new one */
        post: operations["rotateKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/keys/{keyId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End a key at once */
        delete: operations["revokeKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/limits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All limits, and what is left to whoever asks
         * @description Every number that requests are judged by. With credentials, those of the account and the key are looked up as well.
         */
        get: operations["listLimits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/flags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Flags about the caller; for reviewers, all of them */
        get: operations["listFlags"];
        put?: never;
        /** Raise a flag, as a reviewer */
        post: operations["raiseFlag"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/flags/{flagId}/appeal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answer a flag, once, as whoever it is about */
        post: operations["appealFlag"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/flags/{flagId}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Uphold or lift a flag; an appeal is judged by another reviewer */
        post: operations["decideFlag"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Accounts */
        get: operations["listAccountsForAdmin"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/accounts/{accountId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One account */
        get: operations["getAccountForAdmin"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change plan, roles or ban of an account */
        patch: operations["changeAccountAsAdmin"];
        trace?: never;
    };
    "/v1/admin/accounts/{accountId}/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Keys of an account */
        get: operations["listKeysForAdmin"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/keys/{keyId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End a key of anybody at once */
        delete: operations["revokeKeyAsAdmin"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/settings/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Rules of the service */
        get: operations["getSetting"];
        /**
         * Change rules of the service
         * @description This process goes by them at once, every other one within two seconds.
         */
        put: operations["putSetting"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was changed by whom: for administrators everything, for others their own */
        get: operations["listAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the audit log is as it was written */
        get: operations["verifyAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far the index is, and how firm the chain is */
        get: operations["getStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/meta/contracts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Address book: every contract that is indexed */
        get: operations["getContracts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the process runs */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether answers can be trusted now */
        get: operations["getReady"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/problems/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a kind of problem means: the address in `type` */
        get: operations["getProblemKind"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description EIP-55 checksummed address. */
        Address: string;
        /** @description 32 bytes in lower-case hex. */
        Hash: string;
        /**
         * Format: date-time
         * @description RFC 3339 time in UTC.
         */
        Instant: string;
        /** @description An exact amount; nothing is rounded. */
        Money: {
            /** @description Token base units. */
            raw: string;
            /** @description Null while the token is unknown. */
            decimals: number | null;
            /** @description Whole tokens, exact. */
            display: string | null;
            currency: {
                symbol: string;
                address: components["schemas"]["Address"];
            } | null;
        };
        /**
         * @description How firmly the chain holds the latest change of the row.
         * @enum {string}
         */
        Finality: "included" | "safe" | "final";
        Deadline: {
            kind: string;
            /** @description The moment; null when it is no date. */
            at: components["schemas"]["Instant"] | null;
            /** @description The moment in unix seconds of chain time. */
            atSeconds: string;
            /**
             * @description The act is possible while `chain time <comparison> at` holds.
             * @enum {string}
             */
            comparison: "<=" | "<" | ">" | ">=";
            /** @description Contract function. */
            act: string;
            /** @description Who may call it. */
            actors: string[];
            /** @description Whether the clock lets the act through now. */
            isOpen: boolean;
            /** @description Whether a duty lapsed without the act. */
            isOverdue: boolean;
            /** @description What happens when nobody acts. */
            byDefault: string;
        };
        SellerSummary: {
            account: components["schemas"]["Address"];
            /** @description Whether the contract counts it as active. */
            isActive: boolean;
            isPaused: boolean;
            /**
             * @description What the seller last declared: not a verification.
             * @enum {string|null}
             */
            declaredVerification: "basic" | "standard" | "enhanced" | null;
            isGenesis: boolean;
            listingCount: number;
            /** @description Escrows that paid the seller in full. */
            completedSaleCount: number;
            disputedSaleCount: number;
            /** @description Last sign of life. */
            lastHeartbeatAt: components["schemas"]["Instant"] | null;
            firstSeenAt: components["schemas"]["Instant"];
            finality: components["schemas"]["Finality"];
        };
        Reorg: {
            /** @description Newest block with an event when the walk began. */
            startedAt: {
                blockNumber: number;
                blockHash: components["schemas"]["Hash"];
            };
            /** @description Rows of this list that changed in that block or later; null if over 100. */
            changedIds: string[] | null;
        };
        Listing: {
            id: string;
            chainId: number;
            /** @description Marketplace. */
            contract: components["schemas"]["Address"];
            /** @description Number on its marketplace, from 0. */
            listingId: string;
            seller: components["schemas"]["Address"];
            title: string;
            metadataUri: string;
            askingPrice: components["schemas"]["Money"];
            /**
             * @description State stored by the contract; a sale never changes it.
             * @enum {string}
             */
            state: "active" | "pending" | "completed" | "cancelled" | "disputed" | "paused";
            /**
             * @description Whether it can be bought, derived from state, escrows and offers.
             * @enum {string}
             */
            availability: "for_sale" | "under_offer" | "in_escrow" | "sold" | "disputed" | "paused" | "cancelled";
            /**
             * @description What the seller declared: not a verification.
             * @enum {string}
             */
            declaredVerification: "basic" | "standard" | "enhanced";
            build: {
                buildId: string;
                isVerified: boolean;
            };
            ipAssignment: {
                hash: components["schemas"]["Hash"];
                signedAt: components["schemas"]["Instant"];
            };
            pause: {
                reason: string | null;
                pausedAt: components["schemas"]["Instant"] | null;
            } | null;
            cancelledAt: components["schemas"]["Instant"] | null;
            /** @description Kind of business, not from the chain; null when it is not known. */
            category: string | null;
            /** @description Further words, not from the chain. */
            tags: string[];
            /** @description Escrows ever opened on it. */
            escrowCount: number;
            activeOfferCount: number;
            /** @description Highest price ever offered. */
            highestOffer: components["schemas"]["Money"] | null;
            priceChangeCount: number;
            createdAt: components["schemas"]["Instant"];
            /** @description Block of the creation. */
            blockNumber: number;
            /** @description Log index of the creation. */
            logIndex: number;
            txHash: components["schemas"]["Hash"];
            updatedAt: components["schemas"]["Instant"];
            /** @description Block of the latest change. */
            updatedBlockNumber: number;
            finality: components["schemas"]["Finality"];
        };
        Escrow: {
            id: string;
            chainId: number;
            /** @description Escrow contract. */
            contract: components["schemas"]["Address"];
            /** @description Number on its contract, from 1. */
            escrowId: string;
            /** @description Public id of the listing; null while its marketplace is unknown. */
            listing: string | null;
            buyer: components["schemas"]["Address"];
            seller: components["schemas"]["Address"];
            /** @enum {string} */
            origin: "direct" | "offer";
            /** @description Public id of the offer behind it. */
            offer: string | null;
            /** @enum {string} */
            state: "created" | "funded" | "delivered" | "confirmed" | "transition" | "disputed" | "resolved" | "completed" | "refunded" | "expired" | "emergency";
            /** @description Price of the escrow. */
            amount: components["schemas"]["Money"];
            platformFee: components["schemas"]["Money"];
            /** @description Amount less fee, retainer included. */
            sellerPayout: components["schemas"]["Money"];
            /** @description What reached the contract for it. */
            funded: components["schemas"]["Money"];
            /** @description What left the contract, from the token's transfers. */
            paid: {
                toBuyer: components["schemas"]["Money"];
                toSeller: components["schemas"]["Money"];
                toTreasury: components["schemas"]["Money"];
                toSafetyWallet: components["schemas"]["Money"];
            };
            /** @enum {string|null} */
            encryptionMethod: "ecies_wallet" | "ephemeral_keypair" | null;
            credentialHash: components["schemas"]["Hash"] | null;
            handoverDeadlineAt: components["schemas"]["Instant"] | null;
            verifyDeadlineAt: components["schemas"]["Instant"] | null;
            isVerificationExtended: boolean;
            isEmergencyExit: boolean;
            /** @description Retainer held back after the handover. */
            hold: {
                retainer: components["schemas"]["Money"];
                releaseAt: components["schemas"]["Instant"] | null;
                isReleased: boolean;
            } | null;
            dispute: {
                /** @enum {string} */
                resolution: "pending" | "full_refund" | "partial_refund" | "release_to_seller" | "split";
                responseDeadlineAt: components["schemas"]["Instant"] | null;
            } | null;
            depositedAt: components["schemas"]["Instant"];
            fundedAt: components["schemas"]["Instant"] | null;
            deliveredAt: components["schemas"]["Instant"] | null;
            confirmedAt: components["schemas"]["Instant"] | null;
            disputedAt: components["schemas"]["Instant"] | null;
            closedAt: components["schemas"]["Instant"] | null;
            deadlines: components["schemas"]["Deadline"][];
            nextDeadline: components["schemas"]["Deadline"] | null;
            /** @description The next three, the first one first; the latest one once all have passed. */
            nextDeadlines: components["schemas"]["Deadline"][];
            /** @description Whether any of the deadlines is overdue. */
            isOverdue: boolean;
            createdAt: components["schemas"]["Instant"];
            /** @description Block of the creation. */
            blockNumber: number;
            /** @description Log index of the creation. */
            logIndex: number;
            txHash: components["schemas"]["Hash"];
            updatedAt: components["schemas"]["Instant"];
            /** @description Block of the latest change. */
            updatedBlockNumber: number;
            finality: components["schemas"]["Finality"];
        };
        Offer: {
            id: string;
            chainId: number;
            /** @description Escrow contract that holds the earnest money. */
            contract: components["schemas"]["Address"];
            /** @description Number on its escrow contract, from 1. */
            offerId: string;
            /** @description Public id of the listing; null while its marketplace is unknown. */
            listing: string | null;
            buyer: components["schemas"]["Address"];
            price: components["schemas"]["Money"];
            /** @description Earnest money as received. */
            deposit: components["schemas"]["Money"];
            /** @enum {string} */
            state: "active" | "accepted" | "rejected" | "cancelled";
            /** @description Active and past its expiry at the chain time of the indexed block. */
            isExpired: boolean;
            expiresAt: components["schemas"]["Instant"] | null;
            /** @description Public id of the escrow it led to. */
            escrow: string | null;
            endedAt: components["schemas"]["Instant"] | null;
            endedBy: components["schemas"]["Address"] | null;
            isEndedByExpiry: boolean;
            isEjected: boolean;
            deadlines: components["schemas"]["Deadline"][];
            nextDeadline: components["schemas"]["Deadline"] | null;
            /** @description The next three, the first one first; the latest one once all have passed. */
            nextDeadlines: components["schemas"]["Deadline"][];
            /** @description Whether any of the deadlines is overdue. */
            isOverdue: boolean;
            createdAt: components["schemas"]["Instant"];
            /** @description Block of the creation. */
            blockNumber: number;
            /** @description Log index of the creation. */
            logIndex: number;
            txHash: components["schemas"]["Hash"];
            updatedAt: components["schemas"]["Instant"];
            /** @description Block of the latest change. */
            updatedBlockNumber: number;
            finality: components["schemas"]["Finality"];
        };
        DisputeDetail: {
            /** @enum {string} */
            origin: "raised" | "transition_issue";
            initiator: components["schemas"]["Address"] | null;
            /** @enum {string|null} */
            type: "credential_mismatch" | "metric_fraud" | "non_delivery" | "quality_dispute" | null;
            /** @description A link or text of a party; untrusted. */
            evidence: string;
            /** @description A link or text; untrusted. */
            response: string | null;
            respondedAt: components["schemas"]["Instant"] | null;
            responseDeadlineAt: components["schemas"]["Instant"] | null;
            /** @enum {string} */
            resolution: "pending" | "full_refund" | "partial_refund" | "release_to_seller" | "split";
            resolver: components["schemas"]["Address"] | null;
            refunded: components["schemas"]["Money"] | null;
            createdAt: components["schemas"]["Instant"];
            resolvedAt: components["schemas"]["Instant"] | null;
            finality: components["schemas"]["Finality"];
        };
        HoldDetail: {
            retainer: components["schemas"]["Money"];
            /** @description First second to claim it. */
            releaseAt: components["schemas"]["Instant"] | null;
            /** @description Flag stored by the contract. */
            isReleased: boolean;
            /** @description Flag stored by the contract. */
            isClaimed: boolean;
            /** @description Issue reported by the buyer. */
            assistanceNotes: string;
            createdAt: components["schemas"]["Instant"];
            /** @description When it was claimed or its escrow ended; null while open. */
            closedAt: components["schemas"]["Instant"] | null;
            finality: components["schemas"]["Finality"];
        };
        Agent: {
            id: string;
            chainId: number;
            /** @description Agent escrow contract. */
            contract: components["schemas"]["Address"];
            /** @description Number on its contract, from 1. */
            agentId: string;
            /** @description Is paid for new payments; earlier ones keep the developer they had. */
            developer: components["schemas"]["Address"];
            /** @description First registration. */
            registeredAt: components["schemas"]["Instant"];
            /** @description Payments ever deposited. */
            paymentCount: number;
            updatedBlockNumber: number;
            finality: components["schemas"]["Finality"];
        };
        /** @description What the node says to the call at its latest block. */
        Simulation: {
            /** @enum {string} */
            result: "passes" | "reverts" | "unavailable";
            /** @description Error of the contract; its words are untrusted text. */
            revert: {
                name: string;
                message: string;
            } | null;
            /** @description Why the chain could not be asked. */
            why: string | null;
        };
        /** @description An unsigned call. This side never holds a key. */
        PreparedCall: {
            to: components["schemas"]["Address"];
            /** @description Encoded call, to be signed by the account. */
            data: string;
            /** @description Native currency to send: always 0. */
            value: string;
            chainId: number;
            meaning: {
                function: string;
                args: {
                    [key: string]: string | boolean;
                };
            };
            /** @description Ask again after this block: the state that the call was made for is too old. */
            expiresAtBlock: number;
            /** @description What the account must have approved before; null for nothing. */
            approval: {
                token: components["schemas"]["Address"];
                spender: components["schemas"]["Address"];
                amount: components["schemas"]["Money"];
                /** @description Encoded call of the token, to be sent before. */
                data: string;
            } | null;
        };
        /** Format: date-time */
        Moment: string;
        Repair: {
            id: number;
            /**
             * @description deep_reorganisation: blocks that the indexer could not take back were replaced. wrong_rows: rows and proved logs disagreed.
             * @enum {string}
             */
            kind: "deep_reorganisation" | "wrong_rows";
            /** @description What was seen, in words. */
            reason: string;
            /** @description First block that was not to be trusted. */
            fromBlock: number;
            /** @description Last block that was seen to be wrong. */
            toBlock: number;
            /** @description When it was found. */
            openedAt: components["schemas"]["Instant"];
            /** @description What was done and compared, in words. */
            outcome: string;
        };
        /** Format: uuid */
        Uuid: string;
        StateAudit: {
            blockNumber: number;
            blockHash: string;
            finishedAt: components["schemas"]["Instant"];
            comparedRowCount: number;
            comparedFieldCount: number;
            /** @description Rows changed since, compared later. */
            postponedRowCount: number;
            differenceCount: number;
        };
        ContractSettings: {
            /**
             * @description Of the code in force now.
             * @enum {string}
             */
            generation: "M1" | "M2" | "M3" | "E0" | "E1" | "E2a" | "E2b" | "E2c" | "E2d" | "E3" | "standard";
            /** @description Null for no proxy. */
            implementation: components["schemas"]["Address"] | null;
            owner: components["schemas"]["Address"] | null;
            /** @description Deadlines keep running while paused. */
            isPaused: boolean;
            isEmergency: boolean;
            updatedBlockNumber: number;
            finality: components["schemas"]["Finality"];
        };
        AccessCheckAnswer: {
            data: components["schemas"]["AccessCheck"];
            meta: components["schemas"]["Meta"];
        };
        AccessCheck: {
            account: components["schemas"]["Address"];
            /** @description `<chainId>-<entitlement contract>-<agent>` that was asked about. */
            agent: string;
            /** @description What `hasAccess` of the contract says. */
            hasAccess: boolean;
            /**
             * @description `unknown_agent` when the contract has no entitlement for it.
             * @enum {string}
             */
            reason: "granted" | "no_balance" | "expired" | "unknown_agent";
            tokenId: string | null;
            /** @description Units held; a whole number as text. */
            balance: string;
            /** @description Null for never. */
            expiresAt: components["schemas"]["Instant"] | null;
        };
        Meta: {
            requestId: string;
            chainId: number;
            /** @description Release of the index that was read. */
            release: string;
            indexedBlock: {
                number: number;
                /** @description Known while the block is a head itself. */
                hash: components["schemas"]["Hash"] | null;
                /** @description Chain time: deadlines are judged by it. */
                at: components["schemas"]["Instant"];
            };
            /** @description Newest block; null while unknown. */
            headBlock: number | null;
            safeBlock: number | null;
            finalBlock: number | null;
            /** @description Blocks behind the head. */
            lagBlocks: number | null;
            /** @description Seconds since the last indexed block, 0 when that is the head. */
            lagSeconds: number | null;
        };
        Problem: {
            /** @description Address of the page about this kind of problem. */
            type: string;
            /** @description What kind of problem it is. */
            title: string;
            /** @description HTTP status, repeated. */
            status: number;
            /** @description What happened this time. */
            detail: string;
            /** @description Path that was asked for. */
            instance: string;
            /** @enum {string} */
            code: "INVALID_REQUEST" | "INVALID_ID" | "AMBIGUOUS_ID" | "INVALID_CURSOR" | "CURSOR_MISMATCH" | "LISTING_NOT_FOUND" | "OFFER_NOT_FOUND" | "ESCROW_NOT_FOUND" | "EVENT_NOT_FOUND" | "DISPUTE_NOT_FOUND" | "HOLD_NOT_FOUND" | "PRICE_NOT_FOUND" | "SELLER_NOT_FOUND" | "TOKEN_NOT_FOUND" | "CONTRACT_NOT_FOUND" | "AGENT_NOT_FOUND" | "AGENT_PAYMENT_NOT_FOUND" | "ENTITLEMENT_NOT_FOUND" | "UNKNOWN_SEQUENCE" | "TOO_MANY_STREAMS" | "AUTH_REQUIRED" | "AUTH_NOT_CONFIGURED" | "INVALID_CREDENTIALS" | "INVALID_TOKEN" | "EXPIRED_TOKEN" | "MALFORMED_SIGNATURE" | "INVALID_SIGNATURE" | "EXPIRED_SIGNATURE" | "REPLAYED_SIGNATURE" | "ALREADY_REFRESHED" | "SESSION_NOT_FOUND" | "NODE_UNAVAILABLE" | "FORBIDDEN" | "WALLET_REQUIRED" | "KEY_NOT_FOUND" | "KEY_ENDED" | "TOO_MANY_KEYS" | "ACCOUNT_NOT_FOUND" | "LAST_ADMIN" | "SETTING_CHANGED" | "FLAG_NOT_FOUND" | "FLAG_DECIDED" | "METADATA_NOT_FOUND" | "METADATA_OUTDATED" | "DRAFT_NOT_FOUND" | "DRAFT_CHANGED" | "TOO_MANY_DRAFTS" | "IDEMPOTENCY_KEY_REUSED" | "IDEMPOTENCY_IN_PROGRESS" | "EMAIL_TAKEN" | "NAME_TAKEN" | "WALLET_TAKEN" | "WALLET_NOT_FOUND" | "LINK_NOT_FOUND" | "LAST_CREDENTIAL" | "ROUTE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "MALFORMED_REQUEST" | "REQUEST_TIMEOUT" | "REQUEST_ABANDONED" | "BODY_TOO_LARGE" | "URI_TOO_LONG" | "HEADERS_TOO_LARGE" | "NOT_YET_INDEXED" | "INDEX_BEHIND" | "SEARCH_NOT_READY" | "NOT_PUBLISHED" | "RATE_LIMITED" | "OVERLOADED" | "DATABASE_UNAVAILABLE" | "QUERY_TIMEOUT" | "INTERNAL";
            /** @description What to do about it. */
            fix: string;
            /** @description Names this request in our logs. */
            requestId: string;
            errors: {
                /** @description Where: `/query/limit`, `/path/id`. */
                pointer: string;
                /** @description What is wrong there. */
                message: string;
                /** @description What to send instead. */
                fix: string;
            }[];
        };
        ListingPage: {
            data: components["schemas"]["ListingRow"][];
            /** @description Present with `ids` only: one entry for each id without a row. */
            errors?: components["schemas"]["IdError"][];
            page: components["schemas"]["PageInfo"];
            meta: components["schemas"]["Meta"];
        };
        ListingRow: components["schemas"]["Listing"] & {
            included?: components["schemas"]["ListingIncluded"];
        };
        /** @description What include= asked for. */
        ListingIncluded: {
            offers?: components["schemas"]["IncludedOffers"];
            escrows?: components["schemas"]["IncludedEscrows"];
            prices?: components["schemas"]["IncludedPrices"];
            seller?: components["schemas"]["SellerSummary"] | null;
            activity?: components["schemas"]["IncludedActivity"];
        };
        IncludedOffers: {
            /** @description At most 20, newest first. */
            data: components["schemas"]["Offer"][];
            /** @description Whether there are older ones. */
            hasMore: boolean;
        };
        IncludedEscrows: {
            /** @description At most 20, newest first. */
            data: components["schemas"]["Escrow"][];
            /** @description Whether there are older ones. */
            hasMore: boolean;
        };
        IncludedPrices: {
            /** @description At most 20, newest first. */
            data: components["schemas"]["PriceChange"][];
            /** @description Whether there are older ones. */
            hasMore: boolean;
        };
        PriceChange: {
            /** @description `<listing>-<blockNumber>-<logIndex>`. */
            id: string;
            /** @description Public id of the listing. */
            listing: string;
            /** @description Null for the first price. */
            previousPrice: components["schemas"]["Money"] | null;
            price: components["schemas"]["Money"];
            changedAt: components["schemas"]["Instant"];
            blockNumber: number;
            logIndex: number;
            txHash: components["schemas"]["Hash"];
            finality: components["schemas"]["Finality"];
        };
        IncludedActivity: {
            /** @description At most 20, newest first. */
            data: components["schemas"]["Activity"][];
            /** @description Whether there are older ones. */
            hasMore: boolean;
        };
        Activity: {
            /** @description `<chainId>-<blockHash>-<logIndex>`: another id after a reorganisation. */
            id: string;
            chainId: number;
            blockNumber: number;
            logIndex: number;
            blockHash: components["schemas"]["Hash"];
            txHash: components["schemas"]["Hash"];
            occurredAt: components["schemas"]["Instant"];
            contract: components["schemas"]["Address"];
            /** @enum {string} */
            contractKind: "marketplace" | "escrow" | "token" | "agentEscrow" | "entitlement";
            event: string;
            kind: string;
            /** @description Account that sent the transaction. */
            sender: components["schemas"]["Address"];
            actor: components["schemas"]["Address"] | null;
            counterparty: components["schemas"]["Address"] | null;
            listing: string | null;
            escrow: string | null;
            offer: string | null;
            /** @description In the payment token of the contract; null for events without an amount. */
            amount: components["schemas"]["Money"] | null;
            args: {
                [key: string]: unknown;
            };
            finality: components["schemas"]["Finality"];
        };
        IdError: {
            id: string;
            code: string;
            message: string;
            fix: string;
        };
        PageInfo: {
            nextCursor: string | null;
            prevCursor: string | null;
            /** @description Whether there is a next page. */
            hasMore: boolean;
            limit: number;
            /** @description Set when a reorganisation undid the block on which the walk began. */
            reorg: components["schemas"]["Reorg"] | null;
        };
        ListingAnswer: {
            data: components["schemas"]["ListingDetailRow"];
            meta: components["schemas"]["Meta"];
        };
        ListingDetailRow: components["schemas"]["ListingDetail"] & {
            included?: components["schemas"]["ListingIncluded"];
        };
        ListingDetail: components["schemas"]["Listing"] & {
            /** @description The seller's own words, not from the chain; null when there are none. */
            description: string | null;
            /** @description The last 20 prices, newest first. */
            priceHistory: components["schemas"]["PriceChange"][];
        };
        PricePage: {
            data: components["schemas"]["PriceChange"][];
            /** @description Present with `ids` only: one entry for each id without a row. */
            errors?: components["schemas"]["IdError"][];
            page: components["schemas"]["PageInfo"];
            meta: components["schemas"]["Meta"];
        };
        PriceAnswer: {
            data: components["schemas"]["PriceChange"];
            meta: components["schemas"]["Meta"];
        };
        OfferPage: {
            data: components["schemas"]["OfferRow"][];
            /** @description Present with `ids` only: one entry for each id without a row. */
            errors?: components["schemas"]["IdError"][];
            page: components["schemas"]["PageInfo"];
            meta: components["schemas"]["Meta"];
        };
        OfferRow: components["schemas"]["Offer"] & {
            included?: components["schemas"]["OfferIncluded"];
        };
        /** @description What include= asked for. */
        OfferIncluded: {
            listing?: components["schemas"]["Listing"] | null;
            escrow?: components["schemas"]["Escrow"] | null;
        };
        OfferAnswer: {
            data: components["schemas"]["OfferRow"];
            meta: components["schemas"]["Meta"];
        };
        EscrowPage: {
            data: components["schemas"]["EscrowRow"][];
            /** @description Present with `ids` only: one entry for each id without a row. */
            errors?: components["schemas"]["IdError"][];
            page: components["schemas"]["PageInfo"];
            meta: components["schemas"]["Meta"];
        };
        EscrowRow: components["schemas"]["Escrow"] & {
            included?: components["schemas"]["EscrowIncluded"];
        };
        /** @description What include= asked for. */
        EscrowIncluded: {
            listing?: components["schemas"]["Listing"] | null;
            offer?: components["schemas"]["Offer"] | null;
            /** @description Each state it has had, the first one first. */
            timeline?: components["schemas"]["EscrowTransition"][];
            ledger?: components["schemas"]["IncludedLedger"];
            dispute?: components["schemas"]["DisputeDetail"] | null;
            hold?: components["schemas"]["HoldDetail"] | null;
        };
        EscrowTransition: {
            sequence: number;
            /**
             * @description Null for the first state.
             * @enum {string|null}
             */
            from: "created" | "funded" | "delivered" | "confirmed" | "transition" | "disputed" | "resolved" | "completed" | "refunded" | "expired" | "emergency" | null;
            /** @enum {string} */
            to: "created" | "funded" | "delivered" | "confirmed" | "transition" | "disputed" | "resolved" | "completed" | "refunded" | "expired" | "emergency";
            /** @description Event that caused it. */
            cause: string;
            /** @description Account that sent the transaction. */
            actor: components["schemas"]["Address"];
            changedAt: components["schemas"]["Instant"];
            blockNumber: number;
            logIndex: number;
            txHash: components["schemas"]["Hash"];
            finality: components["schemas"]["Finality"];
        };
        IncludedLedger: {
            /** @description At most 20, newest first. */
            data: components["schemas"]["LedgerEntry"][];
            /** @description Whether there are older ones. */
            hasMore: boolean;
        };
        LedgerEntry: {
            /** @enum {string} */
            purpose: "unattributed" | "purchase" | "offer_deposit" | "offer_accepted" | "offer_refund" | "completion" | "payout" | "retainer" | "platform_fee" | "refund" | "emergency" | "eject" | "transfer_tax" | "stake" | "stake_withdrawal" | "stake_emergency" | "stake_forfeited" | "slash" | "agent_payment" | "agent_payout" | "agent_fee" | "agent_refund";
            amount: components["schemas"]["Money"];
            from: components["schemas"]["Address"];
            to: components["schemas"]["Address"];
            /** @description Account debited, e.g. `escrow:7`; null when the sender is outside. */
            debit: string | null;
            /** @description Account credited, e.g. `offer:3`; null when the receiver is outside. */
            credit: string | null;
            /** @description Moved inside one contract, no transfer. */
            isInternal: boolean;
            movedAt: components["schemas"]["Instant"];
            blockNumber: number;
            logIndex: number;
            txHash: components["schemas"]["Hash"];
            finality: components["schemas"]["Finality"];
        };
        EscrowAnswer: {
            data: components["schemas"]["EscrowDetailRow"];
            meta: components["schemas"]["Meta"];
        };
        EscrowDetailRow: components["schemas"]["EscrowDetail"] & {
            included?: components["schemas"]["EscrowIncluded"];
        };
        EscrowDetail: components["schemas"]["Escrow"] & {
            hold?: components["schemas"]["HoldDetail"] | null;
            dispute?: components["schemas"]["DisputeDetail"] | null;
            /** @description In the order of the chain. */
            transitions: components["schemas"]["EscrowTransition"][];
        };
        DisputePage: {
            data: components["schemas"]["DisputeRow"][];
            /** @description Present with `ids` only: one entry for each id without a row. */
            errors?: components["schemas"]["IdError"][];
            page: components["schemas"]["PageInfo"];
            meta: components["schemas"]["Meta"];
        };
        DisputeRow: components["schemas"]["Dispute"] & {
            included?: components["schemas"]["DisputeIncluded"];
        };
        /** @description What include= asked for. */
        DisputeIncluded: {
            escrow?: components["schemas"]["Escrow"] | null;
        };
        Dispute: components["schemas"]["DisputeDetail"] & {
            /** @description Public id of the escrow: one dispute at most for each. */
            id: string;
            chainId: number;
            /** @description Escrow contract. */
            contract: components["schemas"]["Address"];
            escrow: string;
            listing: string | null;
            buyer: components["schemas"]["Address"];
            seller: components["schemas"]["Address"];
            /** @enum {string} */
            escrowState: "created" | "funded" | "delivered" | "confirmed" | "transition" | "disputed" | "resolved" | "completed" | "refunded" | "expired" | "emergency";
            /**
             * @description Ejected: the owner took the money of the escrow away, and nobody can resolve it.
             * @enum {string}
             */
            state: "open" | "resolved" | "ejected";
            deadlines: components["schemas"]["Deadline"][];
            nextDeadline: components["schemas"]["Deadline"] | null;
            /** @description The next three, the first one first; the latest one once all have passed. */
            nextDeadlines: components["schemas"]["Deadline"][];
            /** @description Whether any of the deadlines is overdue. */
            isOverdue: boolean;
            updatedBlockNumber: number;
        };
        DisputeAnswer: {
            data: components["schemas"]["DisputeRow"];
            meta: components["schemas"]["Meta"];
        };
        HoldPage: {
            data: components["schemas"]["HoldRow"][];
            /** @description Present with `ids` only: one entry for each id without a row. */
            errors?: components["schemas"]["IdError"][];
            page: components["schemas"]["PageInfo"];
            meta: components["schemas"]["Meta"];
        };
        HoldRow: components["schemas"]["Hold"] & {
            included?: components["schemas"]["HoldIncluded"];
        };
        /** @description What include= asked for. */
        HoldIncluded: {
            escrow?: components["schemas"]["Escrow"] | null;
        };
        Hold: components["schemas"]["HoldDetail"] & {
            /** @description Public id of the escrow: one hold at most for each. */
            id: string;
            chainId: number;
            /** @description Escrow contract. */
            contract: components["schemas"]["Address"];
            escrow: string;
            listing: string | null;
            buyer: components["schemas"]["Address"];
            seller: components["schemas"]["Address"];
            /** @enum {string} */
            escrowState: "created" | "funded" | "delivered" | "confirmed" | "transition" | "disputed" | "resolved" | "completed" | "refunded" | "expired" | "emergency";
            /**
             * @description Derived: open, disputed, released to the seller, or ended with its escrow, whatever the contract's own flags say.
             * @enum {string}
             */
            state: "open" | "disputed" | "released" | "ended";
            deadlines: components["schemas"]["Deadline"][];
            nextDeadline: components["schemas"]["Deadline"] | null;
            /** @description The next three, the first one first; the latest one once all have passed. */
            nextDeadlines: components["schemas"]["Deadline"][];
            /** @description Whether any of the deadlines is overdue. */
            isOverdue: boolean;
            updatedBlockNumber: number;
        };
        HoldAnswer: {
            data: components["schemas"]["HoldRow"];
            meta: components["schemas"]["Meta"];
        };
        SellerPage: {
            data: components["schemas"]["SellerRow"][];
            /** @description Present with `ids` only: one entry for each id without a row. */
            errors?: components["schemas"]["IdError"][];
            page: components["schemas"]["PageInfo"];
            meta: components["schemas"]["Meta"];
        };
        SellerRow: components["schemas"]["Seller"] & {
            included?: components["schemas"]["SellerIncluded"];
        };
        /** @description What include= asked for. */
        SellerIncluded: {
            listings?: components["schemas"]["IncludedListings"];
            sales?: components["schemas"]["IncludedSales"];
        };
        IncludedListings: {
            /** @description At most 20, newest first. */
            data: components["schemas"]["Listing"][];
            /** @description Whether there are older ones. */
            hasMore: boolean;
        };
        IncludedSales: {
            /** @description At most 20, newest first. */
            data: components["schemas"]["Escrow"][];
            /** @description Whether there are older ones. */
            hasMore: boolean;
        };
        Seller: components["schemas"]["SellerSummary"] & {
            /** @description `<chainId>-<marketplace>-<account>`. */
            id: string;
            chainId: number;
            marketplace: components["schemas"]["Address"];
            /** @description As the contract counts: a sale does not lower it. */
            activeListingCount: number;
            /** @description Running count announced when the seller joined; not unique. */
            genesisNumber: string | null;
            /** @description Null for a seller who never staked. */
            stake: {
                /** @description Stake on record. */
                amount: components["schemas"]["Money"];
                /** @description Whether the contract lets it count. */
                isActive: boolean;
                stakedAt: components["schemas"]["Instant"] | null;
                /** @description On record; a new stake sets it to 0. */
                slashCount: string;
                /** @description Ever slashed. */
                slashed: components["schemas"]["Money"];
                /** @description Lost when a new stake replaced an old one. */
                forfeited: components["schemas"]["Money"];
            } | null;
            emergencyWithdrawAt: components["schemas"]["Instant"] | null;
            deadlines: components["schemas"]["Deadline"][];
            nextDeadline: components["schemas"]["Deadline"] | null;
            /** @description The next three, the first one first; the latest one once all have passed. */
            nextDeadlines: components["schemas"]["Deadline"][];
            /** @description Whether any of the deadlines is overdue. */
            isOverdue: boolean;
            updatedBlockNumber: number;
        };
        SellerAnswer: {
            data: components["schemas"]["SellerRow"];
            meta: components["schemas"]["Meta"];
        };
        AgentPage: {
            data: components["schemas"]["AgentRow"][];
            /** @description Present with `ids` only: one entry for each id without a row. */
            errors?: components["schemas"]["IdError"][];
            page: components["schemas"]["PageInfo"];
            meta: components["schemas"]["Meta"];
        };
        AgentRow: components["schemas"]["Agent"] & {
            included?: components["schemas"]["AgentIncluded"];
        };
        /** @description What include= asked for. */
        AgentIncluded: {
            payments?: components["schemas"]["IncludedPayments"];
        };
        IncludedPayments: {
            /** @description At most 20, newest first. */
            data: components["schemas"]["AgentPayment"][];
            /** @description Whether there are older ones. */
            hasMore: boolean;
        };
        AgentPayment: {
            /** @description `<chainId>-<contract>-<paymentId>`. */
            id: string;
            chainId: number;
            /** @description Agent escrow contract. */
            contract: components["schemas"]["Address"];
            /** @description Chosen by the payer, unique on its contract. */
            paymentId: components["schemas"]["Hash"];
            /** @description Public id of the agent. */
            agent: string;
            payer: components["schemas"]["Address"];
            /** @description Paid at release, as registered at the deposit. */
            developer: components["schemas"]["Address"];
            amount: components["schemas"]["Money"];
            /** @enum {string} */
            state: "pending" | "escrowed" | "released" | "refunded" | "disputed";
            /** @description In escrow and past its expiry: it can only be refunded. */
            isExpired: boolean;
            /** @description Taken at release; null before. The fee in force then applies. */
            fee: components["schemas"]["Money"] | null;
            /** @description What a release would take now; null when it cannot be released. */
            feeNow: components["schemas"]["Money"] | null;
            paidToDeveloper: components["schemas"]["Money"] | null;
            refunded: components["schemas"]["Money"] | null;
            /** @description Last second to release it. */
            expiresAt: components["schemas"]["Instant"] | null;
            createdAt: components["schemas"]["Instant"];
            /** @description Release or refund. */
            settledAt: components["schemas"]["Instant"] | null;
            deadlines: components["schemas"]["Deadline"][];
            nextDeadline: components["schemas"]["Deadline"] | null;
            /** @description The next three, the first one first; the latest one once all have passed. */
            nextDeadlines: components["schemas"]["Deadline"][];
            /** @description Whether any of the deadlines is overdue. */
            isOverdue: boolean;
            /** @description Block of the deposit. */
            blockNumber: number;
            logIndex: number;
            txHash: components["schemas"]["Hash"];
            updatedBlockNumber: number;
            finality: components["schemas"]["Finality"];
        };
        AgentAnswer: {
            data: components["schemas"]["AgentDetailRow"];
            meta: components["schemas"]["Meta"];
        };
        AgentDetailRow: components["schemas"]["AgentDetail"] & {
            included?: components["schemas"]["AgentIncluded"];
        };
        EntitlementKind: {
            /** @description `<chainId>-<contract>-<tokenId>`. */
            id: string;
            /** @description Entitlement contract. */
            contract: components["schemas"]["Address"];
            tokenId: string;
            /** @description Number of the agent that it opens. */
            agentId: string;
            isTransferrable: boolean;
            /** @description Null for never; the same for all holders. */
            expiresAt: components["schemas"]["Instant"] | null;
            isExpired: boolean;
            /** @description Metadata link; untrusted text. */
            uri: string | null;
        };
        AgentDetail: components["schemas"]["Agent"] & {
            /** @description Kinds of entitlement that name an agent of this number: their contracts know no more of it. */
            entitlements: components["schemas"]["EntitlementKind"][];
        };
        AgentPaymentPage: {
            data: components["schemas"]["AgentPaymentRow"][];
            /** @description Present with `ids` only: one entry for each id without a row. */
            errors?: components["schemas"]["IdError"][];
            page: components["schemas"]["PageInfo"];
            meta: components["schemas"]["Meta"];
        };
        AgentPaymentRow: components["schemas"]["AgentPayment"] & {
            included?: components["schemas"]["AgentPaymentIncluded"];
        };
        /** @description What include= asked for. */
        AgentPaymentIncluded: {
            agent?: components["schemas"]["Agent"] | null;
        };
        AgentPaymentAnswer: {
            data: components["schemas"]["AgentPaymentRow"];
            meta: components["schemas"]["Meta"];
        };
        EntitlementPage: {
            data: components["schemas"]["Entitlement"][];
            /** @description Present with `ids` only: one entry for each id without a row. */
            errors?: components["schemas"]["IdError"][];
            page: components["schemas"]["PageInfo"];
            meta: components["schemas"]["Meta"];
        };
        Entitlement: {
            /** @description `<chainId>-<contract>-<tokenId>-<holder>`. */
            id: string;
            chainId: number;
            /** @description Entitlement contract. */
            contract: components["schemas"]["Address"];
            tokenId: string;
            holder: components["schemas"]["Address"];
            /** @description Units held; a whole number as text. */
            balance: string;
            /** @description Number of the agent that it opens; null for a kind older than the index. */
            agentId: string | null;
            isTransferrable: boolean | null;
            /** @description Null for never; the same for all holders. */
            expiresAt: components["schemas"]["Instant"] | null;
            isExpired: boolean;
            /** @description A positive balance of a kind that has not expired by chain time. */
            hasAccess: boolean;
            /** @description Metadata link; untrusted text. */
            uri: string | null;
            /** @description When the account first received one. */
            createdAt: components["schemas"]["Instant"];
            updatedBlockNumber: number;
            finality: components["schemas"]["Finality"];
        };
        EntitlementAnswer: {
            data: components["schemas"]["Entitlement"];
            meta: components["schemas"]["Meta"];
        };
        ContractPage: {
            data: components["schemas"]["ContractRow"][];
            /** @description Present with `ids` only: one entry for each id without a row. */
            errors?: components["schemas"]["IdError"][];
            page: components["schemas"]["PageInfo"];
            meta: components["schemas"]["Meta"];
        };
        ContractRow: components["schemas"]["Contract"] & {
            included?: components["schemas"]["ContractIncluded"];
        };
        /** @description What include= asked for. */
        ContractIncluded: {
            /** @description In the order of the chain. */
            implementations?: components["schemas"]["Implementation"][];
            balances?: components["schemas"]["Balance"][];
        };
        Implementation: {
            implementation: components["schemas"]["Address"];
            /** @enum {string} */
            generation: "M1" | "M2" | "M3" | "E0" | "E1" | "E2a" | "E2b" | "E2c" | "E2d" | "E3" | "standard";
            /** @description Block of the upgrade. */
            fromBlock: number;
            /** @description Log of the upgrade: later logs ran this code. */
            logIndex: number;
            /** @description Block of the upgrade that replaced it; null while it is in force. */
            toBlock: number | null;
            upgradedAt: components["schemas"]["Instant"];
            txHash: components["schemas"]["Hash"];
            finality: components["schemas"]["Finality"];
        };
        Balance: {
            contract: components["schemas"]["Address"];
            held: components["schemas"]["Money"];
            /** @description Everything that ever came in. */
            received: components["schemas"]["Money"];
            /** @description Everything that ever went out. */
            sent: components["schemas"]["Money"];
            finality: components["schemas"]["Finality"];
        };
        Contract: components["schemas"]["ContractSettings"] & {
            /** @description `<chainId>-<address>`. */
            id: string;
            chainId: number;
            /** @description Of the proxy where there is one. */
            address: components["schemas"]["Address"];
            /** @enum {string} */
            kind: "marketplace" | "escrow" | "token" | "agentEscrow" | "entitlement";
            /** @description Payment token. */
            token: components["schemas"]["Address"] | null;
            /** @description Marketplace of an escrow contract. */
            marketplace: components["schemas"]["Address"] | null;
            treasury: components["schemas"]["Address"] | null;
            agent: components["schemas"]["Address"] | null;
            safetyWallet: components["schemas"]["Address"] | null;
            emergencyActivatedAt: components["schemas"]["Instant"] | null;
            /** @description Hold on the retainer where it can be set; null where it is fixed. */
            transitionPeriodSeconds: string | null;
            isGenesisOpen: boolean | null;
            /** @description Fee that applies at release. */
            platformFeeBps: number | null;
            listingCount: number;
            escrowCount: number;
            offerCount: number;
            firstSeenBlockNumber: number;
            deadlines: components["schemas"]["Deadline"][];
            nextDeadline: components["schemas"]["Deadline"] | null;
            /** @description The next three, the first one first; the latest one once all have passed. */
            nextDeadlines: components["schemas"]["Deadline"][];
            /** @description Whether any of the deadlines is overdue. */
            isOverdue: boolean;
        };
        ContractAnswer: {
            data: components["schemas"]["ContractRow"];
            meta: components["schemas"]["Meta"];
        };
        TokenPage: {
            data: components["schemas"]["TokenRow"][];
            /** @description Present with `ids` only: one entry for each id without a row. */
            errors?: components["schemas"]["IdError"][];
            page: components["schemas"]["PageInfo"];
            meta: components["schemas"]["Meta"];
        };
        TokenRow: components["schemas"]["Token"] & {
            included?: components["schemas"]["TokenIncluded"];
        };
        /** @description What include= asked for. */
        TokenIncluded: {
            balances?: components["schemas"]["Balance"][];
        };
        Token: {
            /** @description `<chainId>-<address>`. */
            id: string;
            chainId: number;
            address: components["schemas"]["Address"];
            /** @description As the token calls itself; untrusted. */
            name: string;
            /** @description As the token calls itself; untrusted. */
            symbol: string;
            decimals: number;
            firstSeenBlockNumber: number;
            finality: components["schemas"]["Finality"];
        };
        TokenAnswer: {
            data: components["schemas"]["TokenRow"];
            meta: components["schemas"]["Meta"];
        };
        ActivityPage: {
            data: components["schemas"]["Activity"][];
            /** @description Present with `ids` only: one entry for each id without a row. */
            errors?: components["schemas"]["IdError"][];
            page: components["schemas"]["PageInfo"];
            meta: components["schemas"]["Meta"];
        };
        ActivityAnswer: {
            data: components["schemas"]["Activity"];
            meta: components["schemas"]["Meta"];
        };
        ListingMetadataAnswer: {
            data: components["schemas"]["ListingMetadata"];
            meta: components["schemas"]["Meta"];
        };
        ListingMetadata: components["schemas"]["ListingMetadataVersion"] & {
            document: components["schemas"]["ListingDocument"];
            link: {
                /** @description What the contract links to; untrusted. */
                uri: string;
                /**
                 * @description Whether the link names exactly this document: matches, differs, unreadable or none.
                 * @enum {string}
                 */
                status: "matches" | "differs" | "unreadable" | "none";
            };
        };
        /** @description As the seller wrote it; untrusted. */
        ListingDocument: {
            /** @enum {string} */
            schema: "valyra-listing/1";
            name: string;
            /** @description saas, e-commerce, content-site, community, other, … */
            category: string;
            description: string;
            /** Format: uri */
            businessUrl: string;
            techStack: string[];
            buildId?: string;
            /** @enum {string} */
            revenueTrend: "growing" | "stable" | "declining";
            reasonForSale?: string;
            included: {
                domain: boolean;
                sourceCode: boolean;
                customerData: boolean;
                socialAccounts?: boolean;
                brandAssets?: boolean;
            };
            metrics: {
                /** @enum {string} */
                metric: "recurringRevenue" | "revenue" | "profit" | "ageYears" | "monthlyVisitors" | "customers" | "growthPercent" | "churnPercent" | "teamSize" | "expenses" | "activeUsers" | "pageViews";
                value: string;
                currency?: string;
                period: {
                    /** Format: date */
                    from: string;
                    /** Format: date */
                    to: string;
                };
                /** @enum {string} */
                grade: "claimed";
                source: string;
                /** @description Id of what exactly was counted, such as mrr/1. */
                definition: string;
            }[];
            series: {
                /** @enum {string} */
                metric: "revenue" | "profit" | "expenses" | "monthlyVisitors" | "customers";
                currency?: string;
                source: string;
                points: {
                    month: string;
                    value: string;
                }[];
            }[];
            tags: string[];
            links: {
                /** @enum {string} */
                kind: "website" | "repository" | "documentation" | "social" | "other";
                /** Format: uri */
                url: string;
            }[];
            images: {
                cid: string;
                description: string;
            }[];
        };
        ListingMetadataVersion: {
            /** @description Public id of the listing. */
            listingId: string;
            version: number;
            /** @description SHA-256 of the canonical spelling (RFC 8785). */
            documentHash: components["schemas"]["Hash"];
            /** @description IPFS identifier of it, as bare bytes. */
            cid: string;
            /** @description The same as a file, version 0. */
            legacyCid: string;
            /** @description Who signed: the seller of that time. */
            seller: components["schemas"]["Address"];
            signature: string;
            signedAt: components["schemas"]["Instant"];
            /** @description Block at which the signer was the seller. */
            blockNumber: number;
            publishedAt: components["schemas"]["Moment"];
        };
        ListingMetadataVersionsAnswer: {
            data: {
                versions: components["schemas"]["ListingMetadataVersion"][];
                hasMore: boolean;
            };
            meta: components["schemas"]["Meta"];
        };
        PreparedListingMetadataAnswer: {
            data: {
                documentHash: components["schemas"]["Hash"];
                /** @description The bytes to be pinned, as text. */
                canonical: string;
                cid: string;
                legacyCid: string;
                /** @description For eth_signTypedData_v4. */
                typedData: {
                    domain: {
                        name: string;
                        version: string;
                        chainId: number;
                        verifyingContract: string;
                    };
                    types: {
                        [key: string]: {
                            name: string;
                            type: string;
                        }[];
                    };
                    primaryType: string;
                    message: {
                        listingId: string;
                        documentHash: string;
                        signedAt: string;
                    };
                };
            };
            meta: components["schemas"]["PrivateMeta"];
        };
        PrivateMeta: {
            requestId: string;
        };
        PrepareListingMetadataRequest: {
            /** @description What a seller says of a listing. */
            document: {
                /** @enum {string} */
                schema: "valyra-listing/1";
                name: string;
                /** @description saas, e-commerce, content-site, community, other, … */
                category: string;
                description: string;
                /** Format: uri */
                businessUrl: string;
                techStack: string[];
                buildId?: string;
                /** @enum {string} */
                revenueTrend: "growing" | "stable" | "declining";
                reasonForSale?: string;
                included: {
                    domain: boolean;
                    sourceCode: boolean;
                    customerData: boolean;
                    socialAccounts?: boolean;
                    brandAssets?: boolean;
                };
                metrics: {
                    /** @enum {string} */
                    metric: "recurringRevenue" | "revenue" | "profit" | "ageYears" | "monthlyVisitors" | "customers" | "growthPercent" | "churnPercent" | "teamSize" | "expenses" | "activeUsers" | "pageViews";
                    value: string;
                    currency?: string;
                    period: {
                        /** Format: date */
                        from: string;
                        /** Format: date */
                        to: string;
                    };
                    /** @enum {string} */
                    grade: "claimed";
                    source: string;
                    /** @description Id of what exactly was counted, such as mrr/1. */
                    definition: string;
                }[];
                series: {
                    /** @enum {string} */
                    metric: "revenue" | "profit" | "expenses" | "monthlyVisitors" | "customers";
                    currency?: string;
                    source: string;
                    points: {
                        month: string;
                        value: string;
                    }[];
                }[];
                tags: string[];
                links: {
                    /** @enum {string} */
                    kind: "website" | "repository" | "documentation" | "social" | "other";
                    /** Format: uri */
                    url: string;
                }[];
                images: {
                    cid: string;
                    description: string;
                }[];
            };
            /** @description When it is signed, unix seconds; within ten minutes of now. */
            signedAt?: number;
        };
        PublishedListingMetadataAnswer: {
            data: components["schemas"]["ListingMetadata"];
            meta: components["schemas"]["PrivateMeta"];
        };
        PublishListingMetadataRequest: {
            /** @description What a seller says of a listing. */
            document: {
                /** @enum {string} */
                schema: "valyra-listing/1";
                name: string;
                /** @description saas, e-commerce, content-site, community, other, … */
                category: string;
                description: string;
                /** Format: uri */
                businessUrl: string;
                techStack: string[];
                buildId?: string;
                /** @enum {string} */
                revenueTrend: "growing" | "stable" | "declining";
                reasonForSale?: string;
                included: {
                    domain: boolean;
                    sourceCode: boolean;
                    customerData: boolean;
                    socialAccounts?: boolean;
                    brandAssets?: boolean;
                };
                metrics: {
                    /** @enum {string} */
                    metric: "recurringRevenue" | "revenue" | "profit" | "ageYears" | "monthlyVisitors" | "customers" | "growthPercent" | "churnPercent" | "teamSize" | "expenses" | "activeUsers" | "pageViews";
                    value: string;
                    currency?: string;
                    period: {
                        /** Format: date */
                        from: string;
                        /** Format: date */
                        to: string;
                    };
                    /** @enum {string} */
                    grade: "claimed";
                    source: string;
                    /** @description Id of what exactly was counted, such as mrr/1. */
                    definition: string;
                }[];
                series: {
                    /** @enum {string} */
                    metric: "revenue" | "profit" | "expenses" | "monthlyVisitors" | "customers";
                    currency?: string;
                    source: string;
                    points: {
                        month: string;
                        value: string;
                    }[];
                }[];
                tags: string[];
                links: {
                    /** @enum {string} */
                    kind: "website" | "repository" | "documentation" | "social" | "other";
                    /** Format: uri */
                    url: string;
                }[];
                images: {
                    cid: string;
                    description: string;
                }[];
            };
            /** @description When it is signed, unix seconds; within ten minutes of now. */
            signedAt: number;
            /** @description Over the typed data that `prepare` gives; ERC-1271 and ERC-6492 too. */
            signature: string;
        };
        DraftPage: {
            data: components["schemas"]["Draft"][];
            page: {
                nextCursor: string | null;
                /** @description These lists go one way. */
                prevCursor: null;
                /** @description Whether there is a next page. */
                hasMore: boolean;
                limit: number;
            };
            meta: components["schemas"]["PrivateMeta"];
        };
        Draft: {
            draftId: components["schemas"]["Uuid"];
            title: string;
            document: {
                [key: string]: unknown;
            };
            /** @description To be sent with the next change. */
            revision: number;
            createdAt: components["schemas"]["Moment"];
            updatedAt: components["schemas"]["Moment"];
        };
        NewDraftAnswer: {
            data: components["schemas"]["Draft"];
            meta: components["schemas"]["PrivateMeta"];
        };
        DraftRequest: {
            title: string;
            /** @description As far as it is written. */
            document: {
                [key: string]: unknown;
            };
        };
        DraftAnswer: {
            data: components["schemas"]["Draft"];
            meta: components["schemas"]["PrivateMeta"];
        };
        ReplacedDraftAnswer: {
            data: components["schemas"]["Draft"];
            meta: components["schemas"]["PrivateMeta"];
        };
        ReplaceDraftRequest: {
            title: string;
            /** @description As far as it is written. */
            document: {
                [key: string]: unknown;
            };
            /** @description The revision that you have read. */
            revision: number;
        };
        DeletedDraftAnswer: {
            data: {
                draftId: components["schemas"]["Uuid"];
            };
            meta: components["schemas"]["PrivateMeta"];
        };
        NotificationsAnswer: {
            data: components["schemas"]["Notifications"];
            meta: components["schemas"]["PrivateMeta"];
        };
        Notifications: {
            /** @description Mails about what happened on chain. */
            wantsEvents: boolean;
            /** @description Warnings before a deadline. */
            wantsDeadlines: boolean;
        };
        ChangedNotificationsAnswer: {
            data: components["schemas"]["Notifications"];
            meta: components["schemas"]["PrivateMeta"];
        };
        ChangeNotificationsRequest: {
            /** @description Mails about what happened on chain. */
            wantsEvents?: boolean;
            /** @description Warnings before a deadline. */
            wantsDeadlines?: boolean;
        };
        UnsubscribedAnswer: {
            data: {
                /** @enum {boolean} */
                isUnsubscribed: true;
            };
            meta: components["schemas"]["PrivateMeta"];
        };
        EscrowTimelineAnswer: {
            data: components["schemas"]["EscrowTimeline"];
            meta: components["schemas"]["Meta"];
        };
        EscrowTimeline: {
            escrow: string;
            /** @enum {string} */
            state: "created" | "funded" | "delivered" | "confirmed" | "transition" | "disputed" | "resolved" | "completed" | "refunded" | "expired" | "emergency";
            /** @description In the order of the chain. */
            events: components["schemas"]["TimelineEvent"][];
            /** @description Whether there are later events than these. */
            hasMore: boolean;
            /** @description Every event of the escrow, page by page. */
            url: string;
            deadlines: components["schemas"]["Deadline"][];
            nextDeadline: components["schemas"]["Deadline"] | null;
            /** @description The next three, the first one first; the latest one once all have passed. */
            nextDeadlines: components["schemas"]["Deadline"][];
            /** @description Whether any of the deadlines is overdue. */
            isOverdue: boolean;
        };
        TimelineEvent: components["schemas"]["Activity"] & {
            /** @description Null for an event that left the state of the escrow as it was. */
            transition: {
                /** @enum {string|null} */
                from: "created" | "funded" | "delivered" | "confirmed" | "transition" | "disputed" | "resolved" | "completed" | "refunded" | "expired" | "emergency" | null;
                /** @enum {string} */
                to: "created" | "funded" | "delivered" | "confirmed" | "transition" | "disputed" | "resolved" | "completed" | "refunded" | "expired" | "emergency";
            } | null;
        };
        EscrowLedgerAnswer: {
            data: components["schemas"]["EscrowLedger"];
            meta: components["schemas"]["Meta"];
        };
        EscrowLedger: {
            escrow: string;
            lines: components["schemas"]["LedgerLine"][];
            /** @description False when there are more lines than these: balances then end with the last one. */
            isComplete: boolean;
            /** @description The balances of all accounts sum to zero. */
            accounts: {
                /** @description `escrow:7` or `offer:3` on the contract; outside it the address. */
                account: string;
                /** @enum {string} */
                role: "escrow" | "offer" | "buyer" | "seller" | "other";
                debited: components["schemas"]["Money"];
                credited: components["schemas"]["Money"];
                /** @description Credited less debited; negative for whoever put money in. */
                balance: components["schemas"]["Money"];
            }[];
            totals: {
                /** @description Credited to the account of the escrow. */
                received: components["schemas"]["Money"];
                /** @description Debited from the account of the escrow. */
                paid: components["schemas"]["Money"];
                /** @description Received less paid; negative when it was paid with the money of others. */
                held: components["schemas"]["Money"];
            };
            /** @description Whether more was paid than received. */
            isOverdrawn: boolean;
        };
        LedgerLine: components["schemas"]["LedgerEntry"] & {
            debited: components["schemas"]["Posting"];
            credited: components["schemas"]["Posting"];
        };
        Posting: {
            /** @description `escrow:7` or `offer:3` on the contract; outside it the address. */
            account: string;
            /** @description Of the account, this movement included. */
            balance: components["schemas"]["Money"];
        };
        EscrowHandoverAnswer: {
            data: components["schemas"]["EscrowHandover"];
            meta: components["schemas"]["Meta"];
        };
        EscrowHandover: {
            escrow: string;
            /** @enum {string} */
            state: "created" | "funded" | "delivered" | "confirmed" | "transition" | "disputed" | "resolved" | "completed" | "refunded" | "expired" | "emergency";
            /** @enum {string} */
            stage: "awaiting_funding" | "awaiting_delivery" | "verification" | "transition" | "disputed" | "ended";
            buyer: components["schemas"]["Address"];
            seller: components["schemas"]["Address"];
            /**
             * @description How credentials are sealed for the buyer; null until it is known.
             * @enum {string|null}
             */
            encryptionMethod: "ecies_wallet" | "ephemeral_keypair" | null;
            /** @description keccak256 of the credentials; null until delivered. */
            credentialHash: components["schemas"]["Hash"] | null;
            /** @description Last second to deliver; runs from the acceptance of an offer, not its funding. */
            handoverDeadlineAt: components["schemas"]["Instant"] | null;
            deliveredAt: components["schemas"]["Instant"] | null;
            /** @description Last second to confirm. */
            verifyDeadlineAt: components["schemas"]["Instant"] | null;
            confirmedAt: components["schemas"]["Instant"] | null;
            extension: {
                /** @description The one extension of the window. */
                isUsed: boolean;
                /** @description Whether the buyer can ask for it now. */
                isPossible: boolean;
            };
            deadlines: components["schemas"]["Deadline"][];
            nextDeadline: components["schemas"]["Deadline"] | null;
            /** @description The next three, the first one first; the latest one once all have passed. */
            nextDeadlines: components["schemas"]["Deadline"][];
            /** @description Whether any of the deadlines is overdue. */
            isOverdue: boolean;
            /** @description What nothing stands against now; /actions says why not for all other acts. */
            next: {
                buyer: components["schemas"]["NextAct"][];
                seller: components["schemas"]["NextAct"][];
            };
            /** @description What happened, in order. */
            steps: components["schemas"]["TimelineEvent"][];
        };
        NextAct: {
            /** @description Contract function. */
            act: string;
            title: string;
            /** @description What it still has to be told. */
            needs: string[];
            deadline: components["schemas"]["Deadline"] | null;
        };
        AccountAnswer: {
            data: components["schemas"]["Account"];
            meta: components["schemas"]["Meta"];
        };
        Account: {
            address: components["schemas"]["Address"];
            listings: components["schemas"]["ListingPart"];
            sales: components["schemas"]["SalePart"];
            purchases: components["schemas"]["PurchasePart"];
            offersMade: components["schemas"]["OfferMadePart"];
            offersReceived: components["schemas"]["OfferReceivedPart"];
            stakes: components["schemas"]["StakePart"];
            disputes: components["schemas"]["DisputePart"];
            agentPayments: components["schemas"]["AgentPaymentPart"];
            agentEarnings: components["schemas"]["AgentEarningPart"];
            agents: components["schemas"]["AgentPart"];
            entitlements: components["schemas"]["EntitlementPart"];
            reputation: {
                asSeller: components["schemas"]["Outcomes"];
                asBuyer: components["schemas"]["Outcomes"];
            };
            /** @description Everything that the account took part in. */
            activityUrl: string;
        };
        ListingPart: {
            count: number;
            /** @description At most 5. */
            newest: components["schemas"]["Listing"][];
            /** @description The whole list, newest first. */
            url: string;
        };
        SalePart: {
            count: number;
            /** @description At most 5. */
            newest: components["schemas"]["Escrow"][];
            /** @description The whole list, newest first. */
            url: string;
        };
        PurchasePart: {
            count: number;
            /** @description At most 5. */
            newest: components["schemas"]["Escrow"][];
            /** @description The whole list, newest first. */
            url: string;
        };
        OfferMadePart: {
            count: number;
            /** @description At most 5. */
            newest: components["schemas"]["Offer"][];
            /** @description The whole list, newest first. */
            url: string;
        };
        OfferReceivedPart: {
            count: number;
            /** @description At most 5. */
            newest: components["schemas"]["Offer"][];
            /** @description The whole list, newest first. */
            url: string;
        };
        StakePart: {
            count: number;
            /** @description At most 5. */
            newest: components["schemas"]["Seller"][];
            /** @description The whole list, newest first. */
            url: string;
        };
        DisputePart: {
            count: number;
            /** @description At most 5. */
            newest: components["schemas"]["Dispute"][];
            /** @description The whole list, newest first. */
            url: string;
        };
        AgentPaymentPart: {
            count: number;
            /** @description At most 5. */
            newest: components["schemas"]["AgentPayment"][];
            /** @description The whole list, newest first. */
            url: string;
        };
        AgentEarningPart: {
            count: number;
            /** @description At most 5. */
            newest: components["schemas"]["AgentPayment"][];
            /** @description The whole list, newest first. */
            url: string;
        };
        AgentPart: {
            count: number;
            /** @description At most 5. */
            newest: components["schemas"]["Agent"][];
            /** @description The whole list, newest first. */
            url: string;
        };
        EntitlementPart: {
            count: number;
            /** @description At most 5. */
            newest: components["schemas"]["Entitlement"][];
            /** @description The whole list, newest first. */
            url: string;
        };
        Outcomes: {
            total: number;
            /** @description Not ended yet, disputed ones included. */
            open: number;
            /** @description Ended with a sale. */
            completed: number;
            /** @description Ended with a full refund after a dispute. */
            refunded: number;
            /** @description Ended with a split after a dispute. */
            resolved: number;
            /** @description Ended by an emergency exit. */
            emergencies: number;
            /** @description Ever disputed, whatever came of it. */
            disputed: number;
            /** @description Ended because the seller did not deliver in time. */
            handoverTimeouts: number;
            /** @description Completed because the buyer did not answer; counted in `completed` too. */
            verificationTimeouts: number;
        };
        DeadlinePage: {
            data: components["schemas"]["DueDeadline"][];
            /** @description Present with `ids` only: one entry for each id without a row. */
            errors?: components["schemas"]["IdError"][];
            page: components["schemas"]["PageInfo"];
            meta: components["schemas"]["Meta"];
        };
        DueDeadline: components["schemas"]["Deadline"] & {
            /** @description Row and kind of the moment. */
            id: string;
            /**
             * @description What the moment belongs to.
             * @enum {string}
             */
            resource: "escrow" | "hold" | "dispute" | "offer" | "seller";
            /** @description Public id of the escrow or offer; a hold and a dispute have that of their escrow. A seller is named `<chainId>-<marketplace>-<account>`. */
            subject: string;
            contract: components["schemas"]["Address"];
            buyer: components["schemas"]["Address"] | null;
            seller: components["schemas"]["Address"] | null;
        };
        ActionsAnswer: {
            data: components["schemas"]["Actions"];
            meta: components["schemas"]["Meta"];
        };
        Actions: {
            /** @description Public id of what the acts are about. */
            id: string;
            account: components["schemas"]["Address"] | null;
            /** @description Every function that the generation of its contract has for it. */
            actions: components["schemas"]["Action"][];
        };
        Action: {
            name: string;
            title: string;
            function: string;
            contract: components["schemas"]["Address"];
            /** @description Who may call it. */
            actors: string[];
            /** @description The moment that matters to it now. */
            deadline: components["schemas"]["Deadline"] | null;
            /** @description Nothing stands against it; without `account`, for whoever may call it. */
            isAllowed: boolean;
            /** @description Everything that stands against it. */
            reasons: {
                number: number;
                /** @enum {string} */
                code: "NOT_BUYER" | "NOT_SELLER" | "NOT_PARTY" | "NOT_OWNER" | "NOT_AGENT" | "SELLER_CANNOT_BUY" | "INITIATOR_CANNOT_RESPOND" | "NO_RESPONSE_POSSIBLE" | "WRONG_STATE" | "LISTING_NOT_ACTIVE" | "DEADLINE_PASSED" | "TOO_EARLY" | "EXTENSION_USED" | "NOTHING_TO_FUND" | "HOLD_RELEASED" | "OFFER_ALREADY_ACTIVE" | "AMOUNT_NOT_PRICE" | "PRICE_ZERO" | "TEXT_EMPTY" | "HASH_ZERO" | "REFUND_TOO_LARGE" | "CONTRACT_PAUSED" | "CONTRACT_NOT_PAUSED" | "EMERGENCY_MODE" | "NO_SAFETY_WALLET" | "CONTRACT_LACKS_TOKENS" | "NOTHING_TO_EJECT" | "FUNCTION_EMPTY" | "ALLOWANCE_TOO_LOW" | "BALANCE_TOO_LOW" | "RULES_AND_CHAIN_DISAGREE";
                message: string;
            }[];
            /** @description Query parameters that are still missing for the call. */
            needs: {
                name: string;
                type: string;
                description: string;
                words: string[] | null;
            }[];
            /** @description Null without `account`, while something is needed, or where no node is asked. */
            simulation: components["schemas"]["Simulation"] | null;
            /** @description Null without `account`, while something is needed, or when anything but allowance and balance stands against it. */
            call: components["schemas"]["PreparedCall"] | null;
        };
        NonceAnswer: {
            data: components["schemas"]["Nonce"];
            meta: components["schemas"]["PrivateMeta"];
        };
        Nonce: {
            nonce: string;
            chainId: number;
            expiresAt: components["schemas"]["Moment"];
            /** @description A message (EIP-4361) to sign as it is; any other with this nonce does as well. */
            message: string;
        };
        NonceRequest: {
            address: string;
            /** @description Origin of the page that asks, one of those that the operator allows. */
            origin?: string;
        };
        TokensAnswer: {
            data: components["schemas"]["Tokens"];
            meta: components["schemas"]["PrivateMeta"];
        };
        Tokens: {
            /** @enum {string} */
            tokenType: "Bearer";
            /** @description Send it as `Authorization: Bearer …`; good for 15 minutes. */
            accessToken: string;
            accessExpiresAt: components["schemas"]["Moment"];
            /** @description Good once, for new tokens of the same session. Keep it from other pages. */
            refreshToken: string;
            refreshExpiresAt: components["schemas"]["Moment"];
            sessionId: components["schemas"]["Uuid"];
            accountId: components["schemas"]["Uuid"];
        };
        SignedMessage: {
            message: string;
            signature: string;
        };
        RefreshRequest: {
            refreshToken: string;
        };
        EndedSessionsAnswer: {
            data: components["schemas"]["EndedSessions"];
            meta: components["schemas"]["PrivateMeta"];
        };
        EndedSessions: {
            ended: number;
        };
        SessionsAnswer: {
            data: components["schemas"]["Session"][];
            meta: components["schemas"]["PrivateMeta"];
        };
        Session: {
            sessionId: components["schemas"]["Uuid"];
            isCurrent: boolean;
            /** @enum {string} */
            method: "wallet" | "password" | "oidc";
            wallet: components["schemas"]["Address"] | null;
            /** @description Untrusted text. */
            userAgent: string | null;
            signedInAt: components["schemas"]["Moment"];
            usedAt: components["schemas"]["Moment"];
            expiresAt: components["schemas"]["Moment"];
        };
        MailSentAnswer: {
            data: components["schemas"]["MailSent"];
            meta: components["schemas"]["PrivateMeta"];
        };
        MailSent: {
            /** @enum {boolean} */
            sent: true;
        };
        EmailAndPassword: {
            /** Format: email */
            email: string;
            /** Format: password */
            password: string;
        };
        ConfirmEmailRequest: {
            secret: string;
            /** Format: password */
            password: string;
        };
        LoginRequest: {
            /** Format: email */
            email: string;
            password: string;
        };
        ForgotPasswordRequest: {
            /** Format: email */
            email: string;
        };
        ResetPasswordRequest: {
            secret: string;
            /** Format: password */
            password: string;
        };
        OwnAccountAnswer: {
            data: components["schemas"]["OwnAccount"];
            meta: components["schemas"]["PrivateMeta"];
        };
        OwnAccount: {
            accountId: components["schemas"]["Uuid"];
            username: string | null;
            /** @description Untrusted text. */
            displayName: string | null;
            email: string | null;
            emailVerifiedAt: components["schemas"]["Moment"] | null;
            /** @enum {string} */
            kycStatus: "none" | "pending" | "verified" | "rejected";
            /** @description 0 to 100; 50 says nothing either way. */
            trustScore: number;
            /** @enum {string} */
            tier: "free" | "paid";
            roles: ("user" | "reviewer" | "admin" | "resolver")[];
            wallets: {
                address: components["schemas"]["Address"];
                /** @enum {string} */
                proof: "key" | "contract";
                linkedAt: components["schemas"]["Moment"];
            }[];
            createdAt: components["schemas"]["Moment"];
            updatedAt: components["schemas"]["Moment"];
        };
        ChangeAccountRequest: {
            username?: string | null;
            displayName?: string | null;
        };
        LinkNonceRequest: {
            address: string;
            origin?: string;
        };
        ChangePage: {
            data: components["schemas"]["Change"][];
            page: {
                /** @description Send it as `after` to go on, now or later. */
                nextAfter: number;
                /** @description Newest sequence, whatever the filter. */
                newestSequence: number;
                /** @description Whether there is a next page already. */
                hasMore: boolean;
                limit: number;
            };
            meta: components["schemas"]["Meta"];
        };
        Change: {
            /** @description Place in the journal: no gaps, never reused. */
            sequence: number;
            status: components["schemas"]["ChangeStatus"];
            /** @description Sequence that first told of the event; its own for a new event and a repair. */
            announcedSequence: number;
            /** @description For a retraction: the sequence that no longer counts; else null. */
            retractsSequence: number | null;
            /** @description `<chainId>-<blockHash>-<logIndex>`, as the activity has it. It and all that only an event has is null for a repair. */
            activityId: string | null;
            chainId: number;
            blockNumber: number | null;
            blockHash: components["schemas"]["Hash"] | null;
            logIndex: number | null;
            txHash: components["schemas"]["Hash"] | null;
            contract: components["schemas"]["Address"] | null;
            /** @enum {string|null} */
            contractKind: "marketplace" | "escrow" | "token" | "agentEscrow" | "entitlement" | null;
            event: string | null;
            /** @description What happened; index.repaired for a repair of the index. */
            kind: string;
            listing: string | null;
            escrow: string | null;
            offer: string | null;
            /** @description Account that sent the transaction. */
            sender: components["schemas"]["Address"] | null;
            actor: components["schemas"]["Address"] | null;
            counterparty: components["schemas"]["Address"] | null;
            /** @description In the payment token of the contract; null for events without an amount. */
            amount: components["schemas"]["Money"] | null;
            /** @description Empty for a repair. */
            args: {
                [key: string]: unknown;
            };
            /** @description Null for an event. */
            repair: components["schemas"]["Repair"] | null;
            /** @description Time of the block; for a repair, when readers had the repaired index. */
            occurredAt: components["schemas"]["Instant"];
            /** @description When the entry was written. */
            recordedAt: components["schemas"]["Instant"];
        };
        /**
         * @description provisional: seen, may still vanish. final: cannot be reverted. retracted: vanished in a reorganisation.
         * @enum {string}
         */
        ChangeStatus: "provisional" | "final" | "retracted";
        StatisticsAnswer: {
            data: components["schemas"]["Statistics"];
            meta: components["schemas"]["Meta"];
        };
        Statistics: {
            /** @description First second that counts. */
            from: components["schemas"]["Instant"];
            /** @description First second that no longer counts. */
            to: components["schemas"]["Instant"];
            /** @enum {string|null} */
            groupBy: "marketplace" | "token" | "verification" | "category" | null;
            groups: {
                /** @description Marketplace or token address, or the level that sellers declared; null if unknown or not grouped. */
                key: string | null;
                statistics: components["schemas"]["Statistic"][];
            }[];
            /** @description Statistics that know nothing of a dimension that was asked for. */
            omitted: ("listings_created" | "active_listings" | "median_ask" | "offers_made" | "offers_accepted" | "offers_rejected" | "offers_cancelled" | "offers_expired" | "offer_acceptance_rate" | "funded_escrows" | "funded_volume" | "sales" | "sale_volume" | "median_sale" | "median_discount" | "value_locked" | "platform_fees" | "stake_locked" | "stake_slashed" | "seconds_to_first_offer_median" | "seconds_to_first_offer_p90" | "seconds_to_acceptance_median" | "seconds_to_acceptance_p90" | "seconds_to_funding_median" | "seconds_to_funding_p90" | "seconds_to_sale_median" | "seconds_to_sale_p90" | "dispute_rate" | "refund_rate" | "handover_timeouts" | "verification_timeouts" | "emergency_exits" | "unique_buyers" | "unique_sellers" | "agent_payments" | "agent_payment_volume" | "agent_payment_fees")[];
        };
        Statistic: {
            /** @enum {string} */
            name: "listings_created" | "active_listings" | "median_ask" | "offers_made" | "offers_accepted" | "offers_rejected" | "offers_cancelled" | "offers_expired" | "offer_acceptance_rate" | "funded_escrows" | "funded_volume" | "sales" | "sale_volume" | "median_sale" | "median_discount" | "value_locked" | "platform_fees" | "stake_locked" | "stake_slashed" | "seconds_to_first_offer_median" | "seconds_to_first_offer_p90" | "seconds_to_acceptance_median" | "seconds_to_acceptance_p90" | "seconds_to_funding_median" | "seconds_to_funding_p90" | "seconds_to_sale_median" | "seconds_to_sale_p90" | "dispute_rate" | "refund_rate" | "handover_timeouts" | "verification_timeouts" | "emergency_exits" | "unique_buyers" | "unique_sellers" | "agent_payments" | "agent_payment_volume" | "agent_payment_fees";
            /** @description Version of the definition: another version may mean another thing. */
            definition: number;
            /**
             * @description `base_units`: money, of one token each.
             * @enum {string}
             */
            unit: "count" | "base_units" | "bps" | "seconds";
            /** @description The number; null for money, and where there is nothing to tell it from. */
            value: number | null;
            /** @description For money: one amount for each token with any; null otherwise. Never added up. */
            amounts: components["schemas"]["Money"][] | null;
        };
        StatisticSeriesAnswer: {
            data: components["schemas"]["StatisticSeries"];
            meta: components["schemas"]["Meta"];
        };
        StatisticSeries: {
            /** @enum {string} */
            name: "listings_created" | "active_listings" | "median_ask" | "offers_made" | "offers_accepted" | "offers_rejected" | "offers_cancelled" | "offers_expired" | "offer_acceptance_rate" | "funded_escrows" | "funded_volume" | "sales" | "sale_volume" | "median_sale" | "median_discount" | "value_locked" | "platform_fees" | "stake_locked" | "stake_slashed" | "seconds_to_first_offer_median" | "seconds_to_first_offer_p90" | "seconds_to_acceptance_median" | "seconds_to_acceptance_p90" | "seconds_to_funding_median" | "seconds_to_funding_p90" | "seconds_to_sale_median" | "seconds_to_sale_p90" | "dispute_rate" | "refund_rate" | "handover_timeouts" | "verification_timeouts" | "emergency_exits" | "unique_buyers" | "unique_sellers" | "agent_payments" | "agent_payment_volume" | "agent_payment_fees";
            /** @description Version of the definition: another version may mean another thing. */
            definition: number;
            /**
             * @description `base_units`: money, of one token each.
             * @enum {string}
             */
            unit: "count" | "base_units" | "bps" | "seconds";
            /** @enum {string} */
            interval: "hour" | "day" | "week" | "month";
            from: components["schemas"]["Instant"];
            to: components["schemas"]["Instant"];
            series: {
                /** @description Token of the amounts, for money. */
                token: components["schemas"]["Address"] | null;
                points: components["schemas"]["StatisticPoint"][];
            }[];
        };
        StatisticPoint: {
            startsAt: components["schemas"]["Instant"];
            /** @description First second of the next step. */
            endsAt: components["schemas"]["Instant"];
            /** @description Whether the step reaches beyond the range or the last indexed block. */
            isPartial: boolean;
            /** @description The number; null for money, and where there is nothing to tell it from. */
            value: number | null;
            /** @description For money; null otherwise. */
            amount: components["schemas"]["Money"] | null;
        };
        StatisticDefinitionsAnswer: {
            data: components["schemas"]["StatisticDefinition"][];
        };
        StatisticDefinition: {
            /** @enum {string} */
            name: "listings_created" | "active_listings" | "median_ask" | "offers_made" | "offers_accepted" | "offers_rejected" | "offers_cancelled" | "offers_expired" | "offer_acceptance_rate" | "funded_escrows" | "funded_volume" | "sales" | "sale_volume" | "median_sale" | "median_discount" | "value_locked" | "platform_fees" | "stake_locked" | "stake_slashed" | "seconds_to_first_offer_median" | "seconds_to_first_offer_p90" | "seconds_to_acceptance_median" | "seconds_to_acceptance_p90" | "seconds_to_funding_median" | "seconds_to_funding_p90" | "seconds_to_sale_median" | "seconds_to_sale_p90" | "dispute_rate" | "refund_rate" | "handover_timeouts" | "verification_timeouts" | "emergency_exits" | "unique_buyers" | "unique_sellers" | "agent_payments" | "agent_payment_volume" | "agent_payment_fees";
            /** @description Version of the definition: another version may mean another thing. */
            definition: number;
            /**
             * @description `base_units`: money, of one token each.
             * @enum {string}
             */
            unit: "count" | "base_units" | "bps" | "seconds";
            /**
             * @description A flow counts what happened in a period; a stock is what there is at its end (`from` does not matter).
             * @enum {string}
             */
            kind: "flow" | "stock";
            /**
             * @description What stands where nothing happened. A stock keeps what it was.
             * @enum {string}
             */
            whenEmpty: "zero" | "null";
            /** @description Filters and groups it knows. */
            dimensions: ("marketplace" | "token" | "verification" | "category")[];
            meaning: string;
            /** @description The same number for analysts; `:from` and `:to` are unix seconds, money has one row for each token. */
            sql: string;
        };
        SolvencyAnswer: {
            data: components["schemas"]["Solvency"][];
            meta: components["schemas"]["Meta"];
        };
        Solvency: {
            contract: components["schemas"]["Address"];
            /** @description Null while the token is unknown. */
            token: components["schemas"]["Address"] | null;
            /**
             * @description Whether the balance covers what is owed; unknown without any balance.
             * @enum {string}
             */
            status: "solvent" | "deficit" | "unknown";
            /**
             * @description The chain's own balance where it could be read, else the sum of transfers.
             * @enum {string|null}
             */
            judgedBy: "chain" | "index" | null;
            /** @description What is owed as of `meta.indexedBlock`. */
            obligations: {
                /** @enum {string} */
                kind: "active_offer" | "created_deposit" | "funded_escrow" | "delivered_escrow" | "transition_retainer" | "disputed_escrow" | "stake" | "agent_payment";
                count: number;
                amount: components["schemas"]["Money"];
            }[];
            /** @description Sum of the obligations. */
            owed: components["schemas"]["Money"];
            /** @description Sum of all indexed transfers; null when the token is not indexed. */
            indexedBalance: components["schemas"]["Money"] | null;
            /** @description `balanceOf` at `comparedAt`. */
            onchainBalance: components["schemas"]["Money"] | null;
            /** @description Why the balance on the chain could not be read. */
            onchainUnavailable: string | null;
            /** @description Block of `balanceOf`: the final one where nothing of the contract changed after it, so that obligations are the same in both; else the indexed block, which a reorganisation may still undo. */
            comparedAt: {
                blockNumber: number;
                /** @enum {string} */
                basis: "final" | "indexed";
                blocksBehindIndex: number;
            };
            /** @description Whether both balances are equal; null when one of them is missing. */
            isIndexExact: boolean | null;
            /** @description What is held beyond all obligations. */
            surplus: components["schemas"]["Money"] | null;
            /** @description What is missing to meet all obligations. */
            deficit: components["schemas"]["Money"] | null;
            /** @description Held but owed to nobody: slashed, forfeited, and surplus without an event. */
            unowed: {
                account: string;
                amount: components["schemas"]["Money"];
            }[];
            /** @description Accounts of which more is owed or was paid than reached them, the largest 20 first. What they miss, less what other accounts have to spare, is the deficit. */
            shortfalls: {
                count: number;
                missing: components["schemas"]["Money"];
                accounts: components["schemas"]["Shortfall"][];
            };
            /** @description Open disputes of confirmed escrows: a resolution will pay out the whole amount although only the retainer is left. */
            atRisk: {
                missing: components["schemas"]["Money"];
                escrows: {
                    id: string;
                    missing: components["schemas"]["Money"];
                }[];
            };
        };
        Shortfall: {
            /** @description As in the ledger. */
            account: string;
            /** @description Public id, for an escrow's account. */
            escrow: string | null;
            /** @description DISPUTE_PAID_AGAIN: resolved on the full amount after most of it had been paid. RECEIVED_LESS_THAN_RECORDED: the token took its share on the way in. PAID_MORE_THAN_RECEIVED: neither explains it. */
            reasons: ("DISPUTE_PAID_AGAIN" | "RECEIVED_LESS_THAN_RECORDED" | "PAID_MORE_THAN_RECEIVED")[];
            received: components["schemas"]["Money"];
            owed: components["schemas"]["Money"];
            /** @description Negative when it was paid out of the money of others. */
            held: components["schemas"]["Money"];
            /** @description What is owed less what is held. */
            missing: components["schemas"]["Money"];
        };
        NewApiKeyAnswer: {
            data: components["schemas"]["NewApiKey"];
            meta: components["schemas"]["PrivateMeta"];
        };
        NewApiKey: {
            keyId: components["schemas"]["Uuid"];
            accountId: components["schemas"]["Uuid"];
            organisationId: components["schemas"]["Uuid"] | null;
            name: string;
            /** @description Beginning of the secret, to tell keys apart. */
            prefix: string;
            scopes: string[];
            /**
             * @description Plan that its calls are counted by, if the account has that plan as well.
             * @enum {string}
             */
            tier: "free" | "paid";
            /** @enum {string} */
            status: "good" | "over" | "revoked";
            /** @description Key whose successor it is. */
            replaces: components["schemas"]["Uuid"] | null;
            createdAt: components["schemas"]["Moment"];
            /** @description To some seconds. */
            lastUsedAt: components["schemas"]["Moment"] | null;
            /** @description Null for a key that does not end. */
            expiresAt: components["schemas"]["Moment"] | null;
            revokedAt: components["schemas"]["Moment"] | null;
            /** @description Send it as `X-API-Key` or as a bearer token. It is shown once and stored nowhere. */
            secret: string;
        };
        NewKeyRequest: {
            name: string;
            /** @description All of them unless given; a key without an account has its own. */
            scopes?: ("account:read" | "account:write" | "keys:read" | "listings:write" | "uploads:write" | "jobs:write" | "webhooks:write")[];
            expiresInDays?: number;
        };
        ApiKeysAnswer: {
            data: components["schemas"]["ApiKey"][];
            meta: components["schemas"]["PrivateMeta"];
        };
        ApiKey: {
            keyId: components["schemas"]["Uuid"];
            accountId: components["schemas"]["Uuid"];
            organisationId: components["schemas"]["Uuid"] | null;
            name: string;
            /** @description Beginning of the secret, to tell keys apart. */
            prefix: string;
            scopes: string[];
            /**
             * @description Plan that its calls are counted by, if the account has that plan as well.
             * @enum {string}
             */
            tier: "free" | "paid";
            /** @enum {string} */
            status: "good" | "over" | "revoked";
            /** @description Key whose successor it is. */
            replaces: components["schemas"]["Uuid"] | null;
            createdAt: components["schemas"]["Moment"];
            /** @description To some seconds. */
            lastUsedAt: components["schemas"]["Moment"] | null;
            /** @description Null for a key that does not end. */
            expiresAt: components["schemas"]["Moment"] | null;
            revokedAt: components["schemas"]["Moment"] | null;
        };
        KeyUsageAnswer: {
            data: components["schemas"]["KeyUsage"][];
            meta: components["schemas"]["PrivateMeta"];
        };
        KeyUsage: {
            /** @description In UTC. */
            day: string;
            route: string;
            requests: number;
            /** @description Those of them that a problem answered. */
            failures: number;
        };
        RotatedKeyAnswer: {
            data: components["schemas"]["NewApiKey"];
            meta: components["schemas"]["PrivateMeta"];
        };
        RotateKeyRequest: {
            /**
             * @description How long the old key goes on beside the new one.
             * @default 86400
             */
            overlapSeconds: number;
        };
        RevokedKeyAnswer: {
            data: components["schemas"]["ApiKey"];
            meta: components["schemas"]["PrivateMeta"];
        };
        LimitsAnswer: {
            data: components["schemas"]["Limit"][];
            meta: components["schemas"]["PrivateMeta"];
        };
        Limit: {
            name: string;
            /** @description What is counted. */
            meaning: string;
            /**
             * @description Whose requests.
             * @enum {string}
             */
            subject: "address" | "account" | "key";
            /** @description Requests in one window; 0 is no limit. */
            quota: number;
            windowSeconds: number;
            /** @description Left to whoever asks; null for a limit that does not count him. */
            remaining: number | null;
            /** @description Until the window ends. */
            resetSeconds: number | null;
        };
        FlagPage: {
            data: components["schemas"]["Flag"][];
            page: {
                nextCursor: string | null;
                /** @description These lists go one way. */
                prevCursor: null;
                /** @description Whether there is a next page. */
                hasMore: boolean;
                limit: number;
            };
            meta: components["schemas"]["PrivateMeta"];
        };
        Flag: {
            flagId: components["schemas"]["Uuid"];
            subject: {
                /** @enum {string} */
                kind: "listing" | "account" | "wallet";
                id: string;
            };
            /** @description Reviewer; null when the account is gone. */
            author: components["schemas"]["Uuid"] | null;
            /** @enum {string} */
            reason: "spam" | "fraud" | "stolen" | "illegal" | "misleading" | "abuse" | "other";
            explanation: string;
            /** @description Links and ids that show it. */
            evidence: string[];
            /** @enum {string} */
            status: "open" | "appealed" | "upheld" | "lifted";
            createdAt: components["schemas"]["Moment"];
            /** @description What whoever it is about has answered. */
            appeal: {
                by: components["schemas"]["Uuid"] | null;
                text: string;
                at: components["schemas"]["Moment"];
            } | null;
            decision: {
                by: components["schemas"]["Uuid"] | null;
                text: string;
                at: components["schemas"]["Moment"];
            } | null;
        };
        NewFlagAnswer: {
            data: components["schemas"]["Flag"];
            meta: components["schemas"]["PrivateMeta"];
        };
        NewFlagRequest: {
            subject: {
                /** @enum {string} */
                kind: "listing" | "account" | "wallet";
                id: string;
            };
            /** @enum {string} */
            reason: "spam" | "fraud" | "stolen" | "illegal" | "misleading" | "abuse" | "other";
            explanation: string;
            /** @default [] */
            evidence: string[];
        };
        AppealAnswer: {
            data: components["schemas"]["Flag"];
            meta: components["schemas"]["PrivateMeta"];
        };
        AppealRequest: {
            appeal: string;
        };
        FlagDecisionAnswer: {
            data: components["schemas"]["Flag"];
            meta: components["schemas"]["PrivateMeta"];
        };
        FlagDecisionRequest: {
            /** @enum {string} */
            status: "upheld" | "lifted";
            decision: string;
        };
        AdminAccountPage: {
            data: components["schemas"]["AdminAccount"][];
            page: {
                nextCursor: string | null;
                /** @description These lists go one way. */
                prevCursor: null;
                /** @description Whether there is a next page. */
                hasMore: boolean;
                limit: number;
            };
            meta: components["schemas"]["PrivateMeta"];
        };
        AdminAccount: {
            accountId: components["schemas"]["Uuid"];
            username: string | null;
            /** @description Untrusted text. */
            displayName: string | null;
            email: string | null;
            wallets: components["schemas"]["Address"][];
            /** @description Everybody is a user as well. */
            roles: ("reviewer" | "admin" | "resolver")[];
            /** @enum {string} */
            tier: "free" | "paid";
            /** @enum {string} */
            kycStatus: "none" | "pending" | "verified" | "rejected";
            /** @description 0 to 100. */
            trustScore: number;
            ban: {
                at: components["schemas"]["Moment"];
                reason: string;
            } | null;
            createdAt: components["schemas"]["Moment"];
        };
        AdminAccountAnswer: {
            data: components["schemas"]["AdminAccount"];
            meta: components["schemas"]["PrivateMeta"];
        };
        ChangedAccountAnswer: {
            data: components["schemas"]["AdminAccount"];
            meta: components["schemas"]["PrivateMeta"];
        };
        AccountDecisionRequest: {
            /** @enum {string} */
            tier?: "free" | "paid";
            /** @description All roles that the account is to have. */
            roles?: ("reviewer" | "admin" | "resolver")[];
            /** @description Shuts the account out, and tells it why; null lets it in again. */
            banReason?: string | null;
        };
        AdminKeysAnswer: {
            data: components["schemas"]["ApiKey"][];
            meta: components["schemas"]["PrivateMeta"];
        };
        AdminRevokedKeyAnswer: {
            data: components["schemas"]["ApiKey"];
            meta: components["schemas"]["PrivateMeta"];
        };
        SettingAnswer: {
            data: components["schemas"]["Setting"];
            meta: components["schemas"]["PrivateMeta"];
        };
        Setting: {
            /** @enum {string} */
            name: "limits";
            meaning: string;
            /** @description 0 while nobody has changed it. */
            version: number;
            value: {
                [key: string]: unknown;
            };
            updatedBy: components["schemas"]["Uuid"] | null;
            updatedAt: components["schemas"]["Moment"] | null;
        };
        ChangedSettingAnswer: {
            data: components["schemas"]["Setting"];
            meta: components["schemas"]["PrivateMeta"];
        };
        SettingRequest: {
            /** @description Version that was read before. */
            version: number;
            value: {
                [key: string]: unknown;
            };
        };
        AuditPage: {
            data: components["schemas"]["AuditEntry"][];
            page: {
                nextCursor: string | null;
                /** @description These lists go one way. */
                prevCursor: null;
                /** @description Whether there is a next page. */
                hasMore: boolean;
                limit: number;
            };
            meta: components["schemas"]["PrivateMeta"];
        };
        AuditEntry: {
            /** @description Counts the entries. */
            sequence: string;
            at: components["schemas"]["Moment"];
            actor: {
                /** @enum {string} */
                kind: "anonymous" | "account" | "system";
                accountId: components["schemas"]["Uuid"] | null;
                /** @description How it said who it is, with the id that names it. */
                credential: string | null;
            };
            action: string;
            entity: string;
            entityId: string;
            before: {
                [key: string]: unknown;
            } | null;
            after: {
                [key: string]: unknown;
            } | null;
            requestId: string | null;
            /** @description Address, of IPv6 the /64. */
            client: string | null;
            /** @description Untrusted text. */
            userAgent: string | null;
            /** @description SHA-256 over the entry and the hash before it. */
            hash: string;
        };
        AuditVerdictAnswer: {
            data: components["schemas"]["AuditVerdict"];
            meta: components["schemas"]["PrivateMeta"];
        };
        AuditVerdict: {
            /** @description Whether every entry looked at is as it was. */
            isWhole: boolean;
            /** @description Entries that were looked at. */
            checked: string;
            /** @description Go on with `after`. */
            lastSequence: string;
            /** @description Keep it elsewhere: a log that was rewritten as a whole has another one. */
            lastHash: string | null;
            brokenAt: string | null;
            fault: string | null;
        };
        StatusAnswer: {
            data: components["schemas"]["Status"];
            meta: components["schemas"]["Meta"];
        };
        Status: {
            network: string;
            chainId: number;
            release: {
                schema: string;
                buildId: string;
                publishedAt: components["schemas"]["Instant"] | null;
            };
            /** @description Whether the indexer has caught up. */
            isLive: boolean;
            /** @description Blocks from the head to the safe one. */
            safeDepth: number | null;
            /** @description Blocks from the head to the final one. */
            finalDepth: number | null;
            /** @description When a node was last asked. */
            headSeenAt: components["schemas"]["Instant"] | null;
            /** @description Logs that no handler covers and nobody has decided about. */
            undecidedLogCount: number;
            /** @description Whether every check of readiness passes. */
            isTrusted: boolean;
            /** @description The checks that fail, with what was seen. */
            doubts: components["schemas"]["ReadyCheck"][];
            /** @description When a new block was last seen. */
            chainMovedAt: components["schemas"]["Instant"] | null;
            /** @description The last comparison of all rows with the contracts' own views. */
            stateAudit: components["schemas"]["StateAudit"] | null;
            /** @description What the verifying gateway thinks of its providers; empty without one. */
            providers: components["schemas"]["RpcProvider"][];
            /** @description Blocks whose logs are proved, newest first; what is not listed is believed. */
            provedRanges: components["schemas"]["ProvedRange"][];
        };
        ReadyCheck: {
            name: string;
            isOk: boolean;
            /** @description What was seen. */
            detail: string;
        };
        RpcProvider: {
            host: string;
            isBenched: boolean;
            /** @description Why it was last benched. */
            reason: string | null;
            benchCount: number;
            /** @description Answers that did not verify. */
            refusedCount: number;
            headBlock: number | null;
        };
        ProvedRange: {
            /** @enum {string} */
            proof: "live" | "carrying" | "complete";
            fromBlock: number;
            toBlock: number;
        };
        ContractsAnswer: {
            data: {
                network: string;
                chainId: number;
                contracts: components["schemas"]["DeployedContract"][];
            };
            meta: components["schemas"]["Meta"];
        };
        DeployedContract: {
            /** @enum {string} */
            kind: "marketplace" | "escrow" | "token" | "agentEscrow" | "entitlement";
            /**
             * @description Of its code at the start block.
             * @enum {string}
             */
            generation: "M1" | "M2" | "M3" | "E0" | "E1" | "E2a" | "E2b" | "E2c" | "E2d" | "E3" | "standard";
            address: components["schemas"]["Address"];
            /** @description First block in which it is looked for. */
            startBlock: number;
            /** @description Payment token. */
            token: components["schemas"]["Address"] | null;
            /** @description Marketplace of an escrow. */
            marketplace: components["schemas"]["Address"] | null;
            /** @description As of the last indexed event; null before the first one. */
            current: components["schemas"]["ContractSettings"] | null;
        };
        Health: {
            /** @enum {string} */
            status: "ok";
        };
        Ready: {
            isReady: boolean;
            checks: components["schemas"]["ReadyCheck"][];
        };
        ProblemKind: {
            code: string;
            title: string;
            status: number;
            meaning: string;
            fix: string;
            isRetryable: boolean;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    checkAccess: {
        parameters: {
            query: {
                /** @description Account that wants to use the agent. */
                account: string;
                /** @description Agent as an entitlement contract numbers it, `<chainId>-<entitlement contract>-<agent>`, or its number alone where only one such contract is configured. */
                agent: string;
                /** @description Wait up to 5 seconds until this block is indexed, else 409 NOT_YET_INDEXED. */
                minBlock?: number;
                /** @description Wait up to 5 seconds until this transaction is indexed, else 409 NOT_YET_INDEXED. */
                afterTx?: string;
                /** @description Seconds that the index may be behind the head, else 503 INDEX_BEHIND. */
                maxLag?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Whether, and why not */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessCheckAnswer"];
                };
            };
            /** @description INVALID_REQUEST: The request has mistakes. INVALID_ID: The id cannot be read. AMBIGUOUS_ID: The number alone names several things. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_YET_INDEXED: The index has not come that far. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: Too many requests from this address. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INDEX_BEHIND: The index is further behind than you accept. NOT_PUBLISHED: There is no index to read yet. DATABASE_UNAVAILABLE: The database cannot be reached. QUERY_TIMEOUT: The database took too long. OVERLOADED: The service has more to do than it can. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listListings: {
        parameters: {
            query?: {
                /** @description Words of the title, or of category, tags and description: all must be found, whole or by their beginning, in the title also nearly so. Case, accents and punctuation do not count. A new listing is found a moment after it is indexed. 16 different words at most, with a letter or a digit. */
                q?: string;
                /** @description State stored by the contract. Several words are separated by commas. */
                state?: ("active" | "pending" | "completed" | "cancelled" | "disputed" | "paused")[];
                /** @description Whether it can be bought. Several words are separated by commas. */
                availability?: ("for_sale" | "under_offer" | "in_escrow" | "sold" | "disputed" | "paused" | "cancelled")[];
                /** @description Account that offers the business. */
                seller?: string;
                /** @description Marketplace that holds the listing. */
                marketplace?: string;
                /** @description Payment token. */
                token?: string;
                /** @description Lowest asking price in token base units. */
                minPrice?: string;
                /** @description Highest asking price in token base units. */
                maxPrice?: string;
                /** @description Level that the seller declared: not a verification. */
                declaredVerification?: "basic" | "standard" | "enhanced";
                /** @description Whether the agent confirmed the build id. */
                isBuildVerified?: boolean;
                /** @description Created at this time or later. */
                createdAfter?: string;
                /** @description Created before this time. */
                createdBefore?: string;
                /** @description Changed at this time or later. */
                updatedSince?: string;
                /** @description Kind of business; a listing has one or none. Several names are separated by commas. */
                category?: string[];
                /** @description Whether an offer on it is active. */
                hasOffer?: boolean;
                /** @description Fewest active offers. */
                minOffers?: number;
                /** @description Order of the list; newest unless given, or relevance with q. Without q there is no relevance. */
                sort?: "newest" | "oldest" | "price_asc" | "price_desc" | "updated" | "most_offers" | "highest_offer" | "relevance";
                /** @description 1 to 50 ids, separated by commas: answers with these rows in this order, and with `errors` for those that cannot be answered. Only `include` may stand beside it. */
                ids?: string[];
                /** @description Related rows to answer with, in `included`. Several words are separated by commas. */
                include?: ("offers" | "escrows" | "prices" | "seller" | "activity")[];
                /** @description Rows on a page, 1 to 100; 20 unless given. */
                limit?: number;
                /** @description `page.nextCursor` or `page.prevCursor` of an earlier answer. */
                cursor?: string;
                /** @description Wait up to 5 seconds until this block is indexed, else 409 NOT_YET_INDEXED. */
                minBlock?: number;
                /** @description Wait up to 5 seconds until this transaction is indexed, else 409 NOT_YET_INDEXED. */
                afterTx?: string;
                /** @description Seconds that the index may be behind the head, else 503 INDEX_BEHIND. */
                maxLag?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page, or the rows that ids names */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListingPage"];
                };
            };
            /** @description INVALID_REQUEST: The request has mistakes. INVALID_ID: The id cannot be read. AMBIGUOUS_ID: The number alone names several things. INVALID_CURSOR: The cursor cannot be read. CURSOR_MISMATCH: The cursor belongs to another list. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_YET_INDEXED: The index has not come that far. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: Too many requests from this address. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INDEX_BEHIND: The index is further behind than you accept. NOT_PUBLISHED: There is no index to read yet. DATABASE_UNAVAILABLE: The database cannot be reached. QUERY_TIMEOUT: The database took too long. SEARCH_NOT_READY: Search is not ready yet. OVERLOADED: The service has more to do than it can. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getListing: {
        parameters: {
            query?: {
                /** @description Related rows to answer with, in `included`. Several words are separated by commas. */
                include?: ("offers" | "escrows" | "prices" | "seller" | "activity")[];
                /** @description Wait up to 5 seconds until this block is indexed, else 409 NOT_YET_INDEXED. */
                minBlock?: number;
                /** @description Wait up to 5 seconds until this transaction is indexed, else 409 NOT_YET_INDEXED. */
                afterTx?: string;
                /** @description Seconds that the index may be behind the head, else 503 INDEX_BEHIND. */
                maxLag?: number;
            };
            header?: never;
            path: {
                /** @description Public id `<chainId>-<contract>-<number>`, or the number alone where only one contract of the kind is configured. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The row */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListingAnswer"];
                };
            };
            /** @description INVALID_REQUEST: The request has mistakes. INVALID_ID: The id cannot be read. AMBIGUOUS_ID: The number alone names several things. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description LISTING_NOT_FOUND: There is no such listing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_YET_INDEXED: The index has not come that far. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: Too many requests from this address. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INDEX_BEHIND: The index is further behind than you accept. NOT_PUBLISHED: There is no index to read yet. DATABASE_UNAVAILABLE: The database cannot be reached. QUERY_TIMEOUT: The database took too long. OVERLOADED: The service has more to do than it can. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPrices: {
        parameters: {
            query?: {
                /** @description Listing that the price is for: public id, or its number alone. */
                listing?: string;
                /** @description Changed at this time or later. */
                since?: string;
                /** @description Changed before this time. */
                until?: string;
                /** @description Order of the list; newest unless given. */
                sort?: "newest" | "oldest";
                /** @description 1 to 50 ids, separated by commas: answers with these rows in this order, and with `errors` for those that cannot be answered. Only `include` may stand beside it. */
                ids?: string[];
                /** @description Rows on a page, 1 to 100; 20 unless given. */
                limit?: number;
                /** @description `page.nextCursor` or `page.prevCursor` of an earlier answer. */
                cursor?: string;
                /** @description Wait up to 5 seconds until this block is indexed, else 409 NOT_YET_INDEXED. */
                minBlock?: number;
                /** @description Wait up to 5 seconds until this transaction is indexed, else 409 NOT_YET_INDEXED. */
                afterTx?: string;
                /** @description Seconds that the index may be behind the head, else 503 INDEX_BEHIND. */
                maxLag?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page, or the rows that ids names */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PricePage"];
                };
            };
            /** @description INVALID_REQUEST: The request has mistakes. INVALID_ID: The id cannot be read. AMBIGUOUS_ID: The number alone names several things. INVALID_CURSOR: The cursor cannot be read. CURSOR_MISMATCH: The cursor belongs to another list. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_YET_INDEXED: The index has not come that far. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: Too many requests from this address. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INDEX_BEHIND: The index is further behind than you accept. NOT_PUBLISHED: There is no index to read yet. DATABASE_UNAVAILABLE: The database cannot be reached. QUERY_TIMEOUT: The database took too long. OVERLOADED: The service has more to do than it can. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPrice: {
        parameters: {
            query?: {
                /** @description Wait up to 5 seconds until this block is indexed, else 409 NOT_YET_INDEXED. */
                minBlock?: number;
                /** @description Wait up to 5 seconds until this transaction is indexed, else 409 NOT_YET_INDEXED. */
                afterTx?: string;
                /** @description Seconds that the index may be behind the head, else 503 INDEX_BEHIND. */
                maxLag?: number;
            };
            header?: never;
            path: {
                /** @description Id of a price, `<listing>-<blockNumber>-<logIndex>`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The row */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PriceAnswer"];
                };
            };
            /** @description INVALID_REQUEST: The request has mistakes. INVALID_ID: The id cannot be read. AMBIGUOUS_ID: The number alone names several things. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description PRICE_NOT_FOUND: There is no such price. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_YET_INDEXED: The index has not come that far. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: Too many requests from this address. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INDEX_BEHIND: The index is further behind than you accept. NOT_PUBLISHED: There is no index to read yet. DATABASE_UNAVAILABLE: The database cannot be reached. QUERY_TIMEOUT: The database took too long. OVERLOADED: The service has more to do than it can. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOffers: {
        parameters: {
            query?: {
                /** @description Listing that the offer is for: public id, or its number alone. */
                listing?: string;
                /** @description Account that made the offer. */
                buyer?: string;
                /** @description Account that offers the business. */
                seller?: string;
                /** @description State stored by the contract. Several words are separated by commas. */
                state?: ("active" | "accepted" | "rejected" | "cancelled")[];
                /** @description Lowest price in token base units. */
                minPrice?: string;
                /** @description Highest price in token base units. */
                maxPrice?: string;
                /** @description Expires before this time, whatever its state. */
                expiresBefore?: string;
                /** @description Order of the list; newest unless given. */
                sort?: "newest" | "oldest" | "price_asc" | "price_desc" | "expiring" | "updated";
                /** @description 1 to 50 ids, separated by commas: answers with these rows in this order, and with `errors` for those that cannot be answered. Only `include` may stand beside it. */
                ids?: string[];
                /** @description Related rows to answer with, in `included`. Several words are separated by commas. */
                include?: ("listing" | "escrow")[];
                /** @description Rows on a page, 1 to 100; 20 unless given. */
                limit?: number;
                /** @description `page.nextCursor` or `page.prevCursor` of an earlier answer. */
                cursor?: string;
                /** @description Wait up to 5 seconds until this block is indexed, else 409 NOT_YET_INDEXED. */
                minBlock?: number;
                /** @description Wait up to 5 seconds until this transaction is indexed, else 409 NOT_YET_INDEXED. */
                afterTx?: string;
                /** @description Seconds that the index may be behind the head, else 503 INDEX_BEHIND. */
                maxLag?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page, or the rows that ids names */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfferPage"];
                };
            };
            /** @description INVALID_REQUEST: The request has mistakes. INVALID_ID: The id cannot be read. AMBIGUOUS_ID: The number alone names several things. INVALID_CURSOR: The cursor cannot be read. CURSOR_MISMATCH: The cursor belongs to another list. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_YET_INDEXED: The index has not come that far. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: Too many requests from this address. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INDEX_BEHIND: The index is further behind than you accept. NOT_PUBLISHED: There is no index to read yet. DATABASE_UNAVAILABLE: The database cannot be reached. QUERY_TIMEOUT: The database took too long. OVERLOADED: The service has more to do than it can. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOffer: {
        parameters: {
            query?: {
                /** @description Related rows to answer with, in `included`. Several words are separated by commas. */
                include?: ("listing" | "escrow")[];
                /** @description Wait up to 5 seconds until this block is indexed, else 409 NOT_YET_INDEXED. */
                minBlock?: number;
                /** @description Wait up to 5 seconds until this transaction is indexed, else 409 NOT_YET_INDEXED. */
                afterTx?: string;
                /** @description Seconds that the index may be behind the head, else 503 INDEX_BEHIND. */
                maxLag?: number;
            };
            header?: never;
            path: {
                /** @description Public id `<chainId>-<contract>-<number>`, or the number alone where only one contract of the kind is configured. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The row */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfferAnswer"];
                };
            };
            /** @description INVALID_REQUEST: The request has mistakes. INVALID_ID: The id cannot be read. AMBIGUOUS_ID: The number alone names several things. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OFFER_NOT_FOUND: There is no such offer. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_YET_INDEXED: The index has not come that far. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: Too many requests from this address. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INDEX_BEHIND: The index is further behind than you accept. NOT_PUBLISHED: There is no index to read yet. DATABASE_UNAVAILABLE: The database cannot be reached. QUERY_TIMEOUT: The database took too long. OVERLOADED: The service has more to do than it can. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listEscrows: {
        parameters: {
            query?: {
                /** @description Listing that is bought: public id, or its number alone. */
                listing?: string;
                /** @description Account that pays. */
                buyer?: string;
                /** @description Account that sells. */
                seller?: string;
                /** @description Account that pays or sells. */
                account?: string;
                /** @description Marketplace of the listing. */
                marketplace?: string;
                /** @description Escrow contract. */
                contract?: string;
                /** @description How it was opened. */
                origin?: "direct" | "offer";
                /** @description State stored by the contract. Several words are separated by commas. */
                state?: ("created" | "funded" | "delivered" | "confirmed" | "transition" | "disputed" | "resolved" | "completed" | "refunded" | "expired" | "emergency")[];
                /** @description Awaits delivery or confirmation, with its deadline before this time. */
                deadlineBefore?: string;
                /** @description Changed at this time or later. */
                updatedSince?: string;
                /** @description Order of the list; newest unless given. */
                sort?: "newest" | "oldest" | "updated" | "amount_desc" | "handover_deadline" | "verify_deadline";
                /** @description 1 to 50 ids, separated by commas: answers with these rows in this order, and with `errors` for those that cannot be answered. Only `include` may stand beside it. */
                ids?: string[];
                /** @description Related rows to answer with, in `included`. Several words are separated by commas. */
                include?: ("listing" | "offer" | "timeline" | "ledger" | "dispute" | "hold")[];
                /** @description Rows on a page, 1 to 100; 20 unless given. */
                limit?: number;
                /** @description `page.nextCursor` or `page.prevCursor` of an earlier answer. */
                cursor?: string;
                /** @description Wait up to 5 seconds until this block is indexed, else 409 NOT_YET_INDEXED. */
                minBlock?: number;
                /** @description Wait up to 5 seconds until this transaction is indexed, else 409 NOT_YET_INDEXED. */
                afterTx?: string;
                /** @description Seconds that the index may be behind the head, else 503 INDEX_BEHIND. */
                maxLag?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page, or the rows that ids names */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EscrowPage"];
                };
            };
            /** @description INVALID_REQUEST: The request has mistakes. INVALID_ID: The id cannot be read. AMBIGUOUS_ID: The number alone names several things. INVALID_CURSOR: The cursor cannot be read. CURSOR_MISMATCH: The cursor belongs to another list. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_YET_INDEXED: The index has not come that far. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: Too many requests from this address. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INDEX_BEHIND: The index is further behind than you accept. NOT_PUBLISHED: There is no index to read yet. DATABASE_UNAVAILABLE: The database cannot be reached. QUERY_TIMEOUT: The database took too long. OVERLOADED: The service has more to do than it can. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getEscrow: {
        parameters: {
            query?: {
                /** @description Related rows to answer with, in `included`. Several words are separated by commas. */
                include?: ("listing" | "offer" | "timeline" | "ledger" | "dispute" | "hold")[];
                /** @description Wait up to 5 seconds until this block is indexed, else 409 NOT_YET_INDEXED. */
                minBlock?: number;
                /** @description Wait up to 5 seconds until this transaction is indexed, else 409 NOT_YET_INDEXED. */
                afterTx?: string;
                /** @description Seconds that the index may be behind the head, else 503 INDEX_BEHIND. */
                maxLag?: number;
            };
            header?: never;
            path: {
                /** @description Public id `<chainId>-<contract>-<number>`, or the number alone where only one contract of the kind is configured. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The row */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EscrowAnswer"];
                };
            };
            /** @description INVALID_REQUEST: The request has mistakes. INVALID_ID: The id cannot be read. AMBIGUOUS_ID: The number alone names several things. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description ESCROW_NOT_FOUND: There is no such escrow. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_YET_INDEXED: The index has not come that far. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: Too many requests from this address. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INDEX_BEHIND: The index is further behind than you accept. NOT_PUBLISHED: There is no index to read yet. DATABASE_UNAVAILABLE: The database cannot be reached. QUERY_TIMEOUT: The database took too long. OVERLOADED: The service has more to do than it can. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDisputes: {
        parameters: {
            query?: {
                /** @description Open until the owner resolves it, or ejects the escrow: then nobody ever will. */
                state?: "open" | "resolved" | "ejected";
                /** @description Account that raised it; nobody for a reported issue. */
                initiator?: string;
                /** @description Account that pays or sells. */
                account?: string;
                /** @description How it began. */
                origin?: "raised" | "transition_issue";
                /** @description Kind of dispute. Several words are separated by commas. */
                type?: ("credential_mismatch" | "metric_fraud" | "non_delivery" | "quality_dispute")[];
                /** @description Outcome. Several words are separated by commas. */
                resolution?: ("pending" | "full_refund" | "partial_refund" | "release_to_seller" | "split")[];
                /** @description Escrow that is disputed: public id, or its number alone. */
                escrow?: string;
                /** @description Escrow contract. */
                contract?: string;
                /** @description Last second for a response before this time. */
                respondBefore?: string;
                /** @description Order of the list; newest unless given. */
                sort?: "newest" | "oldest" | "response_deadline";
                /** @description 1 to 50 ids, separated by commas: answers with these rows in this order, and with `errors` for those that cannot be answered. Only `include` may stand beside it. */
                ids?: string[];
                /** @description Related rows to answer with, in `included`. Several words are separated by commas. */
                include?: "escrow"[];
                /** @description Rows on a page, 1 to 100; 20 unless given. */
                limit?: number;
                /** @description `page.nextCursor` or `page.prevCursor` of an earlier answer. */
                cursor?: string;
                /** @description Wait up to 5 seconds until this block is indexed, else 409 NOT_YET_INDEXED. */
                minBlock?: number;
                /** @description Wait up to 5 seconds until this transaction is indexed, else 409 NOT_YET_INDEXED. */
                afterTx?: string;
                /** @description Seconds that the index may be behind the head, else 503 INDEX_BEHIND. */
                maxLag?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page, or the rows that ids names */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DisputePage"];
                };
            };
            /** @description INVALID_REQUEST: The request has mistakes. INVALID_ID: The id cannot be read. AMBIGUOUS_ID: The number alone names several things. INVALID_CURSOR: The cursor cannot be read. CURSOR_MISMATCH: The cursor belongs to another list. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_YET_INDEXED: The index has not come that far. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: Too many requests from this address. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INDEX_BEHIND: The index is further behind than you accept. NOT_PUBLISHED: There is no index to read yet. DATABASE_UNAVAILABLE: The database cannot be reached. QUERY_TIMEOUT: The database took too long. OVERLOADED: The service has more to do than it can. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDispute: {
        parameters: {
            query?: {
                /** @description Related rows to answer with, in `included`. Several words are separated by commas. */
                include?: "escrow"[];
                /** @description Wait up to 5 seconds until this block is indexed, else 409 NOT_YET_INDEXED. */
                minBlock?: number;
                /** @description Wait up to 5 seconds until this transaction is indexed, else 409 NOT_YET_INDEXED. */
                afterTx?: string;
                /** @description Seconds that the index may be behind the head, else 503 INDEX_BEHIND. */
                maxLag?: number;
            };
            header?: never;
            path: {
                /** @description Public id `<chainId>-<contract>-<number>`, or the number alone where only one contract of the kind is configured. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The row */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DisputeAnswer"];
                };
            };
            /** @description INVALID_REQUEST: The request has mistakes. INVALID_ID: The id cannot be read. AMBIGUOUS_ID: The number alone names several things. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description DISPUTE_NOT_FOUND: There is no such dispute. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_YET_INDEXED: The index has not come that far. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: Too many requests from this address. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INDEX_BEHIND: The index is further behind than you accept. NOT_PUBLISHED: There is no index to read yet. DATABASE_UNAVAILABLE: The database cannot be reached. QUERY_TIMEOUT: The database took too long. OVERLOADED: The service has more to do than it can. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listHolds: {
        parameters: {
            query?: {
                /** @description What became of the retainer. Several words are separated by commas. */
                state?: ("open" | "disputed" | "released" | "ended")[];
                /** @description Account that pays or sells. */
                account?: string;
                /** @description Escrow that the retainer belongs to: public id, or its number alone. */
                escrow?: string;
                /** @description Escrow contract. */
                contract?: string;
                /** @description First second to claim it before this time. */
                releaseBefore?: string;
                /** @description Order of the list; newest unless given. */
                sort?: "newest" | "oldest" | "release";
                /** @description 1 to 50 ids, separated by commas: answers with these rows in this order, and with `errors` for those that cannot be answered. Only `include` may stand beside it. */
                ids?: string[];
                /** @description Related rows to answer with, in `included`. Several words are separated by commas. */
                include?: "escrow"[];
                /** @description Rows on a page, 1 to 100; 20 unless given. */
                limit?: number;
                /** @description `page.nextCursor` or `page.prevCursor` of an earlier answer. */
                cursor?: string;
                /** @description Wait up to 5 seconds until this block is indexed, else 409 NOT_YET_INDEXED. */
                minBlock?: number;
                /** @description Wait up to 5 seconds until this transaction is indexed, else 409 NOT_YET_INDEXED. */
                afterTx?: string;
                /** @description Seconds that the index may be behind the head, else 503 INDEX_BEHIND. */
                maxLag?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page, or the rows that ids names */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HoldPage"];
                };
            };
            /** @description INVALID_REQUEST: The request has mistakes. INVALID_ID: The id cannot be read. AMBIGUOUS_ID: The number alone names several things. INVALID_CURSOR: The cursor cannot be read. CURSOR_MISMATCH: The cursor belongs to another list. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_YET_INDEXED: The index has not come that far. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: Too many requests from this address. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INDEX_BEHIND: The index is further behind than you accept. NOT_PUBLISHED: There is no index to read yet. DATABASE_UNAVAILABLE: The database cannot be reached. QUERY_TIMEOUT: The database took too long. OVERLOADED: The service has more to do than it can. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getHold: {
        parameters: {
            query?: {
                /** @description Related rows to answer with, in `included`. Several words are separated by commas. */
                include?: "escrow"[];
                /** @description Wait up to 5 seconds until this block is indexed, else 409 NOT_YET_INDEXED. */
                minBlock?: number;
                /** @description Wait up to 5 seconds until this transaction is indexed, else 409 NOT_YET_INDEXED. */
                afterTx?: string;
                /** @description Seconds that the index may be behind the head, else 503 INDEX_BEHIND. */
                maxLag?: number;
            };
            header?: never;
            path: {
                /** @description Public id `<chainId>-<contract>-<number>`, or the number alone where only one contract of the kind is configured. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The row */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HoldAnswer"];
                };
            };
            /** @description INVALID_REQUEST: The request has mistakes. INVALID_ID: The id cannot be read. AMBIGUOUS_ID: The number alone names several things. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description HOLD_NOT_FOUND: There is no such hold. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_YET_INDEXED: The index has not come that far. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: Too many requests from this address. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INDEX_BEHIND: The index is further behind than you accept. NOT_PUBLISHED: There is no index to read yet. DATABASE_UNAVAILABLE: The database cannot be reached. QUERY_TIMEOUT: The database took too long. OVERLOADED: The service has more to do than it can. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSellers: {
        parameters: {
            query?: {
                /** @description Account of the seller. */
                account?: string;
                /** @description Marketplace concerned. */
                marketplace?: string;
                /** @description Whether the contract counts the seller as active. */
                isActive?: boolean;
                /** @description Whether the contract has paused the seller. */
                isPaused?: boolean;
                /** @description Whether the seller joined the genesis programme. */
                isGenesis?: boolean;
                /** @description Whether a stake is on record; a genesis seller may have none. */
                hasStake?: boolean;
                /** @description Last sign of life before this time, or none. */
                heartbeatBefore?: string;
                /** @description Order of the list; newest unless given. */
                sort?: "newest" | "oldest" | "heartbeat" | "sales" | "listings";
                /** @description 1 to 50 ids, separated by commas: answers with these rows in this order, and with `errors` for those that cannot be answered. Only `include` may stand beside it. */
                ids?: string[];
                /** @description Related rows to answer with, in `included`. Several words are separated by commas. */
                include?: ("listings" | "sales")[];
                /** @description Rows on a page, 1 to 100; 20 unless given. */
                limit?: number;
                /** @description `page.nextCursor` or `page.prevCursor` of an earlier answer. */
                cursor?: string;
                /** @description Wait up to 5 seconds until this block is indexed, else 409 NOT_YET_INDEXED. */
                minBlock?: number;
                /** @description Wait up to 5 seconds until this transaction is indexed, else 409 NOT_YET_INDEXED. */
                afterTx?: string;
                /** @description Seconds that the index may be behind the head, else 503 INDEX_BEHIND. */
                maxLag?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page, or the rows that ids names */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SellerPage"];
                };
            };
            /** @description INVALID_REQUEST: The request has mistakes. INVALID_ID: The id cannot be read. AMBIGUOUS_ID: The number alone names several things. INVALID_CURSOR: The cursor cannot be read. CURSOR_MISMATCH: The cursor belongs to another list. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_YET_INDEXED: The index has not come that far. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: Too many requests from this address. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INDEX_BEHIND: The index is further behind than you accept. NOT_PUBLISHED: There is no index to read yet. DATABASE_UNAVAILABLE: The database cannot be reached. QUERY_TIMEOUT: The database took too long. OVERLOADED: The service has more to do than it can. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSeller: {
        parameters: {
            query?: {
                /** @description Related rows to answer with, in `included`. Several words are separated by commas. */
                include?: ("listings" | "sales")[];
                /** @description Wait up to 5 seconds until this block is indexed, else 409 NOT_YET_INDEXED. */
                minBlock?: number;
                /** @description Wait up to 5 seconds until this transaction is indexed, else 409 NOT_YET_INDEXED. */
                afterTx?: string;
                /** @description Seconds that the index may be behind the head, else 503 INDEX_BEHIND. */
                maxLag?: number;
            };
            header?: never;
            path: {
                /** @description Id of a seller, `<chainId>-<marketplace>-<account>`, or the account alone where only one marketplace is configured. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The row */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SellerAnswer"];
                };
            };
            /** @description INVALID_REQUEST: The request has mistakes. INVALID_ID: The id cannot be read. AMBIGUOUS_ID: The number alone names several things. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description SELLER_NOT_FOUND: There is no such seller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_YET_INDEXED: The index has not come that far. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: Too many requests from this address. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INDEX_BEHIND: The index is further behind than you accept. NOT_PUBLISHED: There is no index to read yet. DATABASE_UNAVAILABLE: The database cannot be reached. QUERY_TIMEOUT: The database took too long. OVERLOADED: The service has more to do than it can. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAgents: {
        parameters: {
            query?: {
                /** @description Account that is paid. */
                developer?: string;
                /** @description Agent escrow contract. */
                contract?: string;
                /** @description Order of the list; newest unless given. */
                sort?: "newest" | "oldest" | "payments";
                /** @description 1 to 50 ids, separated by commas: answers with these rows in this order, and with `errors` for those that cannot be answered. Only `include` may stand beside it. */
                ids?: string[];
                /** @description Related rows to answer with, in `included`. Several words are separated by commas. */
                include?: "payments"[];
                /** @description Rows on a page, 1 to 100; 20 unless given. */
                limit?: number;
                /** @description `page.nextCursor` or `page.prevCursor` of an earlier answer. */
                cursor?: string;
                /** @description Wait up to 5 seconds until this block is indexed, else 409 NOT_YET_INDEXED. */
                minBlock?: number;
                /** @description Wait up to 5 seconds until this transaction is indexed, else 409 NOT_YET_INDEXED. */
                afterTx?: string;
                /** @description Seconds that the index may be behind the head, else 503 INDEX_BEHIND. */
                maxLag?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page, or the rows that ids names */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgentPage"];
                };
            };
            /** @description INVALID_REQUEST: The request has mistakes. INVALID_ID: The id cannot be read. AMBIGUOUS_ID: The number alone names several things. INVALID_CURSOR: The cursor cannot be read. CURSOR_MISMATCH: The cursor belongs to another list. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_YET_INDEXED: The index has not come that far. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: Too many requests from this address. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INDEX_BEHIND: The index is further behind than you accept. NOT_PUBLISHED: There is no index to read yet. DATABASE_UNAVAILABLE: The database cannot be reached. QUERY_TIMEOUT: The database took too long. OVERLOADED: The service has more to do than it can. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAgent: {
        parameters: {
            query?: {
                /** @description Related rows to answer with, in `included`. Several words are separated by commas. */
                include?: "payments"[];
                /** @description Wait up to 5 seconds until this block is indexed, else 409 NOT_YET_INDEXED. */
                minBlock?: number;
                /** @description Wait up to 5 seconds until this transaction is indexed, else 409 NOT_YET_INDEXED. */
                afterTx?: string;
                /** @description Seconds that the index may be behind the head, else 503 INDEX_BEHIND. */
                maxLag?: number;
            };
            header?: never;
            path: {
                /** @description Public id `<chainId>-<contract>-<number>`, or the number alone where only one contract of the kind is configured. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The row */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgentAnswer"];
                };
            };
            /** @description INVALID_REQUEST: The request has mistakes. INVALID_ID: The id cannot be read. AMBIGUOUS_ID: The number alone names several things. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description AGENT_NOT_FOUND: There is no such agent. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_YET_INDEXED: The index has not come that far. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: Too many requests from this address. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INDEX_BEHIND: The index is further behind than you accept. NOT_PUBLISHED: There is no index to read yet. DATABASE_UNAVAILABLE: The database cannot be reached. QUERY_TIMEOUT: The database took too long. OVERLOADED: The service has more to do than it can. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAgentPayments: {
        parameters: {
            query?: {
                /** @description State stored by the contract. Several words are separated by commas. */
                state?: ("pending" | "escrowed" | "released" | "refunded" | "disputed")[];
                /** @description Account that paid. */
                payer?: string;
                /** @description Account that is paid. */
                developer?: string;
                /** @description Agent that was paid for: public id, or its number alone. */
                agent?: string;
                /** @description Token of the payment. */
                token?: string;
                /** @description Agent escrow contract. */
                contract?: string;
                /** @description Expires before this time, whatever its state. */
                expiresBefore?: string;
                /** @description Order of the list; newest unless given. */
                sort?: "newest" | "oldest" | "expiring" | "amount_desc";
                /** @description 1 to 50 ids, separated by commas: answers with these rows in this order, and with `errors` for those that cannot be answered. Only `include` may stand beside it. */
                ids?: string[];
                /** @description Related rows to answer with, in `included`. Several words are separated by commas. */
                include?: "agent"[];
                /** @description Rows on a page, 1 to 100; 20 unless given. */
                limit?: number;
                /** @description `page.nextCursor` or `page.prevCursor` of an earlier answer. */
                cursor?: string;
                /** @description Wait up to 5 seconds until this block is indexed, else 409 NOT_YET_INDEXED. */
                minBlock?: number;
                /** @description Wait up to 5 seconds until this transaction is indexed, else 409 NOT_YET_INDEXED. */
                afterTx?: string;
                /** @description Seconds that the index may be behind the head, else 503 INDEX_BEHIND. */
                maxLag?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page, or the rows that ids names */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgentPaymentPage"];
                };
            };
            /** @description INVALID_REQUEST: The request has mistakes. INVALID_ID: The id cannot be read. AMBIGUOUS_ID: The number alone names several things. INVALID_CURSOR: The cursor cannot be read. CURSOR_MISMATCH: The cursor belongs to another list. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_YET_INDEXED: The index has not come that far. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: Too many requests from this address. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INDEX_BEHIND: The index is further behind than you accept. NOT_PUBLISHED: There is no index to read yet. DATABASE_UNAVAILABLE: The database cannot be reached. QUERY_TIMEOUT: The database took too long. OVERLOADED: The service has more to do than it can. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAgentPayment: {
        parameters: {
            query?: {
                /** @description Related rows to answer with, in `included`. Several words are separated by commas. */
                include?: "agent"[];
                /** @description Wait up to 5 seconds until this block is indexed, else 409 NOT_YET_INDEXED. */
                minBlock?: number;
                /** @description Wait up to 5 seconds until this transaction is indexed, else 409 NOT_YET_INDEXED. */
                afterTx?: string;
                /** @description Seconds that the index may be behind the head, else 503 INDEX_BEHIND. */
                maxLag?: number;
            };
            header?: never;
            path: {
                /** @description Id of a payment, `<chainId>-<contract>-<paymentId>`, or the payment id alone where only one agent escrow is configured. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The row */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgentPaymentAnswer"];
                };
            };
            /** @description INVALID_REQUEST: The request has mistakes. INVALID_ID: The id cannot be read. AMBIGUOUS_ID: The number alone names several things. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description AGENT_PAYMENT_NOT_FOUND: There is no such agent payment. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_YET_INDEXED: The index has not come that far. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: Too many requests from this address. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INDEX_BEHIND: The index is further behind than you accept. NOT_PUBLISHED: There is no index to read yet. DATABASE_UNAVAILABLE: The database cannot be reached. QUERY_TIMEOUT: The database took too long. OVERLOADED: The service has more to do than it can. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listEntitlements: {
        parameters: {
            query?: {
                /** @description Account that holds it. */
                holder?: string;
                /** @description Agent as an entitlement contract numbers it, `<chainId>-<entitlement contract>-<agent>`: public id, or its number alone. */
                agent?: string;
                /** @description Kind of entitlement on its contract: public id, or its number alone. */
                token?: string;
                /** @description Whether it opens its agent by chain time. */
                hasAccess?: boolean;
                /** @description Order of the list; newest unless given. */
                sort?: "newest" | "oldest";
                /** @description 1 to 50 ids, separated by commas: answers with these rows in this order, and with `errors` for those that cannot be answered. Only `include` may stand beside it. */
                ids?: string[];
                /** @description Rows on a page, 1 to 100; 20 unless given. */
                limit?: number;
                /** @description `page.nextCursor` or `page.prevCursor` of an earlier answer. */
                cursor?: string;
                /** @description Wait up to 5 seconds until this block is indexed, else 409 NOT_YET_INDEXED. */
                minBlock?: number;
                /** @description Wait up to 5 seconds until this transaction is indexed, else 409 NOT_YET_INDEXED. */
                afterTx?: string;
                /** @description Seconds that the index may be behind the head, else 503 INDEX_BEHIND. */
                maxLag?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page, or the rows that ids names */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntitlementPage"];
                };
            };
            /** @description INVALID_REQUEST: The request has mistakes. INVALID_ID: The id cannot be read. AMBIGUOUS_ID: The number alone names several things. INVALID_CURSOR: The cursor cannot be read. CURSOR_MISMATCH: The cursor belongs to another list. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_YET_INDEXED: The index has not come that far. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: Too many requests from this address. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INDEX_BEHIND: The index is further behind than you accept. NOT_PUBLISHED: There is no index to read yet. DATABASE_UNAVAILABLE: The database cannot be reached. QUERY_TIMEOUT: The database took too long. OVERLOADED: The service has more to do than it can. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getEntitlement: {
        parameters: {
            query?: {
                /** @description Wait up to 5 seconds until this block is indexed, else 409 NOT_YET_INDEXED. */
                minBlock?: number;
                /** @description Wait up to 5 seconds until this transaction is indexed, else 409 NOT_YET_INDEXED. */
                afterTx?: string;
                /** @description Seconds that the index may be behind the head, else 503 INDEX_BEHIND. */
                maxLag?: number;
            };
            header?: never;
            path: {
                /** @description Id of a holding, `<chainId>-<contract>-<tokenId>-<holder>`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The row */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntitlementAnswer"];
                };
            };
            /** @description INVALID_REQUEST: The request has mistakes. INVALID_ID: The id cannot be read. AMBIGUOUS_ID: The number alone names several things. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description ENTITLEMENT_NOT_FOUND: There is no such entitlement. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_YET_INDEXED: The index has not come that far. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: Too many requests from this address. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INDEX_BEHIND: The index is further behind than you accept. NOT_PUBLISHED: There is no index to read yet. DATABASE_UNAVAILABLE: The database cannot be reached. QUERY_TIMEOUT: The database took too long. OVERLOADED: The service has more to do than it can. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listContracts: {
        parameters: {
            query?: {
                /** @description What the contract is for. Several words are separated by commas. */
                kind?: ("marketplace" | "escrow" | "token" | "agentEscrow" | "entitlement")[];
                /** @description Generation of the code in force. Several words are separated by commas. */
                generation?: ("M1" | "M2" | "M3" | "E0" | "E1" | "E2a" | "E2b" | "E2c" | "E2d" | "E3" | "standard")[];
                /** @description Whether it is paused. */
                isPaused?: boolean;
                /** @description Whether emergency mode is on. */
                isEmergency?: boolean;
                /** @description Payment token. */
                token?: string;
                /** @description Marketplace that an escrow contract reads. */
                marketplace?: string;
                /** @description Order of the list; newest unless given. */
                sort?: "newest" | "oldest";
                /** @description 1 to 50 ids, separated by commas: answers with these rows in this order, and with `errors` for those that cannot be answered. Only `include` may stand beside it. */
                ids?: string[];
                /** @description Related rows to answer with, in `included`. Several words are separated by commas. */
                include?: ("implementations" | "balances")[];
                /** @description Rows on a page, 1 to 100; 20 unless given. */
                limit?: number;
                /** @description `page.nextCursor` or `page.prevCursor` of an earlier answer. */
                cursor?: string;
                /** @description Wait up to 5 seconds until this block is indexed, else 409 NOT_YET_INDEXED. */
                minBlock?: number;
                /** @description Wait up to 5 seconds until this transaction is indexed, else 409 NOT_YET_INDEXED. */
                afterTx?: string;
                /** @description Seconds that the index may be behind the head, else 503 INDEX_BEHIND. */
                maxLag?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page, or the rows that ids names */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContractPage"];
                };
            };
            /** @description INVALID_REQUEST: The request has mistakes. INVALID_ID: The id cannot be read. AMBIGUOUS_ID: The number alone names several things. INVALID_CURSOR: The cursor cannot be read. CURSOR_MISMATCH: The cursor belongs to another list. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_YET_INDEXED: The index has not come that far. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: Too many requests from this address. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INDEX_BEHIND: The index is further behind than you accept. NOT_PUBLISHED: There is no index to read yet. DATABASE_UNAVAILABLE: The database cannot be reached. QUERY_TIMEOUT: The database took too long. OVERLOADED: The service has more to do than it can. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getContract: {
        parameters: {
            query?: {
                /** @description Related rows to answer with, in `included`. Several words are separated by commas. */
                include?: ("implementations" | "balances")[];
                /** @description Wait up to 5 seconds until this block is indexed, else 409 NOT_YET_INDEXED. */
                minBlock?: number;
                /** @description Wait up to 5 seconds until this transaction is indexed, else 409 NOT_YET_INDEXED. */
                afterTx?: string;
                /** @description Seconds that the index may be behind the head, else 503 INDEX_BEHIND. */
                maxLag?: number;
            };
            header?: never;
            path: {
                /** @description Id of a contract, `<chainId>-<address>`, or its address alone. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The row */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContractAnswer"];
                };
            };
            /** @description INVALID_REQUEST: The request has mistakes. INVALID_ID: The id cannot be read. AMBIGUOUS_ID: The number alone names several things. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description CONTRACT_NOT_FOUND: There is no such contract. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_YET_INDEXED: The index has not come that far. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: Too many requests from this address. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INDEX_BEHIND: The index is further behind than you accept. NOT_PUBLISHED: There is no index to read yet. DATABASE_UNAVAILABLE: The database cannot be reached. QUERY_TIMEOUT: The database took too long. OVERLOADED: The service has more to do than it can. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTokens: {
        parameters: {
            query?: {
                /** @description Symbol exactly as the token gives it; it names nobody. */
                symbol?: string;
                /** @description Order of the list; newest unless given. */
                sort?: "newest" | "oldest";
                /** @description 1 to 50 ids, separated by commas: answers with these rows in this order, and with `errors` for those that cannot be answered. Only `include` may stand beside it. */
                ids?: string[];
                /** @description Related rows to answer with, in `included`. Several words are separated by commas. */
                include?: "balances"[];
                /** @description Rows on a page, 1 to 100; 20 unless given. */
                limit?: number;
                /** @description `page.nextCursor` or `page.prevCursor` of an earlier answer. */
                cursor?: string;
                /** @description Wait up to 5 seconds until this block is indexed, else 409 NOT_YET_INDEXED. */
                minBlock?: number;
                /** @description Wait up to 5 seconds until this transaction is indexed, else 409 NOT_YET_INDEXED. */
                afterTx?: string;
                /** @description Seconds that the index may be behind the head, else 503 INDEX_BEHIND. */
                maxLag?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page, or the rows that ids names */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenPage"];
                };
            };
            /** @description INVALID_REQUEST: The request has mistakes. INVALID_ID: The id cannot be read. AMBIGUOUS_ID: The number alone names several things. INVALID_CURSOR: The cursor cannot be read. CURSOR_MISMATCH: The cursor belongs to another list. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_YET_INDEXED: The index has not come that far. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: Too many requests from this address. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INDEX_BEHIND: The index is further behind than you accept. NOT_PUBLISHED: There is no index to read yet. DATABASE_UNAVAILABLE: The database cannot be reached. QUERY_TIMEOUT: The database took too long. OVERLOADED: The service has more to do than it can. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getToken: {
        parameters: {
            query?: {
                /** @description Related rows to answer with, in `included`. Several words are separated by commas. */
                include?: "balances"[];
                /** @description Wait up to 5 seconds until this block is indexed, else 409 NOT_YET_INDEXED. */
                minBlock?: number;
                /** @description Wait up to 5 seconds until this transaction is indexed, else 409 NOT_YET_INDEXED. */
                afterTx?: string;
                /** @description Seconds that the index may be behind the head, else 503 INDEX_BEHIND. */
                maxLag?: number;
            };
            header?: never;
            path: {
                /** @description Id of a token, `<chainId>-<address>`, or its address alone. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The row */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenAnswer"];
                };
            };
            /** @description INVALID_REQUEST: The request has mistakes. INVALID_ID: The id cannot be read. AMBIGUOUS_ID: The number alone names several things. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description TOKEN_NOT_FOUND: There is no such token. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_YET_INDEXED: The index has not come that far. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: Too many requests from this address. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INDEX_BEHIND: The index is further behind than you accept. NOT_PUBLISHED: There is no index to read yet. DATABASE_UNAVAILABLE: The database cannot be reached. QUERY_TIMEOUT: The database took too long. OVERLOADED: The service has more to do than it can. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listActivity: {
        parameters: {
            query?: {
                /** @description Listing concerned: public id, or its number alone. */
                listing?: string;
                /** @description Escrow concerned: public id, or its number alone. */
                escrow?: string;
                /** @description Offer concerned: public id, or its number alone. */
                offer?: string;
                /** @description Account that acted. */
                actor?: string;
                /** @description Account that acted, was the other party, or sent it. */
                account?: string;
                /** @description What happened, as the field `kind` prints it. Several words are separated by commas. */
                kind?: string[];
                /** @description Contract that emitted the event. */
                contract?: string;
                /** @description Happened at this time or later. */
                since?: string;
                /** @description Happened before this time. */
                until?: string;
                /** @description First block that counts. */
                fromBlock?: number;
                /** @description Last block that counts. */
                toBlock?: number;
                /** @description Order of the list; newest unless given. */
                sort?: "newest" | "oldest";
                /** @description 1 to 50 ids, separated by commas: answers with these rows in this order, and with `errors` for those that cannot be answered. Only `include` may stand beside it. */
                ids?: string[];
                /** @description Rows on a page, 1 to 100; 20 unless given. */
                limit?: number;
                /** @description `page.nextCursor` or `page.prevCursor` of an earlier answer. */
                cursor?: string;
                /** @description Wait up to 5 seconds until this block is indexed, else 409 NOT_YET_INDEXED. */
                minBlock?: number;
                /** @description Wait up to 5 seconds until this transaction is indexed, else 409 NOT_YET_INDEXED. */
                afterTx?: string;
                /** @description Seconds that the index may be behind the head, else 503 INDEX_BEHIND. */
                maxLag?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page, or the rows that ids names */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActivityPage"];
                };
            };
            /** @description INVALID_REQUEST: The request has mistakes. INVALID_ID: The id cannot be read. AMBIGUOUS_ID: The number alone names several things. INVALID_CURSOR: The cursor cannot be read. CURSOR_MISMATCH: The cursor belongs to another list. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_YET_INDEXED: The index has not come that far. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: Too many requests from this address. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INDEX_BEHIND: The index is further behind than you accept. NOT_PUBLISHED: There is no index to read yet. DATABASE_UNAVAILABLE: The database cannot be reached. QUERY_TIMEOUT: The database took too long. OVERLOADED: The service has more to do than it can. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getActivity: {
        parameters: {
            query?: {
                /** @description Wait up to 5 seconds until this block is indexed, else 409 NOT_YET_INDEXED. */
                minBlock?: number;
                /** @description Wait up to 5 seconds until this transaction is indexed, else 409 NOT_YET_INDEXED. */
                afterTx?: string;
                /** @description Seconds that the index may be behind the head, else 503 INDEX_BEHIND. */
                maxLag?: number;
            };
            header?: never;
            path: {
                /** @description Id of an event, `<chainId>-<blockHash>-<logIndex>`. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The row */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActivityAnswer"];
                };
            };
            /** @description INVALID_REQUEST: The request has mistakes. INVALID_ID: The id cannot be read. AMBIGUOUS_ID: The number alone names several things. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description EVENT_NOT_FOUND: There is no such event. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_YET_INDEXED: The index has not come that far. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: Too many requests from this address. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INDEX_BEHIND: The index is further behind than you accept. NOT_PUBLISHED: There is no index to read yet. DATABASE_UNAVAILABLE: The database cannot be reached. QUERY_TIMEOUT: The database took too long. OVERLOADED: The service has more to do than it can. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listListingOffers: {
        parameters: {
            query?: {
                /** @description Account that made the offer. */
                buyer?: string;
                /** @description State stored by the contract. Several words are separated by commas. */
                state?: ("active" | "accepted" | "rejected" | "cancelled")[];
                /** @description Lowest price in token base units. */
                minPrice?: string;
                /** @description Highest price in token base units. */
                maxPrice?: string;
                /** @description Expires before this time, whatever its state. */
                expiresBefore?: string;
                /** @description Order of the list; newest unless given. */
                sort?: "newest" | "oldest" | "price_asc" | "price_desc" | "expiring" | "updated";
                /** @description Related rows to answer with, in `included`. Several words are separated by commas. */
                include?: ("listing" | "escrow")[];
                /** @description Rows on a page, 1 to 100; 20 unless given. */
                limit?: number;
                /** @description `page.nextCursor` or `page.prevCursor` of an earlier answer. */
                cursor?: string;
                /** @description Wait up to 5 seconds until this block is indexed, else 409 NOT_YET_INDEXED. */
                minBlock?: number;
                /** @description Wait up to 5 seconds until this transaction is indexed, else 409 NOT_YET_INDEXED. */
                afterTx?: string;
                /** @description Seconds that the index may be behind the head, else 503 INDEX_BEHIND. */
                maxLag?: number;
            };
            header?: never;
            path: {
                /** @description Public id `<chainId>-<contract>-<number>`, or the number alone where only one contract of the kind is configured. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page, or the rows that ids names */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfferPage"];
                };
            };
            /** @description INVALID_REQUEST: The request has mistakes. INVALID_ID: The id cannot be read. AMBIGUOUS_ID: The number alone names several things. INVALID_CURSOR: The cursor cannot be read. CURSOR_MISMATCH: The cursor belongs to another list. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description LISTING_NOT_FOUND: There is no such listing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_YET_INDEXED: The index has not come that far. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: Too many requests from this address. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INDEX_BEHIND: The index is further behind than you accept. NOT_PUBLISHED: There is no index to read yet. DATABASE_UNAVAILABLE: The database cannot be reached. QUERY_TIMEOUT: The database took too long. OVERLOADED: The service has more to do than it can. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listListingEscrows: {
        parameters: {
            query?: {
                /** @description Account that pays. */
                buyer?: string;
                /** @description Account that pays or sells. */
                account?: string;
                /** @description Escrow contract. */
                contract?: string;
                /** @description How it was opened. */
                origin?: "direct" | "offer";
                /** @description State stored by the contract. Several words are separated by commas. */
                state?: ("created" | "funded" | "delivered" | "confirmed" | "transition" | "disputed" | "resolved" | "completed" | "refunded" | "expired" | "emergency")[];
                /** @description Awaits delivery or confirmation, with its deadline before this time. */
                deadlineBefore?: string;
                /** @description Changed at this time or later. */
                updatedSince?: string;
                /** @description Order of the list; newest unless given. */
                sort?: "newest" | "oldest" | "updated" | "amount_desc" | "handover_deadline" | "verify_deadline";
                /** @description Related rows to answer with, in `included`. Several words are separated by commas. */
                include?: ("listing" | "offer" | "timeline" | "ledger" | "dispute" | "hold")[];
                /** @description Rows on a page, 1 to 100; 20 unless given. */
                limit?: number;
                /** @description `page.nextCursor` or `page.prevCursor` of an earlier answer. */
                cursor?: string;
                /** @description Wait up to 5 seconds until this block is indexed, else 409 NOT_YET_INDEXED. */
                minBlock?: number;
                /** @description Wait up to 5 seconds until this transaction is indexed, else 409 NOT_YET_INDEXED. */
                afterTx?: string;
                /** @description Seconds that the index may be behind the head, else 503 INDEX_BEHIND. */
                maxLag?: number;
            };
            header?: never;
            path: {
                /** @description Public id `<chainId>-<contract>-<number>`, or the number alone where only one contract of the kind is configured. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page, or the rows that ids names */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EscrowPage"];
                };
            };
            /** @description INVALID_REQUEST: The request has mistakes. INVALID_ID: The id cannot be read. AMBIGUOUS_ID: The number alone names several things. INVALID_CURSOR: The cursor cannot be read. CURSOR_MISMATCH: The cursor belongs to another list. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description LISTING_NOT_FOUND: There is no such listing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_YET_INDEXED: The index has not come that far. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: Too many requests from this address. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INDEX_BEHIND: The index is further behind than you accept. NOT_PUBLISHED: There is no index to read yet. DATABASE_UNAVAILABLE: The database cannot be reached. QUERY_TIMEOUT: The database took too long. OVERLOADED: The service has more to do than it can. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listListingActivity: {
        parameters: {
            query?: {
                /** @description Escrow concerned: public id, or its number alone. */
                escrow?: string;
                /** @description Offer concerned: public id, or its number alone. */
                offer?: string;
                /** @description Account that acted. */
                actor?: string;
                /** @description Account that acted, was the other party, or sent it. */
                account?: string;
                /** @description What happened, as the field `kind` prints it. Several words are separated by commas. */
                kind?: string[];
                /** @description Contract that emitted the event. */
                contract?: string;
                /** @description Happened at this time or later. */
                since?: string;
                /** @description Happened before this time. */
                until?: string;
                /** @description First block that counts. */
                fromBlock?: number;
                /** @description Last block that counts. */
                toBlock?: number;
                /** @description Order of the list; newest unless given. */
                sort?: "newest" | "oldest";
                /** @description Rows on a page, 1 to 100; 20 unless given. */
                limit?: number;
                /** @description `page.nextCursor` or `page.prevCursor` of an earlier answer. */
                cursor?: string;
                /** @description Wait up to 5 seconds until this block is indexed, else 409 NOT_YET_INDEXED. */
                minBlock?: number;
                /** @description Wait up to 5 seconds until this transaction is indexed, else 409 NOT_YET_INDEXED. */
                afterTx?: string;
                /** @description Seconds that the index may be behind the head, else 503 INDEX_BEHIND. */
                maxLag?: number;
            };
            header?: never;
            path: {
                /** @description Public id `<chainId>-<contract>-<number>`, or the number alone where only one contract of the kind is configured. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page, or the rows that ids names */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActivityPage"];
                };
            };
            /** @description INVALID_REQUEST: The request has mistakes. INVALID_ID: The id cannot be read. AMBIGUOUS_ID: The number alone names several things. INVALID_CURSOR: The cursor cannot be read. CURSOR_MISMATCH: The cursor belongs to another list. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description LISTING_NOT_FOUND: There is no such listing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_YET_INDEXED: The index has not come that far. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: Too many requests from this address. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INDEX_BEHIND: The index is further behind than you accept. NOT_PUBLISHED: There is no index to read yet. DATABASE_UNAVAILABLE: The database cannot be reached. QUERY_TIMEOUT: The database took too long. OVERLOADED: The service has more to do than it can. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listListingPrices: {
        parameters: {
            query?: {
                /** @description Changed at this time or later. */
                since?: string;
                /** @description Changed before this time. */
                until?: string;
                /** @description Order of the list; newest unless given. */
                sort?: "newest" | "oldest";
                /** @description Rows on a page, 1 to 100; 20 unless given. */
                limit?: number;
                /** @description `page.nextCursor` or `page.prevCursor` of an earlier answer. */
                cursor?: string;
                /** @description Wait up to 5 seconds until this block is indexed, else 409 NOT_YET_INDEXED. */
                minBlock?: number;
                /** @description Wait up to 5 seconds until this transaction is indexed, else 409 NOT_YET_INDEXED. */
                afterTx?: string;
                /** @description Seconds that the index may be behind the head, else 503 INDEX_BEHIND. */
                maxLag?: number;
            };
            header?: never;
            path: {
                /** @description Public id `<chainId>-<contract>-<number>`, or the number alone where only one contract of the kind is configured. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page, or the rows that ids names */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PricePage"];
                };
            };
            /** @description INVALID_REQUEST: The request has mistakes. INVALID_ID: The id cannot be read. AMBIGUOUS_ID: The number alone names several things. INVALID_CURSOR: The cursor cannot be read. CURSOR_MISMATCH: The cursor belongs to another list. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description LISTING_NOT_FOUND: There is no such listing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_YET_INDEXED: The index has not come that far. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: Too many requests from this address. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INDEX_BEHIND: The index is further behind than you accept. NOT_PUBLISHED: There is no index to read yet. DATABASE_UNAVAILABLE: The database cannot be reached. QUERY_TIMEOUT: The database took too long. OVERLOADED: The service has more to do than it can. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getListingMetadataSchema: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Draft 2020-12 of JSON Schema */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        $schema: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description INVALID_REQUEST: The request has mistakes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getListingMetadata: {
        parameters: {
            query?: {
                /** @description An earlier version; the newest unless given. */
                version?: number;
                /** @description Wait up to 5 seconds until this block is indexed, else 409 NOT_YET_INDEXED. */
                minBlock?: number;
                /** @description Wait up to 5 seconds until this transaction is indexed, else 409 NOT_YET_INDEXED. */
                afterTx?: string;
                /** @description Seconds that the index may be behind the head, else 503 INDEX_BEHIND. */
                maxLag?: number;
            };
            header?: never;
            path: {
                /** @description Public id of a listing, or its number alone where one marketplace is served. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document, and who signed it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListingMetadataAnswer"];
                };
            };
            /** @description INVALID_REQUEST: The request has mistakes. INVALID_ID: The id cannot be read. AMBIGUOUS_ID: The number alone names several things. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description LISTING_NOT_FOUND: There is no such listing. METADATA_NOT_FOUND: Nothing is published about this listing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_YET_INDEXED: The index has not come that far. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: Too many requests from this address. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INDEX_BEHIND: The index is further behind than you accept. NOT_PUBLISHED: There is no index to read yet. DATABASE_UNAVAILABLE: The database cannot be reached. QUERY_TIMEOUT: The database took too long. OVERLOADED: The service has more to do than it can. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    publishListingMetadata: {
        parameters: {
            query?: never;
            header?: {
                /** @description A random UUID: the same request with it has one effect within 24 hours. */
                "idempotency-key"?: string;
            };
            path: {
                /** @description Public id of a listing, or its number alone where one marketplace is served. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PublishListingMetadataRequest"];
            };
        };
        responses: {
            /** @description As it is shown now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublishedListingMetadataAnswer"];
                };
            };
            /** @description INVALID_REQUEST: The request has mistakes. INVALID_ID: The id cannot be read. AMBIGUOUS_ID: The number alone names several things. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID_SIGNATURE: The wallet did not sign this. EXPIRED_SIGNATURE: The signature is out of its time. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description LISTING_NOT_FOUND: There is no such listing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description METADATA_OUTDATED: A newer document is published. IDEMPOTENCY_IN_PROGRESS: The same request is being worked on. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BODY_TOO_LARGE: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description IDEMPOTENCY_KEY_REUSED: The Idempotency-Key was sent with another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: Too many requests from this address. RATE_LIMITED: Too many requests from this address. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NODE_UNAVAILABLE: The chain cannot be asked. NOT_PUBLISHED: There is no index to read yet. DATABASE_UNAVAILABLE: The database cannot be reached. QUERY_TIMEOUT: The database took too long. OVERLOADED: The service has more to do than it can. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listListingMetadataVersions: {
        parameters: {
            query?: {
                /** @description Versions before this one: the lowest of the page before. */
                before?: number;
                /** @description At most so many, 20 unless given. */
                limit?: number;
                /** @description Wait up to 5 seconds until this block is indexed, else 409 NOT_YET_INDEXED. */
                minBlock?: number;
                /** @description Wait up to 5 seconds until this transaction is indexed, else 409 NOT_YET_INDEXED. */
                afterTx?: string;
                /** @description Seconds that the index may be behind the head, else 503 INDEX_BEHIND. */
                maxLag?: number;
            };
            header?: never;
            path: {
                /** @description Public id of a listing, or its number alone where one marketplace is served. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Versions without their content, the newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListingMetadataVersionsAnswer"];
                };
            };
            /** @description INVALID_REQUEST: The request has mistakes. INVALID_ID: The id cannot be read. AMBIGUOUS_ID: The number alone names several things. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description LISTING_NOT_FOUND: There is no such listing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_YET_INDEXED: The index has not come that far. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: Too many requests from this address. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INDEX_BEHIND: The index is further behind than you accept. NOT_PUBLISHED: There is no index to read yet. DATABASE_UNAVAILABLE: The database cannot be reached. QUERY_TIMEOUT: The database took too long. OVERLOADED: The service has more to do than it can. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    prepareListingMetadata: {
        parameters: {
            query?: never;
            header?: {
                /** @description A random UUID: the same request with it has one effect within 24 hours. */
                "idempotency-key"?: string;
            };
            path: {
                /** @description Public id of a listing, or its number alone where one marketplace is served. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PrepareListingMetadataRequest"];
            };
        };
        responses: {
            /** @description Nothing is kept */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreparedListingMetadataAnswer"];
                };
            };
            /** @description INVALID_REQUEST: The request has mistakes. INVALID_ID: The id cannot be read. AMBIGUOUS_ID: The number alone names several things. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BODY_TOO_LARGE: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: Too many requests from this address. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDrafts: {
        parameters: {
            query?: {
                cursor?: components["schemas"]["Uuid"];
                /** @description At most so many, 20 unless given. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Drafts of the account, the newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftPage"];
                };
            };
            /** @description INVALID_REQUEST: The request has mistakes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description AUTH_REQUIRED: Nobody has signed in. INVALID_TOKEN: The token is not good. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: Too many requests from this address. RATE_LIMITED: Too many requests from this address. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description DATABASE_UNAVAILABLE: The database cannot be reached. QUERY_TIMEOUT: The database took too long. OVERLOADED: The service has more to do than it can. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createDraft: {
        parameters: {
            query?: never;
            header?: {
                /** @description A random UUID: the same request with it has one effect within 24 hours. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DraftRequest"];
            };
        };
        responses: {
            /** @description The draft as it is now */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewDraftAnswer"];
                };
            };
            /** @description INVALID_REQUEST: The request has mistakes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description AUTH_REQUIRED: Nobody has signed in. INVALID_TOKEN: The token is not good. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description IDEMPOTENCY_IN_PROGRESS: The same request is being worked on. TOO_MANY_DRAFTS: There are as many drafts as there may be. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BODY_TOO_LARGE: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description IDEMPOTENCY_KEY_REUSED: The Idempotency-Key was sent with another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: Too many requests from this address. RATE_LIMITED: Too many requests from this address. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description DATABASE_UNAVAILABLE: The database cannot be reached. QUERY_TIMEOUT: The database took too long. OVERLOADED: The service has more to do than it can. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                draftId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The draft as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftAnswer"];
                };
            };
            /** @description INVALID_REQUEST: The request has mistakes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description AUTH_REQUIRED: Nobody has signed in. INVALID_TOKEN: The token is not good. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description DRAFT_NOT_FOUND: You have no such draft. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: Too many requests from this address. RATE_LIMITED: Too many requests from this address. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description DATABASE_UNAVAILABLE: The database cannot be reached. QUERY_TIMEOUT: The database took too long. OVERLOADED: The service has more to do than it can. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replaceDraft: {
        parameters: {
            query?: never;
            header?: {
                /** @description A random UUID: the same request with it has one effect within 24 hours. */
                "idempotency-key"?: string;
            };
            path: {
                draftId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReplaceDraftRequest"];
            };
        };
        responses: {
            /** @description The draft as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplacedDraftAnswer"];
                };
            };
            /** @description INVALID_REQUEST: The request has mistakes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description AUTH_REQUIRED: Nobody has signed in. INVALID_TOKEN: The token is not good. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description DRAFT_NOT_FOUND: You have no such draft. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description IDEMPOTENCY_IN_PROGRESS: The same request is being worked on. DRAFT_CHANGED: The draft has changed meanwhile. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BODY_TOO_LARGE: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description IDEMPOTENCY_KEY_REUSED: The Idempotency-Key was sent with another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: Too many requests from this address. RATE_LIMITED: Too many requests from this address. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description DATABASE_UNAVAILABLE: The database cannot be reached. QUERY_TIMEOUT: The database took too long. OVERLOADED: The service has more to do than it can. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteDraft: {
        parameters: {
            query?: never;
            header?: {
                /** @description A random UUID: the same request with it has one effect within 24 hours. */
                "idempotency-key"?: string;
            };
            path: {
                draftId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeletedDraftAnswer"];
                };
            };
            /** @description INVALID_REQUEST: The request has mistakes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description AUTH_REQUIRED: Nobody has signed in. INVALID_TOKEN: The token is not good. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description DRAFT_NOT_FOUND: You have no such draft. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description IDEMPOTENCY_IN_PROGRESS: The same request is being worked on. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BODY_TOO_LARGE: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description IDEMPOTENCY_KEY_REUSED: The Idempotency-Key was sent with another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: Too many requests from this address. RATE_LIMITED: Too many requests from this address. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description DATABASE_UNAVAILABLE: The database cannot be reached. QUERY_TIMEOUT: The database took too long. OVERLOADED: The service has more to do than it can. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getNotifications: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Your wishes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationsAnswer"];
                };
            };
            /** @description INVALID_REQUEST: The request has mistakes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description AUTH_REQUIRED: Nobody has signed in. INVALID_TOKEN: The token is not good. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: Too many requests from this address. RATE_LIMITED: Too many requests from this address. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description DATABASE_UNAVAILABLE: The database cannot be reached. QUERY_TIMEOUT: The database took too long. OVERLOADED: The service has more to do than it can. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeNotifications: {
        parameters: {
            query?: never;
            header?: {
                /** @description A random UUID: the same request with it has one effect within 24 hours. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeNotificationsRequest"];
            };
        };
        responses: {
            /** @description Your wishes from now on */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedNotificationsAnswer"];
                };
            };
            /** @description INVALID_REQUEST: The request has mistakes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description AUTH_REQUIRED: Nobody has signed in. INVALID_TOKEN: The token is not good. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description IDEMPOTENCY_IN_PROGRESS: The same request is being worked on. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BODY_TOO_LARGE: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description IDEMPOTENCY_KEY_REUSED: The Idempotency-Key was sent with another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: Too many requests from this address. RATE_LIMITED: Too many requests from this address. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description DATABASE_UNAVAILABLE: The database cannot be reached. QUERY_TIMEOUT: The database took too long. OVERLOADED: The service has more to do than it can. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showUnsubscribe: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description As the link at the end of a mail has it. */
                token: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page for people */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description INVALID_REQUEST: The request has mistakes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    unsubscribe: {
        parameters: {
            query?: never;
            header?: {
                /** @description A random UUID: the same request with it has one effect within 24 hours. */
                "idempotency-key"?: string;
            };
            path: {
                /** @description As the link at the end of a mail has it. */
                token: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No such mails any more */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnsubscribedAnswer"];
                };
            };
            /** @description INVALID_REQUEST: The request has mistakes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description LINK_NOT_FOUND: Nobody was sent this link. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description IDEMPOTENCY_IN_PROGRESS: The same request is being worked on. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BODY_TOO_LARGE: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description IDEMPOTENCY_KEY_REUSED: The Idempotency-Key was sent with another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: Too many requests from this address. RATE_LIMITED: Too many requests from this address. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description DATABASE_UNAVAILABLE: The database cannot be reached. QUERY_TIMEOUT: The database took too long. OVERLOADED: The service has more to do than it can. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getEscrowTimeline: {
        parameters: {
            query?: {
                /** @description Wait up to 5 seconds until this block is indexed, else 409 NOT_YET_INDEXED. */
                minBlock?: number;
                /** @description Wait up to 5 seconds until this transaction is indexed, else 409 NOT_YET_INDEXED. */
                afterTx?: string;
                /** @description Seconds that the index may be behind the head, else 503 INDEX_BEHIND. */
                maxLag?: number;
            };
            header?: never;
            path: {
                /** @description Public id `<chainId>-<contract>-<number>`, or the number alone where only one contract of the kind is configured. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Everything that happened to an escrow, and what is due */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EscrowTimelineAnswer"];
                };
            };
            /** @description INVALID_REQUEST: The request has mistakes. INVALID_ID: The id cannot be read. AMBIGUOUS_ID: The number alone names several things. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description ESCROW_NOT_FOUND: There is no such escrow. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_YET_INDEXED: The index has not come that far. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: Too many requests from this address. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INDEX_BEHIND: The index is further behind than you accept. NOT_PUBLISHED: There is no index to read yet. DATABASE_UNAVAILABLE: The database cannot be reached. QUERY_TIMEOUT: The database took too long. OVERLOADED: The service has more to do than it can. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getEscrowLedger: {
        parameters: {
            query?: {
                /** @description Wait up to 5 seconds until this block is indexed, else 409 NOT_YET_INDEXED. */
                minBlock?: number;
                /** @description Wait up to 5 seconds until this transaction is indexed, else 409 NOT_YET_INDEXED. */
                afterTx?: string;
                /** @description Seconds that the index may be behind the head, else 503 INDEX_BEHIND. */
                maxLag?: number;
            };
            header?: never;
            path: {
                /** @description Public id `<chainId>-<contract>-<number>`, or the number alone where only one contract of the kind is configured. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The money of an escrow in double entry, with running balances */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EscrowLedgerAnswer"];
                };
            };
            /** @description INVALID_REQUEST: The request has mistakes. INVALID_ID: The id cannot be read. AMBIGUOUS_ID: The number alone names several things. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description ESCROW_NOT_FOUND: There is no such escrow. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_YET_INDEXED: The index has not come that far. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: Too many requests from this address. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INDEX_BEHIND: The index is further behind than you accept. NOT_PUBLISHED: There is no index to read yet. DATABASE_UNAVAILABLE: The database cannot be reached. QUERY_TIMEOUT: The database took too long. OVERLOADED: The service has more to do than it can. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getEscrowHandover: {
        parameters: {
            query?: {
                /** @description Wait up to 5 seconds until this block is indexed, else 409 NOT_YET_INDEXED. */
                minBlock?: number;
                /** @description Wait up to 5 seconds until this transaction is indexed, else 409 NOT_YET_INDEXED. */
                afterTx?: string;
                /** @description Seconds that the index may be behind the head, else 503 INDEX_BEHIND. */
                maxLag?: number;
            };
            header?: never;
            path: {
                /** @description Public id `<chainId>-<contract>-<number>`, or the number alone where only one contract of the kind is configured. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Where the handover stands, and what each party may do next */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EscrowHandoverAnswer"];
                };
            };
            /** @description INVALID_REQUEST: The request has mistakes. INVALID_ID: The id cannot be read. AMBIGUOUS_ID: The number alone names several things. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description ESCROW_NOT_FOUND: There is no such escrow. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_YET_INDEXED: The index has not come that far. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: Too many requests from this address. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INDEX_BEHIND: The index is further behind than you accept. NOT_PUBLISHED: There is no index to read yet. DATABASE_UNAVAILABLE: The database cannot be reached. QUERY_TIMEOUT: The database took too long. OVERLOADED: The service has more to do than it can. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAccount: {
        parameters: {
            query?: {
                /** @description Wait up to 5 seconds until this block is indexed, else 409 NOT_YET_INDEXED. */
                minBlock?: number;
                /** @description Wait up to 5 seconds until this transaction is indexed, else 409 NOT_YET_INDEXED. */
                afterTx?: string;
                /** @description Seconds that the index may be behind the head, else 503 INDEX_BEHIND. */
                maxLag?: number;
            };
            header?: never;
            path: {
                /** @description Any address: one that nobody has seen has an empty portfolio. */
                address: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What the account sells, buys, holds and owes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountAnswer"];
                };
            };
            /** @description INVALID_REQUEST: The request has mistakes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_YET_INDEXED: The index has not come that far. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: Too many requests from this address. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INDEX_BEHIND: The index is further behind than you accept. NOT_PUBLISHED: There is no index to read yet. DATABASE_UNAVAILABLE: The database cannot be reached. QUERY_TIMEOUT: The database took too long. OVERLOADED: The service has more to do than it can. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDeadlines: {
        parameters: {
            query?: {
                /** @description Buyer or seller of the row, or agent who may act on it. */
                account?: string;
                /** @description Who may act; with `account`, the part that the account plays in the row. */
                role?: "agent" | "anyone" | "buyer" | "counterparty" | "seller";
                /** @description What becomes due or possible. Several words are separated by commas. */
                kind?: ("dispute_response" | "emergency_stake_withdrawal" | "handover" | "handover_timeout" | "heartbeat" | "heartbeat_pause" | "offer_expiry" | "offer_response" | "retainer_release" | "transition_issue" | "verification" | "verification_extension" | "verification_timeout")[];
                /** @description Moments at or after this time. */
                after?: string;
                /** @description Moments before this time. */
                before?: string;
                /** @description Rows on a page, 1 to 100; 20 unless given. */
                limit?: number;
                /** @description `page.nextCursor` or `page.prevCursor` of an earlier answer. */
                cursor?: string;
                /** @description Wait up to 5 seconds until this block is indexed, else 409 NOT_YET_INDEXED. */
                minBlock?: number;
                /** @description Wait up to 5 seconds until this transaction is indexed, else 409 NOT_YET_INDEXED. */
                afterTx?: string;
                /** @description Seconds that the index may be behind the head, else 503 INDEX_BEHIND. */
                maxLag?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of deadlines */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeadlinePage"];
                };
            };
            /** @description INVALID_REQUEST: The request has mistakes. INVALID_CURSOR: The cursor cannot be read. CURSOR_MISMATCH: The cursor belongs to another list. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_YET_INDEXED: The index has not come that far. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: Too many requests from this address. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INDEX_BEHIND: The index is further behind than you accept. NOT_PUBLISHED: There is no index to read yet. DATABASE_UNAVAILABLE: The database cannot be reached. QUERY_TIMEOUT: The database took too long. OVERLOADED: The service has more to do than it can. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getEscrowActions: {
        parameters: {
            query?: {
                /** @description keccak256 of the credentials in plain text. */
                credentialHash?: string;
                /** @description Issue, evidence or response: a text or a link. */
                text?: string;
                /** @description What the dispute is about. */
                disputeType?: "credential_mismatch" | "metric_fraud" | "non_delivery" | "quality_dispute";
                /** @description How the dispute ends. */
                resolution?: "full_refund" | "partial_refund" | "release_to_seller" | "split";
                /** @description Share of the amount that goes back to the buyer, in basis points. */
                refundBps?: string;
                /** @description Account that would act: the answer then holds calls that it can sign, tried on the chain. */
                account?: string;
                /** @description Wait up to 5 seconds until this block is indexed, else 409 NOT_YET_INDEXED. */
                minBlock?: number;
                /** @description Wait up to 5 seconds until this transaction is indexed, else 409 NOT_YET_INDEXED. */
                afterTx?: string;
                /** @description Seconds that the index may be behind the head, else 503 INDEX_BEHIND. */
                maxLag?: number;
            };
            header?: never;
            path: {
                /** @description Public id `<chainId>-<contract>-<number>`, or the number alone where only one contract of the kind is configured. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Allowed and refused acts, with the reasons */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActionsAnswer"];
                };
            };
            /** @description INVALID_REQUEST: The request has mistakes. INVALID_ID: The id cannot be read. AMBIGUOUS_ID: The number alone names several things. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description ESCROW_NOT_FOUND: There is no such escrow. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_YET_INDEXED: The index has not come that far. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: Too many requests from this address. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INDEX_BEHIND: The index is further behind than you accept. NOT_PUBLISHED: There is no index to read yet. DATABASE_UNAVAILABLE: The database cannot be reached. QUERY_TIMEOUT: The database took too long. OVERLOADED: The service has more to do than it can. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOfferActions: {
        parameters: {
            query?: {
                /** @description How the credentials are sealed for the buyer. */
                method?: "ecies_wallet" | "ephemeral_keypair";
                /** @description Account that would act: the answer then holds calls that it can sign, tried on the chain. */
                account?: string;
                /** @description Wait up to 5 seconds until this block is indexed, else 409 NOT_YET_INDEXED. */
                minBlock?: number;
                /** @description Wait up to 5 seconds until this transaction is indexed, else 409 NOT_YET_INDEXED. */
                afterTx?: string;
                /** @description Seconds that the index may be behind the head, else 503 INDEX_BEHIND. */
                maxLag?: number;
            };
            header?: never;
            path: {
                /** @description Public id `<chainId>-<contract>-<number>`, or the number alone where only one contract of the kind is configured. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Allowed and refused acts, with the reasons */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActionsAnswer"];
                };
            };
            /** @description INVALID_REQUEST: The request has mistakes. INVALID_ID: The id cannot be read. AMBIGUOUS_ID: The number alone names several things. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OFFER_NOT_FOUND: There is no such offer. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_YET_INDEXED: The index has not come that far. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: Too many requests from this address. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INDEX_BEHIND: The index is further behind than you accept. NOT_PUBLISHED: There is no index to read yet. DATABASE_UNAVAILABLE: The database cannot be reached. QUERY_TIMEOUT: The database took too long. OVERLOADED: The service has more to do than it can. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getListingActions: {
        parameters: {
            query?: {
                /** @description How the credentials are sealed for the buyer. */
                method?: "ecies_wallet" | "ephemeral_keypair";
                /** @description Price in token base units. */
                price?: string;
                /** @description Amount to pay in token base units; the asking price unless given. */
                amount?: string;
                /** @description Link to the metadata; empty leaves it as it is. */
                metadata?: string;
                /** @description Whether the build is what the seller says. */
                verified?: boolean;
                /** @description Account that would act: the answer then holds calls that it can sign, tried on the chain. */
                account?: string;
                /** @description Wait up to 5 seconds until this block is indexed, else 409 NOT_YET_INDEXED. */
                minBlock?: number;
                /** @description Wait up to 5 seconds until this transaction is indexed, else 409 NOT_YET_INDEXED. */
                afterTx?: string;
                /** @description Seconds that the index may be behind the head, else 503 INDEX_BEHIND. */
                maxLag?: number;
            };
            header?: never;
            path: {
                /** @description Public id `<chainId>-<contract>-<number>`, or the number alone where only one contract of the kind is configured. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Allowed and refused acts, with the reasons */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActionsAnswer"];
                };
            };
            /** @description INVALID_REQUEST: The request has mistakes. INVALID_ID: The id cannot be read. AMBIGUOUS_ID: The number alone names several things. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description LISTING_NOT_FOUND: There is no such listing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_YET_INDEXED: The index has not come that far. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: Too many requests from this address. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INDEX_BEHIND: The index is further behind than you accept. NOT_PUBLISHED: There is no index to read yet. DATABASE_UNAVAILABLE: The database cannot be reached. QUERY_TIMEOUT: The database took too long. OVERLOADED: The service has more to do than it can. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    requestNonce: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NonceRequest"];
            };
        };
        responses: {
            /** @description What the wallet is to sign */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NonceAnswer"];
                };
            };
            /** @description INVALID_REQUEST: The request has mistakes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BODY_TOO_LARGE: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: Too many requests from this address. RATE_LIMITED: Too many requests from this address. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description AUTH_NOT_CONFIGURED: This service has no accounts. DATABASE_UNAVAILABLE: The database cannot be reached. QUERY_TIMEOUT: The database took too long. OVERLOADED: The service has more to do than it can. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    verifySignIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignedMessage"];
            };
        };
        responses: {
            /** @description Tokens of a new session */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokensAnswer"];
                };
            };
            /** @description INVALID_REQUEST: The request has mistakes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID_SIGNATURE: The wallet did not sign this. EXPIRED_SIGNATURE: The signature is out of its time. REPLAYED_SIGNATURE: The signature was used before. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BODY_TOO_LARGE: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: Too many requests from this address. RATE_LIMITED: Too many requests from this address. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description AUTH_NOT_CONFIGURED: This service has no accounts. DATABASE_UNAVAILABLE: The database cannot be reached. QUERY_TIMEOUT: The database took too long. NODE_UNAVAILABLE: The chain cannot be asked. OVERLOADED: The service has more to do than it can. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    refreshTokens: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefreshRequest"];
            };
        };
        responses: {
            /** @description New tokens of the same session */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokensAnswer"];
                };
            };
            /** @description INVALID_REQUEST: The request has mistakes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID_CREDENTIALS: That does not open the account. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description ALREADY_REFRESHED: The token was exchanged a moment ago. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BODY_TOO_LARGE: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: Too many requests from this address. RATE_LIMITED: Too many requests from this address. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description AUTH_NOT_CONFIGURED: This service has no accounts. DATABASE_UNAVAILABLE: The database cannot be reached. QUERY_TIMEOUT: The database took too long. NODE_UNAVAILABLE: The chain cannot be asked. OVERLOADED: The service has more to do than it can. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    logout: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description INVALID_REQUEST: The request has mistakes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description AUTH_REQUIRED: Nobody has signed in. INVALID_TOKEN: The token is not good. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: Too many requests from this address. RATE_LIMITED: Too many requests from this address. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description DATABASE_UNAVAILABLE: The database cannot be reached. QUERY_TIMEOUT: The database took too long. OVERLOADED: The service has more to do than it can. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    logoutEverywhere: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How many were ended */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EndedSessionsAnswer"];
                };
            };
            /** @description INVALID_REQUEST: The request has mistakes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description AUTH_REQUIRED: Nobody has signed in. INVALID_TOKEN: The token is not good. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: Too many requests from this address. RATE_LIMITED: Too many requests from this address. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description DATABASE_UNAVAILABLE: The database cannot be reached. QUERY_TIMEOUT: The database took too long. OVERLOADED: The service has more to do than it can. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All that are good, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionsAnswer"];
                };
            };
            /** @description INVALID_REQUEST: The request has mistakes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description AUTH_REQUIRED: Nobody has signed in. INVALID_TOKEN: The token is not good. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: Too many requests from this address. RATE_LIMITED: Too many requests from this address. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description DATABASE_UNAVAILABLE: The database cannot be reached. QUERY_TIMEOUT: The database took too long. OVERLOADED: The service has more to do than it can. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sessionId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description INVALID_REQUEST: The request has mistakes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description AUTH_REQUIRED: Nobody has signed in. INVALID_TOKEN: The token is not good. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description SESSION_NOT_FOUND: There is no such session. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: Too many requests from this address. RATE_LIMITED: Too many requests from this address. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description DATABASE_UNAVAILABLE: The database cannot be reached. QUERY_TIMEOUT: The database took too long. OVERLOADED: The service has more to do than it can. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    registerEmail: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EmailAndPassword"];
            };
        };
        responses: {
            /** @description The same for every address: only the mail says more */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailSentAnswer"];
                };
            };
            /** @description INVALID_REQUEST: The request has mistakes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BODY_TOO_LARGE: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: Too many requests from this address. RATE_LIMITED: Too many requests from this address. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description AUTH_NOT_CONFIGURED: This service has no accounts. DATABASE_UNAVAILABLE: The database cannot be reached. QUERY_TIMEOUT: The database took too long. OVERLOADED: The service has more to do than it can. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    confirmEmail: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmEmailRequest"];
            };
        };
        responses: {
            /** @description Tokens of a new session */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokensAnswer"];
                };
            };
            /** @description INVALID_REQUEST: The request has mistakes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID_CREDENTIALS: That does not open the account. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description EMAIL_TAKEN: The address has an account already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BODY_TOO_LARGE: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: Too many requests from this address. RATE_LIMITED: Too many requests from this address. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description AUTH_NOT_CONFIGURED: This service has no accounts. DATABASE_UNAVAILABLE: The database cannot be reached. QUERY_TIMEOUT: The database took too long. OVERLOADED: The service has more to do than it can. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    login: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LoginRequest"];
            };
        };
        responses: {
            /** @description Tokens of a new session */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokensAnswer"];
                };
            };
            /** @description INVALID_REQUEST: The request has mistakes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID_CREDENTIALS: That does not open the account. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BODY_TOO_LARGE: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: Too many requests from this address. RATE_LIMITED: Too many requests from this address. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description AUTH_NOT_CONFIGURED: This service has no accounts. DATABASE_UNAVAILABLE: The database cannot be reached. QUERY_TIMEOUT: The database took too long. OVERLOADED: The service has more to do than it can. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    forgotPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ForgotPasswordRequest"];
            };
        };
        responses: {
            /** @description The same for every address: only the mail says more */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailSentAnswer"];
                };
            };
            /** @description INVALID_REQUEST: The request has mistakes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BODY_TOO_LARGE: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: Too many requests from this address. RATE_LIMITED: Too many requests from this address. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description AUTH_NOT_CONFIGURED: This service has no accounts. DATABASE_UNAVAILABLE: The database cannot be reached. QUERY_TIMEOUT: The database took too long. OVERLOADED: The service has more to do than it can. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resetPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResetPasswordRequest"];
            };
        };
        responses: {
            /** @description Done; log in with it */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description INVALID_REQUEST: The request has mistakes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID_CREDENTIALS: That does not open the account. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BODY_TOO_LARGE: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: Too many requests from this address. RATE_LIMITED: Too many requests from this address. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description AUTH_NOT_CONFIGURED: This service has no accounts. DATABASE_UNAVAILABLE: The database cannot be reached. QUERY_TIMEOUT: The database took too long. OVERLOADED: The service has more to do than it can. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOwnAccount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The account as it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnAccountAnswer"];
                };
            };
            /** @description INVALID_REQUEST: The request has mistakes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description AUTH_REQUIRED: Nobody has signed in. INVALID_TOKEN: The token is not good. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: Too many requests from this address. RATE_LIMITED: Too many requests from this address. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description DATABASE_UNAVAILABLE: The database cannot be reached. QUERY_TIMEOUT: The database took too long. OVERLOADED: The service has more to do than it can. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteOwnAccount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description INVALID_REQUEST: The request has mistakes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description AUTH_REQUIRED: Nobody has signed in. INVALID_TOKEN: The token is not good. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: Too many requests from this address. RATE_LIMITED: Too many requests from this address. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description DATABASE_UNAVAILABLE: The database cannot be reached. QUERY_TIMEOUT: The database took too long. OVERLOADED: The service has more to do than it can. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeOwnAccount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeAccountRequest"];
            };
        };
        responses: {
            /** @description The account as it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnAccountAnswer"];
                };
            };
            /** @description INVALID_REQUEST: The request has mistakes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description AUTH_REQUIRED: Nobody has signed in. INVALID_TOKEN: The token is not good. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NAME_TAKEN: The name belongs to another account. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: Too many requests from this address. RATE_LIMITED: Too many requests from this address. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description DATABASE_UNAVAILABLE: The database cannot be reached. QUERY_TIMEOUT: The database took too long. OVERLOADED: The service has more to do than it can. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addEmail: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EmailAndPassword"];
            };
        };
        responses: {
            /** @description The same for every address: only the mail says more */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailSentAnswer"];
                };
            };
            /** @description INVALID_REQUEST: The request has mistakes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description AUTH_REQUIRED: Nobody has signed in. INVALID_TOKEN: The token is not good. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: Too many requests from this address. RATE_LIMITED: Too many requests from this address. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description DATABASE_UNAVAILABLE: The database cannot be reached. QUERY_TIMEOUT: The database took too long. OVERLOADED: The service has more to do than it can. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    requestLinkNonce: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LinkNonceRequest"];
            };
        };
        responses: {
            /** @description What the wallet is to sign */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NonceAnswer"];
                };
            };
            /** @description INVALID_REQUEST: The request has mistakes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description AUTH_REQUIRED: Nobody has signed in. INVALID_TOKEN: The token is not good. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: Too many requests from this address. RATE_LIMITED: Too many requests from this address. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description DATABASE_UNAVAILABLE: The database cannot be reached. QUERY_TIMEOUT: The database took too long. OVERLOADED: The service has more to do than it can. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    linkWallet: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignedMessage"];
            };
        };
        responses: {
            /** @description The account as it is */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnAccountAnswer"];
                };
            };
            /** @description INVALID_REQUEST: The request has mistakes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description AUTH_REQUIRED: Nobody has signed in. INVALID_TOKEN: The token is not good. INVALID_SIGNATURE: The wallet did not sign this. EXPIRED_SIGNATURE: The signature is out of its time. REPLAYED_SIGNATURE: The signature was used before. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description WALLET_TAKEN: The wallet belongs to another account. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: Too many requests from this address. RATE_LIMITED: Too many requests from this address. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description DATABASE_UNAVAILABLE: The database cannot be reached. QUERY_TIMEOUT: The database took too long. NODE_UNAVAILABLE: The chain cannot be asked. OVERLOADED: The service has more to do than it can. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    unlinkWallet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                address: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description INVALID_REQUEST: The request has mistakes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description AUTH_REQUIRED: Nobody has signed in. INVALID_TOKEN: The token is not good. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description WALLET_NOT_FOUND: The account has no such wallet. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description LAST_CREDENTIAL: Nothing would open the account any more. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: Too many requests from this address. RATE_LIMITED: Too many requests from this address. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description DATABASE_UNAVAILABLE: The database cannot be reached. QUERY_TIMEOUT: The database took too long. OVERLOADED: The service has more to do than it can. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listChanges: {
        parameters: {
            query?: {
                /** @description Entries with a larger sequence; 0 unless given. */
                after?: number;
                /** @description Entries on a page, 1 to 500; 100 unless given. */
                limit?: number;
                /** @description What happened, as the field `kind` prints it. */
                kind?: string;
                /** @description Listing concerned: public id, or its number alone. */
                listing?: string;
                /** @description Escrow concerned: public id, or its number alone. */
                escrow?: string;
                /** @description Account that acted, or the other party. */
                account?: string;
                /** @description Only entries with this status. */
                status?: "provisional" | "final" | "retracted";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Entries in the order of the journal */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangePage"];
                };
            };
            /** @description INVALID_REQUEST: The request has mistakes. INVALID_ID: The id cannot be read. AMBIGUOUS_ID: The number alone names several things. UNKNOWN_SEQUENCE: The journal has not come to this sequence. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: Too many requests from this address. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_PUBLISHED: There is no index to read yet. DATABASE_UNAVAILABLE: The database cannot be reached. QUERY_TIMEOUT: The database took too long. OVERLOADED: The service has more to do than it can. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    streamChanges: {
        parameters: {
            query?: {
                /** @description Entries with a larger sequence; from now on unless given. */
                after?: number;
                /** @description What happened, as the field `kind` prints it. */
                kind?: string;
                /** @description Listing concerned: public id, or its number alone. */
                listing?: string;
                /** @description Escrow concerned: public id, or its number alone. */
                escrow?: string;
                /** @description Account that acted, or the other party. */
                account?: string;
                /** @description Only entries with this status. */
                status?: "provisional" | "final" | "retracted";
            };
            header?: {
                /** @description Sequence that was heard last; it wins over `after`. */
                "last-event-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Server-sent events until either side ends them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description INVALID_REQUEST: The request has mistakes. INVALID_ID: The id cannot be read. AMBIGUOUS_ID: The number alone names several things. UNKNOWN_SEQUENCE: The journal has not come to this sequence. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: Too many requests from this address. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_PUBLISHED: There is no index to read yet. DATABASE_UNAVAILABLE: The database cannot be reached. QUERY_TIMEOUT: The database took too long. TOO_MANY_STREAMS: Too many readers are connected. OVERLOADED: The service has more to do than it can. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getStatistics: {
        parameters: {
            query?: {
                /** @description Marketplace of the listings concerned. */
                marketplace?: string;
                /** @description Payment token. */
                token?: string;
                /** @description Category of the listings concerned, as it is now. */
                category?: string;
                /** @description First moment that counts; the beginning unless given. */
                from?: string;
                /** @description First moment that no longer counts; the last indexed block ends it in any case. */
                to?: string;
                /** @description Dimension to group by. `verification` is the level that sellers declared, `category` that of the listing as it is now; null stands for listings without one. */
                groupBy?: "marketplace" | "token" | "verification" | "category";
                /** @description Wait up to 5 seconds until this block is indexed, else 409 NOT_YET_INDEXED. */
                minBlock?: number;
                /** @description Wait up to 5 seconds until this transaction is indexed, else 409 NOT_YET_INDEXED. */
                afterTx?: string;
                /** @description Seconds that the index may be behind the head, else 503 INDEX_BEHIND. */
                maxLag?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The statistics, from one snapshot */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StatisticsAnswer"];
                };
            };
            /** @description INVALID_REQUEST: The request has mistakes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_YET_INDEXED: The index has not come that far. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: Too many requests from this address. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INDEX_BEHIND: The index is further behind than you accept. NOT_PUBLISHED: There is no index to read yet. DATABASE_UNAVAILABLE: The database cannot be reached. QUERY_TIMEOUT: The database took too long. OVERLOADED: The service has more to do than it can. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getStatisticSeries: {
        parameters: {
            query: {
                metric: "listings_created" | "active_listings" | "median_ask" | "offers_made" | "offers_accepted" | "offers_rejected" | "offers_cancelled" | "offers_expired" | "offer_acceptance_rate" | "funded_escrows" | "funded_volume" | "sales" | "sale_volume" | "median_sale" | "median_discount" | "value_locked" | "platform_fees" | "stake_locked" | "stake_slashed" | "seconds_to_first_offer_median" | "seconds_to_first_offer_p90" | "seconds_to_acceptance_median" | "seconds_to_acceptance_p90" | "seconds_to_funding_median" | "seconds_to_funding_p90" | "seconds_to_sale_median" | "seconds_to_sale_p90" | "dispute_rate" | "refund_rate" | "handover_timeouts" | "verification_timeouts" | "emergency_exits" | "unique_buyers" | "unique_sellers" | "agent_payments" | "agent_payment_volume" | "agent_payment_fees";
                /** @description Length of a step; a day unless given. Weeks begin on Monday. At most 1000 steps. */
                interval?: "hour" | "day" | "week" | "month";
                /** @description Marketplace of the listings concerned. */
                marketplace?: string;
                /** @description Payment token. */
                token?: string;
                /** @description Category of the listings concerned, as it is now. */
                category?: string;
                /** @description First moment that counts; 30 steps before the end unless given. */
                from?: string;
                /** @description First moment that no longer counts; the last indexed block ends it in any case. */
                to?: string;
                /** @description Wait up to 5 seconds until this block is indexed, else 409 NOT_YET_INDEXED. */
                minBlock?: number;
                /** @description Wait up to 5 seconds until this transaction is indexed, else 409 NOT_YET_INDEXED. */
                afterTx?: string;
                /** @description Seconds that the index may be behind the head, else 503 INDEX_BEHIND. */
                maxLag?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One series, or for money one for each token */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StatisticSeriesAnswer"];
                };
            };
            /** @description INVALID_REQUEST: The request has mistakes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_YET_INDEXED: The index has not come that far. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: Too many requests from this address. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INDEX_BEHIND: The index is further behind than you accept. NOT_PUBLISHED: There is no index to read yet. DATABASE_UNAVAILABLE: The database cannot be reached. QUERY_TIMEOUT: The database took too long. OVERLOADED: The service has more to do than it can. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listStatisticDefinitions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All definitions */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StatisticDefinitionsAnswer"];
                };
            };
            /** @description INVALID_REQUEST: The request has mistakes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSolvency: {
        parameters: {
            query?: {
                /** @description Contract that holds the money. */
                contract?: string;
                /** @description Token that is held. */
                token?: string;
                /** @description Wait up to 5 seconds until this block is indexed, else 409 NOT_YET_INDEXED. */
                minBlock?: number;
                /** @description Wait up to 5 seconds until this transaction is indexed, else 409 NOT_YET_INDEXED. */
                afterTx?: string;
                /** @description Seconds that the index may be behind the head, else 503 INDEX_BEHIND. */
                maxLag?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One entry for each contract and token with a transfer or an obligation */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SolvencyAnswer"];
                };
            };
            /** @description INVALID_REQUEST: The request has mistakes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_YET_INDEXED: The index has not come that far. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: Too many requests from this address. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INDEX_BEHIND: The index is further behind than you accept. NOT_PUBLISHED: There is no index to read yet. DATABASE_UNAVAILABLE: The database cannot be reached. QUERY_TIMEOUT: The database took too long. OVERLOADED: The service has more to do than it can. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All keys, the newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKeysAnswer"];
                };
            };
            /** @description INVALID_REQUEST: The request has mistakes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description AUTH_REQUIRED: Nobody has signed in. INVALID_TOKEN: The token is not good. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: Too many requests from this address. RATE_LIMITED: Too many requests from this address. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description DATABASE_UNAVAILABLE: The database cannot be reached. QUERY_TIMEOUT: The database took too long. OVERLOADED: The service has more to do than it can. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description A random UUID: the same request with it has one effect within 24 hours. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewKeyRequest"];
            };
        };
        responses: {
            /** @description The key, with its secret */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewApiKeyAnswer"];
                };
            };
            /** @description INVALID_REQUEST: The request has mistakes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description AUTH_REQUIRED: Nobody has signed in. INVALID_TOKEN: The token is not good. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description IDEMPOTENCY_IN_PROGRESS: The same request is being worked on. TOO_MANY_KEYS: The account has as many keys as it may have. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BODY_TOO_LARGE: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description IDEMPOTENCY_KEY_REUSED: The Idempotency-Key was sent with another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: Too many requests from this address. RATE_LIMITED: Too many requests from this address. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description DATABASE_UNAVAILABLE: The database cannot be reached. QUERY_TIMEOUT: The database took too long. OVERLOADED: The service has more to do than it can. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getKeyUsage: {
        parameters: {
            query?: {
                /** @description Days back, 30 unless given. */
                days?: number;
            };
            header?: never;
            path: {
                keyId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Uses by day and route */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyUsageAnswer"];
                };
            };
            /** @description INVALID_REQUEST: The request has mistakes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description AUTH_REQUIRED: Nobody has signed in. INVALID_TOKEN: The token is not good. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description KEY_NOT_FOUND: There is no such key. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: Too many requests from this address. RATE_LIMITED: Too many requests from this address. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description DATABASE_UNAVAILABLE: The database cannot be reached. QUERY_TIMEOUT: The database took too long. OVERLOADED: The service has more to do than it can. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rotateKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description A random UUID: the same request with it has one effect within 24 hours. */
                "idempotency-key"?: string;
            };
            path: {
                keyId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RotateKeyRequest"];
            };
        };
        responses: {
            /** @description The successor, with its secret */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RotatedKeyAnswer"];
                };
            };
            /** @description INVALID_REQUEST: The request has mistakes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description AUTH_REQUIRED: Nobody has signed in. INVALID_TOKEN: The token is not good. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description KEY_NOT_FOUND: There is no such key. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description IDEMPOTENCY_IN_PROGRESS: The same request is being worked on. KEY_ENDED: The key has ended. TOO_MANY_KEYS: The account has as many keys as it may have. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BODY_TOO_LARGE: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description IDEMPOTENCY_KEY_REUSED: The Idempotency-Key was sent with another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: Too many requests from this address. RATE_LIMITED: Too many requests from this address. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description DATABASE_UNAVAILABLE: The database cannot be reached. QUERY_TIMEOUT: The database took too long. OVERLOADED: The service has more to do than it can. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description A random UUID: the same request with it has one effect within 24 hours. */
                "idempotency-key"?: string;
            };
            path: {
                keyId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The key as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RevokedKeyAnswer"];
                };
            };
            /** @description INVALID_REQUEST: The request has mistakes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description AUTH_REQUIRED: Nobody has signed in. INVALID_TOKEN: The token is not good. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description KEY_NOT_FOUND: There is no such key. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description IDEMPOTENCY_IN_PROGRESS: The same request is being worked on. KEY_ENDED: The key has ended. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BODY_TOO_LARGE: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description IDEMPOTENCY_KEY_REUSED: The Idempotency-Key was sent with another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: Too many requests from this address. RATE_LIMITED: Too many requests from this address. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description DATABASE_UNAVAILABLE: The database cannot be reached. QUERY_TIMEOUT: The database took too long. OVERLOADED: The service has more to do than it can. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listLimits: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Limits in the order of the table */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LimitsAnswer"];
                };
            };
            /** @description INVALID_REQUEST: The request has mistakes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INVALID_TOKEN: The token is not good. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: Too many requests from this address. RATE_LIMITED: Too many requests from this address. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description DATABASE_UNAVAILABLE: The database cannot be reached. OVERLOADED: The service has more to do than it can. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listFlags: {
        parameters: {
            query?: {
                /** @description Rows on a page, 1 to 100; 20 unless given. */
                limit?: number;
                cursor?: string;
                /** @description Only flags that stand here. */
                status?: "open" | "appealed" | "upheld" | "lifted";
                /** @description Only flags about this id. */
                subject?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Flags, the newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FlagPage"];
                };
            };
            /** @description INVALID_REQUEST: The request has mistakes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description AUTH_REQUIRED: Nobody has signed in. INVALID_TOKEN: The token is not good. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: Too many requests from this address. RATE_LIMITED: Too many requests from this address. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description DATABASE_UNAVAILABLE: The database cannot be reached. QUERY_TIMEOUT: The database took too long. OVERLOADED: The service has more to do than it can. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    raiseFlag: {
        parameters: {
            query?: never;
            header?: {
                /** @description A random UUID: the same request with it has one effect within 24 hours. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewFlagRequest"];
            };
        };
        responses: {
            /** @description The flag */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewFlagAnswer"];
                };
            };
            /** @description INVALID_REQUEST: The request has mistakes. INVALID_ID: The id cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description AUTH_REQUIRED: Nobody has signed in. INVALID_TOKEN: The token is not good. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description LISTING_NOT_FOUND: There is no such listing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description IDEMPOTENCY_IN_PROGRESS: The same request is being worked on. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BODY_TOO_LARGE: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description IDEMPOTENCY_KEY_REUSED: The Idempotency-Key was sent with another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: Too many requests from this address. RATE_LIMITED: Too many requests from this address. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description DATABASE_UNAVAILABLE: The database cannot be reached. QUERY_TIMEOUT: The database took too long. OVERLOADED: The service has more to do than it can. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    appealFlag: {
        parameters: {
            query?: never;
            header?: {
                /** @description A random UUID: the same request with it has one effect within 24 hours. */
                "idempotency-key"?: string;
            };
            path: {
                flagId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AppealRequest"];
            };
        };
        responses: {
            /** @description The flag as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppealAnswer"];
                };
            };
            /** @description INVALID_REQUEST: The request has mistakes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description AUTH_REQUIRED: Nobody has signed in. INVALID_TOKEN: The token is not good. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FLAG_NOT_FOUND: There is no such flag. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description IDEMPOTENCY_IN_PROGRESS: The same request is being worked on. FLAG_DECIDED: The flag is past this. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BODY_TOO_LARGE: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description IDEMPOTENCY_KEY_REUSED: The Idempotency-Key was sent with another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: Too many requests from this address. RATE_LIMITED: Too many requests from this address. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description DATABASE_UNAVAILABLE: The database cannot be reached. QUERY_TIMEOUT: The database took too long. OVERLOADED: The service has more to do than it can. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    decideFlag: {
        parameters: {
            query?: never;
            header?: {
                /** @description A random UUID: the same request with it has one effect within 24 hours. */
                "idempotency-key"?: string;
            };
            path: {
                flagId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FlagDecisionRequest"];
            };
        };
        responses: {
            /** @description The flag as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FlagDecisionAnswer"];
                };
            };
            /** @description INVALID_REQUEST: The request has mistakes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description AUTH_REQUIRED: Nobody has signed in. INVALID_TOKEN: The token is not good. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FLAG_NOT_FOUND: There is no such flag. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description IDEMPOTENCY_IN_PROGRESS: The same request is being worked on. FLAG_DECIDED: The flag is past this. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BODY_TOO_LARGE: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description IDEMPOTENCY_KEY_REUSED: The Idempotency-Key was sent with another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: Too many requests from this address. RATE_LIMITED: Too many requests from this address. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description DATABASE_UNAVAILABLE: The database cannot be reached. QUERY_TIMEOUT: The database took too long. OVERLOADED: The service has more to do than it can. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAccountsForAdmin: {
        parameters: {
            query?: {
                /** @description Rows on a page, 1 to 100; 20 unless given. */
                limit?: number;
                cursor?: string;
                /** @description Id, e-mail, username or wallet, whole. */
                search?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accounts, the newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdminAccountPage"];
                };
            };
            /** @description INVALID_REQUEST: The request has mistakes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description AUTH_REQUIRED: Nobody has signed in. INVALID_TOKEN: The token is not good. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: Too many requests from this address. RATE_LIMITED: Too many requests from this address. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description DATABASE_UNAVAILABLE: The database cannot be reached. QUERY_TIMEOUT: The database took too long. OVERLOADED: The service has more to do than it can. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAccountForAdmin: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                accountId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The account */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdminAccountAnswer"];
                };
            };
            /** @description INVALID_REQUEST: The request has mistakes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description AUTH_REQUIRED: Nobody has signed in. INVALID_TOKEN: The token is not good. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description ACCOUNT_NOT_FOUND: There is no such account. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: Too many requests from this address. RATE_LIMITED: Too many requests from this address. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description DATABASE_UNAVAILABLE: The database cannot be reached. QUERY_TIMEOUT: The database took too long. OVERLOADED: The service has more to do than it can. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeAccountAsAdmin: {
        parameters: {
            query?: never;
            header?: {
                /** @description A random UUID: the same request with it has one effect within 24 hours. */
                "idempotency-key"?: string;
            };
            path: {
                accountId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountDecisionRequest"];
            };
        };
        responses: {
            /** @description The account as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedAccountAnswer"];
                };
            };
            /** @description INVALID_REQUEST: The request has mistakes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description AUTH_REQUIRED: Nobody has signed in. INVALID_TOKEN: The token is not good. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description ACCOUNT_NOT_FOUND: There is no such account. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description IDEMPOTENCY_IN_PROGRESS: The same request is being worked on. LAST_ADMIN: Nobody would be left to administer. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BODY_TOO_LARGE: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description IDEMPOTENCY_KEY_REUSED: The Idempotency-Key was sent with another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: Too many requests from this address. RATE_LIMITED: Too many requests from this address. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description DATABASE_UNAVAILABLE: The database cannot be reached. QUERY_TIMEOUT: The database took too long. OVERLOADED: The service has more to do than it can. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listKeysForAdmin: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                accountId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All keys, the newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdminKeysAnswer"];
                };
            };
            /** @description INVALID_REQUEST: The request has mistakes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description AUTH_REQUIRED: Nobody has signed in. INVALID_TOKEN: The token is not good. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description ACCOUNT_NOT_FOUND: There is no such account. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: Too many requests from this address. RATE_LIMITED: Too many requests from this address. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description DATABASE_UNAVAILABLE: The database cannot be reached. QUERY_TIMEOUT: The database took too long. OVERLOADED: The service has more to do than it can. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeKeyAsAdmin: {
        parameters: {
            query?: never;
            header?: {
                /** @description A random UUID: the same request with it has one effect within 24 hours. */
                "idempotency-key"?: string;
            };
            path: {
                keyId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The key as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdminRevokedKeyAnswer"];
                };
            };
            /** @description INVALID_REQUEST: The request has mistakes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description AUTH_REQUIRED: Nobody has signed in. INVALID_TOKEN: The token is not good. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description KEY_NOT_FOUND: There is no such key. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description IDEMPOTENCY_IN_PROGRESS: The same request is being worked on. KEY_ENDED: The key has ended. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BODY_TOO_LARGE: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description IDEMPOTENCY_KEY_REUSED: The Idempotency-Key was sent with another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: Too many requests from this address. RATE_LIMITED: Too many requests from this address. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description DATABASE_UNAVAILABLE: The database cannot be reached. QUERY_TIMEOUT: The database took too long. OVERLOADED: The service has more to do than it can. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSetting: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: "limits";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The rules and their version */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SettingAnswer"];
                };
            };
            /** @description INVALID_REQUEST: The request has mistakes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description AUTH_REQUIRED: Nobody has signed in. INVALID_TOKEN: The token is not good. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: Too many requests from this address. RATE_LIMITED: Too many requests from this address. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description DATABASE_UNAVAILABLE: The database cannot be reached. QUERY_TIMEOUT: The database took too long. OVERLOADED: The service has more to do than it can. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putSetting: {
        parameters: {
            query?: never;
            header?: {
                /** @description A random UUID: the same request with it has one effect within 24 hours. */
                "idempotency-key"?: string;
            };
            path: {
                name: "limits";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SettingRequest"];
            };
        };
        responses: {
            /** @description The rules as they are now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedSettingAnswer"];
                };
            };
            /** @description INVALID_REQUEST: The request has mistakes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description AUTH_REQUIRED: Nobody has signed in. INVALID_TOKEN: The token is not good. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description IDEMPOTENCY_IN_PROGRESS: The same request is being worked on. SETTING_CHANGED: Somebody else has changed it meanwhile. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description BODY_TOO_LARGE: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description IDEMPOTENCY_KEY_REUSED: The Idempotency-Key was sent with another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: Too many requests from this address. RATE_LIMITED: Too many requests from this address. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description DATABASE_UNAVAILABLE: The database cannot be reached. QUERY_TIMEOUT: The database took too long. OVERLOADED: The service has more to do than it can. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAudit: {
        parameters: {
            query?: {
                /** @description Rows on a page, 1 to 100; 20 unless given. */
                limit?: number;
                cursor?: string;
                /** @description Kind of thing. */
                entity?: string;
                entityId?: string;
                /** @description Account that made the change. */
                actor?: string;
                action?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Entries, the newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditPage"];
                };
            };
            /** @description INVALID_REQUEST: The request has mistakes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description AUTH_REQUIRED: Nobody has signed in. INVALID_TOKEN: The token is not good. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: Too many requests from this address. RATE_LIMITED: Too many requests from this address. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description DATABASE_UNAVAILABLE: The database cannot be reached. QUERY_TIMEOUT: The database took too long. OVERLOADED: The service has more to do than it can. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    verifyAudit: {
        parameters: {
            query?: {
                /** @description Only entries after this one. */
                after?: string;
                /** @description Entries to look at, 10000 unless given. */
                entries?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What recomputing it has shown */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditVerdictAnswer"];
                };
            };
            /** @description INVALID_REQUEST: The request has mistakes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description AUTH_REQUIRED: Nobody has signed in. INVALID_TOKEN: The token is not good. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description FORBIDDEN: The caller may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: Too many requests from this address. RATE_LIMITED: Too many requests from this address. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description DATABASE_UNAVAILABLE: The database cannot be reached. QUERY_TIMEOUT: The database took too long. OVERLOADED: The service has more to do than it can. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getStatus: {
        parameters: {
            query?: {
                /** @description Wait up to 5 seconds until this block is indexed, else 409 NOT_YET_INDEXED. */
                minBlock?: number;
                /** @description Wait up to 5 seconds until this transaction is indexed, else 409 NOT_YET_INDEXED. */
                afterTx?: string;
                /** @description Seconds that the index may be behind the head, else 503 INDEX_BEHIND. */
                maxLag?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The state of the index */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StatusAnswer"];
                };
            };
            /** @description INVALID_REQUEST: The request has mistakes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_YET_INDEXED: The index has not come that far. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: Too many requests from this address. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INDEX_BEHIND: The index is further behind than you accept. NOT_PUBLISHED: There is no index to read yet. DATABASE_UNAVAILABLE: The database cannot be reached. QUERY_TIMEOUT: The database took too long. OVERLOADED: The service has more to do than it can. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getContracts: {
        parameters: {
            query?: {
                /** @description Wait up to 5 seconds until this block is indexed, else 409 NOT_YET_INDEXED. */
                minBlock?: number;
                /** @description Wait up to 5 seconds until this transaction is indexed, else 409 NOT_YET_INDEXED. */
                afterTx?: string;
                /** @description Seconds that the index may be behind the head, else 503 INDEX_BEHIND. */
                maxLag?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The contracts of the deployments file, and what has become of them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContractsAnswer"];
                };
            };
            /** @description INVALID_REQUEST: The request has mistakes. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description NOT_YET_INDEXED: The index has not come that far. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description RATE_LIMITED: Too many requests from this address. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INDEX_BEHIND: The index is further behind than you accept. NOT_PUBLISHED: There is no index to read yet. DATABASE_UNAVAILABLE: The database cannot be reached. QUERY_TIMEOUT: The database took too long. OVERLOADED: The service has more to do than it can. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It runs */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReady: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every check passes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ready"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A check fails; the body says which and why */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ready"];
                };
            };
        };
    };
    getProblemKind: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Code in lower case with hyphens. */
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The kind of problem */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemKind"];
                };
            };
            /** @description ROUTE_NOT_FOUND: There is no such address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description INTERNAL: Something went wrong on our side. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
