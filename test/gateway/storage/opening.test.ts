// What opening and appending say when the folder, the process or the disk is not as it must be.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { NodeDisk } from "../../../gateway/adapters/journal/node-disk.ts";
import { openFileJournal } from "../../../gateway/adapters/journal/open-file-journal.ts";
import { chainRecovered, gatewayId, genesisPrev, sealRecords } from "./chain-writer.ts";
import { FaultyDisk } from "./faulty-disk.ts";

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "driftbox-opening-"));
});

afterEach(() => rmSync(root, { recursive: true, maxRetries: 5 }));

const owner = { gatewayId, genesisPrev, segmentBytes: 65_536 };

/** Matches a fault of this code whose message holds this text. */
function fault(code: string, text: string): unknown {
  return expect.objectContaining({ code, message: expect.stringContaining(text) });
}

describe("opening a journal", () => {
  it("names the folder that is missing or is a file", () => {
    const missing = { ...owner, folder: join(root, "no", "journal") };
    expect(() => openFileJournal(missing)).toThrow(fault("journal/unreadable", "ENOENT"));
    writeFileSync(join(root, "file"), "");
    const inFile = { ...owner, folder: join(root, "file", "journal") };
    expect(() => openFileJournal(inFile)).toThrow(fault("journal/unreadable", "ENOTDIR"));
    const isFile = { ...owner, folder: join(root, "file") };
    expect(() => openFileJournal(isFile)).toThrow(fault("journal/unreadable", "make the folder"));
  });

  it("names the folder this user may not write", () => {
    const disk = new FaultyDisk();
    disk.makeFolder = () => {
      throw Object.assign(new Error("EACCES"), { code: "EACCES" });
    };
    const folder = join(root, "journal");
    const wanted = fault("journal/unreadable", "EACCES");
    expect(() => openFileJournal({ ...owner, folder, disk })).toThrow(wanted);
  });

  it("goes on when the spare that an earlier run was making vanishes meanwhile", () => {
    const disk = new NodeDisk();
    const list = disk.list.bind(disk);
    disk.list = (folder) => [...list(folder), "0123456789abcdef.spare.new"];
    const { journal } = openFileJournal({ ...owner, folder: join(root, "journal"), disk });
    expect(journal.head.nextSeq).toBe(0);
    journal.close();
  });

  it("refuses segment sizes it cannot work with", () => {
    for (const segmentBytes of [0, 4_096, 16_385, 2 ** 30]) {
      const options = { ...owner, folder: join(root, "journal"), segmentBytes };
      expect(() => openFileJournal(options)).toThrow(fault("config/value", "segmentBytes"));
    }
  });

  it("is refused while another process holds the lock, and works once that was killed", async () => {
    const folder = join(root, "journal");
    openFileJournal({ ...owner, folder }).journal.close();
    const hold = ["--no-fork", join(folder, "lock"), "sh", "-c", "echo held; exec sleep 60"];
    const holder = spawn("flock", hold);
    await once(holder.stdout, "data");
    expect(() => openFileJournal({ ...owner, folder })).toThrow(
      fault("journal/locked", "stop it or use another data folder"),
    );
    holder.kill("SIGKILL");
    await once(holder, "exit");
    openFileJournal({ ...owner, folder }).journal.close();
  });

  it("keeps its files for the gateway's own user", () => {
    const folder = join(root, "journal");
    openFileJournal({ ...owner, folder }).journal.close();
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(statSync(join(folder, "lock")).mode & 0o777).toBe(0o600);
  });
});

describe("a journal on a full disk", () => {
  const limits = { retentionMs: 1_000 };

  it("refuses openings, stores 1,000 closing facts of 400 bytes, and recovers by itself", () => {
    const disk = new FaultyDisk();
    const { journal } = openFileJournal({
      folder: "journal",
      disk,
      gatewayId,
      genesisPrev,
      segmentBytes: 4_194_304,
      limits,
    });
    disk.freeLimitBytes = 0;
    const filler = { fillerChars: 150 };
    const full = fault("journal/full", "free space");
    const fill = (room: "telemetry" | "opening") => {
      for (let i = 0; i < 1_000; i += 1) {
        const group = sealRecords(journal.head, 64, filler).records;
        try {
          journal.append(group, room);
        } catch (error) {
          expect(error).toEqual(full);
          return;
        }
      }
      throw new Error("never full");
    };
    fill("telemetry");
    fill("opening");
    let head = journal.head;
    for (let i = 0; i < 1_000; i += 1) {
      const sealed = sealRecords(head, 1, filler);
      expect(sealed.records[0]?.payload.length).toBeGreaterThan(400 - 4 - 208 - 10);
      journal.append(sealed.records, "closing");
      head = sealed.head;
    }
    expect(() => journal.append(sealRecords(head, 1).records, "opening")).toThrow(full);
    disk.freeLimitBytes = 10_000_000;
    journal.append(sealRecords(head, 1).records, "opening");
    expect(journal.use().openingRoomBytes).toBeGreaterThan(1_000_000);
    journal.close();
  });

  it("has a segment for a new key epoch when openings find no space any more", () => {
    const disk = new FaultyDisk();
    const large = { ...owner, segmentBytes: 1_048_576, limits };
    const { journal } = openFileJournal({ folder: "journal", disk, ...large });
    journal.append(sealRecords(journal.head, 1).records, "opening");
    disk.freeLimitBytes = 0;
    const full = fault("journal/full", "free space");
    expect(() => {
      for (let made = 0; made < 1_000; made += 1) {
        journal.append(sealRecords(journal.head, 64).records, "opening");
      }
    }).toThrow(full);
    const epoch = { ...journal.head, keyEpoch: 1, nextSeq: journal.head.nextSeq + 9 };
    journal.beginEpoch(epoch);
    journal.append(sealRecords(epoch, 1, { fact: chainRecovered }).records, "closing");
    expect(journal.head).toMatchObject({ keyEpoch: 1, nextSeq: epoch.nextSeq + 1 });
    journal.close();
  });

  it("changes nothing when there is no room for a new key epoch", () => {
    const disk = new FaultyDisk();
    const { journal } = openFileJournal({ folder: "journal", disk, ...owner, limits });
    disk.freeLimitBytes = 0;
    const full = fault("journal/full", "free space");
    expect(() => {
      for (let made = 0; made < 10_000; made += 1) {
        journal.append(sealRecords(journal.head, 1).records, "closing");
      }
    }).toThrow(full);
    const { head } = journal;
    const epoch = { ...head, keyEpoch: 1, nextSeq: head.nextSeq + 9 };
    expect(() => journal.beginEpoch(epoch)).toThrow(full);
    expect(journal.head).toEqual(head);
    disk.freeLimitBytes = 1e9;
    journal.append(sealRecords(head, 1).records, "closing");
    journal.close();
  });

  it("opens, and refuses at the first append instead", () => {
    const disk = new FaultyDisk();
    disk.freeLimitBytes = 1_000;
    const opened = openFileJournal({ folder: "journal", disk, ...owner, limits });
    const { journal } = opened;
    const { records } = sealRecords(journal.head, 1);
    expect(() => journal.append(records, "closing")).toThrow(fault("journal/full", "free space"));
    disk.freeLimitBytes = 1e9;
    journal.append(records, "closing");
    expect(journal.head.nextSeq).toBe(1);
    journal.close();
  });
});
