// A trouble that no event can end: staff ends it, by a signed decision with name and reason.

import { spawnSync } from "node:child_process";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkCodeOf, type Fact } from "@driftbox/proto";
import { generateKey, signerFromPem, verifierOf } from "@driftbox/proto/node";
import { openSettlement, sealSettlement } from "../../broker/app/settlement.ts";
import { CenterRig, TestGateway, until } from "./center-rig.ts";
import { batchOf } from "./sealed-chain.ts";

const rig = new CenterRig();
const program = new URL("../../broker/dist/trouble.js", import.meta.url).pathname;
const duress: Fact = { kind: "DuressSignaled", box: "box-a", person: "p-1" };
const forced: Fact = { kind: "DoorForced", box: "box-a", compartment: 1 };

let gateway: TestGateway;

function settle(code: string) {
  const at = [`--broker-data=${rig.folder.path}`, "--site=ferry-12", "--gateway=boat-t"];
  const said = ["--by=officer-3", "--reason=the police were there", `--code=${code}`];
  const all = [program, "settle", ...at, ...said];
  const { status, stdout, stderr } = spawnSync(process.execPath, all, { encoding: "utf8" });
  return { status, stdout, stderr };
}

async function kinds(): Promise<readonly unknown[]> {
  return (await rig.rows("troubles")).map(({ kind }) => kind);
}

/** Tells the center of a fact; answers the check code of its event. */
async function tell(fact: Fact): Promise<string> {
  const event = gateway.sealed.seal(fact, Date.now());
  await gateway.publish("events", batchOf([event]));
  await until(async () => (await kinds()).includes(fact.kind), `${fact.kind} is heard`);
  return checkCodeOf(event.eventId);
}

beforeAll(async () => {
  await rig.start();
  gateway = await TestGateway.connect(rig.enroll("boat-t"), {
    port: rig.mqttPort,
    centerKey: rig.folder.center.publicKey,
  });
});
afterAll(async () => {
  gateway.end();
  await rig.remove();
});

describe("a trouble that staff settles", () => {
  it("is over, with who decided and why; the same again is a new one", async () => {
    const code = await tell(duress);
    expect(await kinds()).toEqual(["DuressSignaled"]);
    expect(settle(`${code.slice(0, 4).toLowerCase()} ${code.slice(4)}`)).toMatchObject({
      status: 0,
    });
    expect(await kinds()).toEqual([]);
    expect(await rig.rows("gateways/ferry-12/boat-t/decisions")).toMatchObject([
      { kind: "trouble-settled", decidedBy: "officer-3", reason: "the police were there" },
    ]);
    expect(settle(code).stderr).toContain("no open trouble");
    await tell(duress);
    expect(await kinds()).toEqual(["DuressSignaled"]);
  });

  const refusedSet = (document: "manifests" | "policy"): Fact => {
    const code = `${document}/older`;
    return {
      kind: "DocumentRefused",
      document,
      version: 1,
      code,
      documentHash: new Uint8Array(32),
    };
  };

  it("is a refused set of manifests, for one that opens nothing is taken without a word", async () => {
    const code = await tell(refusedSet("manifests"));
    expect(settle(code)).toMatchObject({ status: 0 });
    expect(await kinds()).not.toContain("DocumentRefused");
    expect(settle(await tell(refusedSet("policy")))).not.toMatchObject({ status: 0 });
    expect(await kinds()).toContain("DocumentRefused");
  });

  it("is none that ends at the box", async () => {
    const code = await tell(forced);
    const said = expect.stringContaining(
      "decision/refused: the center refused it: it ends at the box",
    );
    expect(settle(code)).toMatchObject({ status: 65, stderr: said });
    expect(await kinds()).toContain("DoorForced");
  });
});

describe("a settlement", () => {
  const signer = signerFromPem(generateKey().privatePem);
  const said = { decidedBy: "officer-3", reason: "looked", decidedMs: 1 };
  const settlement = { site: "ferry-12", gateway: "boat-t", code: "7QK24M9P", ...said };

  it("counts as it was signed, and by no other key", () => {
    const document = sealSettlement(settlement, signer);
    expect(openSettlement(document, verifierOf(signer.publicKey))).toEqual(settlement);
    const other = signerFromPem(generateKey().privatePem);
    expect(openSettlement(document, verifierOf(other.publicKey))).toHaveProperty("refused");
    const text = Buffer.from(document).toString("utf8");
    const payload = /"payload":"([^"]+)"/.exec(text)?.[1] ?? "";
    const changed = Buffer.from(payload, "base64").toString("utf8").replace("officer-3", "boss");
    const forged = text.replace(payload, Buffer.from(changed).toString("base64"));
    expect(openSettlement(Buffer.from(forged), verifierOf(signer.publicKey))).toHaveProperty(
      "refused",
    );
    expect(openSettlement(Buffer.from([1, 2, 3]), verifierOf(signer.publicKey))).toBeUndefined();
  });
});
