/** How the work of one queue is shared out in a process. */
type QueueDefinition = {
  /** Jobs that one process runs at a time. */
  concurrency: number;
  /** Lower numbers first where queues compete; also the priority of the queue's jobs. */
  priority: number;
};

/**
 * Queues with the concurrency and priority of domain.md F.1 (req 5.38 to 5.42): vision is `intake`,
 * research `comparables`, pricing `valuation`, voice `memo` and notifications `delivery`. `upkeep` is
 * our own housekeeping, one at a time.
 */
export const QUEUES = {
  intake: { concurrency: 10, priority: 1 },
  comparables: { concurrency: 20, priority: 2 },
  valuation: { concurrency: 50, priority: 1 },
  memo: { concurrency: 10, priority: 3 },
  delivery: { concurrency: 100, priority: 4 },
  upkeep: { concurrency: 1, priority: 5 },
} as const satisfies Record<string, QueueDefinition>;

export type QueueName = keyof typeof QUEUES;

export const QUEUE_NAMES = Object.keys(QUEUES) as [QueueName, ...QueueName[]];
