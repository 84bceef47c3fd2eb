// One gateway under load: keeps batches in flight and remembers which the center acknowledged.

import { batchOf } from "./sealed-chain.ts";
import type { TestGateway } from "./center-rig.ts";

export interface Load {
  /** Highest sequence whose batch got its PUBACK, or -1. */
  acknowledgedSeq: number;
  /** Highest next sequence of a receipt. */
  readonly stop: () => Promise<void>;
}

const window = 8;
const perBatch = 5;

/** Publishes new events until stopped or the connection ends. */
export function publishUnderLoad(gateway: TestGateway): Load {
  const state = { isStopped: false };
  const load: Load = {
    acknowledgedSeq: -1,
    stop: async () => {
      state.isStopped = true;
      await Promise.all(workers);
    },
  };
  const work = async () => {
    while (!state.isStopped && gateway.client.connected) {
      const events = gateway.sealed.grow(perBatch).events.slice(-perBatch);
      const lastSeq = gateway.sealed.head.nextSeq - 1;
      try {
        await gateway.publish("events", batchOf(events));
        load.acknowledgedSeq = Math.max(load.acknowledgedSeq, lastSeq);
      } catch {
        return;
      }
    }
  };
  gateway.client.once("close", () => gateway.client.end(true));
  const workers = Array.from({ length: window }, work);
  return load;
}
