// The program `driftbox verify` on journals that were tampered with, torn, or cannot be read.

import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { sealEvent, type ChainHead, type Fact, type Signer } from "@driftbox/proto";
import { generateKey, loadSigner, sha256, signerFromPem } from "@driftbox/proto/node";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openFileJournal } from "../../../gateway/adapters/journal/open-file-journal.ts";
import { readEnrollment } from "../../../gateway/provisioning.ts";
import { provision, type Provision } from "./provision.ts";
import { Running, type Ended } from "./running.ts";

const recordCount = 12;
const fact: Fact = {
  kind: "GatewayStarted",
  software: "driftbox test",
  boxCount: 1,
  compartmentCount: 1,
};

let place: Provision;

beforeEach(() => {
  place = provision({ mqttPort: 1, readerPort: 1, boardPort: 1 });
});
afterEach(() => place.remove());

/** A journal as the gateway writes it, each record sealed by whom `signerAt` says. */
function writeJournal(signerAt: (seq: number) => Signer): void {
  const { gatewayId, genesis } = readEnrollment(place.data);
  const folder = join(place.data, "journal");
  const { journal } = openFileJournal({ folder, gatewayId, genesisPrev: genesis });
  let head: ChainHead = journal.head;
  for (let seq = 0; seq < recordCount; seq += 1) {
    const time = { bootId: new Uint8Array(16), monoUs: seq, wallUs: 0, wallErrMs: undefined };
    const salt = new Uint8Array(16).fill(seq);
    const signer = signerAt(seq);
    const told = { head, time: { ...time, source: "none" as const }, fact, salt };
    const sealed = sealEvent({ ...told, signer, sha256 });
    journal.append([sealed.record], "closing");
    head = sealed.head;
  }
  journal.close();
}

function own(): Signer {
  return loadSigner(join(place.data, "gateway.key"));
}

function segmentPath(): string {
  const folder = join(place.data, "journal");
  const name = readdirSync(folder).find((file) => file.endsWith(".segment"));
  return join(folder, name ?? "none");
}

/** Changes the bytes of the only segment; `lastByte` is the position of the last that is set. */
function change(edit: (bytes: Buffer, lastByte: number) => void): void {
  const bytes = readFileSync(segmentPath());
  edit(
    bytes,
    bytes.findLastIndex((byte) => byte !== 0),
  );
  writeFileSync(segmentPath(), bytes);
}

function verify(): Promise<Ended> {
  return new Running(["verify", "--data", place.data, "--json"]).ended;
}

describe("driftbox verify", () => {
  it("finds a journal as it was written valid", async () => {
    const signer = own();
    writeJournal(() => signer);
    const { code, stdout } = await verify();
    expect(JSON.parse(stdout)).toMatchObject({ verdict: "valid", recordCount });
    expect(code).toBe(0);
  });

  it("names a byte that was changed in the middle, and ends with 1", async () => {
    const signer = own();
    writeJournal(() => signer);
    change((bytes, last) => {
      const at = Math.floor(last / 2);
      bytes[at] = (bytes[at] ?? 0) ^ 1;
    });
    const { code, stdout } = await verify();
    const { verdict, findings } = JSON.parse(stdout);
    expect(verdict).toBe("invalid");
    expect(findings).toEqual([expect.stringContaining("not a whole frame")]);
    expect(code).toBe(1);
  });

  it("names a record that another key sealed, although every checksum is right", async () => {
    const signer = own();
    const stranger = signerFromPem(generateKey().privatePem);
    writeJournal((seq) => (seq === 7 ? stranger : signer));
    const { code, stdout } = await verify();
    expect(JSON.parse(stdout)).toMatchObject({
      verdict: "invalid",
      invalidCount: 1,
      findings: [expect.stringContaining("seq 7: ")],
    });
    expect(code).toBe(1);
  });

  it("calls a torn tail incomplete, ends with 4 and repairs nothing", async () => {
    const signer = own();
    writeJournal(() => signer);
    change((bytes, last) => bytes.fill(0, last - 40, last + 1));
    const before = readFileSync(segmentPath());
    const { code, stdout } = await verify();
    const kept = { verdict: "incomplete", recordCount: recordCount - 1, invalidCount: 0 };
    expect(JSON.parse(stdout)).toMatchObject(kept);
    expect(code).toBe(4);
    expect(readFileSync(segmentPath()).equals(before)).toBe(true);
  });

  it("says what to do when there is no journal", async () => {
    const { code, stderr } = await verify();
    expect(stderr).toContain("driftbox verify: journal/unreadable: ");
    expect(code).toBe(77);
  });
});
