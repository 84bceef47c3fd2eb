// What stands where in a simulated world: gateways with boxes, people with badges, their policy.

import {
  eventIdFromBytes,
  gatewayIdFromBytes,
  parseGatewayName,
  parseSiteName,
  signDocument,
  toHex,
  type Parsed,
  type Signer,
} from "@driftbox/proto";
import { sha256 } from "@driftbox/proto/node";
import type { GatewayIdentity } from "../../broker/ports/ledger.ts";
import type { Identity } from "../../gateway/app/identity.ts";
import { defaultTiming, type Layout } from "../../gateway/custody/index.ts";
import type { BoxLayout, CompartmentLayout } from "../../gateway/custody/layout.ts";
import { cheapSigner, cheapVerifier } from "./cheap-seals.ts";
import type { Dice } from "./dice.ts";

/** Sunday 2026-11-22 00:00 UTC: virtual time 0. */
export const epochMs = Date.UTC(2026, 10, 22);

export type Calling = "depositor" | "courier" | "clerk" | "blocked" | "stranger" | "outsider";

export interface Person {
  readonly name: string;
  readonly calling: Calling;
  /** Upper-case hex, as the reader sees it. */
  readonly badge: string;
}

const headCounts: Readonly<Record<Calling, number>> = {
  depositor: 3,
  courier: 2,
  clerk: 2,
  blocked: 1,
  stranger: 1,
  outsider: 1,
};

export const people: readonly Person[] = callings().flatMap((calling, kind) =>
  Array.from({ length: headCounts[calling] }, (_, at): Person => {
    return { name: `${calling}-${at}`, calling, badge: `0A0000${kind}${at}0F` };
  }),
);

function callings(): readonly Calling[] {
  return ["depositor", "courier", "clerk", "blocked", "stranger", "outsider"];
}

export function peopleOf(calling: Calling): readonly Person[] {
  return people.filter((each) => each.calling === calling);
}

/** Keyed reference of a badge number, as `badgeRefOf` of the gateway's ports. */
export function badgeRefOf(number: string): string {
  return toHex(sha256(Buffer.from(number)).subarray(0, 16));
}

/** Transponder number of a parcel's tag; the gateway reads the last four bytes as its number. */
export function tagOf(parcel: string): string {
  return `7A${Number(parcel).toString(16).toUpperCase().padStart(8, "0")}`;
}

export const centerSigner: Signer = cheapSigner(sha256(Buffer.from("center")));
export const siteName = must(parseSiteName("islands"));

export interface Enrolled {
  readonly identity: Identity;
  readonly known: GatewayIdentity;
  readonly layout: Layout;
}

/** One gateway of 2 to 5 boxes; no two of a world share a box name. */
export function enrolledGateway(name: string, boxCount: number, dice: Dice): Enrolled {
  const signer = cheapSigner(sha256(Buffer.from(`key of ${name}`)));
  const genesis = sha256(Buffer.from(`enrollment of ${name}`));
  const gateway = must(parseGatewayName(name));
  const isOneSupply = dice.chance(0.5);
  const boxes = Array.from({ length: boxCount }, (_, at) =>
    boxOf(`${name}-${at}`, isOneSupply ? name : `${name}-${at}`, dice),
  );
  return {
    identity: {
      site: siteName,
      gateway,
      gatewayId: genesis.subarray(0, 16),
      genesis,
      signer,
      centerKeys: [cheapVerifier(centerSigner.publicKey)],
      sha256,
      software: "simulation",
    },
    known: {
      site: siteName,
      gateway,
      gatewayId: gatewayIdFromBytes(genesis.subarray(0, 16)),
      enrollmentHash: eventIdFromBytes(genesis),
      key: toHex(signer.publicKey),
    },
    layout: { boxes, timing: defaultTiming },
  };
}

function boxOf(id: string, supplyGroup: string, dice: Dice): BoxLayout {
  const isCabinet = dice.chance(0.4);
  const hasDoorContact = dice.chance(0.6);
  const hasPresenceSensor = dice.chance(0.8);
  const compartment = (_: unknown, at: number): CompartmentLayout => {
    const pulseMs = dice.pick([300, 500, 800, 3_000]);
    const board = `board-${id}`;
    return { number: at + 1, supplyGroup, pulseMs, board, hasDoorContact, hasPresenceSensor };
  };
  const compartments = Array.from({ length: isCabinet ? dice.between(2, 4) : 1 }, compartment);
  return { id, kind: isCabinet ? "cabinet" : "drop-box", compartments };
}

/** The signed policy of the site for all its boxes. */
export function policyDocument(version: number, boxes: readonly string[]): Uint8Array {
  const anywhere = (right: object): object[] => boxes.map((box) => ({ box, ...right }));
  const badges = people
    .filter(({ calling }) => calling !== "stranger")
    .map(({ badge, name, calling }) => {
      const role = calling === "blocked" ? "courier" : calling;
      return { badgeRef: Buffer.from(badgeRefOf(badge), "hex"), person: name, role };
    });
  const blockedBadges = peopleOf("blocked").map(({ badge }) =>
    Buffer.from(badgeRefOf(badge), "hex"),
  );
  const office = [{ days: 0b001_1111, fromMin: 480, toMin: 1_080 }];
  const draft = {
    version,
    site: siteName,
    issuedUs: epochMs * 1_000,
    utcOffsetMin: 480,
    badges,
    blockedBadges,
    roles: [
      { role: "depositor", rights: anywhere({ canDeposit: true }), allowWithoutClock: true },
      { role: "courier", rights: anywhere({ canCollect: true }), allowWithoutClock: true },
      { role: "clerk", rights: anywhere({ canDeposit: true, canCollect: true, windows: office }) },
      { role: "outsider", rights: [{ box: "elsewhere", canDeposit: true }] },
    ],
  };
  return signDocument("policy", draft, centerSigner, sha256);
}

export function must<T>(parsed: Parsed<T>): T {
  if (parsed.ok) return parsed.value;
  throw new Error(`${parsed.code}: ${parsed.detail}`);
}
