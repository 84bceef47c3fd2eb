// Events as they arrived, newest first. New ones wait behind a pill so that nothing moves under
// the eyes of whoever is reading.

import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { EventView } from "../../../ports/views.ts";
import { ask, useReading, type Failure } from "../ask.ts";
import { kindText } from "../fact-tone.ts";
import { dictionaries, language, t } from "../language.ts";
import { followEvents } from "../live.ts";
import { EventLine } from "../parts/event-line.tsx";
import { Loading } from "../parts/loading.tsx";
import { MoreButton } from "../parts/more-button.tsx";
import { ScreenTitle } from "../parts/screen-title.tsx";
import { hashOf } from "../route.ts";
import { sorted } from "../sorted.ts";

interface EventPage {
  readonly rows: readonly EventView[];
  readonly next: number | null;
}

const filterNames = ["kind", "site", "gateway", "box"] as const;
type Filter = Readonly<Record<(typeof filterNames)[number], string>>;

const pageCount = 50;
/** More new events than this are counted no further; the page is read again instead. */
const freshMaxCount = 200;

function filterOf(query: URLSearchParams): Filter {
  const of = (name: (typeof filterNames)[number]): string => query.get(name) ?? "";
  const [kind, site, gateway, box] = [of("kind"), of("site"), of("gateway"), of("box")];
  return { kind, site, gateway, box };
}

function pathOf(filter: Filter): string {
  const given = filterNames.filter((name) => filter[name] !== "");
  const query = new URLSearchParams(given.map((name) => [name, filter[name]]));
  query.set("limit", `${pageCount}`);
  query.set("order", "newest");
  return `api/v1/events?${query.toString()}`;
}

function matches(event: EventView, filter: Filter): boolean {
  return filterNames.every((name) => filter[name] === "" || event[name] === filter[name]);
}

function choose(change: Partial<Filter>, filter: Filter): void {
  const query = Object.entries({ ...filter, ...change }).filter(([, value]) => value !== "");
  location.hash = hashOf("events", "", Object.fromEntries(query));
}

function KindChoice({ filter }: { filter: Filter }): JSX.Element {
  const names = Object.keys(dictionaries.en)
    .filter((key) => key.startsWith("kind."))
    .map((key) => key.slice(5));
  const kinds = sorted(names, (a, b) => kindText(a).localeCompare(kindText(b), language.value));
  return (
    <label class="choice">
      <span>{t("events.kind")}</span>
      <select
        value={filter.kind}
        onChange={(change) => choose({ kind: change.currentTarget.value }, filter)}
      >
        <option value="">{t("events.anyKind")}</option>
        {kinds.map((kind) => (
          <option key={kind} value={kind}>
            {kindText(kind)}
          </option>
        ))}
      </select>
    </label>
  );
}

function FilterBar({ filter }: { filter: Filter }): JSX.Element {
  const names = [filter.site, filter.gateway, filter.box].filter((name) => name !== "");
  const isFiltered = names.length > 0 || filter.kind !== "";
  return (
    <div class="filters">
      <KindChoice filter={filter} />
      {names.length > 0 && (
        <span class="mark plain">{t("events.filter", { what: names.join("/") })}</span>
      )}
      {isFiltered && <a href={hashOf("events")}>{t("events.clear")}</a>}
    </div>
  );
}

function Pill({ count, onShow }: { count: number; onShow: () => void }): JSX.Element {
  const isMany = count > freshMaxCount;
  const text = t(isMany ? "events.freshMany" : "events.fresh", {
    n: Math.min(count, freshMaxCount),
  });
  return (
    <div class="pillrow" role="status">
      {count > 0 && (
        <button type="button" class="pill" onClick={onShow}>
          {text}
        </button>
      )}
    </div>
  );
}

/** Matching events that arrived since the list was read; the count goes on when the rows do not. */
function useFresh(filter: Filter): {
  rows: readonly EventView[];
  count: number;
  clear: () => void;
} {
  const [fresh, setFresh] = useState({ rows: [] as readonly EventView[], count: 0 });
  const clear = (): void => setFresh({ rows: [], count: 0 });
  useEffect(() => {
    clear();
    return followEvents((event) => {
      if (!matches(event, filter)) return;
      setFresh(({ rows, count }) => ({
        rows: count < freshMaxCount ? [event, ...rows] : [],
        count: count + 1,
      }));
    });
  }, [filter.kind, filter.site, filter.gateway, filter.box]);
  return { ...fresh, clear };
}

function EventList({ filter }: { filter: Filter }): JSX.Element {
  const path = pathOf(filter);
  const first = useReading<EventPage>(path);
  const fresh = useFresh(filter);
  const [above, setAbove] = useState<readonly EventView[]>([]);
  const [below, setBelow] = useState<readonly EventPage[]>([]);
  const [olderFailure, setOlderFailure] = useState<Failure | undefined>(undefined);
  const pages = first.value === undefined ? [] : [first.value, ...below];
  const next = pages[pages.length - 1]?.next ?? null;
  const known = new Map(
    [...above, ...pages.flatMap((page) => page.rows)].map((row) => [row.cursor, row]),
  );
  const isMany = fresh.count > freshMaxCount;
  const unseen = fresh.rows.filter((row) => !known.has(row.cursor));
  const freshCount = isMany ? fresh.count : unseen.length;
  const show = (): void => {
    if (isMany) {
      setAbove([]);
      setBelow([]);
      first.again();
    } else setAbove([...unseen, ...above]);
    fresh.clear();
  };
  const readOlder = async (before: number): Promise<void> => {
    const answer = await ask<EventPage>(`${path}&before=${before}`);
    setOlderFailure(answer.ok ? undefined : answer.failure);
    if (answer.ok) setBelow([...below, answer.value]);
  };
  return (
    <>
      <Pill count={freshCount} onShow={show} />
      <Loading {...first} isShown={first.value !== undefined} />
      {first.value !== undefined && known.size === 0 && <p class="quiet">{t("events.none")}</p>}
      <ol class="events">
        {[...known.values()].map((event) => (
          <EventLine key={event.eventId} event={event} />
        ))}
      </ol>
      {next === null ? (
        known.size > 0 && <p class="quiet end">{t("load.end")}</p>
      ) : (
        <MoreButton
          text={t("load.older")}
          failure={olderFailure}
          onMore={() => void readOlder(next)}
        />
      )}
    </>
  );
}

export function EventsView({ query }: { query: URLSearchParams }): JSX.Element {
  const filter = filterOf(query);
  return (
    <>
      <ScreenTitle text={t("events.title")}>
        <p class="figures">
          <span>{t("events.order")}</span>
        </p>
      </ScreenTitle>
      <FilterBar filter={filter} />
      <EventList key={JSON.stringify(filter)} filter={filter} />
    </>
  );
}
