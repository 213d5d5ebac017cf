/** Something that a person means to do at a time. */
export type Intention = { at: number; act: () => void };

/** Intentions by time; equal times in the order they were noted. A binary heap. */
export type Agenda = {
  note(at: number, act: () => void): void;
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

  function sink(): void {
    let at = 0;
    for (;;) {
      let first = at;
      for (const child of [2 * at + 1, 2 * at + 2]) if (isBefore(child, first)) first = child;
      if (first === at) return;
      swap(at, first);
      at = first;
    }
  }

  return {
    note(at, act) {
      heap.push({ at, act, order: noted });
      noted += 1;
      rise(heap.length - 1);
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
