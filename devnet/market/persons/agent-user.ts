import type { Address } from "viem";
import * as desk from "../agent-actions.ts";
import { PAYMENT_WINDOW } from "../protocol.ts";
import { at, DAY, later, MINUTE, soon } from "../time.ts";
import { ipfsUri } from "../titles.ts";
import type { AgentDesk, PaidAgent, World } from "../world.ts";

/** People hire paid agents; the platform releases or refunds, and hands out rights to use them. */

const AGENTS = 6;
const CENT = 10_000n;
const GETS_ENTITLEMENT = 0.5;
const PASSES_IT_ON = 0.25;
const LOSES_IT = 0.15;

export function openDesk(world: World, agents: AgentDesk, developers: readonly Address[]): void {
  for (let count = 0; count < AGENTS; count += 1) {
    later(world, 20 * MINUTE * (count + 1), () => {
      const developer = developers[count % developers.length];
      if (developer === undefined) return;
      const agent = desk.registerAgent(world, agents, developer, {
        uri: ipfsUri(world.prng),
        isTransferrable: count % 2 === 0,
        expiration: count === 1 ? world.now + 20 * DAY : 0,
      });
      soon(world, 60, () => desk.describeEntitlement(world, agents, agent, ipfsUri(world.prng)));
    });
  }
  later(world, 9 * DAY, () => desk.changeAgentFee(world, agents, 250));
}

/** Somebody pays for an hour of an agent's work. */
export function hire(world: World, agents: AgentDesk, user: Address): void {
  const { prng } = world;
  if (agents.agents.length === 0) return;
  const agent = prng.pick(agents.agents);
  const payment = desk.payAgent(world, agents, agent, user, {
    id: prng.hex(32),
    amount: BigInt(prng.between(50, 60_000)) * CENT,
    expiresAt: world.now + PAYMENT_WINDOW,
  });
  const end = prng.weighted({ release: 80, refund: 12, expire: 8 });
  if (end === "release") {
    soon(world, 4, () => {
      if (!desk.releasePayment(world, agents, payment)) return;
      if (prng.chance(GETS_ENTITLEMENT)) entitle(world, agents, agent, user);
    });
  } else if (end === "refund") {
    soon(world, 30, () => desk.refundPayment(world, agents, payment));
  } else {
    at(world, payment.expiresAt + DAY, () => desk.refundPayment(world, agents, payment));
  }
}

function entitle(world: World, agents: AgentDesk, agent: PaidAgent, user: Address): void {
  const { prng } = world;
  desk.mintEntitlement(world, agents, agent, user);
  if (prng.chance(PASSES_IT_ON)) {
    const friend = prng.pick(world.people.buyers);
    soon(world, 50, () => desk.transferEntitlement(world, agents, agent, user, friend));
  } else if (prng.chance(LOSES_IT)) {
    soon(world, 80, () => desk.burnEntitlement(world, agents, agent, user));
  }
}
