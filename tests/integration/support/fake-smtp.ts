import { createServer, type Socket } from "node:net";

/** A mail server on loopback that says what a test wants it to say. */
export type FakeSmtp = {
  url: string;
  /** Message-IDs of mails that were handed over whole, in order, whatever was answered. */
  readonly received: string[];
  /** Decides on the answer to a mail by its number, from 1; no answer leaves its sender waiting. */
  answer: (number: number) => string | undefined;
  /** Gives all who wait their answer. */
  release(line: string): void;
  stop(): Promise<void>;
};

const END = "\r\n.\r\n";

export async function startFakeSmtp(): Promise<FakeSmtp> {
  const sockets = new Set<Socket>();
  const waiting: Socket[] = [];
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => socket.destroy());
    let rest = "";
    let isData = false;
    socket.write("220 test\r\n");
    socket.on("data", (part) => {
      rest += part.toString("utf8");
      for (;;) {
        const end = rest.indexOf(isData ? END : "\r\n");
        if (end === -1) return;
        const text = rest.slice(0, end);
        rest = rest.slice(end + (isData ? END.length : 2));
        if (isData) {
          isData = false;
          smtp.received.push(/^message-id: <([^@]+)@/im.exec(text)?.[1] ?? "");
          const answer = smtp.answer(smtp.received.length);
          if (answer === undefined) waiting.push(socket);
          else socket.write(`${answer}\r\n`);
        } else if (/^data$/i.test(text)) {
          isData = true;
          socket.write("354 go on\r\n");
        } else socket.write("250 fine\r\n");
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = address === null || typeof address === "string" ? 0 : address.port;
  const smtp: FakeSmtp = {
    url: `smtp://127.0.0.1:${port}`,
    received: [],
    answer: () => "250 taken",
    release(line) {
      for (const socket of waiting.splice(0)) socket.write(`${line}\r\n`);
    },
    async stop() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return smtp;
}
