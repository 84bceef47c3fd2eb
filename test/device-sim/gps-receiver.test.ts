// The satellite receiver on its ferry: sentences of the reference, gaps, and lies about the time.

import { asciiBytes } from "@driftbox/proto";
import * as fc from "fast-check";
import { expect, it } from "vitest";
import { ggaBody, nmeaCheck, nmeaSentence, rmcBody } from "../../device-sim/devices/gps-nmea.ts";
import {
  gpsBaudRate,
  GpsReceiver,
  type GpsOptions,
} from "../../device-sim/devices/gps-receiver.ts";
import { islandFerryRoute, pointAt, type GpsRoute } from "../../device-sim/devices/gps-route.ts";
import { VirtualScheduler } from "../../device-sim/devices/scheduler.ts";
import { Stage } from "../../device-sim/devices/stage.ts";
import { MemoryLine } from "../../device-sim/lines/memory-line.ts";
import { buildWorld } from "../../device-sim/world/index.ts";

const startUtcMs = Date.UTC(2026, 10, 21, 8, 35, 0);

function rigged(options: Partial<GpsOptions> = {}) {
  const scheduler = new VirtualScheduler();
  const world = buildWorld({ seed: 1, compartments: [], parcels: [], people: [] });
  const stage = new Stage(world, scheduler);
  const line = new MemoryLine({ name: "gps", baudRate: gpsBaudRate, scheduler });
  let heard = "";
  line.far.onBytes((chunk) => (heard += Buffer.from(chunk).toString("latin1")));
  stage.start();
  const receiver = new GpsReceiver({
    id: "gps-a",
    stage,
    line,
    scheduler,
    route: islandFerryRoute,
    startUtcMs,
    ...options,
  });
  /** Sentences of so many seconds; the last second's have time to leave. */
  const hear = (seconds: number) => {
    heard = "";
    scheduler.advance(seconds * 1_000);
    return heard.split("\r\n").filter((one) => one !== "");
  };
  scheduler.advance(500);
  return { stage, receiver, hear };
}

it("writes the sentence of the reference", () => {
  const fix = {
    latitude: 60 + 9.718 / 60,
    longitude: 24 + 55.231 / 60,
    speedKnots: 0.02,
    courseDegrees: undefined,
    satelliteCount: 8,
    altitudeM: 3,
  };
  const moment = { utcMs: Date.UTC(2026, 10, 21, 8, 35, 59), fix };
  expect(nmeaSentence(rmcBody("GN", moment))).toBe(
    "$GNRMC,083559.00,A,6009.7180,N,02455.2310,E,0.02,,211126,,,A*5E\r\n",
  );
  expect(ggaBody("GN", moment)).toBe(
    "GNGGA,083559.00,6009.7180,N,02455.2310,E,1,08,1.01,3.0,M,17.8,M,,",
  );
});

it("carries minutes over and names south and west", () => {
  const fix = { latitude: -9.999_999_99, longitude: -0.000_1, speedKnots: 0 };
  const body = rmcBody("GP", {
    utcMs: startUtcMs,
    fix: { ...fix, courseDegrees: undefined, satelliteCount: 4, altitudeM: 0 },
  });
  expect(body).toContain(",1000.0000,S,00000.0060,W,");
});

it("tells RMC and GGA once a second, in the world's time", () => {
  const { hear } = rigged();
  const heard = hear(3);
  expect(heard.map((one) => one.slice(0, 13))).toEqual([
    "$GNRMC,083501",
    "$GNGGA,083501",
    "$GNRMC,083502",
    "$GNGGA,083502",
    "$GNRMC,083503",
    "$GNGGA,083503",
  ]);
});

it("has no fix under the roof of the pier but keeps the time, and then moves", () => {
  const { hear } = rigged();
  expect(hear(29).every((one) => !one.includes(",V,"))).toBe(true);
  const roofed = hear(1);
  expect(roofed[0]).toBe(nmeaSentence("GNRMC,083530.00,V,,,,,,,211126,,,N").trim());
  expect(roofed[1]).toContain("GNGGA,083530.00,,,,,0,00,99.99,,,,,,");
  hear(200);
  const [rmc = ""] = hear(1);
  const [, , status, , , , , speed, course] = rmc.split(",");
  expect(status).toBe("A");
  expect(Number(speed)).toBeGreaterThan(5);
  expect(Number(course)).toBeGreaterThan(20);
  expect(Number(course)).toBeLessThan(90);
});

it("a receiver that never had a fix knows no time", () => {
  const { hear } = rigged({ flaws: ["no-fix"] });
  expect(hear(1)[0]).toBe(nmeaSentence("GNRMC,,V,,,,,,,,,,N").trim());
});

it("lies about the date by 1024 weeks, damages its check, falls silent", () => {
  const { hear, receiver, stage } = rigged({ flaws: ["wrong-clock"] });
  expect(hear(1)[0]).toContain(",070407,");
  receiver.setFlaw("wrong-clock", false);
  receiver.setFlaw("wrong-checksum", true);
  for (const one of hear(1)) {
    const [body = "", check = ""] = one.slice(1).split("*");
    expect(parseInt(check, 16)).toBe(nmeaCheck(body) ^ 0xff);
  }
  receiver.setFlaw("silent", true);
  expect(hear(3)).toEqual([]);
  receiver.setFlaw("silent", false);
  stage.act({ kind: "powerBoard", board: "gps-a", isOn: false });
  expect(hear(3)).toEqual([]);
  stage.act({ kind: "powerBoard", board: "gps-a", isOn: true });
  receiver.close();
  expect(hear(3)).toEqual([]);
});

it("stays on its route, at even speed between two places", () => {
  const waypoints = [
    { atS: 10, latitude: 0, longitude: 0 },
    { atS: 3_610, latitude: 1, longitude: 0 },
  ];
  const route: GpsRoute = { waypoints, gaps: [] };
  expect(pointAt(route, 0)).toMatchObject({ latitude: 0, speedKnots: 0 });
  const middle = pointAt(route, 1_810);
  expect(middle.latitude).toBeCloseTo(0.5);
  expect(middle.speedKnots).toBeCloseTo(60, 0);
  expect(middle.courseDegrees).toBeCloseTo(0);
  expect(pointAt(route, 9_999)).toMatchObject({ latitude: 1, courseDegrees: undefined });
  expect(() => pointAt({ waypoints: [], gaps: [] }, 0)).toThrow("without waypoints");
});

it("writes every position so that it reads back within a ten-thousandth of a minute", () => {
  const angle = (max: number) => fc.double({ min: -max, max, noNaN: true });
  fc.assert(
    fc.property(angle(90), angle(180), (latitude, longitude) => {
      const motion = { speedKnots: 1, courseDegrees: 2, satelliteCount: 5, altitudeM: 0 };
      const body = ggaBody("GN", { utcMs: 0, fix: { latitude, longitude, ...motion } });
      const [, , lat = "", north, lon = "", east] = body.split(",");
      const read = (text: string, digits: number) =>
        Number(text.slice(0, digits)) + Number(text.slice(digits)) / 60;
      expect(read(lat, 2) * (north === "N" ? 1 : -1)).toBeCloseTo(latitude, 5);
      expect(read(lon, 3) * (east === "E" ? 1 : -1)).toBeCloseTo(longitude, 5);
      expect(asciiBytes(body).length).toBeLessThan(80);
    }),
  );
});
