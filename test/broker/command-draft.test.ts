// Commands as they are written, signed, and folded from what gateways say of them.

import { describe, expect, it } from "vitest";
import { CommandWord, Fault, openDocument, signDocument, StatusWord } from "@driftbox/proto";
import { orderRefusals } from "../../gateway/custody/orders/order.ts";
import { refusalAdvice } from "../../broker/app/refusal-advice.ts";
import { generateKey, onceCodeOf, sha256, signerFromPem, verifierOf } from "@driftbox/proto/node";
import {
  argumentNames,
  commandDraft,
  commandWords,
  usualWithin,
  withinMs,
  type Written,
} from "../../broker/app/command-draft.ts";
import { foldCommands } from "../../broker/core/projections/commands.ts";
import { statusBytes } from "./center-rig.ts";
import { IngestRig } from "./ingest-rig.ts";

const all = {
  box: "box-a",
  compartment: "2",
  parcel: "100",
  issue: "1",
  sensor: "presence",
  code: "2027-01-31/7",
  setting: "signals.buzzer",
  value: "alarms",
};
const today = 20_845;

const { box, compartment, parcel, issue, sensor, code, setting, value } = all;
/** What each word needs. */
const needed: Readonly<Record<string, Written>> = {
  open: { box, compartment },
  disable: { box, compartment },
  enable: { box, compartment },
  "collect-all": { box },
  locate: { box },
  configure: { setting, value },
  suspend: {},
  resume: {},
  reissue: { parcel, issue },
  "restore-sensor": { box, compartment, sensor },
  revoke: { box, code },
};

describe("a written command", () => {
  it("has a number for each word, and what the word needs", () => {
    const numbers = commandWords.map((word) => commandDraft(word, needed[word] ?? {}, today).word);
    expect(new Set(numbers).size).toBe(commandWords.length);
    expect(commandDraft("collect-all", { box }, today).word).toBe(
      CommandWord.COMMAND_WORD_COLLECT_ALL,
    );
    const bad: readonly (readonly [string, Written])[] = [
      ["explode", {}],
      ["open", { box }],
      ["open", { box, compartment: "two" }],
      ["reissue", { parcel: "100" }],
      ["revoke", { box, code: "123456789012" }],
      ["revoke", { box, code: "2027-01-31/100" }],
      ["configure", { setting: "signals.buzzer" }],
      ["locate", { box: "b".repeat(65) }],
    ];
    for (const [word, written] of bad) {
      expect(() => commandDraft(word, written, today)).toThrow(Fault);
    }
  });

  it("names a one-time code by its digits or by its day and number, a setting by its value", () => {
    const digits = onceCodeOf(
      { box: "box-a", action: "collect", day: today + 3, number: 7 },
      new Uint8Array(32),
    );
    const named = (written: string) => commandDraft("revoke", { box, code: written }, today).code;
    expect(named(digits)).toBe(`once/${today + 3}/7`);
    expect(named(digits.replace(/(...)(?=.)/g, "$1 "))).toBe(`once/${today + 3}/7`);
    expect(named("2027-01-31/7")).toBe("once/20849/7");
    const { settings } = commandDraft(
      "configure",
      { setting: "kiosk.helpNumber", value: "" },
      today,
    );
    expect(settings).toEqual([{ key: "kiosk.helpNumber", value: "" }]);
  });

  it("refuses what its word has no use for, and says which; a suspension may name a box", () => {
    const names = argumentNames.filter((name) => name !== "box" && name !== "compartment");
    for (const name of names) {
      const written = { box, compartment, [name]: all[name] };
      expect(() => commandDraft("open", written, today)).toThrow(`open takes no --${name}`);
    }
    for (const word of ["suspend", "resume"]) {
      expect(commandDraft(word, { box }, today)).toMatchObject({ box });
      expect(() => commandDraft(word, { compartment }, today)).toThrow("takes no --compartment");
    }
  });

  it("lives a minute where nothing is said, and longer where doors open one after the other", () => {
    expect(["open", "explode"].map(usualWithin)).toEqual(["60s", "60s"]);
    expect(usualWithin("collect-all")).toBe("10m");
  });

  it("lives from a second to a quarter of an hour", () => {
    expect([withinMs("60s"), withinMs("15m")]).toEqual([60_000, 900_000]);
    for (const wrong of ["", "0s", "16m", "901s", "1h", "-1s", "1.5s"]) {
      expect(() => withinMs(wrong)).toThrow(Fault);
    }
  });
});

