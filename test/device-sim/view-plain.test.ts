// The live view in a terminal: one line a happening, one line a frame that says something new.

import { expect, it } from "vitest";
import { VirtualScheduler } from "../../device-sim/devices/scheduler.ts";
import { LineTrace } from "../../device-sim/view/line-trace.ts";
import { decoderOf } from "../../device-sim/view/decode/decoders.ts";
import { PlainView } from "../../device-sim/view/plain-view.ts";
import { bytes } from "./bytes.ts";
import { rig } from "./rig.ts";

function plain(
  isVerbose: boolean,
  language: "en" | "zh" = "en",
): { lines: string[]; view: PlainView } {
  const lines: string[] = [];
  return { lines, view: new PlainView({ language, isVerbose, write: (line) => lines.push(line) }) };
}

function heard(view: PlainView, frames: readonly string[], folds = true): void {
  const scheduler = new VirtualScheduler();
  scheduler.advance(61_500);
  const trace = new LineTrace({
    frameAt: decoderOf(["cu16"]),
    scheduler,
    onRow: (row) => view.heardRow("lock-a", row),
    folds,
  });
  for (const frame of frames) trace.hear("in", bytes(frame));
}

const polls = ["02 00 30 03 35", "02 00 30 03 35", "02 00 31 03 36", "02 00 30 03 35"];

it("a poll is told once and an unlock as it comes, with time, bytes and words", () => {
  const { lines, view } = plain(false);
  heard(view, polls);
  expect(lines).toEqual([
    "01:01.500   → lock-a             02 00 30 03 35  board 0: status?",
    "01:01.500   → lock-a             02 00 31 03 36  board 0: unlock 1",
  ]);
});

it("every frame is told to those who want all", () => {
  const { lines, view } = plain(true);
  heard(view, polls, false);
  expect(lines).toHaveLength(4);
});

it("what passed before is told as it was", () => {
  const { lines, view } = plain(false);
  const words = { en: "board 0: status?", zh: "0 号板：查询状态" };
  const times = { sinceMs: 1_000, atMs: 9_000, count: 40 };
  view.first("lock-a", { id: 1, way: "in", hex: "02", words, isSound: true, ...times });
  expect(lines[0]).toContain("00:01.000   → lock-a");
});

it("a lamp that blinks is told once, and again when it blinks anew", () => {
  const { lines, view } = plain(false);
  const flash = (atMs: number, shows: string): void =>
    view.happened({ kind: "SignalChanged", atMs, source: "led-a", part: "led", shows });
  for (let at = 0; at < 40; at += 1) flash(at * 500, at % 2 === 0 ? "on" : "off");
  flash(60_000, "on");
  expect(lines.map((line) => line.trim())).toEqual([
    "00:00.000   led-a: led on",
    "00:00.500   led-a: led off",
    "01:00.000   led-a: led on",
  ]);
});

it("an opening is told from the order to the click, in both languages", () => {
  for (const [language, words] of [
    [
      "en",
      ["told to unlock", "coil on", "latch released", "the door opens", "coil off after 0.50 s"],
    ],
    ["zh", ["收到开锁命令", "线圈通电", "锁舌松开", "门开了", "线圈断电"]],
  ] as const) {
    const { lines, view } = plain(false, language);
    const { scheduler, stage, boardLine } = rig();
    stage.onHappening((happening) => view.happened(happening));
    boardLine.far.write(bytes("02 00 31 03 36"));
    scheduler.advance(2_000);
    const at = words.map((word) => lines.findIndex((line) => line.includes(word)));
    expect(at.every((place) => place >= 0)).toBe(true);
    expect(at).toEqual(at.toSorted((a, b) => a - b));
  }
});
