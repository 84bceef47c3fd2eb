// What the center sends, as a table: a desk for each word of a topic.

import type { DownwardTopic } from "@driftbox/proto";

/** Takes one message as received. It judges by itself, later if it likes, and never throws. */
export type Desk = (document: Uint8Array) => void;

/** Receipts have their own way: they alone say that the center hears this gateway. */
export type Desks = Readonly<Partial<Record<Exclude<DownwardTopic, "receipt">, Desk>>>;
