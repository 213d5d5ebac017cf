import { createRoute, z } from "@hono/zod-openapi";
import { ORGANISATION_ROLES } from "../../../core/db/organisation.tables.ts";
import { json } from "../../http/page.ts";
import { addressText, idText, pageParams } from "../../http/params.ts";
import { Moment, privateOf, privatePageOf, Uuid } from "../../http/private-answer.ts";
import { problems } from "../../http/problem.ts";
import { Address } from "../../http/values.ts";
import { idempotencyHeader, jsonBody, OF_CALLERS, OF_WRITES } from "../../http/write-contract.ts";
import { AuditEntry, sequenceText } from "../admin/audit.contract.ts";

const tags = ["Organisations"];
const Role = z.enum(ORGANISATION_ROLES).openapi("OrganisationRole", {
  description: "member: uses what is there; admin: invites and removes, too; owner: everything.",
});
const Name = z.string().trim().min(1).max(80).openapi({ example: "Two Oaks" });
const OrganisationPath = z.object({ organisationId: Uuid });
const MemberPath = OrganisationPath.extend({ accountId: Uuid });
const InvitationPath = z.object({ invitationId: Uuid });

const members = {
  organisationId: Uuid,
  name: z.string().openapi({ description: "Untrusted text.", example: "Two Oaks" }),
  role: Role,
  createdAt: Moment,
  updatedAt: Moment,
};
const Organisation = z.object(members).openapi("Organisation");
const Member = z
  .object({
    accountId: Uuid,
    username: z.string().nullable(),
    displayName: z.string().nullable().openapi({ description: "Untrusted text." }),
    role: Role,
    joinedAt: Moment,
  })
  .openapi("OrganisationMember");
const OrganisationDetail = z
  .object({ ...members, members: z.array(Member) })
  .openapi("OrganisationDetail");
const Invitation = z
  .object({
    invitationId: Uuid,
    organisationId: Uuid,
    role: Role,
    wallet: Address.nullable(),
    email: z.string().nullable(),
    invitedBy: Uuid.nullable(),
    createdAt: Moment,
    expiresAt: Moment,
  })
  .openapi("OrganisationInvitation");

const oneOrganisation = (name: string) => json(privateOf(Organisation, name), "As it is now");
const oneInvitation = (name: string, what: string) => json(privateOf(Invitation, name), what);

const OrganisationAuditEntry = AuditEntry.omit({ client: true, userAgent: true }).openapi(
  "OrganisationAuditEntry",
);

export const listOrganisationAudit = createRoute({
  tags,
  method: "get",
  path: "/v1/organisations/{organisationId}/audit",
  operationId: "listOrganisationAudit",
  summary: "What was done in the organisation, and by whom",
  description:
    "For its owners: members, invitations, keys and drafts, and whatever its keys have done. Where a member was when he did it is for himself alone.",
  request: {
    params: OrganisationPath,
    query: z.strictObject({
      ...pageParams,
      cursor: sequenceText.optional(),
      actor: z.uuid().optional().openapi({ description: "Account that made the change." }),
      action: idText.optional(),
    }),
  },
  responses: {
    200: json(
      privatePageOf(OrganisationAuditEntry, "OrganisationAuditPage"),
      "Entries, the newest first",
    ),
    ...problems(...OF_CALLERS, "ORGANISATION_NOT_FOUND"),
  },
});

export const createOrganisationRoute = createRoute({
  tags,
  method: "post",
  path: "/v1/organisations",
  operationId: "createOrganisation",
  summary: "Make an organisation, with yourself as its owner",
  request: {
    headers: idempotencyHeader,
    body: jsonBody(z.strictObject({ name: Name }).openapi("NewOrganisationRequest")),
  },
  responses: {
    201: oneOrganisation("NewOrganisationAnswer"),
    ...problems(...OF_WRITES, "TOO_MANY_ORGANISATIONS"),
  },
});

export const listOrganisations = createRoute({
  tags,
  method: "get",
  path: "/v1/organisations",
  operationId: "listOrganisations",
  summary: "Organisations that you belong to",
  request: { query: z.strictObject({}) },
  responses: {
    200: json(privateOf(z.array(Organisation), "OrganisationsAnswer"), "The oldest first"),
    ...problems(...OF_CALLERS),
  },
});

export const getOrganisationRoute = createRoute({
  tags,
  method: "get",
  path: "/v1/organisations/{organisationId}",
  operationId: "getOrganisation",
  summary: "One of them, with its members",
  request: { params: OrganisationPath, query: z.strictObject({}) },
  responses: {
    200: json(privateOf(OrganisationDetail, "OrganisationAnswer"), "Members as they joined"),
    ...problems(...OF_CALLERS, "ORGANISATION_NOT_FOUND"),
  },
});

export const renameOrganisationRoute = createRoute({
  tags,
  method: "patch",
  path: "/v1/organisations/{organisationId}",
  operationId: "renameOrganisation",
  summary: "Give it another name, as its admin or owner",
  request: {
    params: OrganisationPath,
    headers: idempotencyHeader,
    body: jsonBody(z.strictObject({ name: Name }).openapi("RenameOrganisationRequest")),
  },
  responses: {
    200: oneOrganisation("RenamedOrganisationAnswer"),
    ...problems(...OF_WRITES, "ORGANISATION_NOT_FOUND"),
  },
});

