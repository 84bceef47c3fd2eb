// Reads what needs a person, handovers and manifests out of the folds of the ledger.

import type { Database, Statement } from "better-sqlite3";
import { unseenGateway, type GatewayFold } from "../../core/projections/gateway-fold.ts";
import type { OpenTrouble } from "../../core/projections/trouble-rules.ts";
import { stillStands } from "../../core/projections/troubles.ts";
import type { TravelFinding } from "../../core/projections/travel.ts";
import type { ParcelFold } from "../../core/projections/parcels.ts";
import type {
  HandoverPlace,
  HandoverView,
  Issued,
  IssuedManifest,
  ManifestView,
  TroubleView,
} from "../../ports/custody-views.ts";
import type { EventView, Page } from "../../ports/views.ts";
import { eventColumns, eventJoins, eventViewOf, type EventRow } from "./event-view.ts";
import { parseFold } from "./fold-table.ts";
import { issuedView, manifestView } from "./manifest-view.ts";
import { SettledTroubles } from "./settled-troubles.ts";
import type { TravelStore } from "./travel-store.ts";

interface PlacedRow {
  readonly site: string;
  readonly name: string;
  readonly fold: string;
}

interface GatewayFoldRow extends PlacedRow {
  readonly gateway: number;
}

interface ListRow extends PlacedRow {
  readonly cursor: number;
  readonly title: string;
}

/** Open manifests that are looked at for one that should be closed: those opened first. */
const overdueAmongCount = 500;

/** Findings of impossible travel that are listed as troubles: the newest. */
const travelMaxCount = 100;

type Titled = "handover" | "manifest";

export class CustodyReader {
  readonly #issued: Issued;
  readonly #now: () => number;
  readonly #event: Statement<[number], EventRow>;
  readonly #settled: SettledTroubles;
  readonly #parcel: Statement<[string], string>;
  readonly #gatewayFold: Statement<[number], string>;
  readonly #gatewayFolds: Statement<[], GatewayFoldRow>;
  readonly #pages: Readonly<Record<Titled, Statement<[number, number], ListRow>>>;
  readonly #openManifests: Statement<[number], ListRow>;
  readonly #ones: Readonly<Record<Titled, Statement<[string, string, string], ListRow>>>;

