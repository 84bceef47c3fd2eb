// What a gateway says beside its events: hello, status and state, checked and turned into words.

import {
  eventIdFromBytes,
  limits,
  openDocument,
  parseStatus,
  StatusWord,
  toHex,
  type StateSnapshot,
} from "@driftbox/proto";
import { sha256 } from "@driftbox/proto/node";
import { judgeHello } from "../core/judge.ts";
import type { SnapshotBox, SnapshotPosition } from "../ports/ledger.ts";
import type { SealChecks } from "../ports/seal-checks.ts";
import { documentKeys, type Desk } from "./gateway-desk.ts";
import { hexOf } from "./examine.ts";
import type { Turn } from "./turn.ts";

/** Answered by a receipt: the gateway learns what the center holds, and so where it stands. */
export function takeHello(turn: Turn, desk: Desk, seals: SealChecks, payload: Uint8Array): boolean {
  const opened = openDocument("hello", payload, documentKeys(desk, seals), sha256);
  if (!opened.ok) {
    turn.refuse(desk, opened.code, opened.detail);
    return false;
  }
  const hello = opened.value.message;
  if (hexOf(hello.gatewayId) !== desk.identity.gatewayId) {
    turn.refuse(desk, "ingest/wrong-gateway", "hello of another gateway");
    return false;
  }
  const { nextSeq } = hello;
  if (!Number.isSafeInteger(nextSeq)) {
    turn.refuse(desk, "wire/document", "hello with an impossible sequence");
    return false;
  }
  const { chain } = turn.of(desk);
  const standing = judgeHello(chain, {
    epoch: hello.epoch,
    nextSeq,
    headEventId: hello.headEventId,
  });
  turn.count(`hello/${standing}`);
  if (standing === "rollback") {
    turn.keep({
      gateway: desk.number,
      kind: "hello",
      epoch: hello.epoch,
      seq: nextSeq,
      eventId: hello.headEventId.length === 32 ? eventIdFromBytes(hello.headEventId) : undefined,
      heldEventId: chain.headEventId,
      bytes: payload,
      detail: `says it is at ${nextSeq}, held to ${chain.nextSeq}`,
      receivedMs: turn.atMs,
    });
  }
  const working = turn.of(desk);
  working.statedNextSeq = nextSeq;
  // A gateway that believes its events were taken sends none of them until it is asked.
  if (standing === "ahead") working.hasGap = true;
  turn.word(desk, { announcedNextSeq: nextSeq, lastWordMs: turn.atMs }, { owesReceipt: true });
  return true;
}

const statusWords: Readonly<Record<number, string>> = {
  [StatusWord.STATUS_WORD_READY]: "ready",
  [StatusWord.STATUS_WORD_SLEEPING]: "sleeping",
  [StatusWord.STATUS_WORD_LOST]: "lost",
};

/** A `lost` of an earlier connection is a late will and says nothing about the present one. */
export function takeStatus(turn: Turn, desk: Desk, payload: Uint8Array): void {
  const parsed = parseStatus(payload);
  if (!parsed.ok) return turn.refuse(desk, parsed.code, parsed.detail);
  const status = statusWords[parsed.value.word];
  if (status === undefined) return turn.refuse(desk, "wire/document", "status without a word");
  const bootId = toHex(parsed.value.bootId);
  const count = parsed.value.connection;
  if (status === "lost") {
    const newest = desk.connection;
    if (newest?.bootId === bootId && count < newest.count) return turn.count("status/late-will");
    desk.isReady = false;
    return turn.word(desk, { status }, { owesReceipt: false });
  }
  desk.connection = { bootId, count };
  desk.isReady = status === "ready";
  return turn.word(desk, { status, lastWordMs: turn.atMs }, { owesReceipt: false });
}

/**
 * Kept as a snapshot when it is signed, of no epoch that has ended, not older than the last one of
 * this connection, and its gateway is not in quarantine; shown only while it is newer than the
 * ledger.
 */
export function takeState(turn: Turn, desk: Desk, seals: SealChecks, payload: Uint8Array): void {
  const opened = openDocument("state", payload, documentKeys(desk, seals), sha256);
  if (!opened.ok) return turn.refuse(desk, opened.code, opened.detail);
  const state = opened.value.message;
  if (hexOf(state.gatewayId) !== desk.identity.gatewayId) {
    return turn.refuse(desk, "ingest/wrong-gateway", "state of another gateway");
  }
  const boxes = snapshotBoxes(state);
  const { nextSeq, epoch } = state;
  if (boxes === undefined || !Number.isSafeInteger(nextSeq)) {
    return turn.refuse(desk, "wire/document", "state over its limits");
  }
  const working = turn.of(desk);
  if (working.chain.standing === "quarantined") return keepState(turn, desk, nextSeq, payload);
  if (epoch < working.chain.epoch || nextSeq < working.statedNextSeq) {
    return turn.count("state/older");
  }
  working.statedNextSeq = nextSeq;
  return turn.word(
    desk,
    {
      announcedNextSeq: nextSeq,
      snapshot: { epoch, nextSeq, boxes, ...positionOf(state) },
      lastWordMs: turn.atMs,
    },
    { owesReceipt: false },
  );
}

/** A place on Earth, or nothing: a gateway may claim any number. */
function positionOf(state: StateSnapshot): { readonly position?: SnapshotPosition } {
  const { latitude, longitude, quality } = state;
  const isPlace =
    typeof latitude === "number" && typeof longitude === "number" && typeof quality === "number";
  if (!isPlace || !(Math.abs(latitude) <= 90) || !(Math.abs(longitude) <= 180)) return {};
  return { position: { latitude, longitude, quality } };
}

/** What a quarantined gateway says of its boxes is nobody's knowledge of them. */
function keepState(turn: Turn, desk: Desk, nextSeq: number, payload: Uint8Array): void {
  const { epoch, headEventId } = turn.of(desk).chain;
  turn.count("state/quarantined");
  turn.keep({
    gateway: desk.number,
    kind: "quarantined",
    epoch,
    seq: nextSeq,
    eventId: undefined,
    heldEventId: headEventId,
    bytes: payload,
    detail: "state document of a quarantined gateway",
    receivedMs: turn.atMs,
  });
}

function snapshotBoxes(state: StateSnapshot): SnapshotBox[] | undefined {
  if (state.boxes.length > limits.boxesMaxCount) return undefined;
  const boxes = state.boxes.map((box) => ({
    box: (box.box ?? "").slice(0, limits.idMaxChars),
    service: (box.service ?? "").slice(0, limits.idMaxChars),
    compartments: (box.compartments ?? []).map((each) => ({
      compartment: each.compartment ?? 0,
      lock: each.lock ?? "unknown",
      door: each.door ?? "unknown",
      presence: each.presence ?? "unknown",
      isEnabled: each.isEnabled ?? false,
      parcels: each.parcels ?? [],
      quarantined: each.quarantined ?? [],
      holds: each.holds ?? 0,
    })),
  }));
  const isOver = boxes.some((box) => box.compartments.length > limits.compartmentsMaxCount);
  return isOver ? undefined : boxes;
}
