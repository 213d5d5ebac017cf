import { createSocket } from "node:dgram";
import { Resolver } from "node:dns/promises";
import { once } from "node:events";
import type { Resolve } from "../../../core/outgoing/guarded-connector.ts";

const ANSWERED = 0x81_80;
const [TYPE_A, CLASS_IN] = [1, 1];

/**
 * A name server on loopback whose answers change: it gives the addresses of `answers` one after the
 * other, the last one for ever, each with no time to live (check SS-2).
 */
export async function startNameServer(answers: readonly (readonly string[])[]) {
  let asked = 0;
  const socket = createSocket("udp4");
  socket.on("message", (question, from) => {
    const isA = question.readUInt16BE(question.length - 4) === TYPE_A;
    const addresses = isA ? (answers[Math.min(asked, answers.length - 1)] ?? []) : [];
    if (isA) asked += 1;
    socket.send(answerOf(question, addresses), from.port, from.address);
  });
  socket.bind(0, "127.0.0.1");
  await once(socket, "listening");
  const resolver = new Resolver({ timeout: 2_000, tries: 2 });
  resolver.setServers([`127.0.0.1:${socket.address().port}`]);
  const resolve: Resolve = (host) => resolver.resolve4(host);
  return { resolve, asked: () => asked, close: () => void socket.close() };
}

function answerOf(question: Buffer, addresses: readonly string[]): Buffer {
  const header = Buffer.alloc(12);
  question.copy(header, 0, 0, 2);
  header.writeUInt16BE(ANSWERED, 2);
  header.writeUInt16BE(1, 4);
  header.writeUInt16BE(addresses.length, 6);
  const end = question.indexOf(0, 12) + 5;
  const records = addresses.map((address) => {
    const record = Buffer.alloc(16);
    record.writeUInt16BE(0xc0_0c, 0);
    record.writeUInt16BE(TYPE_A, 2);
    record.writeUInt16BE(CLASS_IN, 4);
    record.writeUInt32BE(0, 6);
    record.writeUInt16BE(4, 10);
    for (const [index, octet] of address.split(".").entries()) {
      record.writeUInt8(Number(octet), 12 + index);
    }
    return record;
  });
  return Buffer.concat([header, question.subarray(12, end), ...records]);
}