  constructor(database: Database, issued: Issued, now: () => number) {
    this.#issued = issued;
    this.#now = now;
    this.#event = database.prepare(
      `SELECT ${eventColumns} FROM entries e ${eventJoins} WHERE e.cursor = ?`,
    );
    this.#settled = new SettledTroubles(database);
    this.#parcel = database
      .prepare<[string], string>("SELECT fold FROM parcels WHERE parcel = ?")
      .pluck();
    this.#gatewayFold = database
      .prepare<[number], string>("SELECT fold FROM gateway_folds WHERE gateway = ?")
      .pluck();
    this.#gatewayFolds = database.prepare(
      `SELECT f.gateway, g.site, g.gateway AS name, f.fold
       FROM gateway_folds f JOIN gateways g ON g.number = f.gateway`,
    );
    const select = (title: Titled): string =>
      `SELECT l.cursor, l.${title} AS title, g.site, g.gateway AS name, l.fold
       FROM ${title}s l JOIN gateways g ON g.number = l.gateway`;
    const page = (title: Titled) =>
      database.prepare<[number, number], ListRow>(
        `${select(title)} WHERE l.cursor < ? ORDER BY l.cursor DESC LIMIT ?`,
      );
    const one = (title: Titled) =>
      database.prepare<[string, string, string], ListRow>(
        `${select(title)}
         WHERE l.gateway IN (SELECT number FROM gateways WHERE site = ? AND gateway = ?)
           AND l.${title} = ? ORDER BY l.cursor DESC LIMIT 1`,
      );
    this.#openManifests = database.prepare(
      `${select("manifest")} WHERE json_extract(l.fold, '$.state') = 'open'
       ORDER BY l.cursor LIMIT ?`,
    );
    this.#pages = { handover: page("handover"), manifest: page("manifest") };
    this.#ones = { handover: one("handover"), manifest: one("manifest") };
  }

  /** Null: no event has the cursor, or 0. */
  eventAt(cursor: number | undefined): EventView | null {
    const row = cursor === undefined ? undefined : this.#event.get(cursor);
    return row === undefined ? null : eventViewOf(row);
  }

  parcelFold(parcel: string): ParcelFold | undefined {
    const text = this.#parcel.get(parcel);
    return text === undefined ? undefined : parseFold("parcels", text);
  }

  gatewayFold(gateway: number): GatewayFold {
    const text = this.#gatewayFold.get(gateway);
    return text === undefined ? unseenGateway : parseFold("gateway_folds", text);
  }

  /** Troubles of a gateway that stand when all gateways and the time are heard. */
  standing(gateway: number, { troubles }: GatewayFold): readonly OpenTrouble[] {
    return troubles.filter((trouble) => {
      if (!stillStands(trouble, gateway, (parcel) => this.parcelFold(parcel))) return false;
      if (this.#settled.has(trouble)) return false;
      if (trouble.kind !== "LockoutStarted") return true;
      const event = this.eventAt(trouble.cursor);
      return event !== null && (endOfLockout(event) ?? 0) > this.#now();
    });
  }

  troubles(travel: Pick<TravelStore, "unsettled">): readonly TroubleView[] {
    const folded = this.#gatewayFolds.all().flatMap(({ gateway, fold, site, name }) => {
      const standing = this.standing(gateway, parseFold("gateway_folds", fold));
      return standing.flatMap((trouble) => {
        const event = this.eventAt(trouble.cursor);
        return event === null ? [] : [troubleView({ site, gateway: name }, trouble, event)];
      });
    });
    const issued = this.#issued.manifests();
    const open = this.#openManifests.all(overdueAmongCount);
    const due = [...this.#waiting(issued), ...open.map((row) => this.#manifestView(row, issued))];
    const overdue = due.flatMap(manifestTrouble).filter(({ kind, about, event }) => {
      return event === null || !this.#settled.has({ kind, about, cursor: event.cursor });
    });
    const cursorOf = ({ event }: TroubleView): number => event?.cursor ?? Number.MAX_SAFE_INTEGER;
    const copied = this.#travelTroubles(travel);
    return [...folded, ...overdue, ...copied].toSorted((a, b) => cursorOf(b) - cursorOf(a));
  }

  /** That there are older ones than are listed is a trouble too, as it is of other kinds. */
  #travelTroubles(travel: Pick<TravelStore, "unsettled">): readonly TroubleView[] {
    const found = travel.unsettled(this.#now(), travelMaxCount + 1);
    return found.flatMap((finding, at) => {
      const event = this.eventAt(finding.to.cursor);
      if (event === null) return [];
      const trouble = travelTrouble(finding, event);
      if (at < travelMaxCount) return [trouble];
      const nobody = { box: null, compartment: null, person: null };
      return [{ ...trouble, ...nobody, kind: "TroublesLeftOff", about: trouble.kind }];
    });
  }

  handovers(before: number, limit: number): Page<HandoverView> {
    return this.#page("handover", before, limit, (row) => this.#handoverView(row));
  }

  handover({ site, gateway, handover }: HandoverPlace): HandoverView | undefined {
    const row = this.#ones.handover.get(site, gateway, handover);
    return row === undefined ? undefined : this.#handoverView(row);
  }

  manifests(before: number, limit: number): Page<ManifestView> {
    const issued = this.#issued.manifests();
    const page = this.#page("manifest", before, limit, (row) => this.#manifestView(row, issued));
    if (before !== Number.MAX_SAFE_INTEGER) return page;
    return { ...page, rows: [...this.#waiting(issued), ...page.rows] };
  }

  /** Those that no gateway has told of. */
  #waiting(issued: readonly IssuedManifest[]): readonly ManifestView[] {
    const waiting = issued.filter(
      ({ site, gateway, manifest }) =>
        this.#ones.manifest.get(site, gateway, manifest) === undefined,
    );
    return waiting.map((one) => issuedView(one, this.#now()));
  }

  #page<T>(title: Titled, before: number, limit: number, view: (row: ListRow) => T): Page<T> {
    const rows = this.#pages[title].all(before, limit + 1);
    const shown = rows.slice(0, limit);
    const next = rows.length > limit ? (shown.at(-1)?.cursor ?? null) : null;
    return { rows: shown.map(view), next };
  }

  #handoverView({ site, name, title, fold }: ListRow): HandoverView {
    const { releaseCursor, answerCursor, ...said } = parseFold("handovers", fold);
    const [release, answer] = [this.eventAt(releaseCursor), this.eventAt(answerCursor)];
    return { site, gateway: name, handover: title, ...said, release, answer };
  }

  #manifestView(row: ListRow, issued: readonly IssuedManifest[]): ManifestView {
    const { site, name: gateway, title: manifest } = row;
    const { openedCursor, closedCursor, ...told } = parseFold("manifests", row.fold);
    const [opened, closed] = [this.eventAt(openedCursor), this.eventAt(closedCursor)];
    const own = issued.find(
      (one) => one.site === site && one.gateway === gateway && one.manifest === manifest,
    );
    const place = { site, gateway, manifest };
    return manifestView({ place, told, opened, closed, issued: own, nowMs: this.#now() });
  }
}

type GatewayPlace = Pick<TroubleView, "site" | "gateway">;

function troubleView(at: GatewayPlace, trouble: OpenTrouble, event: EventView): TroubleView {
  const { kind, box, compartment, person, parcels, about } = trouble;
  const place = { box: box === "" ? null : box, compartment: compartment || null };
  const untilMs = kind === "LockoutStarted" ? endOfLockout(event) : null;
  return { kind, ...at, ...place, person: person || null, parcels, about, untilMs, event };
}

/** When a lockout is over, by the time it claims if that can be, else since it was received. */
function endOfLockout({ fact, happened, receivedMs }: EventView): number | null {
  const { durationS } = fact;
  if (typeof durationS !== "number") return null;
  const { wallMs, isPlausible } = happened;
  return (wallMs !== null && isPlausible ? wallMs : receivedMs) + durationS * 1_000;
}

function manifestTrouble(view: ManifestView): readonly TroubleView[] {
  const { isOverdue, state, opened, ...manifest } = view;
  if (!isOverdue && state !== "lapsed") return [];
  const { site, gateway, expected, manifest: about } = manifest;
  const nobody = { box: null, compartment: null, person: null, untilMs: null };
  const kind = isOverdue ? "ManifestOverdue" : "ManifestNotTaken";
  return [{ kind, site, gateway, ...nobody, parcels: expected, about, event: opened }];
}

function travelTrouble({ person, from, to }: TravelFinding, event: EventView): TroubleView {
  const { site, gateway } = to;
  const { box, compartment } = event;
  const place = { site, gateway, box, compartment };
  const kind = "ImpossibleTravel";
  return { kind, ...place, person, parcels: [], about: from.site, untilMs: null, event };
}
