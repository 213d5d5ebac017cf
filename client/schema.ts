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
    "/v1/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Everything that happened in one sequence, with what was taken back, oldest first
         * @description Replaying all entries from 0, and dropping what a retraction names, gives every event of the index. Ask again with `page.nextAfter` to miss nothing.
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
            code: "INVALID_REQUEST" | "INVALID_ID" | "AMBIGUOUS_ID" | "INVALID_CURSOR" | "CURSOR_MISMATCH" | "LISTING_NOT_FOUND" | "OFFER_NOT_FOUND" | "ESCROW_NOT_FOUND" | "EVENT_NOT_FOUND" | "DISPUTE_NOT_FOUND" | "HOLD_NOT_FOUND" | "PRICE_NOT_FOUND" | "SELLER_NOT_FOUND" | "TOKEN_NOT_FOUND" | "CONTRACT_NOT_FOUND" | "AGENT_NOT_FOUND" | "AGENT_PAYMENT_NOT_FOUND" | "ENTITLEMENT_NOT_FOUND" | "UNKNOWN_SEQUENCE" | "TOO_MANY_STREAMS" | "ROUTE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "MALFORMED_REQUEST" | "REQUEST_TIMEOUT" | "REQUEST_ABANDONED" | "BODY_TOO_LARGE" | "URI_TOO_LONG" | "HEADERS_TOO_LARGE" | "NOT_YET_INDEXED" | "INDEX_BEHIND" | "SEARCH_NOT_READY" | "NOT_PUBLISHED" | "OVERLOADED" | "DATABASE_UNAVAILABLE" | "QUERY_TIMEOUT" | "INTERNAL";
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
            /** @enum {string} */
            state: "open" | "resolved";
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
            /** @description Sequence that first told of the event; its own for a new event. */
            announcedSequence: number;
            /** @description For a retraction: the sequence that no longer counts; else null. */
            retractsSequence: number | null;
            /** @description `<chainId>-<blockHash>-<logIndex>`, as the activity has it. */
            activityId: string;
            chainId: number;
            blockNumber: number;
            blockHash: components["schemas"]["Hash"];
            logIndex: number;
            txHash: components["schemas"]["Hash"];
            contract: components["schemas"]["Address"];
            /** @enum {string} */
            contractKind: "marketplace" | "escrow" | "token" | "agentEscrow" | "entitlement";
            event: string;
            kind: string;
            listing: string | null;
            escrow: string | null;
            offer: string | null;
            /** @description Account that sent the transaction. */
            sender: components["schemas"]["Address"];
            actor: components["schemas"]["Address"] | null;
            counterparty: components["schemas"]["Address"] | null;
            /** @description In the payment token of the contract; null for events without an amount. */
            amount: components["schemas"]["Money"] | null;
            args: {
                [key: string]: unknown;
            };
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
            groupBy: "marketplace" | "token" | "verification" | null;
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
            dimensions: ("marketplace" | "token" | "verification")[];
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
        ReadyCheck: {
            name: string;
            isOk: boolean;
            /** @description What was seen. */
            detail: string;
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
                /** @description Words of the title: all must be found, whole, by their beginning or nearly so. Case, accents and punctuation do not count. A new listing is found a moment after it is indexed. 16 different words at most, with a letter or a digit. */
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
                /** @description Open until the owner resolves it. */
                state?: "open" | "resolved";
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
                /** @description First moment that counts; the beginning unless given. */
                from?: string;
                /** @description First moment that no longer counts; the last indexed block ends it in any case. */
                to?: string;
                /** @description Dimension to group by. `verification` is the level that sellers declared. There are no categories: listings carry none on the chain. */
                groupBy?: "marketplace" | "token" | "verification";
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
