/**
 * The only source of chance in the simulator: a small fast generator (sfc32) seeded by text. Streams
 * forked under a name do not disturb each other, so that a new behaviour leaves the rest of a
 * history as it was.
 */
export type Prng = {
  /** A number in [0, 1). */
  unit(): number;
  /** A whole number, both ends included. */
  between(low: number, high: number): number;
  /** True with the given probability. */
  chance(probability: number): boolean;
  pick<Item>(items: readonly Item[]): Item;
  /** One of the keys, each as likely as its weight. */
  weighted<Key extends string>(weights: Readonly<Record<Key, number>>): Key;
  /** Exponentially distributed around `mean`: the time until something that happens at random. */
  exponential(mean: number): number;
  /** `bytes` random bytes as hex text. */
  hex(bytes: number): `0x${string}`;
  /** An independent stream. */
  fork(name: string): Prng;
};

/** A generator whose whole sequence follows from `seed`. */
export function createPrng(seed: string): Prng {
  const next = sfc32(seed);
  const unit = () => next() / 4_294_967_296;
  const between = (low: number, high: number) => low + Math.floor(unit() * (high - low + 1));
  return {
    unit,
    between,
    chance: (probability) => unit() < probability,
    pick<Item>(items: readonly Item[]): Item {
      if (items.length === 0) throw new Error("nothing to pick from");
      return items[between(0, items.length - 1)] as Item;
    },
    weighted<Key extends string>(weights: Readonly<Record<Key, number>>): Key {
      const entries = Object.entries(weights) as [Key, number][];
      let left = unit() * entries.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [key, weight] of entries) {
        left -= weight;
        if (left < 0) return key;
      }
      const last = entries.at(-1);
      if (last === undefined) throw new Error("nothing to weigh");
      return last[0];
    },
    exponential: (mean) => -Math.log(1 - unit()) * mean,
    hex(bytes) {
      let text = "";
      while (text.length < bytes * 2) text += next().toString(16).padStart(8, "0");
      return `0x${text.slice(0, bytes * 2)}`;
    },
    fork: (name) => createPrng(`${seed}/${name}`),
  };
}

const WARM_UP = 12;

function sfc32(seed: string): () => number {
  let [a, b, c] = [hash(`${seed}#a`), hash(`${seed}#b`), hash(`${seed}#c`)];
  let counter = 1;
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    c |= 0;
    return sum >>> 0;
  };
  for (let round = 0; round < WARM_UP; round += 1) next();
  return next;
}

/** FNV-1a over the UTF-16 units, with a final mix. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  }
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  return (value ^ (value >>> 13)) | 0;
}
