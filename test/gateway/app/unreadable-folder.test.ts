// A gateway that may not read or write its own folder: one line that says so, and an exit code.

import { chmodSync, chownSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { provision, type Provision } from "./provision.ts";
import { Running, type Ended } from "./running.ts";

/** The user `nobody` of Debian. */
const nobody = 65_534;

let place: Provision;

beforeEach(() => {
  place = provision({ mqttPort: 1, readerPort: 1, boardPort: 2 });
  chmodSync(place.folder, 0o755);
});
afterEach(() => place.remove());

function startAsNobody(): Promise<Ended> {
  const args = ["gateway", "--config", place.configPath];
  return new Running(args, { uid: nobody }).ended;
}

describe("a gateway started by a user who is not the owner", () => {
  it("names the data folder it cannot read, and ends with 77", async () => {
    const { code, stderr } = await startAsNobody();
    expect(stderr).toContain(`driftbox gateway: journal/unreadable: ${place.data} cannot be read`);
    expect(code).toBe(77);
  });

  it("names the journal it cannot write, and ends with 77", async () => {
    const journal = join(place.data, "journal");
    mkdirSync(journal, { mode: 0o700 });
    chownSync(place.data, nobody, nobody);
    for (const name of readdirSync(place.data)) {
      if (name !== "journal") chownSync(join(place.data, name), nobody, nobody);
    }
    const { code, stderr } = await startAsNobody();
    expect(stderr).toContain("driftbox gateway: journal/unreadable: ");
    expect(stderr).toContain(journal);
    expect(code).toBe(77);
  });
});
