// Scales behind industrial I/O: raw counts of a file, and what is told of them.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { IioScale, lookEveryMs } from "../../../gateway/adapters/scales/iio-scale.ts";
import { emptyScale, weighed, type Weighing } from "../../../gateway/adapters/scales/weighing.ts";
import { until } from "../../device-sim/until.ts";
import { ManualTime, settle } from "../drivers/manual-time.ts";
import { RecordingLog } from "../drivers/recording-log.ts";

const fitting = { emptyRaw: 84_000, rawPerGram: 420, leastG: 10 };

function after(...grams: readonly number[]): Weighing {
  const raws = grams.map((one) => fitting.emptyRaw + one * fitting.rawPerGram);
  return raws.reduce((weighing, raw) => weighed(weighing, raw, fitting), emptyScale(fitting));
}

describe("weighing", () => {
  it("needs two looks that say the same", () => {
    expect(after(20).isLoaded).toBeUndefined();
    expect(after(20, 20).isLoaded).toBe(true);
    expect(after(0, 0, 300).isLoaded).toBe(false);
    expect(after(0, 0, 300, 300).isLoaded).toBe(true);
  });

  it("rests at its threshold: what is told comes back only well below it", () => {
    expect(after(12, 12, 8, 8, 8).isLoaded).toBe(true);
    expect(after(12, 12, 5, 5).isLoaded).toBe(false);
    expect(after(8, 8).isLoaded).toBe(false);
  });

  it("follows a slow drift while it is empty, and no load that comes in small parts", () => {
    const creep = Array.from({ length: 2_000 }, (_, at) => at * 0.01);
    const { isLoaded, zeroRaw } = after(0, 0, ...creep);
    expect(isLoaded).toBe(false);
    expect(zeroRaw).toBeGreaterThan(fitting.emptyRaw);
    const letters = Array.from({ length: 40 }, (_, at) => Math.ceil((at + 1) / 4) * 3);
    expect(after(0, 0, ...letters).isLoaded).toBe(true);
  });

  it("takes counts that fall under a load for a cell wired the other way round", () => {
    const turned = { ...fitting, rawPerGram: -420 };
    const once = weighed(emptyScale(turned), 84_000 - 50 * 420, turned);
    expect(weighed(once, 84_000 - 50 * 420, turned).isLoaded).toBe(true);
  });

  it("never drifts further than four times the least load, whatever the cell says", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 })), (raws) => {
        const end = raws.reduce((now, raw) => weighed(now, raw, fitting), emptyScale(fitting));
        expect(Math.abs(end.zeroRaw - fitting.emptyRaw)).toBeLessThanOrEqual(4 * 10 * 420);
      }),
    );
  });
});

describe("a scale behind a file of the kernel", () => {
  let folder = "";
  let file = "";
  let time = new ManualTime();
  const heard: (boolean | undefined)[] = [];

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "scale-"));
    file = join(folder, "in_voltage0_raw");
    time = new ManualTime();
    heard.length = 0;
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function started(): IioScale {
    const runtime = {
      timers: time,
      monoMs: time.monoMs,
      random: () => 0.5,
      log: new RecordingLog(),
    };
    const scale = new IioScale({ ...runtime, id: "scale-a-1", file, fitting });
    scale.onLevel((level) => void heard.push(level));
    scale.start();
    return scale;
  }

  /** Lets it look `count` times: each look waits for the kernel, which is no matter of time. */
  async function look(count: number): Promise<void> {
    for (let at = 0; at < count; at += 1) {
      await until(() => time.keys.length > 0);
      await time.advance(lookEveryMs);
    }
    await until(() => time.keys.length > 0);
    await settle();
  }

  function lay(grams: number): void {
    writeFileSync(file, `${fitting.emptyRaw + grams * fitting.rawPerGram}\n`);
  }

  it("tells empty, loaded and empty again, each once", async () => {
    lay(0);
    const scale = started();
    await look(3);
    lay(35);
    await look(3);
    lay(0);
    await look(3);
    await scale.stop();
    expect(heard).toEqual([false, true, false]);
  });

  it.each(["", "busy\n", "12 13\n", "99999999999\n"])(
    "cannot be read while the file says %j, and is heard again when it does not",
    async (text) => {
      lay(35);
      const scale = started();
      await look(3);
      writeFileSync(file, text);
      await look(4);
      lay(35);
      await look(3);
      await scale.stop();
      expect(heard).toEqual([true, undefined, true]);
    },
  );

  it("cannot be read when it was never there", async () => {
    const scale = started();
    await look(4);
    await scale.stop();
    expect(heard).toEqual([undefined]);
  });
});
