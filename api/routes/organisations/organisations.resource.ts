import type { findOwnInvitations } from "../../../core/organisations/invitations.ts";
import type { findPeople, getOrganisation } from "../../../core/organisations/organisations.ts";
import { toAddressOrNull } from "../../http/values.ts";

type Row = Awaited<ReturnType<typeof getOrganisation>>;
type Person = Awaited<ReturnType<typeof findPeople>>[number];
type InvitationRow = Awaited<ReturnType<typeof findOwnInvitations>>[number];

/** An organisation as its member sees it, with his own role. */
export const toOrganisation = ({ createdAt, updatedAt, ...row }: Row) => ({
  ...row,
  createdAt: createdAt.toISOString(),
  updatedAt: updatedAt.toISOString(),
});

/** A member as the others see it. */
export const toMember = ({ joinedAt, ...person }: Person) => ({
  ...person,
  joinedAt: joinedAt.toISOString(),
});

/** An open invitation. */
export const toInvitation = ({ wallet, createdAt, expiresAt, ...row }: InvitationRow) => ({
  ...row,
  wallet: toAddressOrNull(wallet),
  createdAt: createdAt.toISOString(),
  expiresAt: expiresAt.toISOString(),
});

/** What the audit log keeps of an invitation. */
export const invitationFacts = ({ organisationId, role, wallet, email }: InvitationRow) => ({
  organisationId,
  role,
  wallet,
  email,
});
