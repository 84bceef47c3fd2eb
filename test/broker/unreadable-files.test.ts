// Files of the center that cannot be read: nobody else is kept out, and they count once readable.

import { mkdirSync, readFileSync, rmdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { parseGatewayName, parseSiteName } from "@driftbox/proto";
import { verifierOf } from "@driftbox/proto/node";
import { FileRegistry, registryLimits } from "../../broker/adapters/files/file-registry.ts";
import { IssuedFiles } from "../../broker/adapters/files/issued-files.ts";
import { changeManifests } from "../../broker/adapters/files/manifest-desk.ts";
import { PublishedFiles } from "../../broker/adapters/files/published-files.ts";
import { withIssued } from "../../broker/app/manifest-set.ts";
import { writeNew } from "../../broker/adapters/files/durable-file.ts";
import { CenterRig, TestGateway, until, type Enrolled } from "./center-rig.ts";
import { MqttRig } from "./mqtt-rig.ts";

let center: CenterRig;
const addressOf = (enrolled: Enrolled) => {
  const site = parseSiteName(enrolled.site);
  const gateway = parseGatewayName(enrolled.gateway);
  if (!site.ok || !gateway.ok) throw new Error("bad name");
  return { site: site.value, gateway: gateway.value };
};
beforeEach(() => {
  center = new CenterRig();
});
afterEach(() => center.remove());

it("a document that cannot be read keeps nobody else out, and counts once it can", () => {
  const known = addressOf(center.enroll("boat-a"));
  const late = addressOf(center.enroll("boat-b"));
  const path = center.folder.enrollmentOf(late.site, late.gateway);
  const document = readFileSync(path);
  writeFileSync(path, "");
  mkdirSync(join(center.folder.enrollments, "ferry-12.boat-c.document"));
  let nowMs = Date.now();
  const files: unknown[] = [];
  const log = {
    info: () => undefined,
    warn: () => undefined,
    error: (fields: { readonly file?: unknown }) => void files.push(fields.file),
  };
  const registry = new FileRegistry({
    folder: center.folder.enrollments,
    registrarKey: center.folder.registrar.publicKey,
    now: () => nowMs,
    log,
  });
  expect(registry.all().map((each) => each.gateway)).toEqual([known.gateway]);
  expect(registry.named(late.gateway)).toBeUndefined();
  expect(files).toEqual(["ferry-12.boat-b.document", "ferry-12.boat-c.document"]);
  writeFileSync(path, document);
  nowMs += registryLimits.retryMs;
  expect(registry.named(late.gateway)?.site).toBe(late.site);
});

it("a policy that cannot be read keeps no receipt from the gateways of its site", async () => {
  const enrolled = center.enroll("boat-a");
  const { site } = addressOf(enrolled);
  mkdirSync(center.folder.policyOf(site));
  const rig = new MqttRig(center.folder);
  await rig.start();
  const gateway = await TestGateway.connect(enrolled, {
    port: rig.port,
    centerKey: center.folder.center.publicKey,
  });
  await gateway.publish("hello", gateway.sealed.hello());
  await until(() => gateway.receiptedNextSeq() === 0, "the hello is answered");
  expect(rig.reported.map((each) => each.message)).toEqual([
    "a signed document cannot be read; check the owner",
  ]);
  rmdirSync(center.folder.policyOf(site));
  writeFileSync(center.folder.policyOf(site), "signed words");
  await gateway.publish("hello", gateway.sealed.hello());
  await until(() => gateway.received.at(-1)?.word === "policy", "the policy is sent");
  expect(gateway.received.map((each) => each.word)).toEqual(["receipt", "receipt", "policy"]);
  gateway.end();
  await rig.close();
});

it("a new file is there as a whole or not at all, and never in place of another", () => {
  const folder = center.folder.enrollments;
  writeNew(join(folder, "a"), "first");
  expect(() => {
    writeNew(join(folder, "a"), "second");
  }).toThrow("exists and is not overwritten");
  expect(readFileSync(join(folder, "a"), "utf8")).toBe("first");
});

it("a book of manifests that is damaged hides those of no other gateway, and is told once", () => {
  const { folder } = center;
  const known = addressOf(center.enroll("boat-a"));
  const damaged = addressOf(center.enroll("boat-b"));
  const startMs = Date.now();
  const one = { manifest: "m-1", voyage: "v-1", expected: ["1"], fromMs: null };
  const issued = { ...one, untilMs: startMs + 3_600_000 };
  changeManifests({ folder, ...known }, (rows) => withIssued(rows, issued, startMs), startMs);
  const book = folder.manifestBookOf(damaged.site, damaged.gateway);
  writeFileSync(book, "[");
  mkdirSync(folder.policyOf(known.site));
  const paths: unknown[] = [];
  let nowMs = startMs;
  const log = {
    info: () => undefined,
    warn: () => undefined,
    error: (fields: { readonly path?: unknown }) => void paths.push(fields.path),
  };
  const verifier = verifierOf(folder.center.publicKey);
  const files = new IssuedFiles({ folder, center: verifier, log, now: () => nowMs });
  const published = new PublishedFiles(folder, log);
  for (const look of [1, 2, 3]) {
    nowMs = startMs + look * 2_000;
    expect(files.manifests().map(({ manifest }) => manifest)).toEqual(["m-1"]);
    expect(published.of(known).map(({ word }) => word)).toEqual(["manifests"]);
  }
  expect(paths).toEqual([book, folder.policyOf(known.site)]);
});
