// Manifests that the center issues to one gateway: added to, withdrawn, over; and the set to sign.

import { Fault, limits, type DraftOf, type SiteName } from "@driftbox/proto";

/** One manifest as it was issued; times in Unix ms. */
export interface ManifestRow {
  readonly manifest: string;
  readonly voyage: string;
  readonly expected: readonly string[];
  /** When the voyage or round begins; null = not said. For staff: a gateway opens it at once. */
  readonly fromMs: number | null;
  /** When it should be closed. Then it is sent no more. */
  readonly untilMs: number;
  readonly isWithdrawn: boolean;
}

/** As many as a gateway takes: gateway/custody/manifests. */
const sentMaxCount = 16;
const expectedMaxCount = 256;
/** For so long a manifest that is over stays in the book. */
const keptMs = 30 * 24 * 3_600_000;

/** The rows with one more; of a name that is there, what it expects besides. manifests/invalid. */
export function withIssued(
  rows: readonly ManifestRow[],
  issued: Omit<ManifestRow, "isWithdrawn">,
  nowMs: number,
): readonly ManifestRow[] {
  const { manifest, voyage, untilMs } = issued;
  const before = rows.find((row) => row.manifest === manifest);
  if (before?.isWithdrawn === true) invalid(manifest, "was withdrawn; take another name");
  if (before !== undefined && before.voyage !== voyage) {
    invalid(manifest, `is for ${before.voyage}; take another name`);
  }
  const expected = [...new Set([...(before?.expected ?? []), ...issued.expected])];
  if (expected.length === 0) invalid(manifest, "expects nothing; name the parcels");
  if (expected.length > expectedMaxCount) {
    invalid(manifest, `expects ${expected.length} parcels, over ${expectedMaxCount}`);
  }
  const wrong = [manifest, voyage, ...expected].find((name) => name.length > limits.idMaxChars);
  if (wrong !== undefined) invalid(manifest, `${wrong}: over ${limits.idMaxChars} characters`);
  if (untilMs <= nowMs) invalid(manifest, "its window is over");
  if (issued.fromMs !== null && issued.fromMs >= untilMs)
    invalid(manifest, "ends before it begins");
  const others = rows.filter((row) => row !== before && row.untilMs + keptMs > nowMs);
  const all = [...others, { ...issued, expected, isWithdrawn: false }];
  const sentCount = all.filter((row) => isSent(row, nowMs)).length;
  if (sentCount <= sentMaxCount) return all;
  return invalid(manifest, `would be one of ${sentCount}, a gateway takes ${sentMaxCount}`);
}

/** Fault: manifests/invalid for a name that is not there. */
export function withWithdrawn(
  rows: readonly ManifestRow[],
  names: readonly string[],
): readonly ManifestRow[] {
  const unknown = names.find((name) => !rows.some(({ manifest }) => manifest === name));
  if (unknown !== undefined) invalid(unknown, "was not issued to this gateway");
  return rows.map((row) => (names.includes(row.manifest) ? { ...row, isWithdrawn: true } : row));
}

/** Whether a manifest is in the set that is sent now. */
export function isSent({ untilMs, isWithdrawn }: ManifestRow, nowMs: number): boolean {
  return !isWithdrawn && untilMs > nowMs;
}

export interface SetParts {
  readonly site: SiteName;
  /** Of the set before; 0 = there was none. */
  readonly versionBefore: number;
  readonly nowMs: number;
}

export function manifestSet(
  rows: readonly ManifestRow[],
  { site, versionBefore, nowMs }: SetParts,
): DraftOf<"manifests"> {
  const sent = rows.filter((row) => isSent(row, nowMs));
  return {
    version: versionBefore + 1,
    site,
    issuedUs: nowMs * 1_000,
    manifests: sent.map(({ manifest, voyage, expected }) => {
      return { manifest, voyage, expected: [...expected] };
    }),
  };
}

function invalid(manifest: string, reason: string): never {
  throw new Fault("manifests/invalid", `manifest ${manifest} ${reason}`);
}
