// Who uses which GPIO line: one owner each, however the line is written.

import { Fault } from "@driftbox/proto";
import type { Located } from "./readers.ts";
import type { GatewayConfig } from "./config.ts";

type OnLines = Pick<GatewayConfig, "boxes" | "gpio" | "power" | "tamper" | "signals">;

/** A line as it is written, for whom, and where. */
interface LineClaim {
  readonly line: string;
  readonly owner: string;
  readonly origin: string;
}

/**
 * One text for a line that is written as its offset (`17`) or by the name it has on most chips
 * (`GPIO17`). Which offset another name has is known only where the chip is.
 */
export function lineKey(line: string): string {
  const [, digits] = /^(?:GPIO)?(\d+)$/.exec(line) ?? [];
  return digits === undefined ? line : String(Number(digits));
}

/** @throws Fault config/value for a line without a GPIO, and for one with two owners */
export function checkLineClaims(config: OnLines): void {
  const claims = lineClaims(config);
  const [first] = claims;
  if (first !== undefined && config.gpio === undefined) {
    throw new Fault(
      "config/value",
      `${first.origin}: ${first.owner}: line ${first.line} needs gpio`,
    );
  }
  refuseShared(claims, lineKey);
}

/**
 * The same where the lines are: two names may be one line of the chip. `offsetOf` is undefined for
 * a line that cannot be found now, as when the chip is absent: those are returned, and only the
 * kernel, which gives a line to one owner, keeps them apart then.
 * @throws Fault config/value naming both owners
 */
export function checkLineOffsets(
  config: OnLines,
  offsetOf: (line: string) => number | undefined,
): readonly string[] {
  const claims = lineClaims(config);
  refuseShared(claims, offsetOf);
  return claims.map(({ line }) => line).filter((line) => offsetOf(line) === undefined);
}

function refuseShared(
  claims: readonly LineClaim[],
  keyOf: (line: string) => string | number | undefined,
): void {
  const owners = new Map<string | number, LineClaim>();
  for (const claim of claims) {
    const key = keyOf(claim.line);
    if (key === undefined) continue;
    const other = owners.get(key);
    if (other !== undefined) throw shared(claim, other);
    owners.set(key, claim);
  }
}

function shared({ line, owner, origin }: LineClaim, other: LineClaim): Fault {
  const before = other.line === line ? other.owner : `${other.owner} as ${other.line}`;
  return new Fault("config/value", `${origin}: line ${line} is used by ${before} and by ${owner}`);
}

type Wired = Located<{ readonly line?: string | undefined }>;

function lineClaims({ boxes, power, tamper, signals }: OnLines): readonly LineClaim[] {
  const { mains, batteryLow } = power ?? {};
  const wired: readonly (readonly [string, Wired | undefined])[] = [
    ...boxes.flatMap(({ id, compartments }) =>
      compartments.flatMap(({ number, lock, door, presence, key }) => [
        [`the lock of ${id} compartment ${number}`, lock] as const,
        [`the door of ${id} compartment ${number}`, door] as const,
        [`presence of ${id} compartment ${number}`, presence] as const,
        [`the key switch of ${id} compartment ${number}`, key] as const,
      ]),
    ),
    ["power.mains", mains],
    ["power.batteryLow", batteryLow],
    ...tamper.map(({ id, input }) => [`tamper ${id}`, input] as const),
    ...signals.flatMap(({ box, led, buzzer }) => [
      [`the LED of ${box.value}`, led] as const,
      [`the buzzer of ${box.value}`, buzzer] as const,
    ]),
  ];
  return wired.flatMap(([owner, input]) => {
    const line = input?.value.line;
    return input === undefined || line === undefined ? [] : [{ line, owner, origin: input.origin }];
  });
}
