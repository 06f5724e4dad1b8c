/** How the tiers of a system are measured. */
export interface Tiering {
  /** The service that runs in tiers. Its golden signals, logs and traces are asked for by tier. */
  service: string;
  /** Label of its series, tag of its spans and field of its log documents that says which tier. */
  label: string;
  /** What a tier consists of, told apart by a label, tag and field of that name. */
  part: { label: string; singular: string; plural: string };
  /** Depth of its queues, by reference. Thresholds hold for one queue. */
  queue?: string | undefined;
  /** Labels of the traffic that say how an event ended, and why. */
  outcomes?: readonly string[] | undefined;
}
