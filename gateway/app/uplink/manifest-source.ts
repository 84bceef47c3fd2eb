// Where manifests come from: the center's retained topic and the copy kept on disk.

import { limits, parsed, refused, toHex, type ManifestSet, type Parsed } from "@driftbox/proto";
import type { Input } from "../../custody/inputs.ts";
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

interface Parts extends Omit<DeskParts, "applied"> {
  readonly offer: (input: Input) => void;
}

const nothingApplied: Applied = { version: 0, hash: "" };

/**
 * A set is signed by the center. Codes: manifests/…. What was applied last is known from the copy
 * on disk alone: without it an older set is taken, and what was closed of late stays closed.
 */
export class ManifestSource extends SignedDesk<"manifests", CompiledManifests> {
  constructor(parts: Parts) {
    const { identity, offer } = parts;
    super(
      { ...parts, applied: () => nothingApplied },
      {
        type: "manifests",
        trusted: () => identity.centerKeys,
        compile: (set, hash) => compiling(set, hash, identity),
        succeeds: judgeSuccession,
        apply: ({ manifests }) => offer({ kind: "ManifestsAccepted", manifests }),
      },
    );
  }
}

// oxlint-disable-next-line require-yield -- a set is small: it is compiled in one step
function* compiling(
  set: ManifestSet,
  documentHash: Uint8Array,
  { site }: Identity,
): Steps<Parsed<CompiledManifests>> {
  if (set.site !== site) return invalid(`it is for site ${set.site.slice(0, limits.idMaxChars)}`);
  if (set.manifests.length > manifestsMaxCount) {
    return invalid(`${set.manifests.length} manifests, over ${manifestsMaxCount}`);
  }
  const manifests = set.manifests.map(({ manifest, voyage, expected }): ExpectedManifest => {
    const parcels = [...new Set(expected ?? [])];
    return { manifest: manifest ?? "", voyage: voyage ?? "", expected: parcels };
  });
  const faulty = manifests.map(faultOf).find((fault) => fault !== undefined);
  if (faulty !== undefined) return invalid(faulty);
  const ids = new Set(manifests.map(({ manifest }) => manifest));
  if (ids.size < manifests.length) return invalid("a manifest is there twice");
  return parsed({ version: set.version, documentHash: toHex(documentHash), manifests });
}

function faultOf({ manifest, voyage, expected }: ExpectedManifest): string | undefined {
  const names = [manifest, voyage, ...expected];
  if (names.some((name) => name === "" || name.length > limits.idMaxChars)) {
    return `manifest ${JSON.stringify(manifest.slice(0, limits.idMaxChars))}: a name is missing or too long`;
  }
  if (expected.length <= expectedMaxCount) return undefined;
  return `manifest ${manifest} expects ${expected.length} parcels, over ${expectedMaxCount}`;
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
