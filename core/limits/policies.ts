/** Who is counted: a client address (of IPv6 the /64), an account with all it signs in with, or a key. */
export type Subject = "address" | "account" | "key";

/** How often something may be done, by whom is counted. */
export type Policy = {
  /** As `RateLimit-Policy` prints it; callers may decide by it, so it never changes. */
  name: string;
  /** Requests in one window; 0 counts nothing. */
  quota: number;
  windowSeconds: number;
  /** Whose requests are added up. Without an account, what counts accounts counts addresses. */
  subject: Subject;
  /** Counted by each process for itself, where a look into a store would cost more than it guards. */
  isLocal?: true;
  /** What is counted, for `GET /v1/limits`. */
  meaning: string;
};

export type PolicySettings = {
  /** Reads that one client address may make in a minute; 0 is no limit. */
  readsPerMinute: number;
};

const [MINUTE, HOUR, DAY] = [60, 3_600, 86_400];

/** Every limit of ours by its name, the only place that says how much of what (issue 5). */
export const ratePolicies = ({ readsPerMinute }: PolicySettings) =>
  ({
    reads: {
      name: "reads",
      quota: readsPerMinute,
      windowSeconds: MINUTE,
      subject: "address",
      meaning: "All requests, whoever sends them.",
    },
    general: {
      name: "general",
      quota: 100,
      windowSeconds: 15 * MINUTE,
      subject: "address",
      meaning: "Writes without credentials.",
    },
    account: {
      name: "account",
      quota: 100,
      windowSeconds: MINUTE,
      subject: "account",
      meaning: "Requests in the name of an account by session or signature.",
    },
    free: {
      name: "free",
      quota: 10,
      windowSeconds: MINUTE,
      subject: "key",
      meaning: "Requests in the name of an account by a free key. Public reads are not among them.",
    },
    paid: {
      name: "paid",
      quota: 100,
      windowSeconds: MINUTE,
      subject: "key",
      meaning: "The same by a paid key.",
    },
    freePlan: {
      name: "free-plan",
      quota: 1_000,
      windowSeconds: DAY,
      subject: "account",
      meaning: "Quota of the free plan, over all keys of an account.",
    },
    paidPlan: {
      name: "paid-plan",
      quota: 50_000,
      windowSeconds: DAY,
      subject: "account",
      meaning: "Quota of the paid plan, over all keys of an account.",
    },
    auth: {
      name: "auth",
      quota: 20,
      windowSeconds: MINUTE,
      subject: "address",
      meaning: "Attempts to register, to sign in and to prolong a session.",
    },
    failedCredentials: {
      name: "failed-credentials",
      quota: 30,
      windowSeconds: MINUTE,
      subject: "address",
      isLocal: true,
      meaning: "Tokens, keys and signatures that were refused; beyond it none is looked at.",
    },
    instantKeys: {
      name: "instant-keys",
      quota: 5,
      windowSeconds: DAY,
      subject: "address",
      meaning: "Keys made without an account.",
    },
    uploads: {
      name: "uploads",
      quota: 30,
      windowSeconds: HOUR,
      subject: "account",
      meaning: "Uploads.",
    },
    ai: {
      name: "ai",
      quota: 10,
      windowSeconds: MINUTE,
      subject: "account",
      meaning: "Requests that a language model works on.",
    },
    verification: {
      name: "verification",
      quota: 20,
      windowSeconds: MINUTE,
      subject: "account",
      meaning: "Checks of a build, a domain or a statement.",
    },
    executions: {
      name: "executions",
      quota: 10,
      windowSeconds: HOUR,
      subject: "account",
      meaning: "Runs of an agent.",
    },
    offersHour: {
      name: "offers-hour",
      quota: 5,
      windowSeconds: HOUR,
      subject: "account",
      meaning: "Instant offers asked for.",
    },
    offersDay: {
      name: "offers-day",
      quota: 20,
      windowSeconds: DAY,
      subject: "account",
      meaning: "The same in a day.",
    },
    anonymousOffers: {
      name: "anonymous-offers",
      quota: 3,
      windowSeconds: DAY,
      subject: "address",
      meaning: "Instant offers asked for without an account.",
    },
  }) as const satisfies Record<string, Policy>;

export type PolicyName = keyof ReturnType<typeof ratePolicies>;

/** Every policy by name, in the order of the table. */
export const POLICY_NAMES = Object.keys(ratePolicies({ readsPerMinute: 0 })) as [
  PolicyName,
  ...PolicyName[],
];

/** Quotas that administrators have set in place of those of the table. */
export type QuotaOverrides = Readonly<Partial<Record<PolicyName, number>>>;
