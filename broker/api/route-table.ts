// The one table of API routes: it is served, validated against, and written out as OpenAPI.

import { limits, parseCheckCode } from "@driftbox/proto";
import type { EventFilter, ReadModels, RepairView } from "../ports/views.ts";
import { described, oneOfWords, type JsonSchema } from "./json-schema.ts";
import { ProblemError, type ProblemSlug } from "./problem.ts";
import type { Listed } from "./view-schemas.ts";

/** What a validated request carries. */
export interface Asked {
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string | number | undefined>>;
}

export interface Route {
  /** In the form of Fastify: `/api/v1/boxes/:site/:gateway/:box`. */
  readonly path: string;
  readonly operationId: string;
  readonly summary: string;
  readonly params: Readonly<Record<string, JsonSchema>>;
  readonly query: Readonly<Record<string, JsonSchema>>;
  /** `$id` of the answer's schema. */
  readonly answers: string;
  readonly problems: readonly ProblemSlug[];
  readonly handle: (asked: Asked, models: ReadModels) => unknown;
}

/** Rows of one page. */
export const pageMaxCount = 500;
const pageDefaultCount = 100;

const word: JsonSchema = { type: "string", minLength: 1, maxLength: limits.idMaxChars };
export const cursorSchema: JsonSchema = {
  type: "integer",
  minimum: 0,
  maximum: Number.MAX_SAFE_INTEGER,
};
const limit: JsonSchema = {
  type: "integer",
  minimum: 1,
  maximum: pageMaxCount,
  default: pageDefaultCount,
  description: "rows of one page",
};

const eventQuery: Readonly<Record<string, JsonSchema>> = {
  after: described(cursorSchema, "rows after this cursor, oldest first"),
  before: described(cursorSchema, "rows before this cursor, newest first"),
  order: described(oneOfWords("oldest", "newest"), "newest without before starts at now"),
  limit,
  site: word,
  gateway: word,
  box: described(word, "name within its gateway: give site and gateway too to mean one box"),
  parcel: word,
  kind: { type: "string", pattern: "^[A-Za-z]{1,40}$" },
  code: {
    type: "string",
    pattern: "^[0-9A-Za-z -]{8,32}$",
    description: "check code as somebody reads it out; I and L count as 1, O as 0, U as V",
  },
};

const pageQuery: Readonly<Record<string, JsonSchema>> = {
  before: described(cursorSchema, "rows that began before this cursor"),
  limit,
};

function wordOf(asked: Asked, name: string): string {
  const value = asked.params[name] ?? asked.query[name];
  return typeof value === "string" ? value : "";
}

function numberOf(asked: Asked, name: string, otherwise: number): number {
  const value = asked.query[name];
  return typeof value === "number" ? value : otherwise;
}

function listed<T>(models: ReadModels, read: () => Omit<Listed<T>, "cursor">): Listed<T> {
  // The cursor is read first: a row that arrives in between is streamed again, never missed.
  const cursor = models.newestCursor();
  return { ...read(), cursor };
}

function found<T>(value: T | undefined, slug: ProblemSlug, name: string): T {
  if (value !== undefined) return value;
  throw new ProblemError(slug, `nothing is known here by the name ${JSON.stringify(name)}`);
}

function filterOf(asked: Asked): EventFilter {
  const names = ["site", "gateway", "box", "parcel", "kind"] as const;
  const given = names.flatMap((name) => {
    const value = wordOf(asked, name);
    return value === "" ? [] : [[name, value] as const];
  });
  const code = wordOf(asked, "code");
  return { ...Object.fromEntries(given), ...(code !== "" && { code: codeOf(code) }) };
}

function codeOf(typed: string): string {
  const code = parseCheckCode(typed);
  if (code.ok) return code.value;
  throw new ProblemError("invalid-request", code.detail);
}

function repairsOf(models: ReadModels): readonly RepairView[] {
  return models.boxes().flatMap(({ site, gateway, box, compartments }) =>
    compartments
      .filter(({ quarantined }) => quarantined.length > 0)
      .map(({ compartment, quarantined: sensors }) => {
        return { site, gateway, box, compartment, sensors };
      }),
  );
}