export const deleteOrganisation = createRoute({
  tags,
  method: "delete",
  path: "/v1/organisations/{organisationId}",
  operationId: "deleteOrganisation",
  summary: "Delete it, as its owner",
  description:
    "Its drafts, keys and invitations go at once; jobs stay with whoever asked for them.",
  request: { params: OrganisationPath, headers: idempotencyHeader },
  responses: {
    200: oneOrganisation("DeletedOrganisationAnswer"),
    ...problems(...OF_WRITES, "ORGANISATION_NOT_FOUND"),
  },
});

export const changeMemberRoute = createRoute({
  tags,
  method: "patch",
  path: "/v1/organisations/{organisationId}/members/{accountId}",
  operationId: "changeOrganisationMember",
  summary: "Give a member another role, as an owner",
  request: {
    params: MemberPath,
    headers: idempotencyHeader,
    body: jsonBody(z.strictObject({ role: Role }).openapi("ChangeMemberRequest")),
  },
  responses: {
    200: json(privateOf(Member, "ChangedMemberAnswer"), "The member as it is now"),
    ...problems(...OF_WRITES, "ORGANISATION_NOT_FOUND", "MEMBER_NOT_FOUND", "LAST_OWNER"),
  },
});

export const removeMemberRoute = createRoute({
  tags,
  method: "delete",
  path: "/v1/organisations/{organisationId}/members/{accountId}",
  operationId: "removeOrganisationMember",
  summary: "Remove a member, or leave",
  description:
    "Keys that the member made for the organisation end at once. It goes with its last member.",
  request: { params: MemberPath, headers: idempotencyHeader },
  responses: {
    200: json(privateOf(Member, "RemovedMemberAnswer"), "The member as it was"),
    ...problems(...OF_WRITES, "ORGANISATION_NOT_FOUND", "MEMBER_NOT_FOUND", "LAST_OWNER"),
  },
});

const InvitationRequest = z
  .strictObject({
    role: Role.default("member"),
    wallet: addressText.openapi({ type: "string", pattern: "^0x[0-9a-fA-F]{40}$" }).optional(),
    email: z
      .string()
      .trim()
      .toLowerCase()
      .max(254)
      .pipe(z.email("must be an e-mail address"))
      .openapi({ type: "string", format: "email", example: "colleague@example.org" })
      .optional(),
  })
  .refine(({ wallet, email }) => (wallet === undefined) !== (email === undefined), {
    path: ["wallet"],
    message: "must be there exactly when `email` is not",
  })
  .openapi("OrganisationInvitationRequest");

export const inviteRoute = createRoute({
  tags,
  method: "post",
  path: "/v1/organisations/{organisationId}/invitations",
  operationId: "inviteToOrganisation",
  summary: "Invite a wallet or an address, as an admin or owner",
  description:
    "Good for 14 days. Whether there is such an account is not said; whoever has the wallet, or reads the mail, can accept.",
  request: {
    params: OrganisationPath,
    headers: idempotencyHeader,
    body: jsonBody(InvitationRequest),
  },
  responses: {
    201: oneInvitation("NewInvitationAnswer", "The invitation"),
    ...problems(...OF_WRITES, "ORGANISATION_NOT_FOUND", "TOO_MANY_INVITATIONS"),
  },
});

const invitations = (name: string) => ({
  200: json(privateOf(z.array(Invitation), name), "Those that are open, the oldest first"),
});

export const listInvitations = createRoute({
  tags,
  method: "get",
  path: "/v1/organisations/{organisationId}/invitations",
  operationId: "listOrganisationInvitations",
  summary: "Invitations that are open, for admins and owners",
  request: { params: OrganisationPath, query: z.strictObject({}) },
  responses: {
    ...invitations("OrganisationInvitationsAnswer"),
    ...problems(...OF_CALLERS, "ORGANISATION_NOT_FOUND"),
  },
});

export const takeBackInvitation = createRoute({
  tags,
  method: "delete",
  path: "/v1/organisations/{organisationId}/invitations/{invitationId}",
  operationId: "takeBackInvitation",
  summary: "Take an invitation back",
  request: { params: OrganisationPath.extend({ invitationId: Uuid }), headers: idempotencyHeader },
  responses: {
    200: oneInvitation("TakenBackInvitationAnswer", "The invitation as it was"),
    ...problems(...OF_WRITES, "ORGANISATION_NOT_FOUND", "INVITATION_NOT_FOUND"),
  },
});

export const listOwnInvitations = createRoute({
  tags,
  method: "get",
  path: "/v1/account/invitations",
  operationId: "listOwnInvitations",
  summary: "Invitations for your wallets and your address",
  request: { query: z.strictObject({}) },
  responses: { ...invitations("OwnInvitationsAnswer"), ...problems(...OF_CALLERS) },
});

export const acceptInvitation = createRoute({
  tags,
  method: "post",
  path: "/v1/account/invitations/{invitationId}/accept",
  operationId: "acceptInvitation",
  summary: "Join an organisation",
  request: { params: InvitationPath, headers: idempotencyHeader },
  responses: {
    200: oneOrganisation("AcceptedInvitationAnswer"),
    ...problems(...OF_WRITES, "INVITATION_NOT_FOUND"),
  },
});

export const declineInvitation = createRoute({
  tags,
  method: "delete",
  path: "/v1/account/invitations/{invitationId}",
  operationId: "declineInvitation",
  summary: "Decline an invitation",
  request: { params: InvitationPath, headers: idempotencyHeader },
  responses: {
    200: oneInvitation("DeclinedInvitationAnswer", "The invitation as it was"),
    ...problems(...OF_WRITES, "INVITATION_NOT_FOUND"),
  },
});
