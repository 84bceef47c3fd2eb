// Serves the kiosk page on loopback: its files, a stream of what each screen shows, and one door
// for what is pressed.
//
//   GET /kiosk/            the page, with a token of this run in it
//   GET /kiosk/view        event stream: `view` on every change, `hb` as a sign of life
//   POST /kiosk/act        what was pressed, as JSON with the token

import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { timingSafeEqual } from "node:crypto";
import { Fault } from "@driftbox/proto";
import type { PanelDesk, PanelServer } from "../../ports/panel.ts";
import type { Entropy } from "../../ports/runtime.ts";
import { readPageFiles, type PageFile } from "./page-files.ts";
import { actMaxBytes, readAct } from "./read-act.ts";

const loopback = "127.0.0.1";
/** Sign of life of the stream, in ms. A page without one for three of them says it is blind. */
export const heartbeatMs = 3_000;
/** Screens at once, of all boxes together. */
export const watchersMaxCount = 16;
const connectionsMaxCount = 64;
/** A screen that is so far behind is cut off; it comes back and is shown the view of now. */
const behindMaxBytes = 65_536;
const tokenBytes = 16;
/** Stands in the built page; replaced by the token of the run. */
const tokenMark = "driftbox-token-of-this-run";

/** Only what is served here may run, be shown or be called; no frames around it. */
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

export interface KioskServerOptions {
  /** 0 = any free port. */
  readonly port: number;
  /** Of the built page. */
  readonly folder: string;
  readonly entropy: Entropy;
}

/** The panels of one gateway on one loopback port. */
export class KioskServer implements PanelServer {
  readonly #options: KioskServerOptions;
  readonly #server: Server;
  readonly #token: string;
  /** Open streams and the box of each. */
  readonly #watchers = new Map<ServerResponse, string>();
  /** Boxes whose view is to be drawn anew. */
  readonly #stale = new Set<string>();
  #files: ReadonlyMap<string, PageFile> = new Map();
  #desk: PanelDesk | undefined;
  #heartbeat: NodeJS.Timeout | undefined;

