// An operator gives a command: over real MQTT, with the built command, to a gateway that is there.

import { readdirSync } from "node:fs";
import { CommandWord, openDocument, type Command } from "@driftbox/proto";
import { sha256, verifierOf } from "@driftbox/proto/node";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Running } from "../gateway/app/running.ts";
import { CenterRig, TestGateway, topicOf, until, type Enrolled } from "./center-rig.ts";
import { batchOf } from "./sealed-chain.ts";

let center: CenterRig;
let boat: Enrolled;
let gateway: TestGateway;

beforeEach(async () => {
  center = new CenterRig();
  boat = center.enroll("boat");
  await center.start();
  gateway = await connected();
});
afterEach(async () => {
  gateway.end();
  await center.remove();
});

function connected(): Promise<TestGateway> {
  const centerKey = center.folder.center.publicKey;
  return TestGateway.connect(boat, { port: center.mqttPort, centerKey });
}

function give(...args: readonly string[]) {
  const where = [`--broker-data=${center.folder.path}`, "--site=ferry-12", "--gateway=boat"];
  const why = ["--by=operator-7", "--reason=asked by telephone", "--within=5s"];
  return new Running(["command", ...where, ...why, ...args]).ended;
}

function commands(): readonly Command[] {
  const trusted = [verifierOf(center.folder.center.publicKey)];
  return gateway.received.flatMap(({ word, body }) => {
    const opened = openDocument("command", body, trusted, sha256);
    return word === "commands" && opened.ok ? [opened.value.message] : [];
  });
}

function firstCommand(): Promise<Command> {
  return until(() => commands()[0], "it came");
}

describe("driftbox command", () => {
  it("is signed for the boot that was last heard, and prints what came of it", async () => {
    await gateway.ready();
    const ended = give("open", "--box=box-a", "--compartment=2", "--json");
    const sent = await firstCommand();
    const { command } = sent;
    expect(sent).toMatchObject({
      word: CommandWord.COMMAND_WORD_OPEN,
      box: "box-a",
      compartment: 2,
      givenBy: "operator-7",
      reason: "asked by telephone",
    });
    expect(sent.gatewayId).toEqual(Buffer.from(gateway.sealed.origin.gatewayId));
    expect(sent.bootId.length).toBe(16);
    expect(sent.deadlineUs - sent.issuedUs).toBe(5_000_000);
    const at = { box: "box-a", compartment: 2 };
    const { sealed } = gateway;
    sealed.seal({ kind: "CommandAccepted", command, word: "open", ...at, givenBy: "operator-7" });
    sealed.seal({ kind: "CommandExecuted", command, outcome: "opened" });
    sealed.seal({ kind: "CommandRefused", command, reason: "repeated" });
    await gateway.publish("events", batchOf(sealed.events));
    const { code, stdout } = await ended;
    expect([code, JSON.parse(stdout)]).toMatchObject([0, { command, outcome: "opened" }]);
    const path = `api/v1/gateways/ferry-12/boat/commands`;
    const answer = await fetch(`http://127.0.0.1:${center.httpPort}/${path}`);
    expect(await answer.json()).toMatchObject({
      rows: [{ command, word: "open", ...at, state: "executed", outcome: "opened" }],
    });
    expect(readdirSync(center.folder.decisions)).toEqual([]);
  });

  it("prints the reason of a refusal, and ends with 1", async () => {
    await gateway.ready();
    const ended = give("locate", "--box=box-a");
    const sent = await firstCommand();
    const refused = { command: sent.command, reason: "person-at-box" };
    gateway.sealed.seal({ kind: "CommandRefused", ...refused });
    await gateway.publish("events", batchOf(gateway.sealed.events));
    const { code, stdout, stderr } = await ended;
    expect([code, stdout]).toEqual([1, `${sent.command}: refused: person-at-box\n`]);
    expect(stderr).toMatch(/^driftbox command: command\/refused: person-at-box: somebody .*\n$/);
  });

  it("sends nothing to a gateway that is not there, and nothing later when it comes", async () => {
    const { code, stderr } = await give("open", "--box=box-a", "--compartment=1");
    expect([code, stderr]).toEqual([69, expect.stringContaining("not connected")]);
    await gateway.ready();
    await gateway.publish("hello", gateway.sealed.hello());
    await until(() => gateway.receipts.length > 0, "it was greeted");
    expect(commands()).toEqual([]);
  });

  it("says of a gateway that was enrolled just now that it is not connected", async () => {
    center.enroll("newcomer");
    const { code, stderr } = await give("locate", "--box=box-a", "--gateway=newcomer");
    expect([code, stderr]).toEqual([69, expect.stringContaining("not connected")]);
  });

  it("is not kept by the server for a gateway that comes later", async () => {
    await gateway.ready();
    const ended = give("locate", "--box=box-a");
    await until(() => commands().length > 0, "it came");
    gateway.end();
    gateway = await connected();
    await gateway.client.subscribeAsync(topicOf(boat, "commands"), { qos: 1 });
    await gateway.publish("hello", gateway.sealed.hello());
    await until(() => gateway.receipts.length > 0, "it was greeted");
    expect(commands()).toEqual([]);
    const { code, stdout } = await ended;
    expect([code, stdout]).toEqual([1, expect.stringContaining("has not said")]);
  });
});
