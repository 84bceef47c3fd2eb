// An operator lifts a quarantine: over real MQTT, with the built command and the built gateway.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Standing } from "@driftbox/proto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Running } from "../gateway/app/running.ts";
import { CenterRig, TestGateway, until, type Enrolled } from "./center-rig.ts";
import { batchOf } from "./sealed-chain.ts";

const reason = "the cloned card was found and destroyed";

let center: CenterRig;
let boat: Enrolled;
const gateways: TestGateway[] = [];
const running: Running[] = [];

beforeEach(async () => {
  center = new CenterRig();
  boat = center.enroll("boat");
  await center.start();
});

afterEach(async () => {
  for (const each of gateways.splice(0)) each.end();
  for (const { child, ended } of running.splice(0)) {
    child.kill("SIGKILL");
    await ended;
  }
  await center.remove();
});

async function connected(): Promise<TestGateway> {
  const centerKey = center.folder.center.publicKey;
  const made = await TestGateway.connect(boat, { port: center.mqttPort, centerKey });
  gateways.push(made);
  return made;
}

function run(...args: readonly string[]): Running {
  const made = new Running(args);
  running.push(made);
  return made;
}

function lift(why = reason) {
  const where = [`--broker-data=${center.folder.path}`, "--site=ferry-12", "--gateway=boat"];
  return run("quarantine", "lift", ...where, "--by=operator-7", `--reason=${why}`).ended;
}

async function answer(path: string): Promise<string> {
  const response = await fetch(`http://127.0.0.1:${center.httpPort}/api/v1/${path}`);
  expect(response.status).toBe(200);
  return response.text();
}

/** Delivers three events, then one that contradicts them. */
async function quarantined(): Promise<TestGateway> {
  const gateway = await connected();
  await gateway.publish("events", batchOf(gateway.sealed.grow(3).events));
  await gateway.publish("events", batchOf(gateway.sealed.branchAfter(0).grow(1).events));
  const standing = () => gateway.receipts.at(-1)?.standing;
  await until(() => standing() === Standing.STANDING_QUARANTINED, "it is quarantined");
  return gateway;
}

describe("a quarantine", () => {
  it("is lifted by name and with a reason, and a new epoch is taken", async () => {
    const gateway = await quarantined();
    const restated = gateway.sealed;
    restated.recover(2, 1_003);
    const rest = batchOf(restated.grow(2).events.slice(3));
    await gateway.publish("events", rest);
    expect(gateway.receiptedNextSeq()).toBe(3);
    expect(await lift()).toMatchObject({ code: 0, stderr: "" });
    const receipt = await until(
      () =>
        gateway.receipts.findLast(
          (each) => each.standing === Standing.STANDING_ACCEPTED && each.resend,
        ),
      "the gateway is told",
    );
    expect(receipt.nextSeq).toBe(3);
    await gateway.publish("events", rest);
    await until(() => gateway.receiptedNextSeq() === 1_006, "the new epoch is receipted");
    expect(await answer("gateways/ferry-12/boat")).toContain('"standing":"accepted"');
    const decisions = JSON.parse(await answer("gateways/ferry-12/boat/decisions"));
    expect(decisions).toMatchObject({
      rows: [{ kind: "quarantine-lifted", decidedBy: "operator-7", reason, epoch: 1, nextSeq: 3 }],
    });
  });

  it("that does not stand is not lifted, and nobody is recorded for it", async () => {
    const gateway = await connected();
    await gateway.publish("events", batchOf(gateway.sealed.grow(1).events));
    const { code, stderr } = await lift();
    expect([code, stderr]).toEqual([65, expect.stringContaining("not in quarantine")]);
    expect(await answer("gateways/ferry-12/boat/decisions")).toContain('"rows":[]');
  });

  it("comes back when the other side speaks again, and lasts over a restart", async () => {
    const gateway = await quarantined();
    await lift();
    await gateway.publish("events", batchOf(gateway.sealed.branchAfter(1).grow(1).events));
    expect(await answer("gateways/ferry-12/boat")).toContain('"standing":"quarantined"');
    await center.stop("SIGKILL");
    await center.start();
    expect(await answer("gateways/ferry-12/boat")).toContain('"standing":"quarantined"');
  });

  it("needs a name and a reason", async () => {
    expect(await lift(" ")).toMatchObject({ code: 2 });
  });
});

it("the true gateway says everything again that the center had refused of it", async () => {
  const impostor = await quarantined();
  impostor.end();
  const config = join(center.folder.path, "..", "gateway.yaml");
  writeFileSync(config, gatewayConfig());
  const gateway = run("gateway", "--config", config, "--json");
  await until(() => gateway.stderr.includes("the center has quarantined"), "it is told");
  expect(await answer("gateways/ferry-12/boat")).toContain('"nextSeq":3');
  expect(await lift()).toMatchObject({ code: 0 });
  const kinds = async () => await answer("events?gateway=boat&order=oldest&after=3");
  await until(async () => (await kinds()).includes("GatewayStarted"), "its start is in the ledger");
  const told = await kinds();
  expect(told.indexOf("ChainRecovered")).toBeLessThan(told.indexOf("GatewayStarted"));
  expect(await answer("gateways/ferry-12/boat")).toContain('"standing":"accepted"');
}, 60_000);

function gatewayConfig(): string {
  return `site: ferry-12
gateway: boat
data: ${center.gatewayFolder("boat")}
uplink: { url: "mqtt://127.0.0.1:${center.mqttPort}", backoffMaxMs: 200, resendAfterMs: 200 }
boards: [{ id: lock-a, driver: cu16, port: "tcp://127.0.0.1:1", address: 0 }]
boxes:
  - id: box-a
    kind: drop-box
    compartments:
      - { number: 1, lock: { board: lock-a, channel: 0, supplyGroup: a }, door: { hook: true } }
`;
}