  constructor(options: KioskServerOptions) {
    this.#options = options;
    this.#token = Buffer.from(options.entropy.bytes(tokenBytes)).toString("hex");
    const limits = { requestTimeout: 10_000, headersTimeout: 5_000, maxHeaderSize: 8_192 };
    this.#server = createServer(limits, (request, response) => {
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
      this.#answer(request, response).catch(() => refuse(response, 500));
    });
    this.#server.maxConnections = connectionsMaxCount;
  }

  async start(desk: PanelDesk): Promise<void> {
    this.#desk = desk;
    this.#files = readPageFiles(this.#options.folder);
    const { port } = this.#options;
    await new Promise<void>((resolve, reject) => {
      this.#server.once("error", (cause) => {
        const text = `the kiosk cannot listen on ${loopback}:${port}; choose another kiosk.port`;
        reject(new Fault("listen/failed", text, { cause }));
      });
      this.#server.listen(port, loopback, resolve);
    });
    this.#heartbeat = setInterval(() => this.#beat(), heartbeatMs);
  }

  get url(): string | undefined {
    if (!this.#server.listening) return undefined;
    return `http://${loopback}:${this.#port}/kiosk/`;
  }

  /** Drawn once what is ready now was done, and what comes of it: a lock waits for no screen. */
  show(box: string): void {
    if (this.#watchers.size === 0) return;
    if (this.#stale.size === 0) setImmediate(() => setImmediate(() => this.#draw()));
    this.#stale.add(box);
  }

  #draw(): void {
    const boxes = [...this.#stale];
    this.#stale.clear();
    for (const box of boxes) {
      const view = this.#desk?.view(box);
      const text = view === undefined ? "" : message("view", view);
      for (const [watcher, at] of this.#watchers) if (at === box) this.#send(watcher, text);
    }
  }

  async stop(): Promise<void> {
    clearInterval(this.#heartbeat);
    if (!this.#server.listening) return;
    for (const watcher of this.#watchers.keys()) watcher.destroy();
    this.#server.closeAllConnections();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }

  get #port(): number {
    const address = this.#server.address();
    return typeof address === "object" && address !== null ? address.port : 0;
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!this.#isOwn(request)) return refuse(response, 403);
    const { pathname, searchParams } = new URL(request.url ?? "/", `http://${loopback}`);
    if (pathname === "/kiosk/act") return this.#take(request, response);
    if (request.method !== "GET" && request.method !== "HEAD") return refuse(response, 405);
    if (pathname === "/kiosk/view") return this.#watch(searchParams, response);
    if (pathname === "/" || pathname === "/kiosk") {
      response.writeHead(302, { location: "/kiosk/" });
      response.end();
      return;
    }
    this.#file(pathname.replace(/^\/kiosk\//, "") || "index.html", response);
  }

  /** A name that an attacker's DNS points at loopback is not ours, and no page but ours may ask. */
  #isOwn({ headers: { host = "", origin, ...others } }: IncomingMessage): boolean {
    const hosts = [`${loopback}:${this.#port}`, `localhost:${this.#port}`];
    if (!hosts.includes(host)) return false;
    const site = others["sec-fetch-site"];
    if (site !== undefined && site !== "same-origin" && site !== "none") return false;
    return origin === undefined || origin === `http://${host}`;
  }

  #hasToken(token: string): boolean {
    const given = Buffer.from(token);
    const own = Buffer.from(this.#token);
    return given.length === own.length && timingSafeEqual(given, own);
  }

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method !== "POST") return refuse(response, 405);
    const type = request.headers["content-type"] ?? "";
    // No other type, so that a form of another page cannot send one without being asked first.
    if (type.split(";")[0] !== "application/json") return refuse(response, 415);
    if (!this.#hasToken(String(request.headers["x-driftbox-token"]))) return refuse(response, 403);
    const text = await bodyOf(request);
    if (text === undefined) return refuse(response, 413);
    const read = readAct(text);
    if (!read.ok) return refuse(response, 400, read.why);
    if (this.#desk?.view(read.box) === undefined) return refuse(response, 400, "no such box");
    this.#desk.press(read.box, read.act);
    response.writeHead(204);
    response.end();
  }

  #watch(asked: URLSearchParams, response: ServerResponse): void {
    if (!this.#hasToken(asked.get("token") ?? "")) return refuse(response, 403);
    const box = asked.get("box") ?? this.#desk?.boxes[0] ?? "";
    const view = this.#desk?.view(box);
    if (view === undefined) return refuse(response, 404);
    if (this.#watchers.size >= watchersMaxCount) return refuse(response, 503);
    response.writeHead(200, { "content-type": "text/event-stream" });
    response.on("close", () => this.#watchers.delete(response));
    this.#watchers.set(response, box);
    response.write(message("view", view));
  }

  #beat(): void {
    for (const [watcher, box] of this.#watchers) {
      const view = this.#desk?.view(box);
      // The view of now with each sign of life: what changed without a word is seen as well.
      if (view !== undefined) this.#send(watcher, message("view", view));
      this.#send(watcher, message("hb", { everyMs: heartbeatMs }));
    }
  }

  #send(watcher: ServerResponse, text: string): void {
    if (watcher.writableLength > behindMaxBytes) watcher.destroy();
    else watcher.write(text);
  }

  #file(path: string, response: ServerResponse): void {
    const file = this.#files.get(path);
    if (file === undefined) return refuse(response, 404);
    response.writeHead(200, { "content-type": file.type });
    const isPage = path === "index.html";
    response.end(isPage ? String(file.content).replace(tokenMark, this.#token) : file.content);
  }
}

function message(event: string, body: unknown): string {
  return `event: ${event}\ndata: ${JSON.stringify(body)}\n\n`;
}

function refuse(response: ServerResponse, status: number, why = ""): void {
  if (!response.headersSent) response.writeHead(status, { "content-type": "text/plain" });
  response.end(why);
}

/** Undefined when it is too long. */
async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    length += bytes.length;
    if (length > actMaxBytes) return undefined;
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString("utf8");
}
