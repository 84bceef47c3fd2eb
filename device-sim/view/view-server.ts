// Serves the live view on loopback: the page, a stream of what changes, and one door for orders.

import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { join } from "node:path";
import { Fault } from "@driftbox/proto";
import type { Outcome } from "../scenario/outcome.ts";
import { orderMaxBytes } from "./live-deeds.ts";
import type { Change, Snapshot } from "./page/shapes.ts";

const loopback = "127.0.0.1";
const heartbeatMs = 3_000;
/** Pages at once. */
export const watchersMaxCount = 8;
/** A page that is so far behind is cut off; it comes back and gets a snapshot. */
const behindMaxBytes = 4_194_304;

export interface ViewServerOptions {
  /** 0 = any free port. */
  readonly httpPort: number;
  /** Folders of the page and of its compiled modules. */
  readonly pageFolder: string;
  readonly moduleFolder: string;
  readonly snapshot: () => Snapshot;
  readonly order: (text: string) => Promise<Outcome>;
}

const types: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  svg: "image/svg+xml",
};

/** Only what is served by this server may run, be shown or be called; no frames around it. */
const headers = {
  "content-security-policy":
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; " +
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "cache-control": "no-store",
} as const;

export class ViewServer {
  readonly #options: ViewServerOptions;
  readonly #server: Server;
  readonly #watchers = new Set<ServerResponse>();
  readonly #heartbeat: NodeJS.Timeout;

  private constructor(options: ViewServerOptions) {
    this.#options = options;
    this.#server = createServer((request, response) => {
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
      this.#answer(request, response).catch(() => refuse(response, 500));
    });
    this.#heartbeat = setInterval(() => this.#send("hb", {}), heartbeatMs);
  }

  /** @throws Fault listen/failed */
  static async open(options: ViewServerOptions): Promise<ViewServer> {
    const view = new ViewServer(options);
    await new Promise<void>((resolve, reject) => {
      view.#server.once("error", (cause) => {
        clearInterval(view.#heartbeat);
        const place = `${loopback}:${options.httpPort}`;
        const what = `the live view cannot listen on ${place}; choose another --http-port`;
        reject(new Fault("listen/failed", what, { cause }));
      });
      view.#server.listen(options.httpPort, loopback, resolve);
    });
    return view;
  }

  get url(): string {
    return `http://${loopback}:${this.#port}`;
  }

  change(change: Change): void {
    this.#send("change", change);
  }

  async close(): Promise<void> {
    clearInterval(this.#heartbeat);
    for (const watcher of this.#watchers) watcher.destroy();
    this.#server.closeAllConnections();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }

  get #port(): number {
    const address = this.#server.address();
    return typeof address === "object" && address !== null ? address.port : 0;
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    // A name that an attacker's DNS points at loopback is not ours.
    const hosts = [`${loopback}:${this.#port}`, `localhost:${this.#port}`];
    const { host = "", origin } = request.headers;
    if (!hosts.includes(host)) return refuse(response, 403);
    if (origin !== undefined && origin !== `http://${host}`) return refuse(response, 403);
    const path = (request.url ?? "/").split("?")[0] ?? "/";
    if (path === "/do") return this.#order(request, response);
    if (request.method !== "GET" && request.method !== "HEAD") return refuse(response, 405);
    if (path === "/events") return this.#watch(response);
    return this.#file(path, response);
  }

  async #order(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method !== "POST") return refuse(response, 405);
    const type = request.headers["content-type"] ?? "";
    // No other type, so that a form of another page cannot send one without being asked first.
    if (type.split(";")[0] !== "application/json") return refuse(response, 415);
    const text = await bodyOf(request);
    if (text === undefined) return refuse(response, 413);
    const outcome = await this.#options.order(text);
    response.writeHead(outcome.isOk ? 200 : 409, { "content-type": "application/json" });
    response.end(JSON.stringify(outcome));
  }

  #watch(response: ServerResponse): void {
    if (this.#watchers.size >= watchersMaxCount) return refuse(response, 503);
    response.writeHead(200, { "content-type": "text/event-stream" });
    response.on("close", () => this.#watchers.delete(response));
    response.write(message("snapshot", this.#options.snapshot()));
    this.#watchers.add(response);
  }

  #send(event: string, body: unknown): void {
    if (this.#watchers.size === 0) return;
    const text = message(event, body);
    for (const watcher of this.#watchers) {
      if (watcher.writableLength > behindMaxBytes) watcher.destroy();
      else watcher.write(text);
    }
  }

  #file(path: string, response: ServerResponse): void {
    const name = path === "/" ? "index.html" : path.slice(1);
    const ending = /^(?:parts\/)?[a-z-]+\.(html|css|js|svg)$/.exec(name)?.[1];
    const type = ending === undefined ? undefined : types[ending];
    if (type === undefined) return refuse(response, 404);
    const { pageFolder, moduleFolder } = this.#options;
    let content: Buffer;
    try {
      content = readFileSync(join(ending === "js" ? moduleFolder : pageFolder, name));
    } catch {
      return refuse(response, 404);
    }
    response.writeHead(200, { "content-type": type });
    response.end(content);
  }
}

function message(event: string, body: unknown): string {
  return `event: ${event}\ndata: ${JSON.stringify(body)}\n\n`;
}

function refuse(response: ServerResponse, status: number): void {
  if (!response.headersSent) response.writeHead(status, { "content-type": "text/plain" });
  response.end();
}

/** Undefined when it is too long. */
async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    length += bytes.length;
    if (length > orderMaxBytes) return undefined;
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString("utf8");
}
