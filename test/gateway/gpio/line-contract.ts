// What every GPIO back end owes: one suite, run on the simulator and on both of a real kernel.

import { setTimeout } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { DrivenLine } from "../../../gateway/adapters/gpio/driven-output.ts";
import type { GpioLines } from "../../../gateway/adapters/gpio/gpio-lines.ts";
import type { InputLine } from "../../../gateway/ports/devices.ts";
import { until } from "../drivers/until.ts";

/** A simulated interrupt comes with the tick of the kernel: faster bounces would not be seen. */
const bounceMs = 15;

/** The far end of the wires: electrical levels. */
export interface LineFar {
  setInput(name: string, isHigh: boolean): void;
  /** Undefined = cannot be seen now. */
  isOutputHigh(name: string): boolean | undefined;
}

export interface LineRig {
  readonly lines: GpioLines;
  readonly far: LineFar;
  readonly inputName: string;
  readonly outputName: string;
  end(): Promise<void>;
}

/** The contract of input and output lines; `open` gives a new rig for each test. */
export function lineContract(name: string, open: () => Promise<LineRig>): void {
  describe(`lines of ${name}`, () => {
    const bench = new LineBench();
    beforeEach(async () => {
      bench.rig = await open();
    });
    afterEach(() => bench.clear());
    inputContract(bench);
    outputContract(bench);
  });
}

/** The rig of the test that runs, and the lines it uses. */
class LineBench {
  #rig: LineRig | undefined;
  readonly #used: { stop(): Promise<void> }[] = [];

  get rig(): LineRig {
    if (this.#rig === undefined) throw new Error("there is no rig");
    return this.#rig;
  }

  set rig(rig: LineRig) {
    this.#rig = rig;
  }

  watch(line: InputLine): (boolean | undefined)[] {
    const heard: (boolean | undefined)[] = [];
    line.onLevel((level) => heard.push(level));
    this.#used.push(line);
    line.start();
    return heard;
  }

  async drive(line: DrivenLine): Promise<DrivenLine> {
    this.#used.push(line);
    line.start();
    await until("the output is held", () => line.health.state === "online");
    return line;
  }

  isOutput(level: boolean): () => boolean {
    return () => this.rig.far.isOutputHigh(this.rig.outputName) === level;
  }

  async clear(): Promise<void> {
    await Promise.all(this.#used.splice(0).map((line) => line.stop()));
    await this.#rig?.end();
  }
}

function inputContract(bench: LineBench): void {
  test("an input is reported once after start, then on every change", async () => {
    bench.rig.far.setInput(bench.rig.inputName, true);
    const heard = bench.watch(bench.rig.lines.input({ name: bench.rig.inputName, debounceMs: 10 }));
    await until("the first level", () => heard.length === 1);
    bench.rig.far.setInput(bench.rig.inputName, false);
    await until("the change", () => heard.length === 2);
    bench.rig.far.setInput(bench.rig.inputName, true);
    await until("the change back", () => heard.length === 3);
    expect(heard).toEqual([true, false, true]);
  });

  test("an input that is active low is reported the other way around", async () => {
    bench.rig.far.setInput(bench.rig.inputName, true);
    const line = bench.rig.lines.input({
      name: bench.rig.inputName,
      debounceMs: 10,
      isActiveLow: true,
    });
    const heard = bench.watch(line);
    await until("the first level", () => heard.length === 1);
    bench.rig.far.setInput(bench.rig.inputName, false);
    await until("the change", () => heard.length === 2);
    expect(heard).toEqual([false, true]);
  });

  test("an input that bounces within the debounce time is reported once", async () => {
    bench.rig.far.setInput(bench.rig.inputName, false);
    const heard = bench.watch(
      bench.rig.lines.input({ name: bench.rig.inputName, debounceMs: 400 }),
    );
    await until("the first level", () => heard.length === 1);
    for (const level of [true, false, true, false, true]) {
      bench.rig.far.setInput(bench.rig.inputName, level);
      await setTimeout(bounceMs);
    }
    await until("the level at rest", () => heard.length > 1);
    bench.rig.far.setInput(bench.rig.inputName, false);
    await until("the next change", () => heard.length > 2);
    expect(heard).toEqual([false, true, false]);
  });

  test("an input stopped and started is reported again", async () => {
    bench.rig.far.setInput(bench.rig.inputName, true);
    const line = bench.rig.lines.input({ name: bench.rig.inputName, debounceMs: 10 });
    const heard = bench.watch(line);
    await until("the first level", () => heard.length === 1);
    await line.stop();
    line.start();
    await until("the level again", () => heard.length === 2);
    expect(heard).toEqual([true, true]);
  });
}

function outputContract(bench: LineBench): void {
  test("an output is low from the start, follows orders, and is low after stop", async () => {
    const line = await bench.drive(bench.rig.lines.output({ name: bench.rig.outputName }));
    await until("low at start", bench.isOutput(false));
    expect(line.drive(true)).toEqual({ outcome: "answered" });
    await until("high", bench.isOutput(true));
    line.set(false);
    await until("low", bench.isOutput(false));
    line.set(true);
    await until("high again", bench.isOutput(true));
    await line.stop();
    await until("low after stop", bench.isOutput(false));
    expect(line.drive(true).outcome).toBe("not-sent");
    await until("still low", bench.isOutput(false));
  });

  test("an output that is active low rests high", async () => {
    const line = await bench.drive(
      bench.rig.lines.output({ name: bench.rig.outputName, isActiveLow: true }),
    );
    await until("high at rest", bench.isOutput(true));
    line.set(true);
    await until("low while active", bench.isOutput(false));
    line.set(false);
    await until("high again", bench.isOutput(true));
  });
}
