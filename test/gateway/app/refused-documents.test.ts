// Documents that are turned away: each leaves one event that says which, how old, why and what.

import { limits, signDocument, toHex, type DownwardTopic, type FactOf } from "@driftbox/proto";
import { generateKey, sha256, signerFromPem } from "@driftbox/proto/node";
import { describe, expect, it } from "vitest";
import type { Gateway } from "../../../gateway/app/gateway.ts";
import { refusedDocumentsMaxCount } from "../../../gateway/custody/access/refused-documents.ts";
import { centerSigner, policyDocument } from "./fixtures.ts";
import { GatewayRig } from "./gateway-rig.ts";
import { settled } from "./manual-time.ts";

type Word = "policy" | "grants" | "manifests";
const yearMs = 365 * 86_400_000;
const stranger = signerFromPem(generateKey().privatePem);
const site = "ferry-12";

async function begun(): Promise<{ readonly rig: GatewayRig; readonly gateway: Gateway }> {
  const rig = new GatewayRig();
  const gateway = await rig.start();
  await settled();
  return { rig, gateway };
}

async function send(gateway: Gateway, rig: GatewayRig, word: Word, bytes: Uint8Array) {
  rig.server.send(word satisfies DownwardTopic, bytes);
  for (const desk of [gateway.policies, gateway.grants, gateway.manifests]) await desk.settled();
  await settled();
}

function refusals(rig: GatewayRig): readonly FactOf<"DocumentRefused">[] {
  return rig.told().flatMap(({ fact }) => (fact.kind === "DocumentRefused" ? [fact] : []));
}

function said(rig: GatewayRig): readonly string[] {
  return refusals(rig).map(({ document, version, code }) => `${document} ${version} ${code}`);
}

const sets: {
  readonly [W in Word]: (version: number, change?: object, by?: typeof stranger) => Uint8Array;
} = {
  policy: (version, change = {}, by = centerSigner) =>
    by === centerSigner
      ? policyDocument(version, change)
      : signDocument("policy", { version, site, ...change }, by, sha256),
  grants: (version, change = {}, by = centerSigner) =>
    signDocument("grants", { version, site, grants: [], ...change }, by, sha256),
  manifests: (version, change = {}, by = centerSigner) =>
    signDocument("manifests", { version, site, manifests: [], ...change }, by, sha256),
};

describe.each(["policy", "grants", "manifests"] as const)("%s that is turned away", (word) => {
  const make = sets[word];

  it("leaves one event with its kind, version, code and hash", async () => {
    const { rig, gateway } = await begun();
    await send(gateway, rig, word, make(5));
    const forged = make(6);
    forged[forged.length - 1] = (forged.at(-1) ?? 0) ^ 1;
    await send(gateway, rig, word, forged);
    await send(gateway, rig, word, make(7, {}, stranger));
    await send(gateway, rig, word, make(4));
    rig.time.stepWall(-yearMs);
    await rig.time.advance(2_000);
    await send(gateway, rig, word, make(3));
    await send(gateway, rig, word, make(8, { site: "ferry-13" }));
    await send(gateway, rig, word, Buffer.from("no document"));
    await send(gateway, rig, word, new Uint8Array(limits.policyMaxBytes + 1));
    expect(said(rig)).toEqual([
      `${word} 6 document/signature`,
      `${word} 7 document/unknown-key`,
      `${word} 4 ${word}/older`,
      `${word} 3 ${word}/older`,
      `${word} 8 ${word}/invalid`,
      `${word} 0 wire/document`,
      `${word} 0 wire/document`,
    ]);
    expect(toHex(refusals(rig)[0]?.documentHash ?? new Uint8Array())).toBe(toHex(sha256(forged)));
    expect(gateway[deskOf[word]].inForce?.version).toBe(5);
  });

  it("is only counted when the same bytes come again, after a restart too", async () => {
    const { rig, gateway } = await begun();
    const foreign = make(3, {}, stranger);
    for (let each = 0; each < 5; each += 1) await send(gateway, rig, word, foreign);
    expect(said(rig)).toEqual([`${word} 3 document/unknown-key`]);
    expect(gateway[deskOf[word]].counts.refused).toBe(5);
    rig.kill();
    const again = await rig.start();
    await settled();
    await send(again, rig, word, foreign);
    expect(said(rig)).toHaveLength(1);
  });

  it("is told at every length it is cut to, and never applied, within the allowance", async () => {
    const { rig, gateway } = await begun();
    const before = gateway[deskOf[word]].inForce?.version;
    const whole = make(9);
    for (let length = 0; length < whole.length; length += 1) {
      await send(gateway, rig, word, whole.slice(0, length));
    }
    expect(gateway[deskOf[word]].inForce?.version).toBe(before);
    expect(gateway[deskOf[word]].counts.refused).toBe(whole.length);
    expect(refusals(rig).every(({ version }) => version === 0 || version === 9)).toBe(true);
    const toldCount = refusals(rig).length;
    expect(toldCount).toBeGreaterThan(0);
    await rig.time.advance(600_000);
    const untold = refusals(rig).map(({ untoldCount = 0 }) => untoldCount);
    expect(toldCount + untold.reduce((sum, count) => sum + count, 0)).toBe(whole.length);
    expect(gateway.loop.state.durable.refusedDocuments.length).toBeLessThanOrEqual(
      refusedDocumentsMaxCount,
    );
    rig.kill();
    expect(rig.deaths).toEqual([]);
  });
});

