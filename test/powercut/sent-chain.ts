// A gateway beside the cut disk: every record it ever sealed, in a file that no cut reaches.

import {
  appendFileSync,
  existsSync,
  readFileSync,
  renameSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import {
  concatBytes,
  encodeRecord,
  parseHeader,
  splitRecords,
  type BatchMark,
  type Fact,
  type RecordParts,
} from "@driftbox/proto";
import { generateKey, sha256, signerFromPem } from "@driftbox/proto/node";
import type { GatewayIdentity } from "../../broker/ports/ledger.ts";
import { identityOf } from "../broker/ledger-rig.ts";
import { batchOfRecords, SealedChain, type ChainOrigin } from "../broker/sealed-chain.ts";
import { between, type Random } from "./random.ts";

const recordsMaxCount = 1_000_000;
const fillerMaxChars = 300;
const places = 4;
const storyLength = 6;

export class SentChain {
  readonly name: string;
  readonly records: RecordParts[];
  readonly #path: string;
  readonly #chain: SealedChain;

  /** `folder` is that of the disk; the chain lies beside what is mounted in it. */
  constructor(folder: string, name: string) {
    this.name = name;
    this.#path = join(folder, `${name}.sent`);
    const origin = originIn(folder, name);
    this.records = recordsIn(this.#path);
    const last = this.records.at(-1);
    const genesis = { gatewayId: origin.gatewayId, keyEpoch: 1 };
    const head =
      last === undefined
        ? undefined
        : { ...genesis, nextSeq: this.records.length, prev: sha256(last.header) };
    this.#chain = new SealedChain(origin, head);
  }

  get identity(): GatewayIdentity {
    return identityOf(this.#chain.origin, this.name);
  }

  /** A batch of the records [from, from + count), sealing those that are not there yet. */
  batch(from: number, count: number, random: Random): Uint8Array {
    const known = this.records.length;
    while (this.records.length < from + count) {
      this.records.push(this.#chain.seal(factOf(this.records.length, random)).record);
    }
    const made = this.records.slice(known).map(encodeRecord);
    if (made.length > 0) appendFileSync(this.#path, concatBytes(made));
    const mark: BatchMark = random() < 0.5 ? "live" : "backlog";
    return batchOfRecords(this.records.slice(from, from + count), mark);
  }
}

function originIn(folder: string, name: string): ChainOrigin {
  const path = join(folder, `${name}.key`);
  if (!existsSync(path)) {
    writeFileSync(`${path}.new`, generateKey().privatePem, { mode: 0o600 });
    renameSync(`${path}.new`, path);
  }
  const signer = signerFromPem(readFileSync(path, "latin1"));
  const enrollmentHash = sha256(signer.publicKey);
  return { signer, enrollmentHash, gatewayId: enrollmentHash.subarray(0, 16) };
}

/** The file's whole records. A killed process may leave part of one, which was never sent. */
function recordsIn(path: string): RecordParts[] {
  if (!existsSync(path)) return [];
  const bytes = readFileSync(path);
  let end = 0;
  while (end + 4 <= bytes.length) {
    const next = end + 4 + bytes.readUInt32BE(end);
    if (next > bytes.length) break;
    end = next;
  }
  if (end < bytes.length) truncateSync(path, end);
  const records = splitRecords(bytes.subarray(0, end), recordsMaxCount);
  if (!records.ok) throw new Error(`${path}: ${records.detail}`);
  for (const [seq, record] of records.value.entries()) {
    const header = parseHeader(record.header);
    if (!header.ok || header.value.seq !== seq) throw new Error(`${path}: no record ${seq}`);
  }
  return records.value;
}

/** A story of six facts over and over, a parcel going in and out, so that projections move. */
function factOf(seq: number, random: Random): Fact {
  const turn = Math.floor(seq / storyLength);
  const place = { box: "box-a", compartment: 1 + (turn % places), grantSeq: seq };
  const parcel = String(1_000 + (turn % 50));
  const evidence = "tag-and-presence";
  switch (seq % storyLength) {
    case 0: {
      const software = "x".repeat(between(random, 0, fillerMaxChars));
      return { kind: "GatewayStarted", software, boxCount: 1, compartmentCount: places };
    }
    case 1:
      return { kind: "UnlockIntended", ...place, attempt: 1, pulseMs: 500, deadlineMonoUs: seq };
    case 2:
      return { kind: "DoorOpened", ...place, person: "20417" };
    case 3:
      return { kind: "ParcelDeposited", ...place, parcel, person: "20417", evidence };
    case 4:
      return { kind: "DoorForced", box: place.box, compartment: place.compartment };
    default:
      return { kind: "ParcelCollected", ...place, parcel, person: "20533", evidence };
  }
}
