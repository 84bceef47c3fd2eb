// Read models in memory: a real implementation of the port, for tests of the API and the console.

import { checkCodeOf } from "@driftbox/proto";
import type {
  HandoverPlace,
  HandoverView,
  ManifestView,
  TroubleView,
} from "../../broker/ports/custody-views.ts";
import type {
  BoxPlace,
  BoxView,
  CommandView,
  DecisionView,
  EventFilter,
  EventView,
  GatewayView,
  GatewayViews,
  Page,
  ParcelView,
  ReadModels,
  TimelineEntry,
  TimelineView,
} from "../../broker/ports/views.ts";

/** Committed rows stay as they are; `append` and the setters are what a ledger would do. */
export class SampleReadModels implements ReadModels {
  readonly #events: EventView[] = [];
  readonly #gateways = new Map<string, GatewayView>();
  /** Keys of gateways; the first one has number 1. */
  readonly #numbers: string[] = [];
  readonly #boxes = new Map<string, BoxView>();
  readonly #listeners = new Set<(gateways: readonly number[]) => void>();
  /** When set, every read throws it, as a ledger on a dying disk would. */
  failure: Error | undefined;
  troubleRows: readonly TroubleView[] = [];
  handoverRows: readonly HandoverView[] = [];
  manifestRows: readonly ManifestView[] = [];

  append(...events: readonly EventView[]): void {
    this.#events.push(...events);
    this.#announce(events);
  }

  setGateway(view: GatewayView): void {
    this.#gateways.set(gatewayKeyOf(view), view);
    this.#announce([view]);
  }

  setBox(view: BoxView): void {
    this.#boxes.set(keyOf(view), view);
    this.#announce([view]);
  }

