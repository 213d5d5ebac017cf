import type { Venue, World } from "./world.ts";

export const MINUTE = 60;
export const HOUR = 3_600;
export const DAY = 86_400;

/** Nobody answers between midnight and seven; what falls there moves to the morning. */
const WAKES_AT = 7 * HOUR;
const MORNING = 3 * HOUR;

/** Comes sooner when people hurry. */
const DECIDED = { isDecided: true };

/**
 * Notes what somebody will do after about `hours`, never at night. Faster when the pace is: this is
 * for what people decide, not for what a contract makes them wait for.
 */
export function soon(world: World, hours: number, act: () => void): void {
  const delay = world.prng.exponential(hours * HOUR);
  if (world.pace > 1) {
    world.agenda.note(world.now + Math.ceil(delay / world.pace), act, DECIDED);
    return;
  }
  world.agenda.note(awake(world, world.now + MINUTE + Math.ceil(delay)), act, DECIDED);
}

/** Notes what somebody will do at a time, or right away if it has passed. */
export function at(world: World, time: number, act: () => void): void {
  world.agenda.note(Math.max(time, world.now), act);
}

/** Notes what somebody will do after a time that no pace shortens. */
export function later(world: World, seconds: number, act: () => void): void {
  world.agenda.note(world.now + Math.ceil(seconds), act);
}

/** As `soon`, and when the escrow is paused just then, again after it. */
export function soonAtEscrow(world: World, venue: Venue, hours: number, act: () => void): void {
  soon(world, hours, () => whenOpen(world, venue, act));
}

/** Acts now, or in an hour if the escrow is paused, and so on. */
export function whenOpen(world: World, venue: Venue, act: () => void): void {
  if (venue.escrowPaused) later(world, HOUR, () => whenOpen(world, venue, act));
  else act();
}

function awake(world: World, time: number): number {
  const ofDay = time % DAY;
  if (ofDay >= WAKES_AT) return time;
  return time - ofDay + WAKES_AT + Math.floor(world.prng.unit() * MORNING);
}

/** Visits at night are rare. */
const NIGHT_OWLS = 0.15;

/** Lets something happen again and again at random, `perDay` times a day, mostly while people wake. */
export function flow(world: World, perDay: number, act: () => void): void {
  // Counted from time to time, not from block to block: a block may hold many arrivals.
  const arrive = (after: number) => {
    const mean = DAY / (perDay * world.scale * world.pace);
    const time = after + world.prng.exponential(mean);
    const come = () => {
      const isNight = world.pace === 1 && time % DAY < WAKES_AT;
      if (!isNight || world.prng.chance(NIGHT_OWLS)) act();
      // Who was hurried came before the time that was meant.
      arrive(Math.min(world.now, Math.max(time, world.now - DAY)));
    };
    world.agenda.note(time, come, DECIDED);
  };
  arrive(world.now);
}
