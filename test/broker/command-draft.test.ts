// Commands as they are written, signed, and folded from what gateways say of them.

import { describe, expect, it } from "vitest";
import { CommandWord, Fault, openDocument, signDocument, StatusWord } from "@driftbox/proto";
import { generateKey, sha256, signerFromPem, verifierOf } from "@driftbox/proto/node";
import { commandDraft, commandWords, withinMs } from "../../broker/app/command-draft.ts";
import { foldCommands } from "../../broker/core/projections/commands.ts";
import { statusBytes } from "./center-rig.ts";
import { IngestRig } from "./ingest-rig.ts";

const all = { box: "box-a", compartment: "2", parcel: "100", issue: "1", sensor: "presence" };

describe("a written command", () => {
  it("has a number for each word, and what the word needs", () => {
    const numbers = commandWords.map((word) => commandDraft(word, all).word);
    expect(new Set(numbers).size).toBe(commandWords.length);
    expect(commandDraft("collect-all", all).word).toBe(CommandWord.COMMAND_WORD_COLLECT_ALL);
    const { box } = all;
    const bad: readonly (readonly [string, object])[] = [
      ["explode", all],
      ["open", { box }],
      ["open", { box, compartment: "two" }],
      ["reissue", { parcel: "100" }],
      ["locate", { box: "b".repeat(65) }],
    ];
    for (const [word, written] of bad) {
      expect(() => commandDraft(word, written)).toThrow(Fault);
    }
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
