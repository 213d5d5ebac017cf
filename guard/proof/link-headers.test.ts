import { keccak256, padHex, toHex } from "viem";
import { describe, expect, it } from "vitest";
import { bloomOf, encodeHeader } from "../../tests/support/proof/built-block.ts";
import { linkHeaders } from "./link-headers.ts";
import type { RpcHeader } from "./rpc-block.ts";

const ROOT = padHex("0x01", { size: 32 });
const ANCHOR = { number: 99, hash: padHex("0xa", { size: 32 }) };

function chainOf(length: number): RpcHeader[] {
  const headers: RpcHeader[] = [];
  for (let at = 0; at < length; at += 1) {
    headers.push(sealed(ANCHOR.number + 1 + at, headers.at(-1)?.hash ?? ANCHOR.hash));
  }
  return headers;
}

function sealed(number: number, parentHash: RpcHeader["hash"]): RpcHeader {
  const fields: Omit<RpcHeader, "hash"> = {
    ...{ parentHash, sha3Uncles: ROOT, miner: padHex("0x1", { size: 20 }), stateRoot: ROOT },
    ...{ transactionsRoot: ROOT, receiptsRoot: ROOT, logsBloom: bloomOf([]) },
    ...{ difficulty: "0x0", number: toHex(number), gasLimit: "0x5", gasUsed: "0x0" },
    ...{ timestamp: "0x5", extraData: "0x", mixHash: ROOT, nonce: "0x0000000000000000" },
  };
  return { ...fields, hash: keccak256(encodeHeader(fields)) };
}

describe("headers behind an anchor", () => {
  it("are proved when each follows the one before, and when there are none", () => {
    expect(linkHeaders(ANCHOR, chainOf(50))).toEqual({ isProved: true });
    expect(linkHeaders(ANCHOR, [])).toEqual({ isProved: true });
  });

  it("are refused with a gap, out of order, from another chain or with a changed field", () => {
    const chain = chainOf(6);
    const [first, second, third, ...rest] = chain as [RpcHeader, RpcHeader, RpcHeader];
    const reasonOf = (headers: RpcHeader[]) => linkHeaders(ANCHOR, headers);
    expect(reasonOf([first, third, ...rest])).toMatchObject({
      reason: "block 102 does not follow block 100",
    });
    expect(reasonOf([second, first])).toMatchObject({
      reason: "block 101 does not follow block 99",
    });
    expect(reasonOf([sealed(100, ROOT)])).toMatchObject({
      reason: `the parent of block 100 is ${ROOT}, not ${ANCHOR.hash}`,
    });
    expect(reasonOf([first, { ...second, parentHash: ROOT }])).toMatchObject({ isProved: false });
    expect(reasonOf([first, { ...second, stateRoot: ANCHOR.hash }])).toMatchObject({
      reason: expect.stringMatching(/^the header hashes to 0x/),
    });
    expect(reasonOf([first, first])).toMatchObject({ isProved: false });
  });
});
