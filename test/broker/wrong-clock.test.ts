// A gateway whose clock is wrong: where its events stand in a timeline, and how they are marked.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  aheadToleranceMs,
  isPlausible,
  timelineOrder,
  type TimelinePoint,
} from "../../broker/core/projections/timeline.ts";
import { CenterRig, TestGateway, until } from "./center-rig.ts";
import { batchOf } from "./sealed-chain.ts";

const nowMs = Date.UTC(2026, 8, 1);
const yearMs = 365 * 86_400_000;
const minuteMs = 60_000;

/** Claimed this long before now; received now unless said. */
function point(
  gateway: number,
  seq: number,
  agoMs: number,
  more: { readonly errMs?: number; readonly receivedMs?: number } = {},
): TimelinePoint {
  const wallErrMs = more.errMs ?? 50;
  const header = { wallUs: (nowMs - agoMs) * 1_000, wallErrMs };
  return { gateway, seq, header, receivedMs: more.receivedMs ?? nowMs };
}

function namesOf(points: readonly TimelinePoint[]): string[] {
  return points.map(({ gateway, seq }) => `${gateway}/${seq}`);
}

describe("a claimed time", () => {
  it("is plausible up to the tolerance and its own bound of error after it was received", () => {
    expect(isPlausible(point(1, 0, -aheadToleranceMs))).toBe(true);
    expect(isPlausible(point(1, 0, -aheadToleranceMs - 51))).toBe(false);
    expect(isPlausible(point(1, 0, -10 * minuteMs, { errMs: 10 * minuteMs }))).toBe(true);
    expect(isPlausible(point(1, 0, 30 * yearMs))).toBe(false);
  });
});

describe("a timeline", () => {
  it("puts what a clock in 2099 dates behind the last good time of its gateway", () => {
    const points = [point(1, 0, 50), point(1, 1, -73 * yearMs), point(1, 2, 20), point(2, 0, 30)];
    expect(namesOf(timelineOrder(points))).toEqual(["1/0", "1/1", "2/0", "1/2"]);
  });

  it("puts a first event whose clock was not set before the first good time after it", () => {
    const points = [point(2, 0, 60), point(1, 0, 56 * yearMs), point(1, 1, 40), point(2, 1, 50)];
    expect(namesOf(timelineOrder(points))).toEqual(["2/0", "2/1", "1/0", "1/1"]);
  });

  it("puts a gateway that never knew the time where it was heard", () => {
    const unset = point(1, 0, 56 * yearMs, { receivedMs: nowMs - 45 });
    expect(namesOf(timelineOrder([point(2, 0, 50), unset, point(2, 1, 40)]))).toEqual([
      "2/0",
      "1/0",
      "2/1",
    ]);
  });

  const anyPoint = fc.record({
    gateway: fc.integer({ min: 1, max: 3 }),
    agoMs: fc.oneof(fc.integer({ min: -100 * yearMs, max: 100 * yearMs }), fc.nat(10_000)),
    receivedMs: fc.integer({ min: nowMs - 20_000, max: nowMs }),
  });
  const points = fc
    .array(anyPoint, { maxLength: 12 })
    .map((many) => many.map((each, seq) => point(each.gateway, seq, each.agoMs, each)));

  it("keeps every event once and each gateway in its sequence, whatever the clocks say", () => {
    fc.assert(
      fc.property(points, (given) => {
        const ordered = timelineOrder(given);
        expect(ordered.toSorted((a, b) => a.seq - b.seq)).toEqual(given);
        for (const gateway of [1, 2, 3]) {
          const own = ordered.filter((each) => each.gateway === gateway).map(({ seq }) => seq);
          expect(own).toEqual(own.toSorted((a, b) => a - b));
        }
      }),
    );
  });

  it("does not order others differently for one gateway with a wrong clock", () => {
    fc.assert(
      fc.property(points, (given) => {
        const others = (each: TimelinePoint): boolean => each.gateway !== 1;
        const withIt = timelineOrder(given).filter(others);
        expect(withIt).toEqual(timelineOrder(given.filter(others)));
      }),
    );
  });
});

it("the API marks an event of a gateway in 2099, and its timeline goes on behind it", async () => {
  const center = new CenterRig();
  const enrolled = [center.enroll("ferry"), center.enroll("pier")];
  await center.start();
  const gateways: TestGateway[] = [];
  try {
    const options = { port: center.mqttPort, centerKey: center.folder.center.publicKey };
    for (const each of enrolled) gateways.push(await TestGateway.connect(each, options));
    const [ferry, pier] = gateways;
    if (ferry === undefined || pier === undefined) throw new Error("no gateways");
    const what = { parcel: "1001", compartment: 1 };
    const deposited = {
      kind: "ParcelDeposited",
      ...what,
      box: "box-f",
      evidence: "tag-only",
    } as const;
    const person = { person: "p-1", grantSeq: 0 };
    ferry.sealed.seal({ ...deposited, ...person }, Date.UTC(2099, 0, 1));
    await ferry.publish("events", batchOf(ferry.sealed.events));
    pier.sealed.seal({ ...deposited, ...person, box: "box-p" }, Date.now() + 10 * minuteMs);
    pier.sealed.seal({ ...deposited, ...person, box: "box-p" }, Date.now());
    await pier.publish("events", batchOf(pier.sealed.events));
    const base = `http://127.0.0.1:${center.httpPort}/api/v1/parcels/1001/timeline`;
    const text = await until(async () => {
      const response = await fetch(base);
      return response.ok ? response.text() : undefined;
    }, "there is a timeline");
    const told = [...text.matchAll(/"gateway":"(\w+)".*?"isPlausible":(\w+)/g)];
    expect(told.map(([, gateway, isGood]) => [gateway, isGood])).toEqual([
      ["ferry", "false"],
      ["pier", "false"],
      ["pier", "true"],
    ]);
  } finally {
    for (const each of gateways) each.end();
    await center.remove();
  }
});
