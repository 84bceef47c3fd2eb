// Locks on GPIO lines as a board: bounded pulses, deadlines, and what is known when things fail.

import { beforeEach, describe, expect, test } from "vitest";
import { GpioLockBoard } from "../../../gateway/adapters/gpio/gpio-lock-board.ts";
import { HeldLockLine } from "../../../gateway/adapters/gpio/held-lock-line.ts";
import { ProcessLockLine } from "../../../gateway/adapters/gpio/process-lock-line.ts";
import type {
  ChildEnd,
  PulseChild,
  PulseStarter,
} from "../../../gateway/adapters/gpio/pulse-child.ts";
import {
  notDrivenExitCode,
  pulseProgram,
  type ProgramPulse,
  type PulseProgram,
} from "../../../gateway/adapters/gpio/pulse-program.ts";
import { SourceLines } from "../../../gateway/adapters/gpio/source-lines.ts";
import type { LineRuntime } from "../../../gateway/adapters/serial/supervised-line.ts";
import type { PulseOrder, PulseResult } from "../../../gateway/ports/devices.ts";
import { ManualTime } from "../drivers/manual-time.ts";
import { RecordingLog } from "../drivers/recording-log.ts";
import { MemorySource } from "./memory-source.ts";

let time: ManualTime;
let source: MemorySource;
let runtime: LineRuntime;

beforeEach(() => {
  time = new ManualTime();
  source = new MemorySource();
  runtime = { timers: time, monoMs: time.monoMs, random: () => 0, log: new RecordingLog() };
});

function order(fields: Partial<PulseOrder> = {}): PulseOrder {
  return { channel: 0, pulseMs: 500, deadlineMonoMs: time.monoMs() + 1_000, ...fields };
}

function resultOf(pulse: Promise<PulseResult>): PulseResult[] {
  const results: PulseResult[] = [];
  void pulse.then((result) => results.push(result));
  return results;
}

async function heldBoard(name = "lock-1"): Promise<GpioLockBoard> {
  const lines = new SourceLines(source, runtime);
  const lock = new HeldLockLine(lines.output({ name }), runtime);
  const board = new GpioLockBoard(`gpio/${name}`, lock);
  board.start();
  await time.advance(0);
  return board;
}

describe("a lock whose hardware ends the pulse", () => {
  test("is driven for the pulse and then released", async () => {
    const board = await heldBoard();
    const results = resultOf(board.pulse(order()));
    await time.advance(499);
    expect(source.levels.get("lock-1")).toBe(true);
    expect(results).toEqual([]);
    await time.advance(1);
    expect(source.levels.get("lock-1")).toBe(false);
    expect(results).toEqual([{ outcome: "answered" }]);
  });

  test.each([
    ["after its deadline", { deadlineMonoMs: 1_000 }],
    ["for too long", { pulseMs: 5_001 }],
    ["for no time", { pulseMs: 0 }],
    ["for a time that is no number", { pulseMs: Number.NaN }],
    ["on a channel that is not there", { channel: 1 }],
  ])("is not driven %s", async (_, fields) => {
    const board = await heldBoard();
    expect(await board.pulse(order(fields))).toMatchObject({ outcome: "not-sent" });
    expect(source.driven).toEqual(["lock-1 0"]);
  });

  test("is not driven twice at once", async () => {
    const board = await heldBoard();
    const first = resultOf(board.pulse(order()));
    expect(await board.pulse(order())).toMatchObject({ outcome: "not-sent" });
    await time.advance(500);
    expect(first).toEqual([{ outcome: "answered" }]);
  });

  test("lost in the middle of a pulse is unknown, and inactive when it is back", async () => {
    const board = await heldBoard();
    const results = resultOf(board.pulse(order({ pulseMs: 3_000 })));
    source.unplug();
    await time.advance(1_000);
    expect(results).toMatchObject([{ outcome: "unknown" }]);
    source.plug();
    await time.advance(60_000);
    expect(source.levels.get("lock-1")).toBe(false);
  });

  test("that another program holds is absent by itself; the next lock works", async () => {
    source.holders.set("lock-1", "other");
    const healths: unknown[] = [];
    const [dead, alive] = [await heldBoard("lock-1"), await heldBoard("lock-2")];
    for (const board of [dead, alive]) {
      board.onHealth(({ state }) => healths.push([board.id, state]));
    }
    expect(await dead.pulse(order())).toMatchObject({ outcome: "not-sent" });
    const results = resultOf(alive.pulse(order()));
    await time.advance(500);
    expect(results).toEqual([{ outcome: "answered" }]);
    source.holders.delete("lock-1");
    await time.advance(30_000);
    expect(healths.at(-1)).toEqual(["gpio/lock-1", "online"]);
    expect(healths).not.toContainEqual(["gpio/lock-2", "absent"]);
  });

  test("has no inputs, and says so once when the board is online", async () => {
    const lines = new SourceLines(source, runtime);
    const lock = new HeldLockLine(lines.output({ name: "lock-1" }), runtime);
    const board = new GpioLockBoard("gpio/lock-1", lock);
    const heard: unknown[] = [];
    board.onInputs((channel, inputs) => heard.push([channel, inputs]));
    board.start();
    await time.advance(5_000);
    expect(heard).toEqual([[0, { isHookClosed: undefined, isOccupied: undefined }]]);
  });

  test("is released when the program stops", async () => {
    const board = await heldBoard();
    const results = resultOf(board.pulse(order()));
    await board.stop();
    expect(source.levels.get("lock-1")).toBe(false);
    expect(results).toMatchObject([{ outcome: "unknown" }]);
    expect(time.keys).toEqual([]);
  });
});

