// Where manifests come from: the center's retained topic and the copy kept on disk.

import { limits, parsed, refused, toHex, type ManifestSet, type Parsed } from "@driftbox/proto";
import {
  expectedMaxCount,
  manifestsMaxCount,
  type ExpectedManifest,
} from "../../custody/manifests/manifests.ts";
import type { Steps } from "../../custody/steps.ts";
import type { Identity } from "../identity.ts";
import { SignedDesk, type Applied, type DeskParts } from "./signed-desk.ts";

/** A set of manifests that was judged. */
export interface CompiledManifests {
  readonly version: number;
  /** SHA-256 of the signed document's body, lower-case hex. */
  readonly documentHash: string;
  readonly manifests: readonly ExpectedManifest[];
}

type Parts = Omit<DeskParts, "applied">;

const nothingApplied: Applied = { version: 0, hash: "" };

/**
 * A set is signed by the center. Codes: manifests/…. What was applied last is known from the copy
 * on disk alone: without it an older set is taken, and what was closed of late stays closed.
 */
export class ManifestSource extends SignedDesk<"manifests", CompiledManifests> {
  constructor(parts: Parts) {
    const { identity } = parts;
    super(
      { ...parts, applied: () => nothingApplied },
      {
        type: "manifests",
        trusted: () => identity.centerKeys,
        compile: (set, hash) => compiling(set, hash, identity),
        succeeds: judgeSuccession,
        inputOf: ({ version, manifests }, documentHash) => {
          return { kind: "ManifestsAccepted", version, documentHash, manifests };
        },
      },
    );
  }
}

function* compiling(
  set: ManifestSet,
  documentHash: Uint8Array,
  { site }: Identity,
): Steps<Parsed<CompiledManifests>> {
  if (set.site !== site) return invalid(`it is for site ${set.site.slice(0, limits.idMaxChars)}`);
  if (set.manifests.length > manifestsMaxCount) {
    return invalid(`${set.manifests.length} manifests, over ${manifestsMaxCount}`);
  }
  const manifests: ExpectedManifest[] = [];
  for (const { manifest, voyage, expected } of set.manifests) {
    yield;
    const parcels = [...new Set(expected ?? [])];
    const one = { manifest: manifest ?? "", voyage: voyage ?? "", expected: parcels };
    const fault = faultOf(one);
    if (fault !== undefined) return invalid(fault);
    if (manifests.some((other) => other.manifest === one.manifest)) {
      return invalid(`manifest ${one.manifest} is there twice`);
    }
    manifests.push(one);
  }
  return parsed({ version: set.version, documentHash: toHex(documentHash), manifests });
}

function faultOf({ manifest, voyage, expected }: ExpectedManifest): string | undefined {
  const name = JSON.stringify(manifest.slice(0, limits.idMaxChars));
  const isName = (text: string): boolean => text !== "" && text.length <= limits.idMaxChars;
  if (![manifest, voyage, ...expected].every(isName)) {
    return `manifest ${name}: a name is missing or too long`;
  }
  if (expected.length <= expectedMaxCount) return undefined;
  return `manifest ${name} expects ${expected.length} parcels, over ${expectedMaxCount}`;
}

function judgeSuccession(
  applied: Applied,
  candidate: CompiledManifests,
): Parsed<CompiledManifests> {
  const { version, documentHash } = candidate;
  if (version < applied.version) {
    const detail = `version ${version} is older than ${applied.version}, which is in force`;
    return refused("manifests/older", detail);
  }
  const isTwin = version === applied.version && applied.hash !== "";
  if (!isTwin || documentHash === applied.hash) return parsed(candidate);
  return invalid(`version ${version} is in force with other content`);
}

function invalid(detail: string): Parsed<never> {
  return refused("manifests/invalid", detail);
}
