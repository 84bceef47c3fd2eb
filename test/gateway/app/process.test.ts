// The built gateway process: starts from a configuration, records, forwards over real MQTT, stops.

import { createServer, type AddressInfo, type Server, type Socket } from "node:net";
import { parseTopic, signDocument } from "@driftbox/proto";
import { generateKey, sha256, signerFromPem } from "@driftbox/proto/node";
import { writeFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { policyDraft } from "./fixtures.ts";
import { startAedes, type AedesServer } from "./aedes-server.ts";
import { MemoryCenter, type CenterLine } from "./memory-center.ts";
import { policyFor, provision, type Provision } from "./provision.ts";
import { Running, until } from "./running.ts";

function forged(document: Uint8Array): Uint8Array {
  const last = document.length - 1;
  return document.with(last, (document[last] ?? 0) ^ 1);
}

function strangersPolicy(): Uint8Array {
  const stranger = signerFromPem(generateKey().privatePem);
  return signDocument("policy", policyDraft(2), stranger, sha256);
}

describe("the gateway process", () => {
  let mqtt: AedesServer;
  let reader: Server;
  let readerLine: Socket | undefined;
  let place: Provision;
  let center: MemoryCenter;
  const running: Running[] = [];

  function start(args: readonly string[], environment: Readonly<Record<string, string>> = {}) {
    const made = new Running(args, { environment });
    running.push(made);
    return made;
  }

  function gateway(): Running {
    return start(["gateway", "--config", place.configPath, "--json"]);
  }

  beforeEach(async () => {
    mqtt = await startAedes();
    reader = createServer((socket) => {
      socket.on("error", () => undefined);
      readerLine = socket;
    });
    await new Promise<void>((done) => reader.listen(0, "127.0.0.1", done));
    const readerPort = (reader.address() as AddressInfo).port;
    place = provision({ mqttPort: mqtt.port, readerPort, boardPort: 1 });
    const topic = "driftbox/v1/ferry-12/ferry-12-a/receipt";
    const line: CenterLine = {
      onPublish: () => undefined,
      send: (_word, payload) => {
        const packet = { topic, payload: Buffer.from(payload), qos: 1, retain: true } as const;
        mqtt.aedes.publish({ ...packet, cmd: "publish", dup: false }, () => undefined);
      },
    };
    const instant = { nowMs: 1_000, set: () => undefined };
    center = new MemoryCenter(line, instant, place.gatewayId);
    mqtt.aedes.on("publish", (packet, client) => {
      const parsed = parseTopic(packet.topic);
      if (client === null || !parsed.ok) return;
      const { word } = parsed.value;
      if (word !== "hello" && word !== "events") return;
      line.onPublish({ word, body: Buffer.from(packet.payload) });
    });
  });

  afterEach(async () => {
    for (const { child, ended } of running.splice(0)) {
      child.kill("SIGKILL");
      await ended;
    }
    readerLine?.destroy();
    await new Promise((done) => reader.close(done));
    await mqtt.close();
    place.remove();
  });

  it("says it is ready, forwards what happens and stops in order", async () => {
    const gate = gateway();
    await until("the ready line", () => gate.stdout.includes("\n"));
    expect(JSON.parse(gate.stdout)).toMatchObject({ event: "ready", site: "ferry-12" });
    await until("the first events", () => center.nextSeq >= 3);
    const before = center.nextSeq;
    await until("the reader's line", () => readerLine !== undefined);
    readerLine?.write(Buffer.from("\u00020F0184F07A00\r\n\u0003", "latin1"));
    await until("the badge's event", () => center.nextSeq > before);
    gate.child.kill("SIGTERM");
    const { code, stderr } = await gate.ended;
    expect(stderr).not.toContain("driftbox gateway:");
    expect(stderr).not.toContain("0F0184F07A");
    expect(code).toBe(0);
    const verified = await start(["verify", "--data", place.data, "--json"]).ended;
    const nextSeq = center.nextSeq;
    const sound = { verdict: "valid", invalidCount: 0, nextSeq };
    expect(JSON.parse(verified.stdout)).toMatchObject(sound);
    expect(verified.code).toBe(0);
  });

  it("goes on where a killed process stopped, without a gap and without a duplicate number", async () => {
    const first = gateway();
    await until("the first events", () => center.nextSeq >= 3);
    first.child.kill("SIGKILL");
    await first.ended;
    const held = center.nextSeq;
    gateway();
    await until("the second start", () => center.nextSeq >= held + 2);
    expect(center.held.map(({ seq }) => seq)).toEqual([...center.held.keys()]);
  });

  it("takes a newer policy file on SIGHUP and keeps the old one when it is broken", async () => {
    const gate = gateway();
    await until("the first events", () => center.nextSeq >= 3);
    writeFileSync(place.policyPath, "not a policy");
    gate.child.kill("SIGHUP");
    await until("the refusal", () => gate.stderr.includes("policy refused"));
    expect(gate.stderr).not.toContain('"version":2');
    writeFileSync(place.policyPath, policyFor(2, "0F0184F07A"));
    gate.child.kill("SIGHUP");
    await until("the newer policy", () => gate.stderr.includes('"version":2'));
  });

  it.each([
    ["a forged one", "document/signature", () => forged(policyFor(2, "0F0184F07A"))],
    ["an older one", "policy/older", () => policyFor(1, "0F0184F07A")],
    ["one of a stranger", "document/unknown-key", () => strangersPolicy()],
    ["half of one", "wire/document", () => policyFor(3, "0F0184F07A").subarray(0, 60)],
  ])("keeps the policy in force when the file is %s, and says why", async (_, code, made) => {
    writeFileSync(place.policyPath, policyFor(2, "0F0184F07A"));
    const gate = gateway();
    await until("the first events", () => center.nextSeq >= 3);
    writeFileSync(place.policyPath, made());
    gate.child.kill("SIGHUP");
    await until("the refusal", () => gate.stderr.includes("policy refused, the old one stays"));
    expect(gate.stderr).toContain(`"fault":"${code}"`);
    expect(gate.stderr).toContain('"inForce":2,"refusedCount":1');
  });

  it("ends with one line and the exit code of what was wrong", async () => {
    const first = gateway();
    await until("the ready line", () => first.stdout.includes("\n"));
    const locked = await gateway().ended;
    expect(locked.code).toBe(69);
    expect(locked.stderr).toContain("driftbox gateway: journal/locked: ");
    const missing = await start(["gateway", "--config", `${place.folder}/none.yaml`]).ended;
    expect(missing.code).toBe(78);
    const wrong = await start(["gateway"]).ended;
    expect(wrong.code).toBe(2);
    const environment = { DRIFTBOX__UPLINK__KEEPALIVES: "9999" };
    const range = start(["gateway", "--config", place.configPath], environment);
    expect(await range.ended).toMatchObject({ code: 78 });
    expect(range.stderr).toContain("config/value: environment DRIFTBOX__UPLINK__KEEPALIVES");
  });
});
