// Writes the route table out as OpenAPI 3.1; the same schemas validate and serialize.

import type { JsonSchema } from "./json-schema.ts";
import { problems, type ProblemSlug } from "./problem.ts";
import { cursorSchema, routes, type Route } from "./route-table.ts";
import { namedSchemas } from "./view-schemas.ts";

type Json = Readonly<Record<string, unknown>>;

const everyRoute: readonly ProblemSlug[] = [
  "invalid-request",
  "not-acceptable",
  "too-large",
  "internal-error",
  "unavailable",
];

/** Turns `Name#` references of the server into references inside the document. */
function published(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(published);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value)
    .filter(([key]) => key !== "$id")
    .map(([key, inner]): [string, unknown] =>
      key === "$ref" && typeof inner === "string"
        ? [key, `#/components/schemas/${inner.slice(0, -1)}`]
        : [key, published(inner)],
    );
  return Object.fromEntries(entries);
}

function parametersOf(place: "path" | "query", schemas: Route["query"]): Json[] {
  return Object.entries(schemas).map(([name, schema]) => ({
    name,
    in: place,
    required: place === "path",
    schema: published(schema),
  }));
}

function problemResponses(slugs: readonly ProblemSlug[]): Json {
  const byStatus = new Map<number, ProblemSlug[]>();
  for (const slug of [...everyRoute, ...slugs]) {
    const { status } = problems[slug];
    const known = byStatus.get(status) ?? [];
    if (!known.includes(slug)) byStatus.set(status, [...known, slug]);
  }
  const content = {
    "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } },
  };
  return Object.fromEntries(
    [...byStatus].map(([status, names]) => [
      String(status),
      { description: names.map((slug) => `urn:driftbox:problem:${slug}`).join(", "), content },
    ]),
  );
}

function operationOf(route: Route): Json {
  return {
    operationId: route.operationId,
    summary: route.summary,
    parameters: [...parametersOf("path", route.params), ...parametersOf("query", route.query)],
    responses: {
      "200": {
        description: "what was asked for",
        content: {
          "application/json": { schema: { $ref: `#/components/schemas/${route.answers}` } },
        },
      },
      ...problemResponses(route.problems),
    },
  };
}

const streamOperation: Json = {
  operationId: "openStream",
  summary: "Ledger entries as they are committed, as server-sent events",
  description: [
    "`event`: an EventView; its id is the cursor to resume from.",
    "`change`: gateways and boxes whose view changed, `{gateways, boxes}`; not resumable.",
    "`hb`: `{at, cursor, everyMs}`, every 3 s; two missed mean that the reader is blind.",
    "A reader that does not keep up is dropped and may resume.",
  ].join("\n"),
  parameters: [
    { name: "after", in: "query", required: false, schema: published(cursorSchema) },
    {
      name: "Last-Event-ID",
      in: "header",
      required: false,
      description: "wins over after",
      schema: published(cursorSchema),
    },
  ],
  responses: {
    "200": {
      description: "an endless stream",
      content: { "text/event-stream": { schema: { type: "string" } } },
    },
    ...problemResponses(["too-many-streams"]),
  },
};

/** The description served at /openapi.json and kept at docs/api/openapi.json. */
export function openApiDocument(): Json {
  const paths = routes.map((route): [string, Json] => [
    route.path.replace(/:([a-z]+)/g, "{$1}"),
    { get: operationOf(route) },
  ]);
  const schemas = namedSchemas.map((schema): [string, unknown] => [
    schema.$id ?? "",
    published(schema satisfies JsonSchema),
  ]);
  return {
    openapi: "3.1.0",
    info: {
      title: "Driftbox center",
      version: "1",
      description: "Reads the ledger of custody events and what is folded from it.",
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    paths: Object.fromEntries([...paths, ["/api/v1/stream", { get: streamOperation }]]),
    components: { schemas: Object.fromEntries(schemas) },
  };
}
