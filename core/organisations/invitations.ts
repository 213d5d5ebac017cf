import { sql } from "kysely";
import type { CallerTransaction } from "../db/as-caller.ts";
import type { OrganisationRole } from "../db/organisation.tables.ts";
import { DomainError } from "../errors.ts";
import { requireRoleIn } from "./organisations.ts";

/** Invitations that an organisation may have open at a time. */
export const MAX_INVITATIONS = 100;

/** Who is invited: whoever has the wallet, or reads mail at the address; both in lower case. */
export type Invitee = { wallet: `0x${string}` } | { email: string };

const COLUMNS = [
  "invitationId",
  "organisationId",
  "role",
  "wallet",
  "email",
  "invitedBy",
  "createdAt",
  "expiresAt",
] as const;

type Of = { organisationId: string; accountId: string };

/** Invitations of an organisation that are open, for its admins and owners. */
export async function findInvitations(transaction: CallerTransaction, of: Of) {
  await requireRoleIn(transaction, of, ["admin", "owner"]);
  return transaction
    .selectFrom("organisationInvitation")
    .select(COLUMNS)
    .where("organisationId", "=", of.organisationId)
    .where(sql<boolean>`expires_at > now()`)
    .orderBy("createdAt")
    .orderBy("invitationId")
    .execute();
}

/** Invitations of the caller himself, by his wallets and his verified address. */
export const findOwnInvitations = (transaction: CallerTransaction) =>
  transaction
    .selectFrom("organisationInvitation")
    .select(COLUMNS)
    .where(sql<boolean>`app.is_invited(wallet, email) AND expires_at > now()`)
    .orderBy("createdAt")
    .orderBy("invitationId")
    .execute();

/**
 * Invites somebody, whether or not there is such an account; another invitation of the same one ends.
 *
 * @throws DomainError ORGANISATION_NOT_FOUND, FORBIDDEN or TOO_MANY_INVITATIONS
 */
export async function invite(
  transaction: CallerTransaction,
  of: Of,
  { role, to }: { role: OrganisationRole; to: Invitee },
) {
  const own = await requireRoleIn(transaction, of, ["admin", "owner"]);
  if (role === "owner" && own.role !== "owner") {
    throw new DomainError("FORBIDDEN", "Only an owner makes somebody an owner.");
  }
  const values = { wallet: null, email: null, ...to };
  await transaction
    .deleteFrom("organisationInvitation")
    .where("organisationId", "=", of.organisationId)
    .where("wallet", "is not distinct from", values.wallet)
    .where("email", "is not distinct from", values.email)
    .execute();
  if ((await findInvitations(transaction, of)).length >= MAX_INVITATIONS) {
    throw new DomainError("TOO_MANY_INVITATIONS", `${MAX_INVITATIONS} invitations are open.`);
  }
  return transaction
    .insertInto("organisationInvitation")
    .values({ ...values, organisationId: of.organisationId, role, invitedBy: of.accountId })
    .returning(COLUMNS)
    .executeTakeFirstOrThrow();
}

/** Takes an invitation back. @throws DomainError ORGANISATION_NOT_FOUND, FORBIDDEN, INVITATION_NOT_FOUND */
export async function takeBack(transaction: CallerTransaction, of: Of, invitationId: string) {
  await requireRoleIn(transaction, of, ["admin", "owner"]);
  return remove(transaction, invitationId, of.organisationId);
}

/**
 * Joins with an invitation; who belongs to the organisation already keeps his role.
 *
 * @returns the organisation
 * @throws DomainError INVITATION_NOT_FOUND, for those of others and those that are over as well
 */
export async function accept(transaction: CallerTransaction, invitationId: string) {
  const { rows } = await sql<{
    organisationId: string | null;
  }>`SELECT app.accept_invitation(${invitationId}) AS organisation_id`.execute(transaction);
  const organisationId = rows[0]?.organisationId ?? null;
  if (organisationId === null) throw noInvitation(invitationId);
  return organisationId;
}

/** Declines an invitation of the caller. @throws DomainError INVITATION_NOT_FOUND */
export async function decline(transaction: CallerTransaction, invitationId: string) {
  const own = await findOwnInvitations(transaction);
  if (!own.some((invitation) => invitation.invitationId === invitationId)) {
    throw noInvitation(invitationId);
  }
  return remove(transaction, invitationId, undefined);
}

async function remove(transaction: CallerTransaction, id: string, organisationId?: string) {
  let statement = transaction.deleteFrom("organisationInvitation").where("invitationId", "=", id);
  if (organisationId !== undefined) {
    statement = statement.where("organisationId", "=", organisationId);
  }
  const removed = await statement.returning(COLUMNS).executeTakeFirst();
  if (removed === undefined) throw noInvitation(id);
  return removed;
}

const noInvitation = (id: string) =>
  new DomainError("INVITATION_NOT_FOUND", `No invitation ${id}.`);