/** A process whose start and end the test decides. */
class Child implements PulseStarter {
  commands: string[] = [];
  /** Whether a process waits, and how often one was started to. */
  isWaiting = false;
  preparedCount = 0;
  killCount = 0;
  end: (end: ChildEnd) => void = () => {};
  onKill: () => void = () => {};

  prepare(): void {
    if (!this.isWaiting) this.preparedCount += 1;
    this.isWaiting = true;
  }

  start(program: PulseProgram, pulse: ProgramPulse): PulseChild {
    this.isWaiting = false;
    const { command, args } = program.commandOf(pulse);
    this.commands.push([command, ...args].join(" "));
    const ended = new Promise<ChildEnd>((resolve) => {
      this.end = resolve;
    });
    const kill = (): void => {
      this.killCount += 1;
      this.onKill();
      this.end({ kind: "ended", code: null, words: "" });
    };
    return { ended, kill };
  }

  rest(): void {
    this.isWaiting = false;
  }
}

describe("a lock whose pulse a process gives", () => {
  let child: Child;

  async function processBoard(): Promise<GpioLockBoard> {
    child = new Child();
    const line = new ProcessLockLine({
      ...runtime,
      name: "lock-1",
      isActiveLow: false,
      source,
      program: pulseProgram(["pulse-line"]),
      starter: child,
    });
    const board = new GpioLockBoard("gpio/lock-1", line);
    board.start();
    await time.advance(0);
    return board;
  }

  /** The process has the line until `end`. */
  function childHolds(): void {
    source.holders.set("lock-1", "driftbox-pulse");
  }

  function childEnds(end: ChildEnd): void {
    source.holders.delete("lock-1");
    child.end(end);
  }

  test("is free between pulses, and was inactive before the first", async () => {
    await processBoard();
    expect(source.driven).toEqual(["lock-1 0", "lock-1 0"]);
    expect(source.holders.size).toBe(0);
  });

  test("is answered when the process gave the whole pulse", async () => {
    const board = await processBoard();
    const results = resultOf(board.pulse(order()));
    await time.advance(0);
    expect(child.commands).toEqual([
      "pulse-line --device=/dev/gpiochip0 --offset=17 --pulse-ms=500 --deadline-mono-ms=2000",
    ]);
    childHolds();
    await time.advance(500);
    childEnds({ kind: "ended", code: 0, words: "" });
    await time.advance(0);
    expect(results).toEqual([{ outcome: "answered" }]);
    expect(child.killCount).toBe(0);
  });

  test("is inactive before it is answered, on a chip that keeps the level of a freed line", async () => {
    const board = await processBoard();
    let levelWhenAnswered: boolean | undefined;
    const results = resultOf(
      board.pulse(order()).finally(() => {
        levelWhenAnswered = source.levels.get("lock-1");
      }),
    );
    await time.advance(0);
    childHolds();
    source.levels.set("lock-1", true);
    await time.advance(500);
    childEnds({ kind: "ended", code: 0, words: "" });
    await time.advance(0);
    expect(results).toEqual([{ outcome: "answered" }]);
    expect(levelWhenAnswered).toBe(false);
  });

  test("that cannot be taken back after its pulse is unknown, and taken back soon", async () => {
    const board = await processBoard();
    const results = resultOf(board.pulse(order()));
    await time.advance(0);
    source.levels.set("lock-1", true);
    source.holders.set("lock-1", "other");
    child.end({ kind: "ended", code: 0, words: "" });
    await time.advance(0);
    const reason = 'line lock-1 may still be on: lock-1 is held by "other"';
    expect(results).toEqual([{ outcome: "unknown", isReleased: false, reason }]);
    source.holders.delete("lock-1");
    await time.advance(200);
    expect(source.levels.get("lock-1")).toBe(false);
  });

  test("is not looked at again when it is stopped during a look", async () => {
    const board = await processBoard();
    let open = (): void => {};
    source.gate = new Promise((resolve) => {
      open = resolve;
    });
    await time.advance(5_000);
    const stopping = board.stop();
    open();
    await stopping;
    expect(time.keys).toEqual([]);
  });

  test.each<[string, ChildEnd, PulseResult["outcome"]]>([
    ["could not be started", { kind: "not-started", reason: "ENOENT" }, "not-sent"],
    [
      "was refused the line",
      { kind: "ended", code: notDrivenExitCode, words: "the line is busy" },
      "not-sent",
    ],
    ["failed for a reason not known", { kind: "ended", code: 1, words: "" }, "unknown"],
    ["was killed", { kind: "ended", code: null, words: "" }, "unknown"],
  ])("says what is known when the process %s", async (_, end, outcome) => {
    const board = await processBoard();
    const results = resultOf(board.pulse(order()));
    await time.advance(0);
    child.end(end);
    await time.advance(0);
    expect(results).toMatchObject([{ outcome }]);
    expect(source.levels.get("lock-1")).toBe(false);
  });

  test("loses a process that has not begun at the deadline", async () => {
    const board = await processBoard();
    const results = resultOf(board.pulse(order()));
    await time.advance(1_050);
    expect(child.killCount).toBe(1);
    const reason = "pulse-line was killed: it had not begun in time";
    expect(results).toEqual([{ outcome: "unknown", reason }]);
  });

  test("has a process ready before each pulse, and none after its stop", async () => {
    const board = await processBoard();
    expect(child.preparedCount).toBe(1);
    const results = resultOf(board.pulse(order()));
    await time.advance(0);
    expect(child.isWaiting).toBe(false);
    childEnds({ kind: "ended", code: 0, words: "" });
    await time.advance(0);
    expect(results).toEqual([{ outcome: "answered" }]);
    expect(child.preparedCount).toBe(2);
    await board.stop();
    expect(child.isWaiting).toBe(false);
    expect(child.preparedCount).toBe(2);
  });

  test("replaces a ready process that was lost", async () => {
    await processBoard();
    child.isWaiting = false;
    await time.advance(5_000);
    expect(child.preparedCount).toBe(2);
  });

  test("loses a process that does not end its pulse, and is made inactive", async () => {
    const board = await processBoard();
    const results = resultOf(board.pulse(order()));
    await time.advance(0);
    childHolds();
    source.levels.set("lock-1", true);
    await time.advance(1_000);
    expect(child.killCount).toBe(0);
    child.onKill = () => source.holders.delete("lock-1");
    await time.advance(200);
    expect(child.killCount).toBe(1);
    const reason = "pulse-line was killed: it did not end the pulse";
    expect(results).toEqual([{ outcome: "unknown", reason }]);
    expect(source.levels.get("lock-1")).toBe(false);
  });

  test("is answered when its process let the line go in time and took long to end", async () => {
    const board = await processBoard();
    const results = resultOf(board.pulse(order()));
    await time.advance(0);
    childHolds();
    await time.advance(500);
    source.holders.delete("lock-1");
    await time.advance(4_000);
    expect(child.killCount).toBe(0);
    childEnds({ kind: "ended", code: 0, words: "" });
    await time.advance(0);
    expect(results).toEqual([{ outcome: "answered" }]);
  });

  test("loses a process that let the line go and never ends", async () => {
    const board = await processBoard();
    const results = resultOf(board.pulse(order()));
    await time.advance(0);
    childHolds();
    await time.advance(500);
    source.holders.delete("lock-1");
    await time.advance(5_100);
    expect(child.killCount).toBe(1);
    const reason = "pulse-line was killed: it did not end";
    expect(results).toEqual([{ outcome: "unknown", reason }]);
  });

  test("refuses an order without the time to start a process", async () => {
    const board = await processBoard();
    const tight = order({ deadlineMonoMs: time.monoMs() + 100 });
    expect(await board.pulse(tight)).toMatchObject({ outcome: "not-sent" });
    expect(child.commands).toEqual([]);
  });

  test("stops only after a pulse that runs, and then inactive", async () => {
    const board = await processBoard();
    const results = resultOf(board.pulse(order()));
    await time.advance(0);
    childHolds();
    let isStopped = false;
    const stopping = board.stop().finally(() => {
      isStopped = true;
    });
    await time.advance(400);
    expect(isStopped).toBe(false);
    childEnds({ kind: "ended", code: 0, words: "" });
    await stopping;
    expect(results).toEqual([{ outcome: "answered" }]);
    expect(source.levels.get("lock-1")).toBe(false);
    expect(time.keys).toEqual([]);
  });

  test("is absent with the reason while another program holds it", async () => {
    source.holders.set("lock-1", "other");
    const healths: unknown[] = [];
    const board = await processBoard();
    board.onHealth((health) => healths.push(health));
    source.holders.delete("lock-1");
    await time.advance(5_000);
    expect(healths).toEqual([{ state: "online" }]);
    source.holders.set("lock-1", "other");
    await time.advance(5_000);
    expect(healths[1]).toEqual({ state: "absent", reason: 'lock-1 is held by "other"' });
  });
});