function listEvents(asked: Asked, models: ReadModels): unknown {
  const { after, before, order } = asked.query;
  const isNewestFirst = order === "newest" || before !== undefined;
  if (isNewestFirst && (after !== undefined || order === "oldest")) {
    throw new ProblemError("invalid-request", "use after (oldest first) or before (newest first)");
  }
  const count = numberOf(asked, "limit", pageDefaultCount);
  const filter = filterOf(asked);
  return listed(models, () =>
    isNewestFirst
      ? models.eventsBefore(numberOf(asked, "before", Number.MAX_SAFE_INTEGER), count, filter)
      : models.eventsAfter(numberOf(asked, "after", 0), count, filter),
  );
}

function listParcels(asked: Asked, models: ReadModels): unknown {
  const count = numberOf(asked, "limit", pageDefaultCount);
  const after = wordOf(asked, "after");
  return listed(models, () => {
    // One row more than asked for tells whether there is a next page.
    const rows = models.parcels(after === "" ? undefined : after, count + 1);
    const page = rows.slice(0, count);
    return { rows: page, next: rows.length > count ? (page.at(-1)?.parcel ?? null) : null };
  });
}

function gatewayOf(asked: Asked, models: ReadModels): unknown {
  const site = wordOf(asked, "site");
  const name = wordOf(asked, "gateway");
  const row = models.gateways().find((each) => each.site === site && each.gateway === name);
  return found(row, "gateway-not-found", `${site}/${name}`);
}

function decisionsOf(asked: Asked, models: ReadModels): unknown {
  gatewayOf(asked, models);
  const [site, name] = [wordOf(asked, "site"), wordOf(asked, "gateway")];
  return listed(models, () => ({ rows: models.decisions(site, name), next: null }));
}

function commandsOf(asked: Asked, models: ReadModels): unknown {
  gatewayOf(asked, models);
  const [site, name] = [wordOf(asked, "site"), wordOf(asked, "gateway")];
  return listed(models, () => ({ rows: models.commands(site, name), next: null }));
}

function pageOf(
  asked: Asked,
  models: ReadModels,
  list: "handovers" | "manifests" | "travelFindings",
): Listed<unknown> {
  const before = numberOf(asked, "before", Number.MAX_SAFE_INTEGER);
  return listed<unknown>(models, () =>
    models[list](before, numberOf(asked, "limit", pageDefaultCount)),
  );
}

function handoverOf(asked: Asked, models: ReadModels): unknown {
  const [site, gateway] = [wordOf(asked, "site"), wordOf(asked, "gateway")];
  const handover = wordOf(asked, "handover");
  return found(models.handover({ site, gateway, handover }), "handover-not-found", handover);
}

function boxOf(asked: Asked, models: ReadModels): unknown {
  const site = wordOf(asked, "site");
  const gateway = wordOf(asked, "gateway");
  const box = wordOf(asked, "box");
  return found(models.box({ site, gateway, box }), "box-not-found", `${site}/${gateway}/${box}`);
}

