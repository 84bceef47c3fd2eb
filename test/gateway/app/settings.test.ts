// Settings changed from afar on a whole gateway: told beside the journal, in force after a restart.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CommandWord, signDocument } from "@driftbox/proto";
import { sha256 } from "@driftbox/proto/node";
import { expect, it } from "vitest";
import { LowdbDocuments } from "../../../gateway/adapters/documents/lowdb-documents.ts";
import { boxSignals } from "../../../gateway/app/devices/box-signals.ts";
import { settingsDocument } from "../../../gateway/app/settings-keeper.ts";
import { readChangedSettings, withChanged } from "../../../gateway/config/changed-settings.ts";
import { timingOf } from "../../../gateway/custody/orders/settings.ts";
import { centerSigner, gatewayId } from "./fixtures.ts";
import { GatewayRig } from "./gateway-rig.ts";
import { ManualTime, settled } from "./manual-time.ts";

async function configure(rig: GatewayRig, key: string, value: string): Promise<void> {
  const { wallUs } = rig.time.read();
  const draft = {
    command: `c-${key}-${value}`,
    gatewayId,
    word: CommandWord.COMMAND_WORD_CONFIGURE,
    issuedUs: wallUs,
    deadlineUs: wallUs + 60_000_000,
    bootId: rig.time.bootId,
    settings: [{ key, value }],
  };
  rig.server.send("commands", signDocument("command", draft, centerSigner, sha256));
  await settled();
}

it("a changed setting is in force at once, stored for config show, and again after a restart", async () => {
  const rig = new GatewayRig();
  const gateway = await rig.start();
  await settled();
  await configure(rig, "timing.openWithinMs", "20000");
  await configure(rig, "timing.openWithinMs", "1");
  expect(rig.kinds().slice(-4)).toEqual([
    "CommandAccepted",
    "SettingChanged",
    "CommandExecuted",
    "CommandRefused",
  ]);
  expect(timingOf(gateway.loop.state).openWithinMs).toBe(20_000);
  const command = "c-timing.openWithinMs-20000";
  const stored = { "timing.openWithinMs": { value: "20000", command } };
  expect(await rig.documents.read(settingsDocument)).toEqual(stored);
  rig.kill();
  await rig.documents.write(settingsDocument, {});
  const again = await rig.start();
  await settled();
  expect(timingOf(again.loop.state).openWithinMs).toBe(20_000);
  expect(await rig.documents.read(settingsDocument)).toEqual(stored);
});

it("config show names the command of a changed setting in the place of file and default", async () => {
  const folder = mkdtempSync(join(tmpdir(), "driftbox-settings-"));
  try {
    expect(await readChangedSettings(folder)).toEqual([]);
    const documents = await LowdbDocuments.open(join(folder, "documents"));
    await documents.write(settingsDocument, {
      "timing.openWithinMs": { value: "20000", command: "c-1" },
      "signals.buzzer": { value: "alarms", command: "c-2" },
    });
    const rows = [{ key: "timing.openWithinMs", value: 8_000, origin: "default" }];
    expect(withChanged(rows, await readChangedSettings(folder))).toEqual([
      { key: "timing.openWithinMs", value: 20_000, origin: "command c-1" },
      { key: "signals.buzzer", value: "alarms", origin: "command c-2" },
    ]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

it("a buzzer for alarms alone is silent for everything else, and lamps go on", () => {
  const shown: string[] = [];
  const show = (signal: string, isSilent?: boolean): void => {
    shown.push(`${signal} ${isSilent === true ? "silent" : "heard"}`);
  };
  const order = { isForAlarms: false };
  const signal = boxSignals({
    wires: [{ box: "box-a", signals: { show } }],
    timers: new ManualTime(),
    isForAlarms: () => order.isForAlarms,
  });
  signal("box-a", "granted");
  order.isForAlarms = true;
  signal("box-a", "granted");
  signal("box-a", "alarm");
  expect(shown).toEqual(["granted heard", "granted silent", "alarm heard"]);
});
