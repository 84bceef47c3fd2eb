// Signed documents that change while gateways are connected: they come at once, once, and whole.

import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseGatewayName, parseSiteName } from "@driftbox/proto";
import { Desks } from "../../broker/app/gateway-desk.ts";
import { Publisher } from "../../broker/app/publisher.ts";
import type { PublishedDocument } from "../../broker/ports/downlink.ts";
import { CenterRig, TestGateway, until } from "./center-rig.ts";
import { IngestRig } from "./ingest-rig.ts";

const site = parseSiteName("ferry-12");
const gateway = parseGatewayName("boat-a");

describe("a center that runs", () => {
  let rig: CenterRig;
  beforeAll(async () => {
    rig = new CenterRig();
    await rig.start();
  });
  afterAll(() => rig.remove());

  it("sends a policy, grants and manifests on to a connected gateway without another hello", async () => {
    if (!site.ok || !gateway.ok) throw new Error("bad name");
    const centerKey = rig.folder.center.publicKey;
    const boat = await TestGateway.connect(rig.enroll("boat-a"), { port: rig.mqttPort, centerKey });
    await boat.ready();
    await boat.publish("hello", boat.sealed.hello());
    await until(() => boat.receiptedNextSeq() === 0, "the hello is answered");
    const paths = {
      policy: rig.folder.policyOf(site.value),
      grants: rig.folder.grantsOf(site.value, gateway.value),
      manifests: rig.folder.manifestsOf(site.value, gateway.value),
    };
    for (const version of ["first", "second"]) {
      for (const [word, path] of Object.entries(paths)) {
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, `${version} ${word}`);
      }
      const wanted = Object.keys(paths).map((word) => `${version} ${word}`);
      await until(() => {
        const came = new Set(boat.received.map(({ body }) => Buffer.from(body).toString()));
        return wanted.every((text) => came.has(text));
      }, `the ${version} of each comes`);
    }
    expect(boat.received.filter(({ word }) => word !== "receipt")).toHaveLength(6);
    boat.end();
  });
});

describe("a look at what changed", () => {
  function rigged() {
    const rig = new IngestRig();
    const sent: string[] = [];
    const files = new Map<PublishedDocument["word"], Uint8Array>();
    const publisher = new Publisher({
      published: { of: () => [...files].map(([word, body]) => ({ word, body })) },
      downlink: {
        send: (_, word, body) => void sent.push(`${word} ${Buffer.from(body).toString()}`),
        command: () => undefined,
      },
    });
    const { identity, ledger } = rig;
    const known = () => identity;
    const registry = { find: known, named: known, identified: known, all: () => [identity] };
    const [desk] = new Desks(ledger, registry).all();
    rig.remove();
    if (desk === undefined) throw new Error("no gateway is enrolled");
    desk.isReady = true;
    const look = (): void => publisher.look([desk]);
    return { publisher, desk, files, sent, look };
  }

  it("waits until a file stands still, and sends it once", () => {
    const { files, sent, look } = rigged();
    for (const text of ["h", "half", "half a", "half a policy"]) {
      files.set("policy", Buffer.from(text));
      look();
    }
    expect(sent).toEqual([]);
    for (let each = 0; each < 5; each += 1) look();
    expect(sent).toEqual(["policy half a policy"]);
    files.set("policy", Buffer.from("half a policy"));
    look();
    look();
    expect(sent).toHaveLength(1);
  });

  it("sends nothing to a gateway that is not there, and everything to one that says hello", () => {
    const { publisher, desk, files, sent, look } = rigged();
    files.set("policy", Buffer.from("p")).set("grants", Buffer.from("g"));
    desk.isReady = false;
    look();
    look();
    expect(sent).toEqual([]);
    publisher.greet(desk);
    publisher.greet(desk);
    desk.isReady = true;
    look();
    look();
    expect(sent).toEqual(["policy p", "grants g", "policy p", "grants g"]);
  });
});