/** Everything under /api/v1 except the stream and the description itself. */
export const routes: readonly Route[] = [
  {
    path: "/api/v1/gateways",
    operationId: "listGateways",
    summary: "Gateways with their last word, backlog and gaps",
    params: {},
    query: {},
    answers: "GatewayList",
    problems: [],
    handle: (_asked, models) => listed(models, () => ({ rows: models.gateways(), next: null })),
  },
  {
    path: "/api/v1/gateways/:site/:gateway",
    operationId: "getGateway",
    summary: "One gateway",
    params: { site: word, gateway: word },
    query: {},
    answers: "GatewayView",
    problems: ["gateway-not-found"],
    handle: gatewayOf,
  },
  {
    path: "/api/v1/gateways/:site/:gateway/decisions",
    operationId: "listDecisions",
    summary: "What registrars decided about a gateway, newest first, at most a hundred",
    params: { site: word, gateway: word },
    query: {},
    answers: "DecisionList",
    problems: ["gateway-not-found"],
    handle: decisionsOf,
  },
  {
    path: "/api/v1/gateways/:site/:gateway/commands",
    operationId: "listCommands",
    summary: "Commands to a gateway and what became of them, newest first",
    params: { site: word, gateway: word },
    query: {},
    answers: "CommandList",
    problems: ["gateway-not-found"],
    handle: commandsOf,
  },
  {
    path: "/api/v1/boxes",
    operationId: "listBoxes",
    summary: "Boxes with their compartments and unresolved troubles",
    params: {},
    query: {},
    answers: "BoxList",
    problems: [],
    handle: (_asked, models) => listed(models, () => ({ rows: models.boxes(), next: null })),
  },
  {
    path: "/api/v1/boxes/:site/:gateway/:box",
    operationId: "getBox",
    summary: "One box",
    params: { site: word, gateway: word, box: word },
    query: {},
    answers: "BoxView",
    problems: ["box-not-found"],
    handle: boxOf,
  },
  {
    path: "/api/v1/repairs",
    operationId: "listRepairs",
    summary: "Sensors that count no more, until they are repaired and restored",
    params: {},
    query: {},
    answers: "RepairList",
    problems: [],
    handle: (_asked, models) => listed(models, () => ({ rows: repairsOf(models), next: null })),
  },
  {
    path: "/api/v1/findings/travel",
    operationId: "listTravelFindings",
    summary: "Badge uses of one person at two sites in less time than the way takes, newest first",
    params: {},
    query: {
      before: described(
        cursorSchema,
        "rows whose later use happened before the one at this cursor",
      ),
      limit,
    },
    answers: "TravelFindingList",
    problems: [],
    handle: (asked, models) => pageOf(asked, models, "travelFindings"),
  },
  {
    path: "/api/v1/troubles",
    operationId: "listTroubles",
    summary: "What needs a person now, newest event first",
    params: {},
    query: {},
    answers: "TroubleList",
    problems: [],
    handle: (_asked, models) => listed(models, () => ({ rows: models.troubles(), next: null })),
  },
  {
    path: "/api/v1/handovers",
    operationId: "listHandovers",
    summary: "Handovers with what each side says, newest first",
    params: {},
    query: pageQuery,
    answers: "HandoverList",
    problems: [],
    handle: (asked, models) => pageOf(asked, models, "handovers"),
  },
  {
    path: "/api/v1/handovers/:site/:gateway/:handover",
    operationId: "getHandover",
    summary: "One handover",
    params: { site: word, gateway: word, handover: word },
    query: {},
    answers: "HandoverView",
    problems: ["handover-not-found"],
    handle: handoverOf,
  },
  {
    path: "/api/v1/manifests",
    operationId: "listManifests",
    summary: "Manifests: expected, found, missing, extra, newest first, those not taken yet before",
    params: {},
    query: pageQuery,
    answers: "ManifestList",
    problems: [],
    handle: (asked, models) => pageOf(asked, models, "manifests"),
  },
  {
    path: "/api/v1/parcels",
    operationId: "listParcels",
    summary: "Parcels in order of their numbers",
    params: {},
    query: { after: described(word, "rows after this parcel number"), limit },
    answers: "ParcelList",
    problems: [],
    handle: listParcels,
  },
  {
    path: "/api/v1/parcels/:parcel",
    operationId: "getParcel",
    summary: "Where a parcel is and who answers for it",
    params: { parcel: word },
    query: {},
    answers: "ParcelView",
    problems: ["parcel-not-found"],
    handle: (asked, models) =>
      found(models.parcel(wordOf(asked, "parcel")), "parcel-not-found", wordOf(asked, "parcel")),
  },
  {
    path: "/api/v1/parcels/:parcel/timeline",
    operationId: "getTimeline",
    summary: "The custody of a parcel, late events in their place, holes shown",
    params: { parcel: word },
    query: {},
    answers: "TimelineView",
    problems: ["parcel-not-found"],
    handle: (asked, models) =>
      found(models.timeline(wordOf(asked, "parcel")), "parcel-not-found", wordOf(asked, "parcel")),
  },
  {
    path: "/api/v1/events",
    operationId: "listEvents",
    summary: "Ledger entries by cursor, filtered",
    params: {},
    query: eventQuery,
    answers: "EventList",
    problems: [],
    handle: listEvents,
  },
  {
    path: "/healthz",
    operationId: "getHealth",
    summary: "The process answers",
    params: {},
    query: {},
    answers: "Health",
    problems: [],
    handle: () => ({ status: "ok" }),
  },
  {
    path: "/readyz",
    operationId: "getReadiness",
    summary: "The ledger answers",
    params: {},
    query: {},
    answers: "Readiness",
    problems: ["unavailable"],
    handle: (_asked, models) => ({ status: "ready", cursor: readCursor(models) }),
  },
];

function readCursor(models: ReadModels): number {
  try {
    return models.newestCursor();
  } catch {
    throw new ProblemError("unavailable", "the ledger does not answer; see the log of the center");
  }
}
