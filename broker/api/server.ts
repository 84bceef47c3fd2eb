// Starts the center's HTTP side: the API, its live stream and the console's files.

import { existsSync } from "node:fs";
import fastifyStatic from "@fastify/static";
import { Fault } from "@driftbox/proto";
import fastify, { type FastifyError, type FastifyInstance, type FastifyReply } from "fastify";
import type { FastifyRequest } from "fastify";
import type { ReadModels } from "../ports/views.ts";
import { addApiRoutes } from "./api-routes.ts";
import { EventStream, streamLimits, type StreamLimits } from "./event-stream.ts";
import { hostCheck } from "./host-names.ts";
import { languageOf } from "./negotiation.ts";
import { problemOf, problems, ProblemError, type ProblemSlug } from "./problem.ts";
import { securityHeaders } from "./security-headers.ts";

/** Where the HTTP side reports failures; never given numbers of parcels or persons. */
export interface HttpLog {
  info(fields: Readonly<Record<string, unknown>>, message: string): void;
  error(fields: Readonly<Record<string, unknown>>, message: string): void;
}

export interface HttpOptions {
  readonly readModels: ReadModels;
  /** Default 127.0.0.1: whoever can reach this port can read everything. */
  readonly host?: string;
  /** More names that requests may be for, beside loopback and `host`: else 421. */
  readonly allowedHosts?: readonly string[];
  /** 0 asks the kernel for a free port. */
  readonly port: number;
  /** Folder of the built console; without it only the API is served. */
  readonly consoleDir: string | undefined;
  readonly log: HttpLog;
  /** Unix ms. */
  readonly now: () => number;
  readonly stream?: Partial<StreamLimits>;
}

export interface HttpServer {
  readonly host: string;
  readonly port: number;
  /** Ends the streams, answers what is under way, closes the port. */
  close(): Promise<void>;
}

const limits = {
  /** Nothing here takes a body. */
  bodyMaxBytes: 1_024,
  headersMaxBytes: 8_192,
  pathPartMaxChars: 256,
  requestMaxMs: 10_000,
  connectionsMaxCount: 512,
} as const;

/** Fault: listen/failed. Answers when the port is open. */
export async function startHttp(options: HttpOptions): Promise<HttpServer> {
  const { readModels: models, log, now } = options;
  const stream = new EventStream({
    models,
    now,
    onFailure: (error) => log.error({ err: error }, "the live stream could not read the ledger"),
    limits: { ...streamLimits, ...options.stream },
  });
  const host = options.host ?? "127.0.0.1";
  const app = createApp(log, hostCheck([host, ...(options.allowedHosts ?? [])]));
  addApiRoutes(app, models, stream);
  if (options.consoleDir !== undefined && existsSync(options.consoleDir)) {
    addConsole(app, options.consoleDir);
  }
  try {
    await app.listen({ host, port: options.port });
  } catch (cause) {
    stream.close();
    throw new Fault("listen/failed", `${host}:${options.port}: choose another port`, { cause });
  }
  const address = app.server.address();
  const port = typeof address === "object" && address !== null ? address.port : options.port;
  return {
    host,
    port,
    close: async () => {
      stream.close();
      await app.close();
    },
  };
}

function createApp(log: HttpLog, isHere: ReturnType<typeof hostCheck>): FastifyInstance {
  const fail = (error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply =>
    sendFailure({ error, request, reply, log });
  const app = fastify({
    bodyLimit: limits.bodyMaxBytes,
    routerOptions: { maxParamLength: limits.pathPartMaxChars },
    requestTimeout: limits.requestMaxMs,
    forceCloseConnections: true,
    http: { maxHeaderSize: limits.headersMaxBytes },
    // Unknown query keys are errors, not silently dropped.
    ajv: { customOptions: { removeAdditional: false, coerceTypes: true } },
    frameworkErrors: (error, request, reply) => void fail(error, request, reply),
  });
  app.server.maxConnections = limits.connectionsMaxCount;
  app.addHook("onRequest", async (request, reply) => {
    reply.headers(securityHeaders);
    if (request.url.startsWith("/api/")) reply.header("cache-control", "no-store");
    if (!isHere(request.headers.host)) {
      throw new ProblemError("wrong-host", "name the center's host in http.allowedHosts");
    }
    refuseBody(request);
  });
  app.setErrorHandler(fail);
  app.setNotFoundHandler((request, reply) => {
    const canRead = request.method === "GET" || request.method === "HEAD";
    if (!canRead) reply.header("allow", "GET, HEAD");
    const slug = canRead ? "route-not-found" : "method-not-allowed";
    return sendProblem(request, reply, slug, "the API is described at /openapi.json");
  });
  return app;
}

/** A body is never read, so its announced size is judged before anything else. */
function refuseBody(request: FastifyRequest): void {
  const announced = Number(request.headers["content-length"] ?? 0);
  const isEndless = request.headers["transfer-encoding"] !== undefined;
  if (!isEndless && announced <= limits.bodyMaxBytes) return;
  throw new ProblemError("too-large", `at most ${limits.bodyMaxBytes} bytes`);
}

/** Files whose name carries their hash may be kept forever; the page itself is always asked for. */
function addConsole(app: FastifyInstance, consoleDir: string): void {
  app.register(fastifyStatic, {
    root: consoleDir,
    index: "index.html",
    cacheControl: false,
    setHeaders: (response, path) => {
      const isHashed = path.includes("/assets/");
      response.setHeader("cache-control", isHashed ? "max-age=31536000, immutable" : "no-cache");
    },
  });
}

interface Failure {
  readonly error: unknown;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly log: HttpLog;
}

function sendFailure({ error, request, reply, log }: Failure): FastifyReply {
  if (error instanceof ProblemError) {
    return sendProblem(request, reply, error.slug, error.message);
  }
  const status = statusOf(error);
  if (status === 413) return sendProblem(request, reply, "too-large", messageOf(error));
  if (status !== undefined && status < 500) {
    return sendProblem(request, reply, "invalid-request", messageOf(error));
  }
  log.error({ err: error, route: request.routeOptions?.url }, "a request failed");
  if (error instanceof Fault && error.isRetryable) {
    return sendProblem(request, reply, "unavailable", `${error.code}: try again`);
  }
  // What broke is for the log; an answer may travel further than the operator.
  return sendProblem(request, reply, "internal-error", "the log of the center says more");
}

function statusOf(error: unknown): number | undefined {
  return isFastifyError(error) ? error.statusCode : undefined;
}

function isFastifyError(error: unknown): error is FastifyError {
  return error instanceof Error && "statusCode" in error;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : "unreadable";
}

function sendProblem(
  request: FastifyRequest,
  reply: FastifyReply,
  slug: ProblemSlug,
  detail: string,
): FastifyReply {
  const language = languageOf(request.headers["accept-language"]);
  const body = JSON.stringify(problemOf(slug, detail, language));
  return reply
    .code(problems[slug].status)
    .headers({ ...securityHeaders, vary: "accept-language", "content-language": language })
    .type("application/problem+json; charset=utf-8")
    .serializer((text: string) => text)
    .send(body);
}
