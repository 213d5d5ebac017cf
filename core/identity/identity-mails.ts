import type { Mail, MailTransport } from "../mail/transport.ts";
import type { IdentityMail } from "./email-accounts.ts";

const TEXTS: Record<IdentityMail["kind"], { subject: string; lines: string[]; path?: string }> = {
  register: {
    subject: "Confirm your e-mail address",
    lines: ["Somebody, probably you, registered this address at Valyra.", "Confirm it here:"],
    path: "/sign-in/confirm",
  },
  reset: {
    subject: "Set another password",
    lines: ["Somebody, probably you, asked for another password at Valyra.", "Set it here:"],
    path: "/sign-in/reset",
  },
  invited: {
    subject: "You are invited to an organisation",
    lines: [
      "Somebody invited this address to an organisation at Valyra.",
      "Sign in with this address, or register it, and answer the invitation there within 14 days. If you expected none, nothing needs to be done.",
    ],
    path: "/account/invitations",
  },
  already_registered: {
    subject: "You have an account already",
    lines: [
      "Somebody, probably you, tried to register this address at Valyra. It has an account already.",
      "Log in, or ask for another password. If it was not you, nothing needs to be done.",
    ],
  },
};

/**
 * The text of a mail. The secret stands behind `#`: it is in no log of any server that the page is
 * loaded from.
 *
 * @param pageUrl origin of the page that reads the link
 */
function writeIdentityMail(mail: IdentityMail, pageUrl: string): Mail {
  const { subject, lines, path } = TEXTS[mail.kind];
  const end = "secret" in mail ? `#${mail.secret}` : "";
  const link = path === undefined ? undefined : `${pageUrl}${path}${end}`;
  const paragraphs = link === undefined ? lines : [...lines, link];
  return {
    mailId: crypto.randomUUID(),
    to: mail.to,
    subject,
    text: `${paragraphs.join("\n\n")}\n`,
    html: `<!doctype html><html><body>${paragraphs.map((line) => `<p>${line}</p>`).join("")}</body></html>`,
  };
}

/**
 * Sends such mails at once and not through the queue of jobs, where their secrets would be kept.
 *
 * @param transport undefined where no mail goes out
 * @param onFailure told of a mail that did not go out, without its address or secret
 */
export function createMailSender(
  transport: Pick<MailTransport, "send"> | undefined,
  { pageUrl, onFailure }: { pageUrl: string; onFailure: (error: unknown) => void },
): (mail: IdentityMail) => void {
  return (mail) => {
    if (transport === undefined) {
      onFailure(new Error("no way for mails to go out is configured"));
      return;
    }
    transport.send(writeIdentityMail(mail, pageUrl)).catch(onFailure);
  };
}
