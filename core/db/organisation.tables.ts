import type { Generated } from "kysely";

/** What a member may do: use what is there; invite and remove members, too; everything. */
export const ORGANISATION_ROLES = ["member", "admin", "owner"] as const;
/** Role of a member of an organisation. */
export type OrganisationRole = (typeof ORGANISATION_ROLES)[number];

/** `app.organisation`: accounts that own things together. */
export type OrganisationTable = {
  organisationId: Generated<string>;
  name: string;
  createdAt: Generated<Date>;
  updatedAt: Generated<Date>;
};

/** `app.organisation_member`: who belongs to which. */
export type OrganisationMemberTable = {
  organisationId: string;
  accountId: string;
  role: OrganisationRole;
  joinedAt: Generated<Date>;
  updatedAt: Generated<Date>;
};

/** `app.organisation_invitation`: invitations that may still be accepted; one of wallet and email is set. */
export type OrganisationInvitationTable = {
  invitationId: Generated<string>;
  organisationId: string;
  role: OrganisationRole;
  /** In lower case. */
  wallet: `0x${string}` | null;
  /** In lower case. */
  email: string | null;
  invitedBy: string | null;
  createdAt: Generated<Date>;
  expiresAt: Generated<Date>;
};

/** Tables of organisations by their names in queries. */
export type OrganisationTables = {
  organisation: OrganisationTable;
  organisationMember: OrganisationMemberTable;
  organisationInvitation: OrganisationInvitationTable;
};
