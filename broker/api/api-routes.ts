// Puts the route table, the stream and the description on a Fastify instance.

import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { ReadModels } from "../ports/views.ts";
import type { EventStream } from "./event-stream.ts";
import type { JsonSchema } from "./json-schema.ts";
import { canAccept } from "./negotiation.ts";
import { openApiDocument } from "./openapi.ts";
import { ProblemError } from "./problem.ts";
import { cursorSchema, routes, type Asked, type Route } from "./route-table.ts";
import { securityHeaders } from "./security-headers.ts";
import { namedSchemas } from "./view-schemas.ts";

interface Carried {
  Params: Asked["params"];
  Querystring: Asked["query"];
}

const lastEventIdMaxChars = 16;

export function addApiRoutes(app: FastifyInstance, models: ReadModels, stream: EventStream): void {
  for (const schema of namedSchemas) app.addSchema(schema);
  for (const route of routes) addRoute(app, route, models);
  addStream(app, stream);
  const description = openApiDocument();
  app.get("/openapi.json", (request) => {
    requireAccept(request, "application/json");
    return description;
  });
}

function closed(properties: Readonly<Record<string, JsonSchema>>): JsonSchema {
  return { type: "object", properties, additionalProperties: false };
}

function addRoute(app: FastifyInstance, route: Route, models: ReadModels): void {
  const problem = { $ref: "Problem#" };
  app.get<Carried>(
    route.path,
    {
      schema: {
        params: closed(route.params),
        querystring: closed(route.query),
        response: { 200: { $ref: `${route.answers}#` }, "4xx": problem, "5xx": problem },
      },
    },
    (request) => {
      requireAccept(request, "application/json");
      return route.handle({ params: request.params, query: request.query }, models);
    },
  );
}

function addStream(app: FastifyInstance, stream: EventStream): void {
  app.get<Carried>(
    "/api/v1/stream",
    { exposeHeadRoute: false, schema: { querystring: closed({ after: cursorSchema }) } },
    (request, reply: FastifyReply) => {
      requireAccept(request, "text/event-stream");
      const cursor = stream.startAt(resumeFrom(request, request.query["after"]));
      if (stream.isFull) {
        reply.header("retry-after", "5");
        throw new ProblemError("too-many-streams", "close another window or try again later");
      }
      reply.hijack();
      reply.raw.writeHead(200, {
        ...securityHeaders,
        "content-type": "text/event-stream; charset=utf-8",
        "cache-control": "no-store",
        "x-accel-buffering": "no",
      });
      stream.admit(reply.raw, cursor);
    },
  );
}

function requireAccept(request: FastifyRequest, mediaType: string): void {
  if (canAccept(request.headers.accept, mediaType)) return;
  throw new ProblemError("not-acceptable", `this address answers with ${mediaType}`);
}

/** A browser that reconnects repeats its first address, so the header wins over the query. */
function resumeFrom(request: FastifyRequest, after: unknown): number | undefined {
  const header = request.headers["last-event-id"];
  if (typeof header !== "string" || header === "") {
    return typeof after === "number" ? after : undefined;
  }
  const cursor = Number(header);
  const isCursor = header.length <= lastEventIdMaxChars && /^[0-9]+$/.test(header);
  if (isCursor && Number.isSafeInteger(cursor)) return cursor;
  throw new ProblemError("invalid-request", "Last-Event-ID must be the id of an event");
}
