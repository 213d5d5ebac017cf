/**
 * Wall time of a process, handed in so that tests can set it. Deadlines never use it: they run on
 * chain time, which the index knows (`IndexedBlock.timestamp`).
 */
export type WallClock = () => Date;

export const systemClock: WallClock = () => new Date();
