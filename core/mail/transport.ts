import { mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createTransport } from "nodemailer";

/** One mail to one person. */
export type Mail = {
  /** Id of its row, from which its Message-ID is made: a mail that is sent twice is known as one. */
  mailId: string;
  to: string;
  subject: string;
  text: string;
  html: string;
  /** Where its reader can end such mails by one click (RFC 8058); undefined where he cannot. */
  unsubscribeUrl?: string | undefined;
};

/** The way mails go out. */
export type MailTransport = {
  /** @throws whatever the server answers, with its SMTP code as `responseCode` */
  send(mail: Mail): Promise<void>;
  close(): void;
};

export type MailSettings = {
  /** `smtp://` or `smtps://`, with user and password; SendGrid and Resend have one each. */
  smtpUrl: string | undefined;
  /** Folder in which mails are kept instead, one `.eml` each. */
  folder: string | undefined;
  /** Sender, as `Valyra <mail@example.org>`. */
  from: string;
};

const CONNECT_TIMEOUT_MS = 5_000;
const SOCKET_TIMEOUT_MS = 15_000;

/** Opens the way out; undefined when there is none, and then no mail is made. */
export function openMailTransport({
  smtpUrl,
  folder,
  from,
}: MailSettings): MailTransport | undefined {
  const domain = /@([^>\s]+)>?$/.exec(from)?.[1] ?? "localhost";
  const compose = ({ mailId, unsubscribeUrl, ...mail }: Mail) => ({
    ...mail,
    from,
    messageId: `<${mailId}@${domain}>`,
    ...(unsubscribeUrl === undefined
      ? {}
      : {
          headers: {
            "List-Unsubscribe": `<${unsubscribeUrl}>`,
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
          },
        }),
    // Templates are text of ours; nothing that they name is read from disk or fetched.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  if (smtpUrl !== undefined) {
    const transport = createTransport({
      url: smtpUrl,
      pool: true,
      connectionTimeout: CONNECT_TIMEOUT_MS,
      greetingTimeout: CONNECT_TIMEOUT_MS,
      socketTimeout: SOCKET_TIMEOUT_MS,
    });
    return {
      send: async (mail) => void (await transport.sendMail(compose(mail))),
      close: () => transport.close(),
    };
  }
  if (folder === undefined) return undefined;
  const transport = createTransport({ streamTransport: true, buffer: true });
  return {
    async send(mail) {
      const { message } = await transport.sendMail(compose(mail));
      await mkdir(folder, { recursive: true });
      // Whoever reads the folder sees whole mails only.
      const path = join(folder, `${mail.mailId}.eml`);
      await writeFile(`${path}.part`, message as Buffer);
      await rename(`${path}.part`, path);
    },
    close: () => transport.close(),
  };
}
