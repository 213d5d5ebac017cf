/**
 * Something that a person means to do at a time. One that is `decided` waits for nothing but its
 * person; the others wait for a deadline of a contract.
 */
export type Intention = { at: number; act: () => void; isDecided: boolean };

/** Intentions by time; equal times in the order they were noted. A binary heap. */
export type Agenda = {
  note(at: number, act: () => void, options?: { isDecided: boolean }): void;
  /** Brings forward what is decided: what was to come in `pace` seconds comes in one. */
  hasten(now: number, pace: number): void;
  /** Time of the next intention, unix seconds. */
  nextAt(): number | undefined;
  /** Takes the next intention if it is due at `now`. */
  takeDue(now: number): Intention | undefined;
};

export function createAgenda(): Agenda {
  const heap: (Intention & { order: number })[] = [];
  let noted = 0;

  const isBefore = (left: number, right: number) => {
    const a = heap[left];
    const b = heap[right];
    if (a === undefined || b === undefined) return false;
    return a.at < b.at || (a.at === b.at && a.order < b.order);
  };
  const swap = (left: number, right: number) => {
    const held = heap[left] as (typeof heap)[number];
    heap[left] = heap[right] as (typeof heap)[number];
    heap[right] = held;
  };

  function rise(position: number): void {
    let at = position;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!isBefore(at, parent)) return;
      swap(at, parent);
      at = parent;
    }
  }

  function sink(from = 0): void {
    let at = from;
    for (;;) {
      let first = at;
      for (const child of [2 * at + 1, 2 * at + 2]) if (isBefore(child, first)) first = child;
      if (first === at) return;
      swap(at, first);
      at = first;
    }
  }

  return {
    note(at, act, { isDecided } = { isDecided: false }) {
      heap.push({ at, act, isDecided, order: noted });
      noted += 1;
      rise(heap.length - 1);
    },
    hasten(now, pace) {
      for (const intention of heap) {
        const wait = Math.max(0, intention.at - now);
        if (intention.isDecided) intention.at = now + Math.ceil(wait / pace);
      }
      for (let at = (heap.length >> 1) - 1; at >= 0; at -= 1) sink(at);
    },
    nextAt: () => heap[0]?.at,
    takeDue(now) {
      const first = heap[0];
      if (first === undefined || first.at > now) return undefined;
      const last = heap.pop() as (typeof heap)[number];
      if (heap.length > 0) {
        heap[0] = last;
        sink();
      }
      return first;
    },
  };
}
