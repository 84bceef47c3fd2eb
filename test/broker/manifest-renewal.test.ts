// A window of a manifest ends: the set is signed without it, so that no gateway opens it late.

import { readFileSync } from "node:fs";
import { afterEach, beforeEach, expect, it } from "vitest";
import { openDocument, parseGatewayName, parseSiteName, type Parsed } from "@driftbox/proto";
import { sha256, verifierOf } from "@driftbox/proto/node";
import { CenterFolder } from "../../broker/adapters/files/center-folder.ts";
import { readBooks } from "../../broker/adapters/files/manifest-book.ts";
import { changeManifests, type ManifestPlace } from "../../broker/adapters/files/manifest-desk.ts";
import { ManifestRenewal } from "../../broker/adapters/files/manifest-renewal.ts";
import { withSigningLock } from "../../broker/adapters/files/signing-lock.ts";
import { withIssued } from "../../broker/app/manifest-set.ts";
import { temporaryFolder } from "./ledger-rig.ts";

const startMs = 1_790_000_000_000;
const hourMs = 3_600_000;
const certain = <T>(value: Parsed<T>): T => {
  if (!value.ok) throw new Error(value.detail);
  return value.value;
};

let root: ReturnType<typeof temporaryFolder>;
let place: ManifestPlace;
let nowMs: number;
let said: string[];

beforeEach(() => {
  root = temporaryFolder();
  const folder = new CenterFolder(root.path, { mayMake: true });
  const [site, gateway] = [certain(parseSiteName("ferry-12")), certain(parseGatewayName("boat-m"))];
  place = { folder, site, gateway };
  nowMs = startMs;
  said = [];
});
afterEach(() => root.remove());

function issue(manifest: string, hours: number): void {
  const window = { fromMs: null, untilMs: startMs + hours * hourMs };
  const one = { manifest, voyage: "v-1", expected: ["1"], ...window };
  changeManifests(place, (rows) => withIssued(rows, one, startMs), startMs);
}

/** A center that starts now. */
function started(): ManifestRenewal {
  const { folder } = place;
  const say = (_: unknown, message: string) => void said.push(message);
  return new ManifestRenewal({
    folder,
    gateways: () => [place],
    manifests: () => readBooks(folder.manifests, () => undefined),
    log: { info: say, warn: say, error: say },
    now: () => nowMs,
  });
}

/** The version that is published, and what it has. */
function published(): readonly unknown[] {
  const { folder, site, gateway } = place;
  const trusted = [verifierOf(folder.center.publicKey)];
  const set = openDocument(
    "manifests",
    readFileSync(folder.manifestsOf(site, gateway)),
    trusted,
    sha256,
  );
  if (!set.ok) throw new Error(set.detail);
  const { version, manifests } = set.value.message;
  return [version, ...manifests.map(({ manifest }) => manifest)];
}

it("a set is signed anew once when a window in it ends", () => {
  issue("short", 1);
  issue("long", 9);
  const renewal = started();
  renewal.look();
  expect(published()).toEqual([2, "short", "long"]);
  nowMs += hourMs;
  renewal.look();
  expect(published()).toEqual([3, "long"]);
  for (let looks = 0; looks < 3; looks += 1) {
    nowMs += 60_000;
    renewal.look();
  }
  expect(published()).toEqual([3, "long"]);
});

it("a center that stood still when it ended does so at its start, and leaves a good set alone", () => {
  issue("short", 1);
  nowMs += 2 * hourMs;
  started().look();
  expect(published()).toEqual([2]);
  started().look();
  expect(published()).toEqual([2]);
});

it("what cannot be signed now is tried again, and told once", () => {
  issue("short", 1);
  const renewal = started();
  nowMs += hourMs;
  withSigningLock(place.folder.path, () => {
    renewal.look();
    nowMs += 60_000;
    renewal.look();
  });
  expect(published()).toEqual([1, "short"]);
  expect(said).toEqual([expect.stringContaining("still sent")]);
  nowMs += 60_000;
  renewal.look();
  expect(published()).toEqual([2]);
});
