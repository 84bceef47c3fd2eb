// Durable signed append against raw fdatasync of the same bytes, interleaved in one run.

import { closeSync, fdatasyncSync, openSync, writeSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import { encodeRecord, type RecordParts } from "@driftbox/proto";
import { deviceWrittenBytes } from "./disk-bytes.ts";
import { openFileJournal } from "../../gateway/adapters/journal/open-file-journal.ts";
import { atLeast, figure, median, type Figure, type Measurement } from "./measurement.ts";
import { scratchFolder } from "./scratch.ts";
import { makeSealer, type Sealer } from "./sealer.ts";

const rounds = 9;
const singlesPerRound = 250;
const groupsPerRound = 40;
const groupSize = 64;
const pauseMs = 50;

type Append = (group: RecordParts[]) => void;

/** What one way of storing took, call by call. */
class Samples {
  readonly #folder: string;
  readonly #secondsPerEvent: number[] = [];
  #writtenBytes = 0;
  #events = 0;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Times each call, which makes `perCall` events durable; then lets the journal prepare space. */
  async take(calls: number, perCall: number, call: () => void): Promise<void> {
    const writtenBefore = deviceWrittenBytes(this.#folder);
    for (let i = 0; i < calls; i += 1) {
      const start = process.hrtime.bigint();
      call();
      this.#secondsPerEvent.push(Number(process.hrtime.bigint() - start) / 1e9 / perCall);
    }
    this.#writtenBytes += deviceWrittenBytes(this.#folder) - writtenBefore;
    this.#events += calls * perCall;
    await setTimeout(pauseMs);
  }

  get rate(): number {
    return 1 / median(this.#secondsPerEvent);
  }

  get bytesPerEvent(): number {
    return this.#writtenBytes / this.#events;
  }
}

function rawAppend(path: string): { append: Append; close(): void } {
  const fd = openSync(path, "w");
  const append = (group: RecordParts[]): void => {
    writeSync(fd, Buffer.concat(group.map(encodeRecord)));
    fdatasyncSync(fd);
  };
  return { append, close: () => closeSync(fd) };
}

interface Measured {
  readonly raw: Samples;
  readonly single: Samples;
  readonly rawGroup: Samples;
  readonly group: Samples;
  readonly sealing: Samples;
}

async function measure(
  folder: string,
  sealer: Sealer,
  store: Append,
  raw: Append,
): Promise<Measured> {
  const samples: Measured = {
    raw: new Samples(folder),
    single: new Samples(folder),
    rawGroup: new Samples(folder),
    group: new Samples(folder),
    sealing: new Samples(folder),
  };
  for (let round = 0; round < rounds; round += 1) {
    const singles = sealer.take(singlesPerRound).map((record) => [record]);
    const rawSingles = [...singles];
    await samples.raw.take(singlesPerRound, 1, () => raw(rawSingles.shift() ?? []));
    await samples.single.take(singlesPerRound, 1, () => store(singles.shift() ?? []));
    const groups = Array.from({ length: groupsPerRound }, () => sealer.take(groupSize));
    const rawGroups = [...groups];
    await samples.rawGroup.take(groupsPerRound, groupSize, () => raw(rawGroups.shift() ?? []));
    await samples.group.take(groupsPerRound, groupSize, () => store(groups.shift() ?? []));
    await samples.sealing.take(groupsPerRound, groupSize, () => store(sealer.take(groupSize)));
  }
  return samples;
}

async function run(): Promise<readonly Figure[]> {
  const folder = scratchFolder("durable-append");
  const sealer = makeSealer();
  const { gatewayId, genesisPrev } = sealer;
  const options = { folder: `${folder}/journal`, gatewayId, genesisPrev };
  const { journal } = openFileJournal(options);
  const raw = rawAppend(`${folder}/raw`);
  const samples = await measure(
    folder,
    sealer,
    (group) => journal.append(group, "opening"),
    raw.append,
  );
  raw.close();
  journal.close();
  const { raw: rawOne, single, rawGroup, group, sealing } = samples;
  return [
    figure("raw write + fdatasync of the same bytes, one at a time", rawOne.rate, "events/s"),
    figure("journal append, one at a time", single.rate, "events/s"),
    atLeast("journal to raw, one at a time", single.rate / rawOne.rate, "x", 0.8),
    figure("raw write + fdatasync of the same bytes, 64 at a time", rawGroup.rate, "events/s"),
    figure("journal append, groups of 64", group.rate, "events/s"),
    atLeast("groups of 64 to one at a time", group.rate / single.rate, "x", 40),
    figure("sealing included, groups of 64", sealing.rate, "events/s"),
    figure("bytes written to disk per event, one at a time", single.bytesPerEvent, "B"),
    figure("bytes written to disk per event, groups of 64", group.bytesPerEvent, "B"),
  ];
}

export const durableAppend: Measurement = {
  title: "Durable signed append",
  method:
    "sealed records to the journal and to a plain growing file, interleaved; median of the calls",
  run,
};
