// A reader that fails after a commit changes nothing about what was committed.

import { expect, it } from "vitest";
import { batchOf } from "./sealed-chain.ts";
import { IngestRig } from "./ingest-rig.ts";

it("a listener that throws is logged, and the chain goes on from what was stored", () => {
  const rig = new IngestRig();
  try {
    const stop = rig.ledger.onCommit(() => {
      throw new Error("read failed");
    });
    rig.say("events", batchOf(rig.chain.grow(3).events));
    stop();
    expect(rig.reported).toEqual([expect.stringMatching(/a reader failed/)]);
    expect(rig.receipts.at(-1)?.nextSeq).toBe(3);
    rig.say("events", batchOf(rig.chain.grow(2).events));
    expect(rig.view()).toMatchObject({ nextSeq: 5, standing: "accepted" });
  } finally {
    rig.remove();
  }
});
