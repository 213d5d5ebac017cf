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
    "/v1/listings/{id}/similar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The listings most alike to one, to compare it with
         * @description By what the newest published estimate of each has read, never by the asking price: that is what to compare. Sold, paused and cancelled listings count too; `availability` tells them apart. A new estimate of either listing may change the distance.
         */
        get: operations["listSimilarListings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/listings/{id}/site-checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether the site of a listing answers, and how long its certificate and domain last
         * @description Of the address in the newest signed document of the listing, while it is for sale: whether it answers each day, the certificate and the registration of the domain each week. A failure to answer counts only after a second look minutes later. Looked at from one place on the internet.
         */
        get: operations["getSiteChecks"];
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
        /** Your drafts, or those of an organisation */
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
    "/v1/uploads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your uploads */
        get: operations["listUploads"];
        put?: never;
        /**
         * Upload files
         * @description At most five parts of 10 MB, each a file; all of them are kept or none. Pictures are drawn anew, without any metadata, with two smaller versions. The body is not part of any signature, so this needs a session or a key.
         */
        post: operations["uploadFiles"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/uploads/{uploadId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of your uploads, or one that you may read */
        get: operations["getUpload"];
        put?: never;
        post?: never;
        /**
         * Delete an upload
         * @description Its bytes go too, unless somebody else has uploaded the same.
         */
        delete: operations["deleteUpload"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/uploads/{uploadId}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The bytes of an upload
         * @description For its owner and the readers that he has named. Each read of ciphertext is logged.
         */
        get: operations["readUpload"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/u/{cid}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A picture, a smaller version of one, or a document
         * @description Never changes, so caches may keep it for ever. Pictures can be shown, documents are only saved; `Range` is taken.
         */
        get: operations["readContent"];
        put?: never;
        post?: never;
        delete?: never;
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
         * End mails about events, deadlines and saved searches
         * @description For the button of the page and for the one of mail programs (RFC 8058).
         */
        post: operations["unsubscribe"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operator-notices/{link}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The page behind the link of a message to operators: one button
         * @description Reading it changes nothing, for chats open links before people do.
         */
        get: operations["showOperatorNotice"];
        put?: never;
        /**
         * Say as an operator that you look after something
         * @description Ends the messages about it, and nothing else: what is to be done needs an account with the role. A link is good for a week.
         */
        post: operations["takeOperatorNotice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/signs-of-life/{link}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The page behind the link of a reminder: one button
         * @description Reading it changes nothing, for mail programs open links before people do.
         */
        get: operations["showSignOfLife"];
        put?: never;
        /**
         * Say as a seller that you are still there
         * @description Ends the silence that the reminder was about, as far as this service is concerned: reminders, the mark as unresponsive and pauses by its agent. The contract hears of recordHeartbeat alone. A link is good for its one silence; used again it changes nothing.
         */
        post: operations["recordSignOfLife"];
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
    "/v1/users/{address}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What everybody may know of whoever is behind a wallet
         * @description What its owner decided to show, what became of its sales and purchases, and of its listings what was declared and what was verified. Neither mail nor wishes about payment, nor other wallets of the same owner.
         */
        get: operations["getUser"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users/{address}/profile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Say what everybody reads under a wallet of yours
         * @description Each wallet shows what was said for it and names no other. What is left out is not shown any more; a body without anything takes all of it away.
         */
        put: operations["replaceUserProfile"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/listings/{id}/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was declared of a listing, what was verified, and by what evidence */
        get: operations["getListingVerification"];
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
    "/v1/auth/oidc": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Providers at which one can sign in */
        get: operations["listProviders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/auth/oidc/{provider}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin to sign in at a provider
         * @description The provider sends the reader back to /sign-in/provider of the page's origin, with `code` and `state`.
         */
        post: operations["beginAtProvider"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/auth/oidc/{provider}/finish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in with the answer of the provider
         * @description The ID token is checked here. It finds an account by issuer and subject; by an address only when the provider calls it verified. The first time makes an account.
         */
        post: operations["finishAtProvider"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/auth/oidc/{provider}/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * For providers that post their answer
         * @description Sends the reader on to the page that began; nothing is decided here.
         */
        post: operations["takeProviderForm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/account/identities/{provider}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin to link an account at a provider to yours
         * @description Ends with POST /v1/auth/oidc/{provider}/finish, as signing in does.
         */
        post: operations["beginToLinkIdentity"];
        /**
         * Unlink your account at a provider
         * @description Sessions that were opened at a provider end. The last way into an account cannot be taken away.
         */
        delete: operations["unlinkIdentity"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/account/identities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Providers at which one can reach the account */
        get: operations["listIdentities"];
        put?: never;
        post?: never;
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
         * @description Everything private of it goes at once, sessions and keys included, and organisations of which it is the last member. What is on the chain stays.
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
    "/v1/account/profile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Everything that you have said of yourself
         * @description Contact and payout are encrypted at rest, and no key, administrator or analyst reads them.
         */
        get: operations["getProfile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Say how you can be reached and paid
         * @description A part that is sent replaces what was there; null takes it away.
         */
        patch: operations["changeProfile"];
        trace?: never;
    };
    "/v1/organisations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Organisations that you belong to */
        get: operations["listOrganisations"];
        put?: never;
        /** Make an organisation, with yourself as its owner */
        post: operations["createOrganisation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organisations/{organisationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of them, with its members */
        get: operations["getOrganisation"];
        put?: never;
        post?: never;
        /**
         * Delete it, as its owner
         * @description Its drafts, keys and invitations go at once; jobs stay with whoever asked for them.
         */
        delete: operations["deleteOrganisation"];
        options?: never;
        head?: never;
        /** Give it another name, as its admin or owner */
        patch: operations["renameOrganisation"];
        trace?: never;
    };
    "/v1/organisations/{organisationId}/members/{accountId}": {
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
         * Remove a member, or leave
         * @description Keys that the member made for the organisation end at once. It goes with its last member.
         */
        delete: operations["removeOrganisationMember"];
        options?: never;
        head?: never;
        /** Give a member another role, as an owner */
        patch: operations["changeOrganisationMember"];
        trace?: never;
    };
    "/v1/organisations/{organisationId}/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was done in the organisation, and by whom
         * @description For its owners: members, invitations, keys and drafts, and whatever its keys have done. Where a member was when he did it is for himself alone.
         */
        get: operations["listOrganisationAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organisations/{organisationId}/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Invitations that are open, for admins and owners */
        get: operations["listOrganisationInvitations"];
        put?: never;
        /**
         * Invite a wallet or an address, as an admin or owner
         * @description Good for 14 days. Whether there is such an account is not said; whoever has the wallet, or reads the mail, can accept.
         */
        post: operations["inviteToOrganisation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organisations/{organisationId}/invitations/{invitationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take an invitation back */
        delete: operations["takeBackInvitation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/account/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Invitations for your wallets and your address */
        get: operations["listOwnInvitations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/account/invitations/{invitationId}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Join an organisation */
        post: operations["acceptInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/account/invitations/{invitationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Decline an invitation */
        delete: operations["declineInvitation"];
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
    "/v1/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your webhooks */
        get: operations["listWebhooks"];
        put?: never;
        /**
         * Be told what happens
         * @description Messages follow Standard Webhooks and come in the order of the journal. What fails is tried again for about three days.
         */
        post: operations["createWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{webhookId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of your webhooks */
        get: operations["getWebhook"];
        put?: never;
        post?: never;
        /** Be told no more */
        delete: operations["deleteWebhook"];
        options?: never;
        head?: never;
        /** Change a webhook, pause it, or switch it on again */
        patch: operations["changeWebhook"];
        trace?: never;
    };
    "/v1/webhooks/{webhookId}/rotate-secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replace the signing secret
         * @description Until the overlap is over, each message carries a signature by either secret.
         */
        post: operations["rotateWebhookSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{webhookId}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was sent to a webhook, and what became of it */
        get: operations["listWebhookDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{webhookId}/ping": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a test message
         * @description A signed message of type webhook.ping; the list of deliveries says what became of it.
         */
        post: operations["pingWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{webhookId}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send everything from a sequence on again
         * @description Messages keep their ids, so a receiver that knows what it has heard hears nothing twice.
         */
        post: operations["replayWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.well-known/webhook-keys.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Public keys with which webhooks can be verified */
        get: operations["getWebhookKeys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/account/saved-searches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your saved searches */
        get: operations["listSavedSearches"];
        put?: never;
        /**
         * Save a search
         * @description Alerts tell each listing once, when it first matches, and why it does. A webhook can go by a saved search as well.
         */
        post: operations["createSavedSearch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/account/saved-searches/{searchId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of your saved searches */
        get: operations["getSavedSearch"];
        /** Ask for something else */
        put: operations["replaceSavedSearch"];
        post?: never;
        /** Forget a search and what it has found */
        delete: operations["deleteSavedSearch"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/account/saved-searches/{searchId}/matches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Listings that alerts of the search told of, and why */
        get: operations["listSavedSearchMatches"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/account/watch-list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Listings that you watch */
        get: operations["listWatchedListings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/account/watch-list/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Watch a listing */
        put: operations["watchListing"];
        post?: never;
        /** Watch a listing no more */
        delete: operations["unwatchListing"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What you have asked for, and how far it is */
        get: operations["listJobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jobs/{jobId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How far a job is
         * @description With `Accept: text/event-stream`, or as a WebSocket at the same path, it is told at each change until it has ended: messages of type `job` with a Job as data. A WebSocket that cannot send headers names the token as the subprotocol `bearer.<token>` beside `valyra.job`.
         */
        get: operations["getJob"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jobs/{jobId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel a job and the steps that wait for it
         * @description One that runs is told to stop, and is cancelled when it has. A job of an organisation is cancelled by whoever asked for it, or its admins and owners.
         */
        post: operations["cancelJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Jobs of everybody and of the system; dead ones unless another state is asked for */
        get: operations["listJobsForAdmin"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/jobs/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Do all dead jobs again, or those of one name */
        post: operations["replayDeadJobs"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/jobs/{jobId}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Do a dead or cancelled job again */
        post: operations["replayJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/queues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Jobs by queue and state, apart from those that have ended well */
        get: operations["getQueues"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/queue-page-links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A link that opens the page of queues in a browser
         * @description It is good once, within a minute; what it opens is read only and lasts an hour.
         */
        post: operations["createQueuePageLink"];
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
    "/v1/valuations/track-record": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How far published estimates were off, and asks and rules of thumb on the same deals
         * @description Escrows that closed at arm's length score the last estimate that was made before their price was known, with the ask hidden. Same-party, disputed, refunded and emergency ends are left out with their reason. `valuation:verify` works everything out from /v1/valuations/record.
         */
        get: operations["getTrackRecord"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/valuations/record": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every published estimate in one chain of hashes, oldest first */
        get: operations["listRecordEntries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/valuations/record/days": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The Merkle root of each day that is over */
        get: operations["listRecordDays"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/valuations/record/outcomes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How closed escrows ended, and which estimates they score */
        get: operations["listEstimateOutcomes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/valuations/{id}/proof": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Proof that a published estimate is under the root of its day */
        get: operations["getEstimateProof"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/valuations/analyze": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Value a business that need not be listed
         * @description The answer is for the caller alone and stands in no record. All figures count as claimed.
         */
        post: operations["analyzeBusiness"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/listings/{id}/valuations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every estimate of a listing that was published */
        get: operations["listListingValuations"];
        put?: never;
        /** Ask for a new estimate of a listing */
        post: operations["requestListingValuation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/valuations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One valuation, and how far it is
         * @description A published estimate of a listing is for everybody. Any other valuation is for who asked for it.
         */
        get: operations["getValuation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/valuation-reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Valuations that a reviewer must look at */
        get: operations["listValuationReviews"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/valuation-reviews/{valuationId}/claim": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a valuation for half an hour, so that nobody else decides it */
        post: operations["claimValuationReview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/valuation-reviews/{valuationId}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Publish an estimate with a mark, withhold it, or have it made again */
        post: operations["decideValuationReview"];
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
        /** Keys of the account, or of an organisation */
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
            /** @description Last sign of life on chain. */
            lastHeartbeatAt: components["schemas"]["Instant"] | null;
            /** @description When the seller last answered a reminder by its link, in chain time. */
            answeredMailAt: components["schemas"]["Instant"] | null;
            /**
             * @description How long nothing was heard of it, on chain or by mail: reminded after 30 days, unresponsive after 37, pausable after 44.
             * @enum {string}
             */
            silence: "none" | "reminded" | "unresponsive" | "pausable";
            firstSeenAt: components["schemas"]["Instant"];
            finality: components["schemas"]["Finality"];
        };
        ValuationMemo: {
            /**
             * @description Whether a model of language has chosen what is told; the words are ours.
             * @enum {string}
             */
            source: "model" | "template";
            text: string;
            facts: {
                /** @enum {string} */
                metric: "recurringRevenue" | "revenue" | "profit" | "ageYears" | "monthlyVisitors" | "customers" | "growthPercent" | "churnPercent" | "teamSize";
                value: number;
                quote: string;
            }[];
            /** @description What a model of language has pointed to in the text. */
            points: {
                /** @enum {string} */
                topic: "platform_dependence" | "owner_dependence" | "few_customers" | "declining" | "legal_risk" | "technical_debt" | "seasonal" | "runs_without_owner" | "recurring_customers" | "growing" | "several_channels" | "documented";
                /** @enum {string} */
                side: "risk" | "strength";
                percent: number;
                /** @description Words of this service. */
                says: string;
                /** @description Words of the seller: untrusted text. */
                quote: string;
            }[];
            /** @description What the points add up to. It moves nothing before a reviewer accepts it. */
            proposedPercent: number;
            /** @description What a reviewer has let move the middle; 0 where none has. */
            adjustmentPercent: number;
            adjustmentReasons: string[];
        };
        ListingValuation: components["schemas"]["Estimate"] & {
            valuationId: components["schemas"]["Uuid"];
            /** @description Of middling confidence, or published by a reviewer. */
            isMarked: boolean;
            memo: components["schemas"]["ValuationMemo"] | null;
            madeAt: components["schemas"]["Moment"];
            publishedAt: components["schemas"]["Moment"];
        };
        /** @description Three significant digits, for it is an estimate. */
        EstimatedAmount: {
            /** @description Base units. */
            raw: string;
            decimals: number;
            display: string;
            /** @description Symbol or code. */
            currency: string;
        };
        /** Format: uuid */
        Uuid: string;
        /** Format: date-time */
        Moment: string;
        Estimate: {
            low: components["schemas"]["EstimatedAmount"];
            mid: components["schemas"]["EstimatedAmount"];
            high: components["schemas"]["EstimatedAmount"];
            /** @description Share of prices that are expected from low to high. */
            coverage: number;
            /**
             * @description Assisted: a model of language has read the text; it never gives the number.
             * @enum {string}
             */
            method: "statistical" | "assisted";
            /**
             * @description Weakest evidence of the figures that the size rests on.
             * @enum {string}
             */
            grade: "attested" | "computed" | "claimed";
            /** @description Kind of business that it was valued as. */
            category: string;
            basis: {
                /** @enum {string} */
                level: "category" | "family" | "market";
                deals: number;
            };
            confidence: {
                /** @description 100 times the four factors; how well founded the estimate is, no hit rate. */
                score: number;
                /** @description Weight of the figures that are known. */
                completeness: number;
                /** @description Attested figures 1, computed 0.8, claimed 0.5. */
                evidence: number;
                /** @description Age of that evidence. */
                freshness: number;
                /** @description How many deals resemble the business. */
                density: number;
            };
            comparables: {
                id: string;
                /** @description Where the deal can be looked up. */
                source: string;
                category: string;
                year?: number;
                soldUsd: number;
                /** @description Its price at the size of this business. */
                carriedUsd: number;
                /** @description Part of the weight of all comparables. */
                weight: number;
                distance: number;
                alike: string[];
                unlike: string[];
            }[];
            /** @description What each group of features does to the price; 1.2 is a fifth more. */
            contributions: {
                feature: string;
                factor: number;
            }[];
            /** @description Which evidence would help most, best first. */
            verifyNext: {
                metrics: ("recurringRevenue" | "revenue" | "profit" | "ageYears" | "monthlyVisitors" | "customers" | "growthPercent" | "churnPercent" | "teamSize")[];
                /** @enum {string} */
                action: "provide" | "attest";
                confidenceGain: number;
                /** @description High over low then, as a part of now. */
                rangeFactor: number;
            }[];
            /** @description Bounds in code that have moved a number. */
            guardrails: {
                rule: string;
                /** @enum {string} */
                edge: "low" | "mid" | "high";
                fromUsd: number;
                toUsd: number;
            }[];
            /** @description Why the range is wider than usual. */
            warnings: string[];
            disclaimer: string;
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
        UserProfile: {
            /** @description Untrusted text. */
            displayName: string | null;
            /** @description Untrusted text. */
            about: string | null;
            /** @description http or https; untrusted. */
            links: string[];
            updatedAt: components["schemas"]["Moment"];
        };
        EvidenceSource: {
            /** @description Where this API shows the event, or the document with its signature. */
            url: string;
            /** @description Who said it, with a transaction or a signature. */
            by: components["schemas"]["Address"];
            at: components["schemas"]["Instant"];
            /** @description Null for what is not on the chain. */
            blockNumber: number | null;
            txHash: components["schemas"]["Hash"] | null;
            finality: components["schemas"]["Finality"] | null;
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
        Contact: {
            /** @description Only you read it. */
            fullName: string | null;
            /** @description Only you read it. */
            company: string | null;
            /** @description Only you read it. */
            phone: string | null;
            /** @description Only you read it. */
            messenger: string | null;
            /** @description Only you read it. */
            postalAddress: string | null;
            /** @description Only you read it. */
            taxId: string | null;
        };
        PayoutPreference: {
            /** @description A wallet for what is not paid by a contract; contracts pay the party itself. */
            wallet: components["schemas"]["Address"] | null;
            /**
             * @description Whether credit is paid out or set against fees.
             * @enum {string}
             */
            creditTo: "wallet" | "fees";
            /** @description Only you read it. */
            reference: string | null;
        };
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
        /** @description 95 % interval. */
        Interval95: {
            low: number;
            high: number;
        };
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
            /** @description Seconds for which the oldest block that is not indexed has been there, by the chain's clock or ours, whichever says more; 0 when none is missing. */
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
            code: "INVALID_REQUEST" | "INVALID_ID" | "AMBIGUOUS_ID" | "INVALID_CURSOR" | "CURSOR_MISMATCH" | "LISTING_NOT_FOUND" | "OFFER_NOT_FOUND" | "ESCROW_NOT_FOUND" | "EVENT_NOT_FOUND" | "DISPUTE_NOT_FOUND" | "HOLD_NOT_FOUND" | "PRICE_NOT_FOUND" | "SELLER_NOT_FOUND" | "TOKEN_NOT_FOUND" | "CONTRACT_NOT_FOUND" | "AGENT_NOT_FOUND" | "AGENT_PAYMENT_NOT_FOUND" | "ENTITLEMENT_NOT_FOUND" | "UNKNOWN_SEQUENCE" | "TOO_MANY_STREAMS" | "AUTH_REQUIRED" | "AUTH_NOT_CONFIGURED" | "INVALID_CREDENTIALS" | "INVALID_TOKEN" | "EXPIRED_TOKEN" | "MALFORMED_SIGNATURE" | "INVALID_SIGNATURE" | "EXPIRED_SIGNATURE" | "REPLAYED_SIGNATURE" | "ALREADY_REFRESHED" | "SESSION_NOT_FOUND" | "NODE_UNAVAILABLE" | "FORBIDDEN" | "WALLET_REQUIRED" | "KEY_NOT_FOUND" | "KEY_ENDED" | "TOO_MANY_KEYS" | "ACCOUNT_NOT_FOUND" | "LAST_ADMIN" | "SETTING_CHANGED" | "FLAG_NOT_FOUND" | "FLAG_DECIDED" | "METADATA_NOT_FOUND" | "ESTIMATE_NOT_RECORDED" | "METADATA_OUTDATED" | "DRAFT_NOT_FOUND" | "DRAFT_CHANGED" | "TOO_MANY_DRAFTS" | "IDEMPOTENCY_KEY_REUSED" | "IDEMPOTENCY_IN_PROGRESS" | "WEBHOOKS_NOT_CONFIGURED" | "WEBHOOK_NOT_FOUND" | "TOO_MANY_WEBHOOKS" | "SAVED_SEARCH_NOT_FOUND" | "SAVED_SEARCH_IN_USE" | "TOO_MANY_SAVED_SEARCHES" | "NOT_WATCHED" | "TOO_MANY_WATCHED" | "JOB_NOT_FOUND" | "JOB_ENDED" | "ENCRYPTION_NOT_CONFIGURED" | "EMAIL_TAKEN" | "IDENTITY_NOT_FOUND" | "IDENTITY_TAKEN" | "PROVIDER_NOT_FOUND" | "PROVIDER_UNAVAILABLE" | "NAME_TAKEN" | "WALLET_TAKEN" | "WALLET_NOT_FOUND" | "LINK_NOT_FOUND" | "LAST_CREDENTIAL" | "ORGANISATION_NOT_FOUND" | "MEMBER_NOT_FOUND" | "INVITATION_NOT_FOUND" | "LAST_OWNER" | "TOO_MANY_ORGANISATIONS" | "TOO_MANY_INVITATIONS" | "UPLOAD_NOT_FOUND" | "UPLOAD_IN_USE" | "UPLOAD_QUOTA_REACHED" | "FILE_REFUSED" | "STORAGE_UNAVAILABLE" | "VALUATION_NOT_FOUND" | "VALUATION_INCOMPLETE" | "REVIEW_CLAIMED" | "REVIEW_DECIDED" | "ROUTE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "MALFORMED_REQUEST" | "REQUEST_TIMEOUT" | "REQUEST_ABANDONED" | "BODY_TOO_LARGE" | "URI_TOO_LONG" | "HEADERS_TOO_LARGE" | "NOT_YET_INDEXED" | "INDEX_BEHIND" | "SEARCH_NOT_READY" | "NOT_PUBLISHED" | "RATE_LIMITED" | "OVERLOADED" | "DATABASE_UNAVAILABLE" | "QUERY_TIMEOUT" | "INTERNAL";
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
            valuation?: components["schemas"]["ListingValuation"];
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
            /** @description The newest published estimate, made without a look at the asking price; null while there is none. */
            valuation: components["schemas"]["ListingValuation"];
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
        SimilarListingsAnswer: {
            data: components["schemas"]["SimilarListings"];
            meta: components["schemas"]["Meta"];
        };
        SimilarListings: {
            /** @description Public id of the listing asked about. */
            listing: string;
            /** @description Kind of business that it was valued as; null while it is not. */
            valuedAs: string | null;
            /**
             * @description NOT_VALUED: no published estimate has placed the listing, so none can be found; its next estimate does. Else null.
             * @enum {string|null}
             */
            reason: "NOT_VALUED" | null;
            similar: components["schemas"]["SimilarListing"][];
        };
        SimilarListing: components["schemas"]["Listing"] & {
            similarity: components["schemas"]["Similarity"];
        };
        Similarity: {
            /** @description How far it is, in standard deviations over all features and the family; 0 where nothing is known to differ. What is unknown counts as the middle of published deals. */
            distance: number;
            /** @description Kind of business that it was valued as. */
            valuedAs: string;
            /** @description Whether both kinds are of one family, such as software or content. */
            isSameFamily: boolean;
            /** @description What is known of both: the fewer, the less the distance says. */
            comparedBy: components["schemas"]["SimilarFeature"][];
            /** @description What keeps the two apart most first, of what is known of both. */
            differences: {
                feature: components["schemas"]["SimilarFeature"];
                /** @description Standard deviations; above 0 where this one has more. */
                deviations: number;
            }[];
        };
        /**
         * @description size: yearly profit, or what revenue lets one expect of it; spread: revenue over profit; the others as they are called.
         * @enum {string}
         */
        SimilarFeature: "size" | "spread" | "age" | "visitors" | "customers" | "growth" | "churn" | "team";
        SiteChecksAnswer: {
            data: components["schemas"]["SiteChecks"];
            meta: components["schemas"]["Meta"];
        };
        SiteChecks: {
            /** @description Public id of the listing. */
            listing: string;
            /**
             * @description warning_added: a check warns or fails; listing_paused: the agent has paused the listing because its site was down for 72 hours.
             * @enum {string}
             */
            actionTaken: "none" | "warning_added" | "listing_paused";
            /** @description Each kind once that was looked at; empty before the first look. */
            checks: components["schemas"]["SiteCheck"][];
            /** @description Looks of the last 90 days, newest first. */
            history: components["schemas"]["SiteLook"][];
        };
        SiteCheck: {
            /**
             * @description uptime: whether the address answers with 200; tls: the end of its certificate; domain: the end of its registration, by RDAP.
             * @enum {string}
             */
            kind: "uptime" | "tls" | "domain";
            status: components["schemas"]["SiteCheckStatus"];
            /** @description Status of the answer; null for none, and for other kinds. */
            httpCode: number | null;
            /**
             * Format: date-time
             * @description End of the certificate or registration; null where it was not learnt.
             */
            expiresAt: string | null;
            /** @description One word for why it is not pass, such as timeout, status, expires_soon or registry_failed. */
            reason: string | null;
            /**
             * Format: date-time
             * @description When it was looked.
             */
            checkedAt: string;
            /** @description Whole days left when it was last looked, below 0 when it was over by then. */
            expiresInDays: number | null;
            /**
             * Format: date-time
             * @description First of the failed looks in a row; null while there is none. While a failure of uptime is not confirmed, its status is warn.
             */
            failingSince: string | null;
        };
        /**
         * @description unknown: the look could not say, which is nothing against the site.
         * @enum {string}
         */
        SiteCheckStatus: "pass" | "warn" | "fail" | "unknown";
        SiteLook: {
            /**
             * @description uptime: whether the address answers with 200; tls: the end of its certificate; domain: the end of its registration, by RDAP.
             * @enum {string}
             */
            kind: "uptime" | "tls" | "domain";
            status: components["schemas"]["SiteCheckStatus"];
            /** @description Status of the answer; null for none, and for other kinds. */
            httpCode: number | null;
            /**
             * Format: date-time
             * @description End of the certificate or registration; null where it was not learnt.
             */
            expiresAt: string | null;
            /** @description One word for why it is not pass, such as timeout, status, expires_soon or registry_failed. */
            reason: string | null;
            /**
             * Format: date-time
             * @description When it was looked.
             */
            checkedAt: string;
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
            /** @description Organisation whose members write it together; null for yours alone. */
            organisationId: components["schemas"]["Uuid"] | null;
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
            /** @description Organisation that it is to belong to; yours alone without it. */
            organisationId?: components["schemas"]["Uuid"];
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
        UploadedAnswer: {
            data: components["schemas"]["Upload"][];
            meta: components["schemas"]["PrivateMeta"];
        };
        Upload: {
            uploadId: components["schemas"]["Uuid"];
            /** @enum {string} */
            purpose: "image" | "document" | "evidence" | "credential";
            /** @description As its owner called it; untrusted. */
            name: string;
            /**
             * @description stored: the storage has given the bytes back, and they were the same.
             * @enum {string}
             */
            state: "pending" | "stored";
            /** @description By its bytes. */
            mediaType: string;
            bytes: number;
            /** @description UnixFS content identifier, version 1, computed by this service. */
            cid: string;
            /** @description Where its bytes are: for everybody, or for owner and readers of ciphertext. */
            url: string | null;
            /** @description In points; null for no picture. */
            width: number | null;
            /** @description In points; null for no picture. */
            height: number | null;
            /** @description Of a picture: at most 320 and 960 points on a side, WebP. */
            thumbnails: {
                /** @enum {string} */
                name: "small" | "medium";
                /** @description UnixFS content identifier, version 1, computed by this service. */
                cid: string;
                /** @description Path on this server. */
                url: string;
                width: number;
                height: number;
                bytes: number;
            }[];
            /** @enum {string|null} */
            envelope: "x25519-xsalsa20-poly1305" | "ecies-secp256k1" | "jwe" | null;
            /** @description Wallets that may fetch ciphertext; to a reader only his own are named. */
            readers: components["schemas"]["Address"][];
            createdAt: components["schemas"]["Moment"];
            storedAt: components["schemas"]["Moment"] | null;
        };
        UploadPage: {
            data: components["schemas"]["Upload"][];
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
        UploadAnswer: {
            data: components["schemas"]["Upload"];
            meta: components["schemas"]["PrivateMeta"];
        };
        DeletedUploadAnswer: {
            data: {
                uploadId: components["schemas"]["Uuid"];
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
            /** @description Mails about listings that a saved search has found. */
            wantsSearches: boolean;
            /**
             * @description daily: events and finds of a day in one mail. Deadlines never wait.
             * @enum {string}
             */
            digest: "none" | "daily";
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
            /** @description Mails about listings that a saved search has found. */
            wantsSearches?: boolean;
            /**
             * @description daily: events and finds of a day in one mail. Deadlines never wait.
             * @enum {string}
             */
            digest?: "none" | "daily";
        };
        UnsubscribedAnswer: {
            data: {
                /** @enum {boolean} */
                isUnsubscribed: true;
            };
            meta: components["schemas"]["PrivateMeta"];
        };
        TakenNoticeAnswer: {
            data: {
                noticeId: components["schemas"]["Uuid"];
                /** @enum {boolean} */
                isTaken: true;
            };
            meta: components["schemas"]["PrivateMeta"];
        };
        SignOfLifeAnswer: {
            data: components["schemas"]["SignOfLife"];
            meta: components["schemas"]["PrivateMeta"];
        };
        SignOfLife: {
            /** @description `<chainId>-<marketplace>-<account>`. */
            seller: string;
            /** @description False when the silence had ended already. */
            isRecorded: boolean;
            /** @description Last sign of life, in chain time. */
            lastHeardAt: components["schemas"]["Instant"];
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
        UserAnswer: {
            data: components["schemas"]["User"];
            meta: components["schemas"]["Meta"];
        };
        User: {
            address: components["schemas"]["Address"];
            /** @description Null where its owner shows nothing; that says nothing of whether there is one. */
            profile: components["schemas"]["UserProfile"] | null;
            reputation: {
                asSeller: components["schemas"]["Outcomes"];
                asBuyer: components["schemas"]["Outcomes"];
            };
            verification: {
                /** @description Of the newest 5 listings at most. */
                listings: components["schemas"]["ListingVerification"][];
                hasMore: boolean;
                /** @description All listings of the wallet. */
                listingsUrl: string;
            };
            /** @description Everything that the wallet took part in. */
            accountUrl: string;
        };
        ListingVerification: {
            /** @description Public id of the listing. */
            listing: string;
            /** @description What the seller declared when the listing was made: not a verification. */
            declared: {
                /** @enum {string} */
                level: "basic" | "standard" | "enhanced";
                source: components["schemas"]["EvidenceSource"];
            } | null;
            /**
             * @description What the contract stores: the declared level, lifted from standard to enhanced by a confirmed build. Not a verification either.
             * @enum {string}
             */
            storedLevel: "basic" | "standard" | "enhanced";
            /**
             * @description The highest level all of whose checks have passed; none where there is none.
             * @enum {string}
             */
            verifiedLevel: "basic" | "standard" | "enhanced" | "none";
            checks: components["schemas"]["VerificationCheck"][];
            /** @description The same of this listing alone. */
            url: string;
        };
        VerificationCheck: {
            /** @enum {string} */
            check: "emailDomain" | "siteAnswers" | "dnsRecord" | "registrarAccess" | "businessMailbox" | "revenueAccount" | "analyticsAccount" | "buildMatch" | "buildRecheck" | "codeSnapshot" | "repositoryAccess";
            /**
             * @description Level that wants it.
             * @enum {string}
             */
            level: "basic" | "standard" | "enhanced";
            asks: string;
            /**
             * @description What its evidence comes to; none where nobody has checked.
             * @enum {string}
             */
            result: "passed" | "failed" | "claimed" | "none";
            evidence: components["schemas"]["VerificationEvidence"][];
        };
        VerificationEvidence: {
            /**
             * @description attested: signed by somebody who checked; computed: follows from what we read; claimed: the seller's word, which counts for nothing.
             * @enum {string}
             */
            grade: "attested" | "computed" | "claimed";
            /** @description Whether it says that the check holds. */
            isFor: boolean;
            statement: string;
            source: components["schemas"]["EvidenceSource"];
        };
        ReplacedUserProfileAnswer: {
            data: components["schemas"]["UserProfile"] | null;
            meta: components["schemas"]["PrivateMeta"];
        };
        ReplaceUserProfileRequest: {
            /** @default null */
            displayName: string | null;
            /** @default null */
            about: string | null;
            /** @default [] */
            links: string[];
        };
        ListingVerificationAnswer: {
            data: components["schemas"]["ListingVerification"];
            meta: components["schemas"]["Meta"];
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
        ProvidersAnswer: {
            data: string[];
            meta: components["schemas"]["PrivateMeta"];
        };
        BegunAtProviderAnswer: {
            data: components["schemas"]["BegunAtProvider"];
            meta: components["schemas"]["PrivateMeta"];
        };
        BegunAtProvider: {
            /** @description Send the reader there. */
            authorizationUrl: string;
            /** @description Comes back with the answer; compare it. */
            state: string;
            /** @description Keep it in this page: an answer without it is refused. */
            binding: string;
            expiresAt: components["schemas"]["Moment"];
        };
        BeginAtProviderRequest: {
            origin?: string;
        };
        FinishAtProviderRequest: {
            code: string;
            state: string;
            binding: string;
            /** @description If it came back (RFC 9207). */
            iss?: string;
        };
        IdentitiesAnswer: {
            data: components["schemas"]["LinkedIdentity"][];
            meta: components["schemas"]["PrivateMeta"];
        };
        LinkedIdentity: {
            provider: string;
            issuer: string;
            linkedAt: components["schemas"]["Moment"];
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
        ProfileAnswer: {
            data: components["schemas"]["Profile"];
            meta: components["schemas"]["PrivateMeta"];
        };
        Profile: {
            account: components["schemas"]["OwnAccount"];
            notifications: components["schemas"]["Notifications"];
            contact: components["schemas"]["Contact"] | null;
            payout: components["schemas"]["PayoutPreference"] | null;
            /** @description Of contact and payout. */
            updatedAt: components["schemas"]["Moment"] | null;
        };
        ChangedProfileAnswer: {
            data: components["schemas"]["Profile"];
            meta: components["schemas"]["PrivateMeta"];
        };
        ChangeProfileRequest: {
            contact?: {
                /** @default null */
                fullName: string | null;
                /** @default null */
                company: string | null;
                /** @default null */
                phone: string | null;
                /** @default null */
                messenger: string | null;
                /** @default null */
                postalAddress: string | null;
                /** @default null */
                taxId: string | null;
            } | null;
            payout?: {
                /** @default null */
                wallet: string | null;
                /**
                 * @default wallet
                 * @enum {string}
                 */
                creditTo: "wallet" | "fees";
                /** @default null */
                reference: string | null;
            } | null;
        };
        NewOrganisationAnswer: {
            data: components["schemas"]["Organisation"];
            meta: components["schemas"]["PrivateMeta"];
        };
        Organisation: {
            organisationId: components["schemas"]["Uuid"];
            /** @description Untrusted text. */
            name: string;
            role: components["schemas"]["OrganisationRole"];
            createdAt: components["schemas"]["Moment"];
            updatedAt: components["schemas"]["Moment"];
        };
        /**
         * @description member: uses what is there; admin: invites and removes, too; owner: everything.
         * @enum {string}
         */
        OrganisationRole: "member" | "admin" | "owner";
        NewOrganisationRequest: {
            name: string;
        };
        OrganisationsAnswer: {
            data: components["schemas"]["Organisation"][];
            meta: components["schemas"]["PrivateMeta"];
        };
        OrganisationAnswer: {
            data: components["schemas"]["OrganisationDetail"];
            meta: components["schemas"]["PrivateMeta"];
        };
        OrganisationDetail: {
            organisationId: components["schemas"]["Uuid"];
            /** @description Untrusted text. */
            name: string;
            role: components["schemas"]["OrganisationRole"];
            createdAt: components["schemas"]["Moment"];
            updatedAt: components["schemas"]["Moment"];
            members: components["schemas"]["OrganisationMember"][];
        };
        OrganisationMember: {
            accountId: components["schemas"]["Uuid"];
            username: string | null;
            /** @description Untrusted text. */
            displayName: string | null;
            role: components["schemas"]["OrganisationRole"];
            joinedAt: components["schemas"]["Moment"];
        };
        RenamedOrganisationAnswer: {
            data: components["schemas"]["Organisation"];
            meta: components["schemas"]["PrivateMeta"];
        };
        RenameOrganisationRequest: {
            name: string;
        };
        DeletedOrganisationAnswer: {
            data: components["schemas"]["Organisation"];
            meta: components["schemas"]["PrivateMeta"];
        };
        ChangedMemberAnswer: {
            data: components["schemas"]["OrganisationMember"];
            meta: components["schemas"]["PrivateMeta"];
        };
        ChangeMemberRequest: {
            role: components["schemas"]["OrganisationRole"];
        };
        RemovedMemberAnswer: {
            data: components["schemas"]["OrganisationMember"];
            meta: components["schemas"]["PrivateMeta"];
        };
        OrganisationAuditPage: {
            data: components["schemas"]["OrganisationAuditEntry"][];
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
        OrganisationAuditEntry: {
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
            /** @description SHA-256 over the entry and the hash before it. */
            hash: string;
        };
        NewInvitationAnswer: {
            data: components["schemas"]["OrganisationInvitation"];
            meta: components["schemas"]["PrivateMeta"];
        };
        OrganisationInvitation: {
            invitationId: components["schemas"]["Uuid"];
            organisationId: components["schemas"]["Uuid"];
            role: components["schemas"]["OrganisationRole"];
            wallet: components["schemas"]["Address"] | null;
            email: string | null;
            invitedBy: components["schemas"]["Uuid"] | null;
            createdAt: components["schemas"]["Moment"];
            expiresAt: components["schemas"]["Moment"];
        };
        OrganisationInvitationRequest: {
            role?: components["schemas"]["OrganisationRole"];
            wallet?: string;
            /** Format: email */
            email?: string;
        };
        OrganisationInvitationsAnswer: {
            data: components["schemas"]["OrganisationInvitation"][];
            meta: components["schemas"]["PrivateMeta"];
        };
        TakenBackInvitationAnswer: {
            data: components["schemas"]["OrganisationInvitation"];
            meta: components["schemas"]["PrivateMeta"];
        };
        OwnInvitationsAnswer: {
            data: components["schemas"]["OrganisationInvitation"][];
            meta: components["schemas"]["PrivateMeta"];
        };
        AcceptedInvitationAnswer: {
            data: components["schemas"]["Organisation"];
            meta: components["schemas"]["PrivateMeta"];
        };
        DeclinedInvitationAnswer: {
            data: components["schemas"]["OrganisationInvitation"];
            meta: components["schemas"]["PrivateMeta"];
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
            /** @description Sequence that first told of the event; its own for everything that is new. */
            announcedSequence: number;
            /** @description For a retraction: the sequence that no longer counts; else null. */
            retractsSequence: number | null;
            /** @description `<chainId>-<blockHash>-<logIndex>`, as the activity has it. It and all that only an event of the chain has is null for a repair and for what happened in the service. */
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
            /** @description What happened: on the chain; in the service (metadata.changed, moderation.decided, check.failed, valuation.finished, attestation.signed); index.repaired for a repair of the index. */
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
            /** @description Null for everything else. */
            repair: components["schemas"]["Repair"] | null;
            /** @description Time of the block; for a repair, when readers had the repaired index; else when it happened. */
            occurredAt: components["schemas"]["Instant"];
            /** @description When the entry was written. */
            recordedAt: components["schemas"]["Instant"];
        };
        /**
         * @description provisional: seen, may still vanish. final: cannot be reverted. retracted: vanished in a reorganisation.
         * @enum {string}
         */
        ChangeStatus: "provisional" | "final" | "retracted";
        WebhooksAnswer: {
            data: components["schemas"]["Webhook"][];
            meta: components["schemas"]["PrivateMeta"];
        };
        Webhook: {
            webhookId: components["schemas"]["Uuid"];
            url: string;
            /** @description A note of yours. */
            description: string;
            kinds: string[];
            listing: string | null;
            wallet: string | null;
            /** @description Only entries of listings that this saved search finds as they are then. */
            savedSearchId: components["schemas"]["Uuid"] | null;
            /**
             * @description included: at once, and again when it is taken back. safe: when a reorganisation is unlikely. final: when it cannot vanish.
             * @enum {string}
             */
            tier: "included" | "safe" | "final";
            /** @description Whether messages also carry an ed25519 signature (v1a), for the key at /.well-known/webhook-keys.json. */
            hasPublicSignature: boolean;
            /**
             * @description disabled: nothing got through for about three days, or the receiver is gone.
             * @enum {string}
             */
            state: "active" | "paused" | "disabled";
            stateReason: string | null;
            /** @description Entries up to this sequence were sent or are not wanted. */
            sentThrough: number;
            /** @description Attempts that failed since the last that got through. */
            failures: number;
            failingSince: components["schemas"]["Moment"] | null;
            nextAttemptAt: components["schemas"]["Moment"];
            createdAt: components["schemas"]["Moment"];
            updatedAt: components["schemas"]["Moment"];
        };
        NewWebhookAnswer: {
            data: components["schemas"]["NewWebhook"];
            meta: components["schemas"]["PrivateMeta"];
        };
        NewWebhook: {
            webhookId: components["schemas"]["Uuid"];
            url: string;
            /** @description A note of yours. */
            description: string;
            kinds: string[];
            listing: string | null;
            wallet: string | null;
            /** @description Only entries of listings that this saved search finds as they are then. */
            savedSearchId: components["schemas"]["Uuid"] | null;
            /**
             * @description included: at once, and again when it is taken back. safe: when a reorganisation is unlikely. final: when it cannot vanish.
             * @enum {string}
             */
            tier: "included" | "safe" | "final";
            /** @description Whether messages also carry an ed25519 signature (v1a), for the key at /.well-known/webhook-keys.json. */
            hasPublicSignature: boolean;
            /**
             * @description disabled: nothing got through for about three days, or the receiver is gone.
             * @enum {string}
             */
            state: "active" | "paused" | "disabled";
            stateReason: string | null;
            /** @description Entries up to this sequence were sent or are not wanted. */
            sentThrough: number;
            /** @description Attempts that failed since the last that got through. */
            failures: number;
            failingSince: components["schemas"]["Moment"] | null;
            nextAttemptAt: components["schemas"]["Moment"];
            createdAt: components["schemas"]["Moment"];
            updatedAt: components["schemas"]["Moment"];
            /** @description What messages are signed with. It is shown once. */
            secret: string;
        };
        WebhookRequest: {
            /** @description Where messages are sent: https, on the public internet. */
            url: string;
            /**
             * @description A note of yours.
             * @default
             */
            description: string;
            /**
             * @description Kinds of entries, as /v1/changes names them; none means all.
             * @default []
             */
            kinds: string[];
            /**
             * @description Only entries of this listing.
             * @default null
             */
            listing: string | null;
            /** @description Only entries in which this wallet acts or is the other party. */
            wallet?: string;
            /** @description Only entries of listings that this saved search finds as they are then. */
            savedSearchId?: components["schemas"]["Uuid"] | null;
            /**
             * @description included: at once, and again when it is taken back. safe: when a reorganisation is unlikely. final: when it cannot vanish.
             * @default included
             * @enum {string}
             */
            tier: "included" | "safe" | "final";
            /**
             * @description Whether messages also carry an ed25519 signature (v1a), for the key at /.well-known/webhook-keys.json.
             * @default false
             */
            hasPublicSignature: boolean;
            /** @description Begin with this entry; with what comes next unless given. */
            fromSequence?: number;
        };
        WebhookAnswer: {
            data: components["schemas"]["Webhook"];
            meta: components["schemas"]["PrivateMeta"];
        };
        ChangedWebhookAnswer: {
            data: components["schemas"]["Webhook"];
            meta: components["schemas"]["PrivateMeta"];
        };
        ChangeWebhookRequest: {
            /** @description Where messages are sent: https, on the public internet. */
            url?: string;
            /** @description A note of yours. */
            description?: string;
            /** @description Kinds of entries, as /v1/changes names them; none means all. */
            kinds?: string[];
            /** @description Only entries of this listing. */
            listing?: string | null;
            /** @description Only entries in which this wallet acts or is the other party. */
            wallet?: string;
            /** @description Only entries of listings that this saved search finds as they are then. */
            savedSearchId?: components["schemas"]["Uuid"] | null;
            /**
             * @description included: at once, and again when it is taken back. safe: when a reorganisation is unlikely. final: when it cannot vanish.
             * @enum {string}
             */
            tier?: "included" | "safe" | "final";
            /** @description Whether messages also carry an ed25519 signature (v1a), for the key at /.well-known/webhook-keys.json. */
            hasPublicSignature?: boolean;
            /** @enum {string} */
            state?: "active" | "paused";
        };
        DeletedWebhookAnswer: {
            data: {
                webhookId: components["schemas"]["Uuid"];
            };
            meta: components["schemas"]["PrivateMeta"];
        };
        RotatedWebhookSecretAnswer: {
            data: {
                webhookId: components["schemas"]["Uuid"];
                /** @description What messages are signed with. It is shown once. */
                secret: string;
            };
            meta: components["schemas"]["PrivateMeta"];
        };
        RotateWebhookSecretRequest: {
            /** @default 86400 */
            overlapSeconds: number;
        };
        WebhookDeliveryPage: {
            data: components["schemas"]["WebhookDelivery"][];
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
        WebhookDelivery: {
            /** @description Grows with time. */
            deliveryId: string;
            /** @description Null for a test message. */
            sequence: number | null;
            at: components["schemas"]["Moment"];
            /**
             * @description refused: another status than 2xx. blocked: the address may not be asked.
             * @enum {string}
             */
            outcome: "delivered" | "refused" | "unreachable" | "blocked";
            /** @description HTTP status of the answer, if any. */
            status: number | null;
            milliseconds: number;
        };
        WebhookPingAnswer: {
            data: {
                jobId: components["schemas"]["Uuid"];
            };
            meta: components["schemas"]["PrivateMeta"];
        };
        ReplayedWebhookAnswer: {
            data: components["schemas"]["Webhook"];
            meta: components["schemas"]["PrivateMeta"];
        };
        ReplayWebhookRequest: {
            fromSequence: number;
        };
        WebhookKeys: {
            keys: {
                /** @enum {string} */
                kty: "OKP";
                /** @enum {string} */
                crv: "Ed25519";
                /** @enum {string} */
                alg: "EdDSA";
                /** @enum {string} */
                use: "sig";
                kid: string;
                /** @description The key in base64url. */
                x: string;
                /** @description The same key as libraries of Standard Webhooks take it. */
                standardWebhooks: string;
            }[];
        };
        SavedSearchesAnswer: {
            data: components["schemas"]["SavedSearch"][];
            meta: components["schemas"]["PrivateMeta"];
        };
        SavedSearch: {
            searchId: components["schemas"]["Uuid"];
            name: string;
            /** @description Words as they are compared. */
            q: string | null;
            category: string[];
            availability: string[];
            seller: components["schemas"]["Address"] | null;
            marketplace: components["schemas"]["Address"] | null;
            token: components["schemas"]["Address"] | null;
            minPrice: string | null;
            maxPrice: string | null;
            isBuildVerified: boolean | null;
            hasAlert: boolean;
            createdAt: components["schemas"]["Moment"];
            updatedAt: components["schemas"]["Moment"];
        };
        NewSavedSearchAnswer: {
            data: components["schemas"]["SavedSearch"];
            meta: components["schemas"]["PrivateMeta"];
        };
        SavedSearchRequest: {
            name: string;
            /**
             * @description Words of title, category, tags or description, all of which must be found, whole or as a beginning.
             * @default null
             */
            q: string | null;
            /** @default [] */
            category: string[];
            /** @default [] */
            availability: ("for_sale" | "under_offer" | "in_escrow" | "sold" | "disputed" | "paused" | "cancelled")[];
            /** @description Only listings of this seller. */
            seller?: string | null;
            /** @description Only listings of this marketplace. */
            marketplace?: string | null;
            /** @description Only listings in this payment token. */
            token?: string | null;
            /**
             * @description Lowest asking price in token base units.
             * @default null
             */
            minPrice: string | null;
            /**
             * @description Highest asking price in token base units.
             * @default null
             */
            maxPrice: string | null;
            /** @default null */
            isBuildVerified: boolean | null;
            /**
             * @description Whether you have a mail for each listing that the search begins to find.
             * @default true
             */
            hasAlert: boolean;
        };
        SavedSearchAnswer: {
            data: components["schemas"]["SavedSearch"];
            meta: components["schemas"]["PrivateMeta"];
        };
        ReplacedSavedSearchAnswer: {
            data: components["schemas"]["SavedSearch"];
            meta: components["schemas"]["PrivateMeta"];
        };
        DeletedSavedSearchAnswer: {
            data: {
                searchId: components["schemas"]["Uuid"];
            };
            meta: components["schemas"]["PrivateMeta"];
        };
        SavedSearchMatchPage: {
            data: components["schemas"]["SavedSearchMatch"][];
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
        SavedSearchMatch: {
            listing: string;
            /** @description Entry of the journal upon which it matched. */
            sequence: number;
            /** @description One sentence for each thing that was asked for. */
            why: string[];
            matchedAt: components["schemas"]["Moment"];
        };
        WatchedListingPage: {
            data: components["schemas"]["WatchedListing"][];
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
        WatchedListing: {
            listing: string;
            note: string;
            hasAlert: boolean;
            createdAt: components["schemas"]["Moment"];
        };
        WatchedListingAnswer: {
            data: components["schemas"]["WatchedListing"];
            meta: components["schemas"]["PrivateMeta"];
        };
        WatchListingRequest: {
            /** @default  */
            note: string;
            /**
             * @description Whether events of the listing come by mail.
             * @default true
             */
            hasAlert: boolean;
        };
        UnwatchedListingAnswer: {
            data: {
                listing: string;
            };
            meta: components["schemas"]["PrivateMeta"];
        };
        JobPage: {
            data: components["schemas"]["JobSummary"][];
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
        JobSummary: {
            jobId: components["schemas"]["Uuid"];
            name: string;
            queue: string;
            state: components["schemas"]["JobState"];
            /** @description Whether nothing more comes of it by itself. */
            isEnded: boolean;
            /** @description Whether it is to be cancelled and still runs. */
            isStopping: boolean;
            /** @description Per cent, as the job itself says. */
            progress: number | null;
            /** @description What it is doing, in words. */
            step: string | null;
            attempts: number;
            maxAttempts: number;
            /** @description For one that is queued. */
            nextAttemptAt: components["schemas"]["Moment"] | null;
            error: {
                /** @description Class of the last failure: rejected, bad_payload, provider, provider_resting, timeout, database, worker_lost, unexpected. */
                code: string;
                detail: string;
            } | null;
            createdAt: components["schemas"]["Moment"];
            startedAt: components["schemas"]["Moment"] | null;
            finishedAt: components["schemas"]["Moment"] | null;
        };
        /**
         * @description held: its event is not settled enough. waiting: for the step before it. queued, running. done. dead: given up. cancelled.
         * @enum {string}
         */
        JobState: "held" | "waiting" | "queued" | "running" | "done" | "dead" | "cancelled";
        JobAnswer: {
            data: components["schemas"]["Job"];
            meta: components["schemas"]["PrivateMeta"];
        };
        Job: {
            jobId: components["schemas"]["Uuid"];
            name: string;
            queue: string;
            state: components["schemas"]["JobState"];
            /** @description Whether nothing more comes of it by itself. */
            isEnded: boolean;
            /** @description Whether it is to be cancelled and still runs. */
            isStopping: boolean;
            /** @description Per cent, as the job itself says. */
            progress: number | null;
            /** @description What it is doing, in words. */
            step: string | null;
            attempts: number;
            maxAttempts: number;
            /** @description For one that is queued. */
            nextAttemptAt: components["schemas"]["Moment"] | null;
            error: {
                /** @description Class of the last failure: rejected, bad_payload, provider, provider_resting, timeout, database, worker_lost, unexpected. */
                code: string;
                detail: string;
            } | null;
            createdAt: components["schemas"]["Moment"];
            startedAt: components["schemas"]["Moment"] | null;
            finishedAt: components["schemas"]["Moment"] | null;
            /** @description All steps of its flow, itself among them, in their order. */
            steps: {
                jobId: components["schemas"]["Uuid"];
                name: string;
                state: components["schemas"]["JobState"];
                /** @description Per cent, as the job itself says. */
                progress: number | null;
            }[];
        };
        CancelledJobAnswer: {
            data: components["schemas"]["Job"];
            meta: components["schemas"]["PrivateMeta"];
        };
        AdminJobPage: {
            data: components["schemas"]["AdminJob"][];
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
        AdminJob: {
            jobId: components["schemas"]["Uuid"];
            name: string;
            queue: string;
            state: components["schemas"]["JobState"];
            /** @description Whether nothing more comes of it by itself. */
            isEnded: boolean;
            /** @description Whether it is to be cancelled and still runs. */
            isStopping: boolean;
            /** @description Per cent, as the job itself says. */
            progress: number | null;
            /** @description What it is doing, in words. */
            step: string | null;
            attempts: number;
            maxAttempts: number;
            /** @description For one that is queued. */
            nextAttemptAt: components["schemas"]["Moment"] | null;
            error: {
                /** @description Class of the last failure: rejected, bad_payload, provider, provider_resting, timeout, database, worker_lost, unexpected. */
                code: string;
                detail: string;
            } | null;
            createdAt: components["schemas"]["Moment"];
            startedAt: components["schemas"]["Moment"] | null;
            finishedAt: components["schemas"]["Moment"] | null;
            /** @description What it was caused by. */
            cause: string;
            /** @description Null for a job of the system. */
            accountId: components["schemas"]["Uuid"] | null;
        };
        ReplayedJobsAnswer: {
            data: {
                replayed: number;
            };
            meta: components["schemas"]["PrivateMeta"];
        };
        ReplayJobsRequest: {
            /** @enum {string} */
            name?: "notification.fan_out" | "notification.take_back" | "mail.send" | "mail.digest" | "saved_search.match" | "webhook.ping" | "deadline.scan" | "seller.watch" | "agent.act" | "valuation.score" | "valuation.scan_outcomes" | "valuation.seal_days" | "upload.sweep" | "valuation.open" | "valuation.intake" | "valuation.compare" | "valuation.estimate" | "valuation.memo" | "valuation.scan" | "operator.scan" | "operator.tell" | "site.scan" | "site.check" | "upkeep.purge";
        };
        ReplayedJobAnswer: {
            data: components["schemas"]["AdminJob"];
            meta: components["schemas"]["PrivateMeta"];
        };
        QueuesAnswer: {
            data: components["schemas"]["QueueState"][];
            meta: components["schemas"]["PrivateMeta"];
        };
        QueueState: {
            queue: string;
            /** @enum {string} */
            state: "held" | "waiting" | "queued" | "running" | "done" | "dead" | "cancelled";
            count: number;
            /** @description When the oldest could have been taken. */
            oldestAt: components["schemas"]["Moment"];
        };
        QueuePageLinkAnswer: {
            data: {
                /** @description Behind the address of the API. */
                path: string;
            };
            meta: components["schemas"]["PrivateMeta"];
        };
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
            /** @description Open disputes of confirmed escrows, the largest 20 by name: a resolution will pay out the whole amount although only the retainer is left. */
            atRisk: {
                count: number;
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
        TrackRecordAnswer: {
            data: components["schemas"]["TrackRecord"];
            meta: components["schemas"]["Meta"];
        };
        TrackRecord: {
            outcomes: {
                /** @description Escrows whose end is final. */
                closed: number;
                /** @description At arm's length, with a blind estimate before. */
                scored: number;
                /** @description At arm's length, without one. */
                withoutEstimate: number;
                excluded: {
                    /** @enum {string} */
                    reason: "same_party" | "emergency" | "disputed" | "refunded" | "other_currency" | "no_price";
                    count: number;
                }[];
            };
            groups: {
                /** @enum {string} */
                dimension: "all" | "category" | "grade" | "horizon";
                /** @description Null for all deals together. */
                value: string | null;
                /** @description Each on the same deals. */
                ways: components["schemas"]["EstimateErrors"][];
            }[];
        };
        EstimateErrors: {
            /** @description `estimate`, `asking price`, or the name of a rule of thumb. */
            way: string;
            /** @description Deals on which this way had an answer. */
            deals: number;
            /** @description Median distance of what was said over what was paid from 1; no interval of fewer than six deals. */
            medianError: {
                value: number;
                interval: components["schemas"]["Interval95"] | null;
            };
            /** @description 0 to 1. */
            within10: number;
            within20: {
                /** @description 0 to 1. */
                value: number;
                interval: components["schemas"]["Interval95"];
            };
            /** @description 0 to 1. */
            within30: number;
            /** @description Median of what was said over what was paid, less 1: below 0 is too low. */
            bias: number;
            /** @description Of estimates; null for ways without a range. */
            range: {
                /** @description Deals whose price lay in the range. */
                inside: number;
                /** @description 0 to 1. */
                share: number;
                interval: components["schemas"]["Interval95"];
                promised: number;
                /** @description Median of high over low. */
                medianWidth: number;
            } | null;
        };
        RecordEntryPage: {
            data: components["schemas"]["RecordEntry"][];
            page: {
                /** @description Send it as `after` to go on, now or later. */
                nextAfter: number;
                /** @description Whether there is a next page already. */
                hasMore: boolean;
                limit: number;
            };
            /** @description Where the record ends; keep it to see that nothing is removed. */
            head: {
                sequence: number;
                hash: string;
            };
            meta: components["schemas"]["Meta"];
        };
        RecordEntry: {
            /** @description From 1, without gaps. */
            sequence: number;
            previousHash: components["schemas"]["Hash"];
            /** @description When the database added it. */
            recordedAt: components["schemas"]["Instant"];
            estimate: components["schemas"]["FrozenEstimate"];
            /** @description SHA-256 of the canonical JSON (RFC 8785) of estimate, previousHash, recordedAt and sequence. */
            hash: components["schemas"]["Hash"];
        };
        /** @description Exactly what was hashed: change nothing, not even the order of words. */
        FrozenEstimate: {
            valuationId: string;
            listingId: string;
            category: string;
            /** @enum {string} */
            grade: "attested" | "computed" | "claimed";
            currency: string;
            low: string;
            mid: string;
            high: string;
            confidence: number;
            /** @enum {string} */
            method: "statistical" | "assisted";
            madeAt: components["schemas"]["Instant"];
            /** @description Last block that was known. */
            blockNumber: string;
            blockHash: components["schemas"]["Hash"];
            engineVersion: string;
            modelVersion: string | null;
            promptVersion: string | null;
            inputHash: components["schemas"]["Hash"];
            dealsHash: components["schemas"]["Hash"];
            isAskHidden: boolean;
        };
        RecordDayPage: {
            data: components["schemas"]["RecordDay"][];
            page: {
                hasMore: boolean;
                limit: number;
            };
            meta: components["schemas"]["Meta"];
        };
        RecordDay: {
            /** @description Day in UTC. */
            day: string;
            /** @description Merkle root over the hashes of the day's entries. */
            root: components["schemas"]["Hash"];
            entries: number;
            /** @description Transaction that carries the root; null while none does. */
            anchor: {
                txHash: components["schemas"]["Hash"];
                blockNumber: number;
            } | null;
            /** @description Call data that anchors the root, for a transaction to any address. */
            anchorData: string;
        };
        EstimateOutcomePage: {
            data: components["schemas"]["EstimateOutcome"][];
            page: {
                /** @description Send it as `after` to go on, now or later. */
                nextAfter: number;
                /** @description Whether there is a next page already. */
                hasMore: boolean;
                limit: number;
            };
            /** @description Where the record ends; keep it to see that nothing is removed. */
            head: {
                sequence: number;
                hash: string;
            };
            meta: components["schemas"]["Meta"];
        };
        EstimateOutcome: {
            escrowId: string;
            listingId: string;
            /** @enum {string} */
            state: "resolved" | "completed" | "refunded" | "expired" | "emergency";
            currency: string;
            /** @description Whole tokens, exact. */
            soldFor: string;
            /** @description Ask when the price became known; null where there was none in this token. */
            askedFor: string | null;
            /** @description First block that told the price: of the accepted offer, or of the escrow. */
            agreedBlock: number;
            agreedAt: components["schemas"]["Instant"];
            settledBlock: number;
            settledAt: components["schemas"]["Instant"];
            /**
             * @description Why it says nothing of a market price; null where it counts.
             * @enum {string|null}
             */
            excludedBecause: "same_party" | "emergency" | "disputed" | "refunded" | "other_currency" | "no_price" | null;
            /** @description Newest entry when it was written down; nothing after it can be scored. */
            recordEnd: number;
            /** @description Entry that is scored: the last blind one made before agreedBlock. */
            sequence: number | null;
            deal: {
                category: string;
                /** @enum {string} */
                grade: "attested" | "computed" | "claimed";
                /** @description As known before, by metric; yearly money in US dollars. */
                figures: {
                    [key: string]: number;
                };
                /** @description US dollars for one of the currency of the sale, then; absent for dollars. */
                usdPerUnit?: number;
            } | null;
            /** @description What rules of thumb said, learned from the deals known before. */
            naive: {
                [key: string]: string;
            };
        };
        EstimateProofAnswer: {
            data: components["schemas"]["EstimateProof"];
            meta: components["schemas"]["Meta"];
        };
        EstimateProof: {
            sequence: number;
            /** @description Hash of the entry: the leaf. */
            hash: components["schemas"]["Hash"];
            day: string;
            /** @description Null until the day is over and has its root. */
            sealed: {
                root: components["schemas"]["Hash"];
                /** @description Siblings from leaf to root, for MerkleProof.verify of OpenZeppelin. */
                proof: components["schemas"]["Hash"][];
                anchor: {
                    txHash: components["schemas"]["Hash"];
                    blockNumber: number;
                } | null;
            } | null;
        };
        AnalyzedBusinessAnswer: {
            data: {
                valuation: components["schemas"]["Valuation"];
                /** @description Its first job: GET /v1/jobs/{jobId} follows it. */
                jobId: components["schemas"]["Uuid"];
            };
            meta: components["schemas"]["PrivateMeta"];
        };
        Valuation: {
            valuationId: components["schemas"]["Uuid"];
            /** @description Public id; null for a business that is not listed. */
            listing: string | null;
            /** @enum {string} */
            cause: "listing" | "metadata" | "offer" | "close" | "request" | "analyze" | "drift" | "review";
            /**
             * @description published: shown; published_marked: shown, of middling confidence or by a reviewer; escalated: a reviewer looks at it.
             * @enum {string}
             */
            state: "queued" | "running" | "published" | "published_marked" | "escalated" | "refused" | "withheld" | "failed";
            /** @description Null until it is published, and for ever where none is. */
            estimate: components["schemas"]["Estimate"] | null;
            memo: components["schemas"]["ValuationMemo"] | null;
            /** @description Why there is no estimate, or why a reviewer looks at it. */
            reasons: {
                code: string;
                message: string;
                fix?: string;
            }[];
            /** @description Its jobs, first to last: GET /v1/jobs/{id} follows them for who has asked for it. */
            jobIds: components["schemas"]["Uuid"][];
            versions: {
                engine: string | null;
                model: string | null;
                prompt: string | null;
            };
            /** @description Why no model of language has read the text for the estimate though one was to; it is statistical then. Null where one has, and where none is set up. */
            readingFailure: {
                /** @enum {string} */
                code: "TEXT_NOT_SENT" | "MODEL_BUDGET_SPENT" | "MODEL_OUTPUT_INVALID" | "MODEL_UNAVAILABLE";
                message: string;
            } | null;
            /** @description Of the figures and their evidence. */
            inputHash: components["schemas"]["Hash"] | null;
            /** @description Of the deals that were learned from. */
            dealsHash: components["schemas"]["Hash"] | null;
            /** @description Last block that was known. */
            block: {
                number: number;
                hash: components["schemas"]["Hash"];
            } | null;
            /** @description Moment that the estimate is for. */
            madeAt: components["schemas"]["Moment"] | null;
            requestedAt: components["schemas"]["Moment"];
            publishedAt: components["schemas"]["Moment"] | null;
            finishedAt: components["schemas"]["Moment"] | null;
        };
        AnalyzeRequest: {
            category: string;
            /** @default USD */
            currency: string;
            /**
             * Format: date
             * @description Day that the figures are of; today unless given.
             */
            asOf?: string;
            /**
             * @description The business in words. A model of language reads them where one is configured.
             * @default
             */
            description: string;
            /** @default [] */
            techStack: string[];
            metrics: {
                /** @description Recurring revenue of the latest month, times twelve. */
                recurringRevenue?: string;
                /** @description Revenue of the last twelve months. */
                revenue?: string;
                /** @description Profit of the last twelve months before the owner's pay. */
                profit?: string;
                /** @description Age of the business in years. */
                ageYears?: string;
                /** @description Visitors in a month. */
                monthlyVisitors?: string;
                /** @description Users or customers. */
                customers?: string;
                /** @description Change of revenue against the year before. */
                growthPercent?: string;
                /** @description Customers lost in a month. */
                churnPercent?: string;
                /** @description People who work in it. */
                teamSize?: string;
            };
        };
        RequestedValuationAnswer: {
            data: {
                valuation: components["schemas"]["Valuation"];
                /** @description Its first job: GET /v1/jobs/{jobId} follows it. */
                jobId: components["schemas"]["Uuid"];
            };
            meta: components["schemas"]["PrivateMeta"];
        };
        ValuationPage: {
            data: components["schemas"]["Valuation"][];
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
        ValuationAnswer: {
            data: components["schemas"]["Valuation"];
            meta: components["schemas"]["PrivateMeta"];
        };
        ValuationReviewPage: {
            data: components["schemas"]["ValuationReview"][];
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
        ValuationReview: {
            valuation: components["schemas"]["Valuation"];
            claimedBy: components["schemas"]["Uuid"] | null;
            claimedUntil: components["schemas"]["Moment"] | null;
            decision: {
                by: components["schemas"]["Uuid"] | null;
                /** @enum {string} */
                decision: "publish" | "withhold" | "repeat";
                reason: string;
                at: components["schemas"]["Moment"];
            } | null;
            escalatedAt: components["schemas"]["Moment"];
        };
        ClaimedReviewAnswer: {
            data: components["schemas"]["ValuationReview"];
            meta: components["schemas"]["PrivateMeta"];
        };
        DecidedReviewAnswer: {
            data: components["schemas"]["ValuationReview"];
            meta: components["schemas"]["PrivateMeta"];
        };
        ValuationDecisionRequest: {
            /** @enum {string} */
            decision: "publish" | "withhold" | "repeat";
            reason: string;
            /**
             * @description Of a publication: moves the middle by `memo.proposedPercent`, whose points you have seen proved.
             * @default false
             */
            acceptsAdjustment: boolean;
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
            /** @description Organisation that the key acts for, and for nothing of yours; it can have keys:read, listings:write, jobs:write. */
            organisationId?: components["schemas"]["Uuid"];
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
                /** @description A deadline of an offer or escrow on it, such as an expiry or a handover, is still ahead and comes before this time. /v1/deadlines tells which. */
                deadlineBefore?: string;
                /** @description Kind of business; a listing has one or none. Several names are separated by commas. */
                category?: string[];
                /** @description Whether an offer on it is active. */
                hasOffer?: boolean;
                /** @description Fewest active offers. */
                minOffers?: number;
                /** @description Order of the list; newest unless given, or relevance with q. Without q there is no relevance. */
                sort?: "newest" | "oldest" | "price_asc" | "price_desc" | "updated" | "most_offers" | "highest_offer" | "ending_soon" | "relevance";
                /** @description 1 to 50 ids, separated by commas: answers with these rows in this order, and with `errors` for those that cannot be answered. Only `include` may stand beside it. */
                ids?: string[];
                /** @description Related rows to answer with, in `included`. Several words are separated by commas. */
                include?: ("offers" | "escrows" | "prices" | "seller" | "valuation" | "activity")[];
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
                include?: ("offers" | "escrows" | "prices" | "seller" | "valuation" | "activity")[];
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
    listSimilarListings: {
        parameters: {
            query?: {
                /** @description Listings at most, 1 to 50; 10 unless given. */
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
                /** @description Public id `<chainId>-<contract>-<number>`, or the number alone where only one contract of the kind is configured. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Nearest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SimilarListingsAnswer"];
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
    getSiteChecks: {
        parameters: {
            query?: {
                /** @description Past looks at most, 1 to 100; 20 unless given. */
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
                /** @description Public id `<chainId>-<contract>-<number>`, or the number alone where only one contract of the kind is configured. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How the site stands, and past looks */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SiteChecksAnswer"];
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
    listDrafts: {
        parameters: {
            query?: {
                cursor?: components["schemas"]["Uuid"];
                /** @description Those of this organisation; without it yours, or those of the key's organisation. */
                organisation?: components["schemas"]["Uuid"];
                /** @description At most so many, 20 unless given. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Drafts, the newest first */
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
            /** @description ORGANISATION_NOT_FOUND: You belong to no such organisation. */
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
            /** @description ORGANISATION_NOT_FOUND: You belong to no such organisation. */
            404: {
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
    listUploads: {
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
            /** @description Uploads of the account, the newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UploadPage"];
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
    uploadFiles: {
        parameters: {
            query?: {
                /** @description image (unless given) and document are for everybody; evidence and credential are ciphertext for readers. */
                purpose?: "image" | "document" | "evidence" | "credential";
                /** @description Form of the ciphertext; for no other purpose. */
                envelope?: "x25519-xsalsa20-poly1305" | "ecies-secp256k1" | "jwe";
                /** @description Wallets that may fetch ciphertext, separated by commas, 10 at most. */
                readers?: string;
            };
            header?: {
                /** @description A random UUID: the same request with it has one effect within 24 hours. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    file: string[];
                };
            };
        };
        responses: {
            /** @description Every file, in the order of the parts */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UploadedAnswer"];
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
            /** @description IDEMPOTENCY_IN_PROGRESS: The same request is being worked on. UPLOAD_QUOTA_REACHED: The account keeps as much as it may. */
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
            /** @description IDEMPOTENCY_KEY_REUSED: The Idempotency-Key was sent with another request. FILE_REFUSED: A file is not taken. */
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
            /** @description DATABASE_UNAVAILABLE: The database cannot be reached. QUERY_TIMEOUT: The database took too long. STORAGE_UNAVAILABLE: The storage of uploads does not answer as it should. OVERLOADED: The service has more to do than it can. */
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
    getUpload: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                uploadId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The upload as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UploadAnswer"];
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
            /** @description UPLOAD_NOT_FOUND: There is no such upload. */
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
    deleteUpload: {
        parameters: {
            query?: never;
            header?: {
                /** @description A random UUID: the same request with it has one effect within 24 hours. */
                "idempotency-key"?: string;
            };
            path: {
                uploadId: components["schemas"]["Uuid"];
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
                    "application/json": components["schemas"]["DeletedUploadAnswer"];
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
            /** @description UPLOAD_NOT_FOUND: There is no such upload. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description IDEMPOTENCY_IN_PROGRESS: The same request is being worked on. UPLOAD_IN_USE: A listing shows the picture. */
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
    readUpload: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                uploadId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description To be saved, never to be shown */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
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
            /** @description UPLOAD_NOT_FOUND: There is no such upload. */
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
            /** @description DATABASE_UNAVAILABLE: The database cannot be reached. QUERY_TIMEOUT: The database took too long. STORAGE_UNAVAILABLE: The storage of uploads does not answer as it should. OVERLOADED: The service has more to do than it can. */
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
    readContent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Content identifier, as uploads print it. */
                cid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bytes, with the type that they have */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description The part of them that was asked for */
            206: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
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
            /** @description UPLOAD_NOT_FOUND: There is no such upload. */
            404: {
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
            /** @description STORAGE_UNAVAILABLE: The storage of uploads does not answer as it should. DATABASE_UNAVAILABLE: The database cannot be reached. QUERY_TIMEOUT: The database took too long. OVERLOADED: The service has more to do than it can. */
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
    showOperatorNotice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description As a message in the chat of the operators has it; it is signed by us. */
                link: string;
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
    takeOperatorNotice: {
        parameters: {
            query?: never;
            header?: {
                /** @description A random UUID: the same request with it has one effect within 24 hours. */
                "idempotency-key"?: string;
            };
            path: {
                /** @description As a message in the chat of the operators has it; it is signed by us. */
                link: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Nobody is reminded any more */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TakenNoticeAnswer"];
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
    showSignOfLife: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description As the link of a reminder has it; it is signed by us. */
                link: string;
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
    recordSignOfLife: {
        parameters: {
            query?: never;
            header?: {
                /** @description A random UUID: the same request with it has one effect within 24 hours. */
                "idempotency-key"?: string;
            };
            path: {
                /** @description As the link of a reminder has it; it is signed by us. */
                link: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is known of the seller now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignOfLifeAnswer"];
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
    getUser: {
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
                /** @description Any wallet: one that nobody has seen shows nothing and has sold nothing. */
                address: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Public fields alone */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserAnswer"];
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
    replaceUserProfile: {
        parameters: {
            query?: never;
            header?: {
                /** @description A random UUID: the same request with it has one effect within 24 hours. */
                "idempotency-key"?: string;
            };
            path: {
                /** @description A wallet that is linked to your account. */
                address: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReplaceUserProfileRequest"];
            };
        };
        responses: {
            /** @description As everybody reads it now; null for nothing */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplacedUserProfileAnswer"];
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
            /** @description WALLET_NOT_FOUND: The account has no such wallet. */
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
    getListingVerification: {
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
                /** @description Public id of a listing, or its number alone where one marketplace is served. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every check of every level, with its evidence or none */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListingVerificationAnswer"];
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
    listProviders: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description By name; none where the operator has configured none */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProvidersAnswer"];
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
    beginAtProvider: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                provider: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BeginAtProviderRequest"];
            };
        };
        responses: {
            /** @description Where to go */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BegunAtProviderAnswer"];
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
            /** @description PROVIDER_NOT_FOUND: Nobody can sign in there. */
            404: {
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
            /** @description AUTH_NOT_CONFIGURED: This service has no accounts. DATABASE_UNAVAILABLE: The database cannot be reached. QUERY_TIMEOUT: The database took too long. PROVIDER_UNAVAILABLE: The provider does not answer. OVERLOADED: The service has more to do than it can. */
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
    finishAtProvider: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                provider: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FinishAtProviderRequest"];
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
            /** @description PROVIDER_NOT_FOUND: Nobody can sign in there. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description IDENTITY_TAKEN: The account at the provider is linked already. */
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
            /** @description AUTH_NOT_CONFIGURED: This service has no accounts. DATABASE_UNAVAILABLE: The database cannot be reached. QUERY_TIMEOUT: The database took too long. PROVIDER_UNAVAILABLE: The provider does not answer. OVERLOADED: The service has more to do than it can. */
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
    takeProviderForm: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                provider: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    state: string;
                    code?: string;
                    error?: string;
                };
            };
        };
        responses: {
            /** @description To the page, with the answer behind `#` */
            303: {
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
    beginToLinkIdentity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                provider: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BeginAtProviderRequest"];
            };
        };
        responses: {
            /** @description Where to go */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BegunAtProviderAnswer"];
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
            /** @description AUTH_REQUIRED: Nobody has signed in. INVALID_TOKEN: The token is not good. INVALID_CREDENTIALS: That does not open the account. */
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
            /** @description PROVIDER_NOT_FOUND: Nobody can sign in there. */
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
            /** @description DATABASE_UNAVAILABLE: The database cannot be reached. QUERY_TIMEOUT: The database took too long. PROVIDER_UNAVAILABLE: The provider does not answer. OVERLOADED: The service has more to do than it can. */
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
    unlinkIdentity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                provider: string;
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
            /** @description IDENTITY_NOT_FOUND: No identity of this provider opens the account. */
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
    listIdentities: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description By name of the provider */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentitiesAnswer"];
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
            /** @description LAST_OWNER: The organisation would have no owner. */
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
    getProfile: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Account, wishes and private data */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProfileAnswer"];
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
            /** @description DATABASE_UNAVAILABLE: The database cannot be reached. QUERY_TIMEOUT: The database took too long. ENCRYPTION_NOT_CONFIGURED: This service keeps no private data. OVERLOADED: The service has more to do than it can. */
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
    changeProfile: {
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
                "application/json": components["schemas"]["ChangeProfileRequest"];
            };
        };
        responses: {
            /** @description The profile as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedProfileAnswer"];
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
            /** @description DATABASE_UNAVAILABLE: The database cannot be reached. QUERY_TIMEOUT: The database took too long. ENCRYPTION_NOT_CONFIGURED: This service keeps no private data. OVERLOADED: The service has more to do than it can. */
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
    listOrganisations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The oldest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganisationsAnswer"];
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
    createOrganisation: {
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
                "application/json": components["schemas"]["NewOrganisationRequest"];
            };
        };
        responses: {
            /** @description As it is now */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewOrganisationAnswer"];
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
            /** @description IDEMPOTENCY_IN_PROGRESS: The same request is being worked on. TOO_MANY_ORGANISATIONS: The account owns as many organisations as it may. */
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
    getOrganisation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organisationId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Members as they joined */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganisationAnswer"];
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
            /** @description ORGANISATION_NOT_FOUND: You belong to no such organisation. */
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
    deleteOrganisation: {
        parameters: {
            query?: never;
            header?: {
                /** @description A random UUID: the same request with it has one effect within 24 hours. */
                "idempotency-key"?: string;
            };
            path: {
                organisationId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeletedOrganisationAnswer"];
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
            /** @description ORGANISATION_NOT_FOUND: You belong to no such organisation. */
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
    renameOrganisation: {
        parameters: {
            query?: never;
            header?: {
                /** @description A random UUID: the same request with it has one effect within 24 hours. */
                "idempotency-key"?: string;
            };
            path: {
                organisationId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RenameOrganisationRequest"];
            };
        };
        responses: {
            /** @description As it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RenamedOrganisationAnswer"];
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
            /** @description ORGANISATION_NOT_FOUND: You belong to no such organisation. */
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
    removeOrganisationMember: {
        parameters: {
            query?: never;
            header?: {
                /** @description A random UUID: the same request with it has one effect within 24 hours. */
                "idempotency-key"?: string;
            };
            path: {
                organisationId: components["schemas"]["Uuid"];
                accountId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The member as it was */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RemovedMemberAnswer"];
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
            /** @description ORGANISATION_NOT_FOUND: You belong to no such organisation. MEMBER_NOT_FOUND: The organisation has no such member. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description IDEMPOTENCY_IN_PROGRESS: The same request is being worked on. LAST_OWNER: The organisation would have no owner. */
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
    changeOrganisationMember: {
        parameters: {
            query?: never;
            header?: {
                /** @description A random UUID: the same request with it has one effect within 24 hours. */
                "idempotency-key"?: string;
            };
            path: {
                organisationId: components["schemas"]["Uuid"];
                accountId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeMemberRequest"];
            };
        };
        responses: {
            /** @description The member as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedMemberAnswer"];
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
            /** @description ORGANISATION_NOT_FOUND: You belong to no such organisation. MEMBER_NOT_FOUND: The organisation has no such member. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description IDEMPOTENCY_IN_PROGRESS: The same request is being worked on. LAST_OWNER: The organisation would have no owner. */
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
    listOrganisationAudit: {
        parameters: {
            query?: {
                /** @description Rows on a page, 1 to 100; 20 unless given. */
                limit?: number;
                cursor?: string;
                /** @description Account that made the change. */
                actor?: string;
                action?: string;
            };
            header?: never;
            path: {
                organisationId: components["schemas"]["Uuid"];
            };
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
                    "application/json": components["schemas"]["OrganisationAuditPage"];
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
            /** @description ORGANISATION_NOT_FOUND: You belong to no such organisation. */
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
    listOrganisationInvitations: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organisationId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Those that are open, the oldest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganisationInvitationsAnswer"];
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
            /** @description ORGANISATION_NOT_FOUND: You belong to no such organisation. */
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
    inviteToOrganisation: {
        parameters: {
            query?: never;
            header?: {
                /** @description A random UUID: the same request with it has one effect within 24 hours. */
                "idempotency-key"?: string;
            };
            path: {
                organisationId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrganisationInvitationRequest"];
            };
        };
        responses: {
            /** @description The invitation */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewInvitationAnswer"];
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
            /** @description ORGANISATION_NOT_FOUND: You belong to no such organisation. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description IDEMPOTENCY_IN_PROGRESS: The same request is being worked on. TOO_MANY_INVITATIONS: As many invitations are open as may be. */
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
    takeBackInvitation: {
        parameters: {
            query?: never;
            header?: {
                /** @description A random UUID: the same request with it has one effect within 24 hours. */
                "idempotency-key"?: string;
            };
            path: {
                organisationId: components["schemas"]["Uuid"];
                invitationId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The invitation as it was */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TakenBackInvitationAnswer"];
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
            /** @description ORGANISATION_NOT_FOUND: You belong to no such organisation. INVITATION_NOT_FOUND: There is no such invitation. */
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
    listOwnInvitations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Those that are open, the oldest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnInvitationsAnswer"];
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
    acceptInvitation: {
        parameters: {
            query?: never;
            header?: {
                /** @description A random UUID: the same request with it has one effect within 24 hours. */
                "idempotency-key"?: string;
            };
            path: {
                invitationId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptedInvitationAnswer"];
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
            /** @description INVITATION_NOT_FOUND: There is no such invitation. */
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
    declineInvitation: {
        parameters: {
            query?: never;
            header?: {
                /** @description A random UUID: the same request with it has one effect within 24 hours. */
                "idempotency-key"?: string;
            };
            path: {
                invitationId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The invitation as it was */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeclinedInvitationAnswer"];
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
            /** @description INVITATION_NOT_FOUND: There is no such invitation. */
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
    listWebhooks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them, the newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhooksAnswer"];
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
    createWebhook: {
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
                "application/json": components["schemas"]["WebhookRequest"];
            };
        };
        responses: {
            /** @description The webhook, with its secret */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewWebhookAnswer"];
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
            /** @description SAVED_SEARCH_NOT_FOUND: You have no such saved search. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description IDEMPOTENCY_IN_PROGRESS: The same request is being worked on. TOO_MANY_WEBHOOKS: There are as many webhooks as there may be. */
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
            /** @description DATABASE_UNAVAILABLE: The database cannot be reached. QUERY_TIMEOUT: The database took too long. WEBHOOKS_NOT_CONFIGURED: This service sends no webhooks. OVERLOADED: The service has more to do than it can. */
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
    getWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhookId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The webhook */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookAnswer"];
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
            /** @description WEBHOOK_NOT_FOUND: You have no such webhook. */
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
    deleteWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description A random UUID: the same request with it has one effect within 24 hours. */
                "idempotency-key"?: string;
            };
            path: {
                webhookId: components["schemas"]["Uuid"];
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
                    "application/json": components["schemas"]["DeletedWebhookAnswer"];
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
            /** @description WEBHOOK_NOT_FOUND: You have no such webhook. */
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
    changeWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description A random UUID: the same request with it has one effect within 24 hours. */
                "idempotency-key"?: string;
            };
            path: {
                webhookId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeWebhookRequest"];
            };
        };
        responses: {
            /** @description The webhook as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedWebhookAnswer"];
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
            /** @description WEBHOOK_NOT_FOUND: You have no such webhook. SAVED_SEARCH_NOT_FOUND: You have no such saved search. */
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
            /** @description DATABASE_UNAVAILABLE: The database cannot be reached. QUERY_TIMEOUT: The database took too long. WEBHOOKS_NOT_CONFIGURED: This service sends no webhooks. OVERLOADED: The service has more to do than it can. */
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
    rotateWebhookSecret: {
        parameters: {
            query?: never;
            header?: {
                /** @description A random UUID: the same request with it has one effect within 24 hours. */
                "idempotency-key"?: string;
            };
            path: {
                webhookId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RotateWebhookSecretRequest"];
            };
        };
        responses: {
            /** @description The new secret */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RotatedWebhookSecretAnswer"];
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
            /** @description WEBHOOK_NOT_FOUND: You have no such webhook. */
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
            /** @description DATABASE_UNAVAILABLE: The database cannot be reached. QUERY_TIMEOUT: The database took too long. WEBHOOKS_NOT_CONFIGURED: This service sends no webhooks. OVERLOADED: The service has more to do than it can. */
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
    listWebhookDeliveries: {
        parameters: {
            query?: {
                /** @description Rows on a page, 1 to 100; 20 unless given. */
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                webhookId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Attempts, the newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDeliveryPage"];
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
            /** @description WEBHOOK_NOT_FOUND: You have no such webhook. */
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
    pingWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description A random UUID: the same request with it has one effect within 24 hours. */
                "idempotency-key"?: string;
            };
            path: {
                webhookId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is on its way; GET /v1/jobs/{jobId} follows it */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookPingAnswer"];
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
            /** @description WEBHOOK_NOT_FOUND: You have no such webhook. */
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
            /** @description DATABASE_UNAVAILABLE: The database cannot be reached. QUERY_TIMEOUT: The database took too long. WEBHOOKS_NOT_CONFIGURED: This service sends no webhooks. OVERLOADED: The service has more to do than it can. */
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
    replayWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description A random UUID: the same request with it has one effect within 24 hours. */
                "idempotency-key"?: string;
            };
            path: {
                webhookId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReplayWebhookRequest"];
            };
        };
        responses: {
            /** @description The webhook as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplayedWebhookAnswer"];
                };
            };
            /** @description INVALID_REQUEST: The request has mistakes. UNKNOWN_SEQUENCE: The journal has not come to this sequence. */
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
            /** @description WEBHOOK_NOT_FOUND: You have no such webhook. */
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
    getWebhookKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A set of JSON Web Keys; empty where no webhooks are sent */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookKeys"];
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
    listSavedSearches: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All, the newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedSearchesAnswer"];
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
    createSavedSearch: {
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
                "application/json": components["schemas"]["SavedSearchRequest"];
            };
        };
        responses: {
            /** @description The search */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewSavedSearchAnswer"];
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
            /** @description IDEMPOTENCY_IN_PROGRESS: The same request is being worked on. TOO_MANY_SAVED_SEARCHES: There are as many saved searches as there may be. */
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
    getSavedSearch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                searchId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The search */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedSearchAnswer"];
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
            /** @description SAVED_SEARCH_NOT_FOUND: You have no such saved search. */
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
    replaceSavedSearch: {
        parameters: {
            query?: never;
            header?: {
                /** @description A random UUID: the same request with it has one effect within 24 hours. */
                "idempotency-key"?: string;
            };
            path: {
                searchId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SavedSearchRequest"];
            };
        };
        responses: {
            /** @description The search as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplacedSavedSearchAnswer"];
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
            /** @description SAVED_SEARCH_NOT_FOUND: You have no such saved search. */
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
    deleteSavedSearch: {
        parameters: {
            query?: never;
            header?: {
                /** @description A random UUID: the same request with it has one effect within 24 hours. */
                "idempotency-key"?: string;
            };
            path: {
                searchId: components["schemas"]["Uuid"];
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
                    "application/json": components["schemas"]["DeletedSavedSearchAnswer"];
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
            /** @description SAVED_SEARCH_NOT_FOUND: You have no such saved search. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description IDEMPOTENCY_IN_PROGRESS: The same request is being worked on. SAVED_SEARCH_IN_USE: A webhook goes by the search. */
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
    listSavedSearchMatches: {
        parameters: {
            query?: {
                /** @description Rows on a page, 1 to 100; 20 unless given. */
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                searchId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Matches, the newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedSearchMatchPage"];
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
            /** @description SAVED_SEARCH_NOT_FOUND: You have no such saved search. */
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
    listWatchedListings: {
        parameters: {
            query?: {
                /** @description Rows on a page, 1 to 100; 20 unless given. */
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WatchedListingPage"];
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
    watchListing: {
        parameters: {
            query?: never;
            header?: {
                /** @description A random UUID: the same request with it has one effect within 24 hours. */
                "idempotency-key"?: string;
            };
            path: {
                /** @description Public id `<chainId>-<contract>-<number>`, or the number alone where only one contract of the kind is configured. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WatchListingRequest"];
            };
        };
        responses: {
            /** @description As it stands on the list */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WatchedListingAnswer"];
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
            /** @description IDEMPOTENCY_IN_PROGRESS: The same request is being worked on. TOO_MANY_WATCHED: There are as many watched listings as there may be. */
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
    unwatchListing: {
        parameters: {
            query?: never;
            header?: {
                /** @description A random UUID: the same request with it has one effect within 24 hours. */
                "idempotency-key"?: string;
            };
            path: {
                /** @description Public id `<chainId>-<contract>-<number>`, or the number alone where only one contract of the kind is configured. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnwatchedListingAnswer"];
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
            /** @description NOT_WATCHED: You do not watch this listing. */
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
    listJobs: {
        parameters: {
            query?: {
                /** @description Rows on a page, 1 to 100; 20 unless given. */
                limit?: number;
                cursor?: string;
                name?: "notification.fan_out" | "notification.take_back" | "mail.send" | "mail.digest" | "saved_search.match" | "webhook.ping" | "deadline.scan" | "seller.watch" | "agent.act" | "valuation.score" | "valuation.scan_outcomes" | "valuation.seal_days" | "upload.sweep" | "valuation.open" | "valuation.intake" | "valuation.compare" | "valuation.estimate" | "valuation.memo" | "valuation.scan" | "operator.scan" | "operator.tell" | "site.scan" | "site.check" | "upkeep.purge";
                state?: "held" | "waiting" | "queued" | "running" | "done" | "dead" | "cancelled";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Jobs, the newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobPage"];
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
    getJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                jobId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The job as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobAnswer"];
                    "text/event-stream": string;
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
            /** @description JOB_NOT_FOUND: You have no such job. */
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
            /** @description DATABASE_UNAVAILABLE: The database cannot be reached. QUERY_TIMEOUT: The database took too long. TOO_MANY_STREAMS: Too many readers are connected. OVERLOADED: The service has more to do than it can. */
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
    cancelJob: {
        parameters: {
            query?: never;
            header?: {
                /** @description A random UUID: the same request with it has one effect within 24 hours. */
                "idempotency-key"?: string;
            };
            path: {
                jobId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The job as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CancelledJobAnswer"];
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
            /** @description JOB_NOT_FOUND: You have no such job. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description IDEMPOTENCY_IN_PROGRESS: The same request is being worked on. JOB_ENDED: The job is past this. */
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
    listJobsForAdmin: {
        parameters: {
            query?: {
                /** @description Rows on a page, 1 to 100; 20 unless given. */
                limit?: number;
                cursor?: string;
                name?: "notification.fan_out" | "notification.take_back" | "mail.send" | "mail.digest" | "saved_search.match" | "webhook.ping" | "deadline.scan" | "seller.watch" | "agent.act" | "valuation.score" | "valuation.scan_outcomes" | "valuation.seal_days" | "upload.sweep" | "valuation.open" | "valuation.intake" | "valuation.compare" | "valuation.estimate" | "valuation.memo" | "valuation.scan" | "operator.scan" | "operator.tell" | "site.scan" | "site.check" | "upkeep.purge";
                state?: "held" | "waiting" | "queued" | "running" | "done" | "dead" | "cancelled";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Jobs, the newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdminJobPage"];
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
    replayDeadJobs: {
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
                "application/json": components["schemas"]["ReplayJobsRequest"];
            };
        };
        responses: {
            /** @description How many */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplayedJobsAnswer"];
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
    replayJob: {
        parameters: {
            query?: never;
            header?: {
                /** @description A random UUID: the same request with it has one effect within 24 hours. */
                "idempotency-key"?: string;
            };
            path: {
                jobId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The job as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplayedJobAnswer"];
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
            /** @description JOB_NOT_FOUND: You have no such job. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description IDEMPOTENCY_IN_PROGRESS: The same request is being worked on. JOB_ENDED: The job is past this. */
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
    getQueues: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Counts */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueuesAnswer"];
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
    createQueuePageLink: {
        parameters: {
            query?: never;
            header?: {
                /** @description A random UUID: the same request with it has one effect within 24 hours. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The link */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueuePageLinkAnswer"];
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
    getTrackRecord: {
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
            /** @description All deals, then by group */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrackRecordAnswer"];
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
            /** @description NOT_PUBLISHED: There is no index to read yet. DATABASE_UNAVAILABLE: The database cannot be reached. QUERY_TIMEOUT: The database took too long. INDEX_BEHIND: The index is further behind than you accept. OVERLOADED: The service has more to do than it can. */
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
    listRecordEntries: {
        parameters: {
            query?: {
                /** @description Entries after this one; from the first on unless given. */
                after?: number;
                /** @description At most so many, 1 to 500; 100 unless given. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Entries in their order */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordEntryPage"];
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
    listRecordDays: {
        parameters: {
            query?: {
                /** @description Days after this one; from the first on unless given. */
                after?: string;
                /** @description At most so many, 1 to 500; 100 unless given. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Days, oldest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordDayPage"];
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
    listEstimateOutcomes: {
        parameters: {
            query?: {
                /** @description Outcomes after this place of `page.nextAfter`; from the first on unless given. */
                after?: number;
                /** @description At most so many, 1 to 500; 100 unless given. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description In the order of writing */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EstimateOutcomePage"];
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
    getEstimateProof: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of a valuation. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The proof */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EstimateProofAnswer"];
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
            /** @description ESTIMATE_NOT_RECORDED: No estimate with this id is in the record. */
            404: {
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
    analyzeBusiness: {
        parameters: {
            query?: never;
            header?: {
                /** @description A random UUID: the same request with it has one effect within 24 hours. */
                "idempotency-key"?: string;
                /** @description `wait=5` waits so many seconds for the end, 10 at most, and answers 200 when it came. */
                prefer?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnalyzeRequest"];
            };
        };
        responses: {
            /** @description It has ended while the request waited */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnalyzedBusinessAnswer"];
                };
            };
            /** @description It was asked for; `Location` is where it will be */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnalyzedBusinessAnswer"];
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
    listListingValuations: {
        parameters: {
            query?: {
                /** @description Rows on a page, 1 to 100; 20 unless given. */
                limit?: number;
                cursor?: string;
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
            /** @description Estimates, the newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValuationPage"];
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
    requestListingValuation: {
        parameters: {
            query?: never;
            header?: {
                /** @description A random UUID: the same request with it has one effect within 24 hours. */
                "idempotency-key"?: string;
                /** @description `wait=5` waits so many seconds for the end, 10 at most, and answers 200 when it came. */
                prefer?: string;
            };
            path: {
                /** @description Public id of a listing, or its number alone where one marketplace is served. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It has ended while the request waited */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestedValuationAnswer"];
                };
            };
            /** @description It was asked for; `Location` is where it will be */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestedValuationAnswer"];
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
            /** @description DATABASE_UNAVAILABLE: The database cannot be reached. QUERY_TIMEOUT: The database took too long. NOT_PUBLISHED: There is no index to read yet. OVERLOADED: The service has more to do than it can. */
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
    getValuation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The valuation as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValuationAnswer"];
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
            /** @description VALUATION_NOT_FOUND: There is no such valuation. */
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
    listValuationReviews: {
        parameters: {
            query?: {
                /** @description Rows on a page, 1 to 100; 20 unless given. */
                limit?: number;
                cursor?: string;
                /** @description open, the oldest first, unless given; decided, the newest first. */
                status?: "open" | "decided";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The desk */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValuationReviewPage"];
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
    claimValuationReview: {
        parameters: {
            query?: never;
            header?: {
                /** @description A random UUID: the same request with it has one effect within 24 hours. */
                "idempotency-key"?: string;
            };
            path: {
                valuationId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The review as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimedReviewAnswer"];
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
            /** @description VALUATION_NOT_FOUND: There is no such valuation. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description IDEMPOTENCY_IN_PROGRESS: The same request is being worked on. REVIEW_CLAIMED: The valuation is not in your hands. REVIEW_DECIDED: It was decided already. */
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
    decideValuationReview: {
        parameters: {
            query?: never;
            header?: {
                /** @description A random UUID: the same request with it has one effect within 24 hours. */
                "idempotency-key"?: string;
            };
            path: {
                valuationId: components["schemas"]["Uuid"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ValuationDecisionRequest"];
            };
        };
        responses: {
            /** @description The review as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecidedReviewAnswer"];
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
            /** @description VALUATION_NOT_FOUND: There is no such valuation. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description IDEMPOTENCY_IN_PROGRESS: The same request is being worked on. VALUATION_INCOMPLETE: There is no estimate to publish. REVIEW_CLAIMED: The valuation is not in your hands. REVIEW_DECIDED: It was decided already. */
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
    listKeys: {
        parameters: {
            query?: {
                /** @description All keys of this organisation, for its admins and owners. */
                organisation?: components["schemas"]["Uuid"];
            };
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
            /** @description ORGANISATION_NOT_FOUND: You belong to no such organisation. */
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
            /** @description ORGANISATION_NOT_FOUND: You belong to no such organisation. */
            404: {
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
