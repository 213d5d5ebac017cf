import { sql } from "kysely";
import type { CallerTransaction } from "../db/as-caller.ts";
import type { OrganisationRole } from "../db/organisation.tables.ts";
import { DomainError } from "../errors.ts";
import type { KnownCaller } from "../identity/caller.ts";

/** Organisations that one account may belong to as an owner. */
export const MAX_OWNED = 20;

/** SQLSTATE of the trigger that keeps an owner (migration 0023). */
const OWNERLESS = "VLO01";

/** Says so in the words of the catalogue when a statement would leave an organisation without owner. */
export async function keepingAnOwner<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === OWNERLESS) {
      throw new DomainError("LAST_OWNER", "An organisation with members keeps an owner.");
    }
    throw error;
  }
}

const overview = (transaction: CallerTransaction, accountId: string) =>
  transaction
    .selectFrom("organisation")
    .innerJoin("organisationMember as own", (join) =>
      join
        .onRef("own.organisationId", "=", "organisation.organisationId")
        .on("own.accountId", "=", accountId),
    )
    .select([
      "organisation.organisationId",
      "organisation.name",
      "organisation.createdAt",
      "organisation.updatedAt",
      "own.role",
    ]);

/** Organisations that the caller belongs to, the oldest first (req 3.83). */
export const findOrganisations = (transaction: CallerTransaction, accountId: string) =>
  overview(transaction, accountId)
    .orderBy("organisation.createdAt")
    .orderBy("organisation.organisationId")
    .execute();

/** @throws DomainError ORGANISATION_NOT_FOUND, for those that the caller does not belong to as well */
export async function getOrganisation(
  transaction: CallerTransaction,
  organisationId: string,
  accountId: string,
) {
  const found = await overview(transaction, accountId)
    .where("organisation.organisationId", "=", organisationId)
    .executeTakeFirst();
  if (found === undefined) throw noOrganisation(organisationId);
  return found;
}

/**
 * The organisation, when the caller has one of the roles there.
 *
 * @throws DomainError ORGANISATION_NOT_FOUND, or FORBIDDEN for a member without such a role
 */
export async function requireRoleIn(
  transaction: CallerTransaction,
  { organisationId, accountId }: { organisationId: string; accountId: string },
  roles: readonly OrganisationRole[],
) {
  const found = await getOrganisation(transaction, organisationId, accountId);
  if (!roles.includes(found.role)) {
    throw new DomainError("FORBIDDEN", `This needs one of the roles ${roles.join(", ")} there.`);
  }
  return found;
}

/**
 * Whom something new belongs to: the organisation that was named, the one of the caller's key, or the
 * caller alone.
 *
 * @returns null for the caller alone
 * @throws DomainError ORGANISATION_NOT_FOUND for one that he does not belong to
 */
export async function organisationFor(
  transaction: CallerTransaction,
  caller: KnownCaller,
  wanted: string | undefined,
): Promise<string | null> {
  const own = caller.kind === "api_key" ? caller.organisationId : undefined;
  const organisationId = wanted ?? own;
  if (organisationId === undefined) return null;
  await getOrganisation(transaction, organisationId, caller.accountId);
  return organisationId;
}

/** Members by name, in the order in which they joined. */
export async function findPeople(transaction: CallerTransaction, organisationId: string) {
  const { rows } = await sql<{
    accountId: string;
    username: string | null;
    displayName: string | null;
    role: OrganisationRole;
    joinedAt: Date;
  }>`SELECT * FROM app.organisation_people(${organisationId})`.execute(transaction);
  return rows;
}

/** Makes an organisation with the caller as its owner. @throws DomainError TOO_MANY_ORGANISATIONS */
export async function createOrganisation(
  transaction: CallerTransaction,
  accountId: string,
  name: string,
) {
  const { rows: own } = await sql<{
    count: bigint;
  }>`SELECT count(*) FROM app.caller_organisations('{owner}')`.execute(transaction);
  if ((own[0]?.count ?? 0n) >= BigInt(MAX_OWNED)) {
    throw new DomainError("TOO_MANY_ORGANISATIONS", `The account owns ${MAX_OWNED} organisations.`);
  }
  const { rows } = await sql<{
    organisationId: string;
  }>`SELECT app.create_organisation(${name}) AS organisation_id`.execute(transaction);
  return getOrganisation(transaction, rows[0]?.organisationId ?? "", accountId);
}

/** Gives it another name; the caller must be its owner or admin. */
export async function renameOrganisation(
  transaction: CallerTransaction,
  of: { organisationId: string; accountId: string },
  name: string,
) {
  const before = await requireRoleIn(transaction, of, ["admin", "owner"]);
  await transaction
    .updateTable("organisation")
    .set({ name })
    .where("organisationId", "=", of.organisationId)
    .execute();
  return { before, after: await getOrganisation(transaction, of.organisationId, of.accountId) };
}

/** Deletes it with its drafts, keys and invitations; the caller must be its owner. */
export async function removeOrganisation(
  transaction: CallerTransaction,
  of: { organisationId: string; accountId: string },
) {
  const before = await requireRoleIn(transaction, of, ["owner"]);
  await transaction
    .deleteFrom("organisation")
    .where("organisationId", "=", of.organisationId)
    .execute();
  return before;
}

/** @throws DomainError ORGANISATION_NOT_FOUND, FORBIDDEN, MEMBER_NOT_FOUND or LAST_OWNER */
export async function changeMember(
  transaction: CallerTransaction,
  of: { organisationId: string; accountId: string },
  memberId: string,
  role: OrganisationRole,
) {
  await requireRoleIn(transaction, of, ["owner"]);
  const before = await getMember(transaction, of.organisationId, memberId);
  await keepingAnOwner(() =>
    transaction
      .updateTable("organisationMember")
      .set({ role })
      .where("organisationId", "=", of.organisationId)
      .where("accountId", "=", memberId)
      .execute(),
  );
  return { before, after: await getMember(transaction, of.organisationId, memberId) };
}

/**
 * Takes a member away, or lets the caller himself leave. His keys of the organisation end; with the
 * last member the organisation goes.
 *
 * @throws DomainError ORGANISATION_NOT_FOUND, FORBIDDEN, MEMBER_NOT_FOUND or LAST_OWNER
 */
export async function removeMember(
  transaction: CallerTransaction,
  of: { organisationId: string; accountId: string },
  memberId: string,
) {
  const { role } = await getOrganisation(transaction, of.organisationId, of.accountId);
  const before = await getMember(transaction, of.organisationId, memberId);
  const isAbove = role === "owner" || (role === "admin" && before.role === "member");
  if (memberId !== of.accountId && !isAbove) {
    throw new DomainError("FORBIDDEN", "Owners remove anybody, admins remove members.");
  }
  await keepingAnOwner(() =>
    transaction
      .deleteFrom("organisationMember")
      .where("organisationId", "=", of.organisationId)
      .where("accountId", "=", memberId)
      .execute(),
  );
  return before;
}

async function getMember(transaction: CallerTransaction, organisationId: string, id: string) {
  const member = (await findPeople(transaction, organisationId)).find(
    ({ accountId }) => accountId === id,
  );
  if (member === undefined) throw new DomainError("MEMBER_NOT_FOUND", `No member ${id}.`);
  return member;
}

const noOrganisation = (id: string) =>
  new DomainError("ORGANISATION_NOT_FOUND", `No organisation ${id}.`);
