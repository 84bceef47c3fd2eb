// What the power-cut rig needs of a store: something that writes and acknowledges,
// something that checks.

/** One write after another until the power goes. */
export interface StoreWriter {
  /** Writes the next item or items; returns what to acknowledge once they are durable. */
  step(): Promise<Acknowledged>;
}

/** `item` counts the writes of one `slot` from 0, across restarts. */
export interface Acknowledged {
  readonly slot: string;
  readonly item: number;
}

/** What a store holds after the power returned. */
export interface StoreState {
  /** Newest item of each slot; a slot without any is absent. */
  readonly newest: ReadonlyMap<string, number>;
  /** What is wrong with the content: order, links, seals, checksums. Empty when all is right. */
  readonly defects: readonly string[];
  /** What its recovery said, for the account of a failed trial. */
  readonly report: string;
}

export interface StoreKind {
  readonly name: string;
  /** Items one write may hold: so many may be there without having been acknowledged. */
  readonly inFlightMaxCount: number;
  /** `isFlushing` false is the negative control: the same writer with its flushes left out. */
  writer(folder: string, random: () => number, isFlushing: boolean): Promise<StoreWriter>;
  /** May throw a Fault: a store that does not open is a failed trial. */
  inspect(folder: string): Promise<StoreState>;
}
