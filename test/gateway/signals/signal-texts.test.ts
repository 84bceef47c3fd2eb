// Texts of the signal table: every one in both languages, short enough for a small display.

import { describe, expect, it } from "vitest";
import { callTexts, refusalTexts } from "../../../gateway/adapters/signals/refusal-texts.ts";
import { signalTable, type Words } from "../../../gateway/adapters/signals/signal-table.ts";
import {
  actionTexts,
  awaitedText,
  closeText,
  waitingTexts,
} from "../../../gateway/adapters/signals/step-texts.ts";
import { driftbox } from "../../../proto/generated/driftbox.js";

const refusals = Object.values(refusalTexts);
const texts: readonly Words[] = [
  ...Object.values(signalTable),
  ...refusals.flatMap(({ why, next }) => [why, next]),
  ...Object.values(callTexts),
  ...Object.values(waitingTexts),
  ...Object.values(actionTexts),
  closeText,
];

describe("the texts at a box", () => {
  it("are there for every reason that the wire knows", () => {
    const wire = Object.keys(driftbox.v1.RefusalReason).filter((name) => !/UNSPECIFIED/.test(name));
    const names = wire.map((name) => name.replace("REFUSAL_REASON_", ""));
    const ours = Object.keys(refusalTexts).map((name) => name.toUpperCase().replaceAll("-", "_"));
    expect(ours.toSorted()).toEqual(names.toSorted());
  });

  it("are Chinese in Chinese and English in English, and fit on a small display", () => {
    for (const { zh, en } of texts) {
      expect(zh).toMatch(/\p{Script=Han}/u);
      expect(en).toMatch(/^[A-Za-z0-9 ,.:{}-]+$/);
      expect(Array.from(zh).length).toBeLessThanOrEqual(20);
      expect(en.length).toBeLessThanOrEqual(64);
    }
  });

  it("say what to do, and never the same as what is the matter", () => {
    for (const { why, next } of refusals) {
      expect(next.zh).not.toBe(why.zh);
      expect(next.en).not.toBe(why.en);
    }
    expect(callTexts.known.zh).toContain("{help}");
    expect(callTexts.known.en).toContain("{help}");
  });

  it("ask for what a visit may wait for, and for nothing that it never waits for", () => {
    expect(awaitedText("pin-missing")).toBe(waitingTexts["pin-missing"]);
    expect(awaitedText("no-right")).toBeUndefined();
  });
});