  gateways(): readonly GatewayView[] {
    this.#orFail();
    return [...this.#gateways.values()];
  }

  boxes(): readonly BoxView[] {
    this.#orFail();
    return [...this.#boxes.values()];
  }

  viewsOf(number: number): GatewayViews | undefined {
    const key = this.#numbers[number - 1];
    const gateway = this.gateways().find((view) => gatewayKeyOf(view) === key);
    if (gateway === undefined) return undefined;
    return { gateway, boxes: this.boxes().filter((view) => gatewayKeyOf(view) === key) };
  }

  /** Nobody decided anything in the story. */
  decisions(): readonly DecisionView[] {
    this.#orFail();
    return [];
  }

  travelFindings(): Page<never> {
    this.#orFail();
    return { rows: [], next: null };
  }

  troubles(): readonly TroubleView[] {
    this.#orFail();
    return this.troubleRows;
  }

  handovers(): Page<HandoverView> {
    this.#orFail();
    return { rows: this.handoverRows, next: null };
  }

  handover({ handover }: HandoverPlace): HandoverView | undefined {
    return this.handovers().rows.find((row) => row.handover === handover);
  }

  manifests(): Page<ManifestView> {
    this.#orFail();
    return { rows: this.manifestRows, next: null };
  }

  commands(): readonly CommandView[] {
    this.#orFail();
    return [];
  }

  box(place: BoxPlace): BoxView | undefined {
    this.#orFail();
    return this.#boxes.get(keyOf(place));
  }

  parcels(after: string | undefined, limit: number): readonly ParcelView[] {
    this.#orFail();
    const numbers = [...new Set(this.#events.flatMap((event) => event.parcels))].toSorted();
    return numbers
      .filter((parcel) => after === undefined || parcel > after)
      .slice(0, limit)
      .flatMap((parcel) => this.parcel(parcel) ?? []);
  }

  parcel(parcel: string): ParcelView | undefined {
    this.#orFail();
    const ordered = this.#ordered(parcel);
    const last = ordered.findLast((event) => event.kind in custodianAfter);
    const newest = ordered.at(-1);
    if (newest === undefined) return undefined;
    const custodian = custodianAfter[last?.kind ?? ""] ?? "unknown";
    return {
      parcel,
      custodian,
      box: custodian === "box" ? (last?.box ?? null) : null,
      compartment: custodian === "box" ? (last?.compartment ?? null) : null,
      person: custodian === "person" ? (last?.person ?? null) : null,
      isUnverified: newest.kind === "DepositUnverified",
      containers: [],
      since: last ?? null,
      unvouched: null,
      lastEvent: newest,
    };
  }

  timeline(parcel: string): TimelineView | undefined {
    this.#orFail();
    const ordered = this.#ordered(parcel);
    if (ordered.length === 0) return undefined;
    const entries: TimelineEntry[] = ordered.map((event) => ({ type: "event", event }));
    for (const view of this.#gateways.values()) {
      for (const gap of view.gaps) {
        const before = entries.findLastIndex(
          (entry) =>
            entry.type === "event" &&
            entry.event.gateway === view.gateway &&
            entry.event.seq < gap.fromSeq,
        );
        if (before < 0) continue;
        entries.splice(before + 1, 0, { type: "gap", gateway: view.gateway, gap });
      }
    }
    return { parcel, entries };
  }

  eventsAfter(cursor: number, limit: number, filter: EventFilter): Page<EventView> {
    this.#orFail();
    const rest = this.#events.filter((event) => event.cursor > cursor && matches(event, filter));
    return pageOf(rest, limit);
  }

  eventsBefore(cursor: number, limit: number, filter: EventFilter): Page<EventView> {
    this.#orFail();
    const rest = this.#events.filter((event) => event.cursor < cursor && matches(event, filter));
    return pageOf(rest.toReversed(), limit);
  }

  newestCursor(): number {
    this.#orFail();
    return this.#events.at(-1)?.cursor ?? 0;
  }

  onCommit(listener: (gateways: readonly number[]) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** By the gateway's sequence within a gateway; gateways one after another by first happening. */
  #ordered(parcel: string): EventView[] {
    const mine = this.#events.filter((event) => event.parcels.includes(parcel));
    const startOf = new Map<string, number>();
    for (const event of mine) {
      const at = event.happened.wallMs ?? event.receivedMs;
      startOf.set(event.gateway, Math.min(startOf.get(event.gateway) ?? at, at));
    }
    const start = (event: EventView): number => startOf.get(event.gateway) ?? 0;
    return mine.toSorted((a, b) => start(a) - start(b) || a.seq - b.seq);
  }

  #announce(of: readonly GatewayPlace[]): void {
    const keys = of.map(gatewayKeyOf);
    this.#numbers.push(...new Set(keys.filter((key) => !this.#numbers.includes(key))));
    const numbers = keys.map((key) => this.#numbers.indexOf(key) + 1);
    for (const listener of this.#listeners) listener(numbers);
  }

  #orFail(): void {
    if (this.failure !== undefined) throw this.failure;
  }
}

const custodianAfter: Readonly<Record<string, ParcelView["custodian"]>> = {
  ParcelDeposited: "box",
  DepositUnverified: "box",
  ParcelCollected: "person",
  HandoverAccepted: "person",
  ParcelUnaccounted: "unknown",
};

type GatewayPlace = Pick<GatewayView, "site" | "gateway">;

function gatewayKeyOf({ site, gateway }: GatewayPlace): string {
  return `${site}/${gateway}`;
}

function keyOf({ site, gateway, box }: BoxPlace): string {
  return `${site}/${gateway}/${box}`;
}

function matches(event: EventView, filter: EventFilter): boolean {
  const { site, gateway, box, parcel, kind, code } = filter;
  return (
    (site === undefined || event.site === site) &&
    (gateway === undefined || event.gateway === gateway) &&
    (box === undefined || event.box === box) &&
    (kind === undefined || event.kind === kind) &&
    (parcel === undefined || event.parcels.includes(parcel)) &&
    (code === undefined || checkCodeOf(Buffer.from(event.eventId, "hex")) === code)
  );
}

function pageOf(rest: readonly EventView[], limit: number): Page<EventView> {
  const rows = rest.slice(0, limit);
  return { rows, next: rest.length > limit ? (rows.at(-1)?.cursor ?? null) : null };
}
