// A gateway that is connected and quiet is heard by its pings: its last word does not grow old.

import { afterAll, beforeAll, expect, it } from "vitest";
import { SqliteReadModels } from "../../broker/adapters/sqlite-ledger/sqlite-read-models.ts";
import { CenterRig, until } from "./center-rig.ts";
import { MqttRig } from "./mqtt-rig.ts";
import { connectFrame, RawClient } from "./raw-mqtt.ts";

const center = new CenterRig();
const quiet = center.enroll("boat-quiet");
const absent = center.enroll("boat-absent");
const rig = new MqttRig(center.folder);
const pingFrame = Buffer.of(0xc0, 0);

beforeAll(() => rig.start());
afterAll(async () => {
  await rig.close();
  await center.remove();
});

function lastWordMsOf(gateway: string): number | null | undefined {
  const views = new SqliteReadModels(rig.ledger).gateways();
  return views.find((each) => each.gateway === gateway)?.lastWordMs;
}

it("a ping is a sign of life, announced like a commit, and of that gateway only", async () => {
  const startMs = Date.now();
  let announced = 0;
  const stop = rig.ledger.onCommit(() => (announced += 1));
  const client = await RawClient.open(rig.port);
  client.send(connectFrame({ clientId: quiet.gateway }), pingFrame);
  await client.answered("20020000d000");
  await until(() => announced > 0, "the ping is announced");
  stop();
  expect(lastWordMsOf(quiet.gateway)).toBeGreaterThanOrEqual(startMs);
  expect(lastWordMsOf(absent.gateway)).toBeNull();
  client.end();
});
