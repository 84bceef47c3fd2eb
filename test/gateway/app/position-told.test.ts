// Where the gateway is reaches the center with its state document, once a minute at most.

import { describe, expect, it } from "vitest";
import { openDocument } from "@driftbox/proto";
import { sha256, verifierOf } from "@driftbox/proto/node";
import { gatewaySigner, must } from "./fixtures.ts";
import { GatewayRig } from "./gateway-rig.ts";
import { someFix } from "./hand-position.ts";
import { settled } from "./manual-time.ts";

const own = [verifierOf(gatewaySigner.publicKey)];

function lastState(rig: GatewayRig) {
  const body = rig.server.bodies("state").at(-1) ?? new Uint8Array();
  return must(openDocument("state", body, own, sha256)).message;
}

describe("the position of a gateway", () => {
  it("is told within a minute although nothing else happens, and not every second", async () => {
    const rig = new GatewayRig();
    await rig.start();
    await settled();
    await rig.time.advance(5_000);
    const before = rig.server.bodies("state").length;
    const records = rig.journal.head.nextSeq;
    expect(lastState(rig).latitude ?? undefined).toBeUndefined();
    for (let second = 0; second < 60; second += 1) {
      const heardMonoMs = rig.time.read().monoUs / 1_000;
      rig.position.fix({ ...someFix, latitude: 29 + second / 1_000, longitude: 122, heardMonoMs });
      await rig.time.advance(1_000);
    }
    await rig.time.advance(5_000);
    expect(rig.server.bodies("state").length - before).toBeLessThanOrEqual(2);
    expect(lastState(rig)).toMatchObject({ latitude: 29.059, longitude: 122, quality: 1 });
    expect(rig.journal.head.nextSeq).toBe(records);
  });
});
