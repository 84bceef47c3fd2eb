// Decisions of staff that a trouble is over: signed, kept with name and reason, never taken back.

import {
  checkCodeOf,
  fromHex,
  parseCheckCode,
  preAuthenticationEncoding,
  type Signer,
  type Verifier,
} from "@driftbox/proto";
import { staffMaySettle } from "../core/projections/trouble-rules.ts";
import type { Ledger } from "../ports/ledger.ts";
import type { EventView, ReadModels } from "../ports/views.ts";
import { eventIdOf } from "./examine.ts";

/** What somebody decided about the event that raised a trouble. */
export interface Settlement {
  readonly site: string;
  readonly gateway: string;
  /** Check code of the event. */
  readonly code: string;
  readonly decidedBy: string;
  readonly reason: string;
  readonly decidedMs: number;
}

/** It never leaves the center, so it is an envelope of DSSE in JSON and no message of the wire. */
const payloadType = "application/vnd.driftbox.trouble-settlement.v1+json";

export function sealSettlement(settlement: Settlement, signer: Signer): Uint8Array {
  const payload = Buffer.from(JSON.stringify(settlement));
  const sig = Buffer.from(signer.sign(preAuthenticationEncoding(payloadType, payload)));
  const signatures = [{ sig: sig.toString("base64") }];
  const envelope = { payloadType, payload: payload.toString("base64"), signatures };
  return Buffer.from(JSON.stringify(envelope));
}

/** Undefined: the document is no settlement. A forged one is answered by its reason. */
export function openSettlement(
  document: Uint8Array,
  registrar: Verifier,
): Settlement | { readonly refused: string } | undefined {
  const envelope = jsonIn(document);
  if (envelope.get("payloadType") !== payloadType) return undefined;
  const [signature] = listIn(envelope.get("signatures")).map(fieldsOf);
  const payload = Buffer.from(textIn(envelope.get("payload")), "base64");
  const sig = Buffer.from(textIn(signature?.get("sig")), "base64");
  if (!registrar.verify(preAuthenticationEncoding(payloadType, payload), sig)) {
    return { refused: "the registrar of this center has not signed it" };
  }
  const said = jsonIn(payload);
  const text = (name: string): string => textIn(said.get(name));
  const code = parseCheckCode(text("code"));
  const decidedMs = said.get("decidedMs");
  if (!code.ok || typeof decidedMs !== "number") return { refused: "it is not readable" };
  const who = { decidedBy: text("decidedBy"), reason: text("reason"), decidedMs };
  return { site: text("site"), gateway: text("gateway"), code: code.value, ...who };
}

interface Ports {
  readonly ledger: Ledger;
  readonly models: Pick<ReadModels, "troubles">;
  readonly now: () => number;
}

/** Commits a settlement; answers why it did not, undefined when it did. */
export function settle(
  { ledger, models, now }: Ports,
  settlement: Settlement,
  document: Uint8Array,
): string | undefined {
  const { site, gateway, code, decidedBy, reason, decidedMs } = settlement;
  if (ledger.hasDecision(document)) return "it was acted on before";
  const found = models.troubles().filter(({ event, ...at }) => {
    const id = fromHex(event?.eventId ?? "") ?? new Uint8Array(5);
    return at.site === site && at.gateway === gateway && checkCodeOf(id) === code;
  });
  if (found.length === 0) return "no open trouble of this gateway has this check code";
  const raising = found.flatMap(({ event }) => event ?? [])[0];
  const held = raising === undefined ? undefined : holderOf(ledger, gateway, raising);
  const event = held?.isReplaced === true ? raising : found.find(staffMaySettle)?.event;
  if (event === undefined || event === null)
    return "it ends at the box alone, by what is done there";
  if (held === undefined) return "no such gateway is enrolled";
  const { number } = held;
  const place = {
    epoch: event.epoch,
    nextSeq: event.seq + 1,
    headEventId: eventIdOf(event.eventId),
  };
  const decision = { gateway: number, decidedBy, reason, decidedMs, ...place, document };
  ledger.commit({
    atMs: now(),
    appends: [],
    gateways: [{ gateway: number }],
    evidence: [],
    decisions: [{ ...decision, kind: "trouble-settled" }],
    counts: new Map([["trouble/settled", 1]]),
  });
  return undefined;
}

/**
 * Which gateway of a name an event is of: one that is enrolled anew has another number. Nothing is
 * heard any more of one that was replaced.
 */
function holderOf(
  ledger: Ledger,
  gateway: string,
  { epoch, seq, eventId }: EventView,
): { readonly number: number; readonly isReplaced: boolean } | undefined {
  const named = ledger.gateways().filter(({ identity }) => identity.gateway === gateway);
  const newest = Math.max(...named.map(({ number }) => number));
  const held = named.find(({ number }) => ledger.heldEventId(number, epoch, seq) === eventId);
  return held && { number: held.number, isReplaced: held.number < newest };
}

function jsonIn(bytes: Uint8Array): ReadonlyMap<string, unknown> {
  try {
    return fieldsOf(JSON.parse(Buffer.from(bytes).toString("utf8")));
  } catch {
    return new Map();
  }
}

function fieldsOf(value: unknown): ReadonlyMap<string, unknown> {
  return new Map(typeof value === "object" && value !== null ? Object.entries(value) : []);
}

function listIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function textIn(value: unknown): string {
  return typeof value === "string" ? value : "";
}
