// The committed description of the API is the one that is served, and it describes every route.

import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runServer, type Running } from "./running-server.ts";

const committed = new URL("../../docs/api/openapi.json", import.meta.url);
const hint = "write it anew: curl -s http://HOST:PORT/openapi.json > docs/api/openapi.json";

let running: Running;
let served: unknown;

beforeAll(async () => {
  running = await runServer();
  const response = await fetch(`${running.origin}/openapi.json`);
  served = await response.json();
});

afterAll(async () => {
  await running.server.close();
});

function pathsOf(document: unknown): string[] {
  if (typeof document !== "object" || document === null || !("paths" in document)) return [];
  return Object.keys(document.paths ?? {});
}

function referencesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(referencesIn);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === "$ref" && typeof inner === "string" ? [inner] : referencesIn(inner),
  );
}

function resolves(document: unknown, reference: string): boolean {
  let place: unknown = document;
  for (const part of reference.replace("#/", "").split("/")) {
    if (typeof place !== "object" || place === null) return false;
    place = new Map<string, unknown>(Object.entries(place)).get(part);
  }
  return place !== undefined;
}

test("docs/api/openapi.json is what the server serves", () => {
  expect(served, hint).toEqual(JSON.parse(readFileSync(committed, "utf8")));
});

test("every route is described", () => {
  expect(pathsOf(served).toSorted()).toEqual([
    "/api/v1/boxes",
    "/api/v1/boxes/{site}/{gateway}/{box}",
    "/api/v1/events",
    "/api/v1/findings/travel",
    "/api/v1/gateways",
    "/api/v1/gateways/{site}/{gateway}",
    "/api/v1/gateways/{site}/{gateway}/commands",
    "/api/v1/gateways/{site}/{gateway}/decisions",
    "/api/v1/handovers",
    "/api/v1/handovers/{site}/{gateway}/{handover}",
    "/api/v1/manifests",
    "/api/v1/parcels",
    "/api/v1/parcels/{parcel}",
    "/api/v1/parcels/{parcel}/timeline",
    "/api/v1/repairs",
    "/api/v1/stream",
    "/api/v1/troubles",
    "/healthz",
    "/readyz",
  ]);
});

test("every reference inside the description resolves", () => {
  const references = referencesIn(served);
  expect(references.length).toBeGreaterThan(20);
  expect(references.filter((reference) => !resolves(served, reference))).toEqual([]);
});