const deskOf = { policy: "policies", grants: "grants", manifests: "manifests" } as const;

describe("a policy that has expired", () => {
  const expiring = (rig: GatewayRig): Uint8Array => {
    const expiresUs = rig.time.read().wallUs - 1_000_000;
    return policyDocument(2, { issuedUs: expiresUs - 1_000_000, expiresUs });
  };

  it("is refused before it locks everybody out", async () => {
    const { rig, gateway } = await begun();
    const expired = expiring(rig);
    await send(gateway, rig, "policy", expired);
    expect(said(rig)).toEqual(["policy 2 policy/expired"]);
    expect(gateway.policies.inForce?.version).toBe(1);
  });

  it("is taken after all when the clock that said so is put right", async () => {
    const { rig, gateway } = await begun();
    rig.time.stepWall(yearMs);
    await rig.time.advance(2_000);
    await send(gateway, rig, "policy", expiring(rig));
    expect(gateway.policies.inForce?.version).toBe(1);
    rig.time.stepWall(-yearMs);
    await rig.time.advance(2_000);
    await gateway.policies.settled();
    expect(gateway.policies.inForce?.version).toBe(2);
  });

  it("stays in force when it was there before, with what it still allows", async () => {
    const { rig, gateway } = await begun();
    const expiresUs = rig.time.read().wallUs + 60_000_000;
    await send(gateway, rig, "policy", policyDocument(2, { expiresUs }));
    await rig.time.advance(120_000);
    rig.kill();
    const again = await rig.start();
    expect(again.policies.inForce?.version).toBe(2);
  });
});

it("a policy file of the box that the center has outrun is no trouble at a start", async () => {
  const { rig, gateway } = await begun();
  await send(gateway, rig, "policy", policyDocument(2));
  rig.kill();
  const again = await rig.start();
  expect(again.policies.inForce?.version).toBe(2);
  expect(again.policies.refusals).toMatchObject([{ origin: "file", code: "policy/older" }]);
  expect(said(rig)).toEqual([]);
});

it("a policy that locks everybody out is refused, and says so once", async () => {
  const { rig, gateway } = await begun();
  await send(gateway, rig, "policy", policyDocument(2, { badges: [] }));
  await send(gateway, rig, "policy", policyDocument(2, { badges: [] }));
  expect(said(rig)).toEqual(["policy 2 policy/invalid"]);
  expect(gateway.policies.inForce?.version).toBe(1);
});
