import { quoteIdentifier } from "./quote.ts";

/** A column of a relation in the database, as far as building views needs to know. */
export type SourceColumn = {
  name: string;
  /** `enum` for any enum; else the SQL type without its parameters, e.g. `numeric`, `bigint`. */
  type: string;
  comment: string | undefined;
};

/** A column of a view: how it is computed and what it means. */
export type ViewColumn = { name: string; expression: string; comment: string | undefined };

/** Relations of the indexer that analysts get, each as a view of the same name. */
export const ANALYTICS_RELATIONS = [
  "listing",
  "price_change",
  "offer",
  "escrow",
  "escrow_transition",
  "transition_hold",
  "dispute",
  "seller",
  "seller_stake",
  "activity",
  "token",
  "token_movement",
  "token_balance",
  "contract",
  "agent",
  "agent_payment",
  "entitlement",
  "daily_listing_stat",
  "daily_escrow_stat",
] as const;

/** Columns of unix seconds; `release_time` is what the contract calls it. */
const TIME_COLUMN = /(_at|_deadline|_start)$|^release_time$/;
const INTEGER_TYPES = new Set(["bigint", "numeric", "integer"]);

/** Last second of the year 9999: what lies beyond is no date but a contract's "never". */
const LAST_SECOND = 253_402_300_799n;

/** A listing lives on its marketplace, an escrow and an offer on their escrow contract. */
const PUBLIC_KEYS = [
  { key: "listing_key", contracts: ["marketplace", "contract"], number: "listing_id" },
  { key: "escrow_key", contracts: ["contract"], number: "escrow_id" },
  { key: "offer_key", contracts: ["contract"], number: "offer_id" },
] as const;

/**
 * Columns of the analysts' view of a relation: public ids first, then every column as indexed, each
 * time also as a timestamp. Amounts stay exact: numeric base units, never floats (req 5.119).
 */
export function analyticsColumns(columns: readonly SourceColumn[]): ViewColumn[] {
  return [...publicKeys(columns), ...columns.flatMap(valueColumns)];
}

function publicKeys(columns: readonly SourceColumn[]): ViewColumn[] {
  const names = new Set(columns.map((column) => column.name));
  return PUBLIC_KEYS.flatMap(({ key, contracts, number }) => {
    const contract = contracts.find((name) => names.has(name));
    if (contract === undefined || !names.has(number) || !names.has("chain_id")) return [];
    const entity = number.slice(0, -"_id".length);
    return [
      {
        name: key,
        expression: `chain_id || '-' || ${contract} || '-' || ${number}`,
        comment: `Public id of the ${entity}, the same text as in the API; null without one.`,
      },
    ];
  });
}

function valueColumns({ name, type, comment }: SourceColumn): ViewColumn[] {
  const quoted = quoteIdentifier(name);
  // Enums belong to one release; as text they look the same in all of them.
  const plain = { name, expression: type === "enum" ? `${quoted}::text` : quoted, comment };
  if (!TIME_COLUMN.test(name) || !INTEGER_TYPES.has(type)) return [plain];
  return [
    plain,
    {
      name: `${name}_utc`,
      expression: `CASE WHEN ${quoted} BETWEEN 1 AND ${LAST_SECOND} THEN to_timestamp(${quoted}) END`,
      comment: `The same moment as ${name}, as a timestamp; null where that is null, 0 or no date.`,
    },
  ];
}