describe("a command on its way down", () => {
  const center = signerFromPem(generateKey().privatePem);
  const trusted = verifierOf(center.publicKey);

  function asked(rig: IngestRig, lifeMs: number, signer = center): Uint8Array {
    const { gatewayId } = rig.chain.origin;
    const times = { issuedUs: rig.nowMs * 1_000, deadlineUs: (rig.nowMs + lifeMs) * 1_000 };
    return signDocument("command", { command: "c-1", gatewayId, ...times }, signer, sha256);
  }

  it("is sent to a gateway that said that it is there, and never afterwards", () => {
    const rig = new IngestRig();
    const sent = (lifeMs = 60_000) => rig.ingest.command(asked(rig, lifeMs), trusted);
    expect(sent()).toEqual({ reason: "the gateway is not connected" });
    rig.say("status", statusBytes(StatusWord.STATUS_WORD_READY));
    expect(sent()).toMatchObject({ command: "c-1" });
    expect(sent(0)).toEqual({ reason: "its deadline has passed" });
    rig.say("status", statusBytes(StatusWord.STATUS_WORD_LOST));
    expect(sent()).toEqual({ reason: "the gateway is not connected" });
    expect(rig.commands).toHaveLength(1);
    rig.remove();
  });

  it("is refused when no key of the center asked for it", () => {
    const rig = new IngestRig();
    rig.say("status", statusBytes(StatusWord.STATUS_WORD_READY));
    const other = signerFromPem(generateKey().privatePem);
    expect(rig.ingest.command(asked(rig, 60_000, other), trusted)).toHaveProperty("reason");
    expect(rig.commands).toEqual([]);
    rig.remove();
  });

  it("names the boot of the newest word", () => {
    const rig = new IngestRig();
    rig.say("status", statusBytes(StatusWord.STATUS_WORD_READY));
    rig.ingest.command(asked(rig, 60_000), trusted);
    const key = rig.receiptKey;
    const opened = openDocument("command", rig.commands[0] ?? new Uint8Array(), [key], sha256);
    expect(opened.ok && opened.value.message.bootId.length).toBe(16);
    rig.remove();
  });
});

it("what became of a command is its mark and its end, whatever came again", () => {
  const event = (cursor: number, kind: string, fact: object) => ({
    cursor,
    kind,
    fact: { ...fact },
  });
  const accepted = { command: "c-1", word: "open", box: "box-a", compartment: 1, givenBy: "p" };
  const folded = foldCommands([
    event(1, "CommandAccepted", accepted),
    event(2, "CommandRefused", { command: "c-1", reason: "repeated" }),
    event(3, "CommandRefused", { command: "c-2", reason: "busy" }),
    event(4, "CommandRefused", { command: "c-2", reason: "repeated" }),
    event(5, "CommandRefused", { command: "", reason: "forged" }),
    event(6, "CommandExecuted", { command: "c-1", outcome: "opened" }),
  ]);
  expect(folded).toMatchObject([
    { command: "c-1", state: "executed", outcome: "opened", box: "box-a", cursor: 6 },
    { command: "c-2", state: "refused", outcome: "busy", word: "", cursor: 3 },
  ]);
});

it("there is advice for each reason of a refusal, and for those of newer gateways", () => {
  const reasons = Object.keys(orderRefusals);
  expect(reasons.length).toBeGreaterThanOrEqual(20);
  const advice = reasons.map(refusalAdvice);
  expect(new Set([...advice, refusalAdvice("new")]).size).toBe(reasons.length + 1);
});
