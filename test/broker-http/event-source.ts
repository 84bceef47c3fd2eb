// A reader of server-sent events for tests: the raw frames in order, and waiting for the next one.

import { request, type ClientRequest } from "node:http";

export interface Frame {
  readonly id: string | undefined;
  readonly event: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Keeps at most what a test sends; `next` fails after `waitMaxMs`. */
export class EventReader {
  readonly #frames: Frame[] = [];
  readonly #request: ClientRequest;
  #text = "";
  #wake: () => void = () => {};
  isEnded = false;

  constructor(url: string, headers: Readonly<Record<string, string>> = {}) {
    this.#request = request(url, { headers, agent: false }, (response) => {
      response.setEncoding("utf8");
      response.on("data", (text: string) => this.#take(text));
      response.on("error", () => this.#end());
      response.on("close", () => this.#end());
    });
    this.#request.on("error", () => this.#end());
    this.#request.end();
  }

  /** The next frame of an event type; those of other types before it are passed over. */
  async next(event: string, waitMaxMs = 5_000): Promise<Frame> {
    const deadline = Date.now() + waitMaxMs;
    for (;;) {
      const index = this.#frames.findIndex((frame) => frame.event === event);
      const frame = this.#frames[index];
      if (frame !== undefined) {
        this.#frames.splice(0, index + 1);
        return frame;
      }
      const leftMs = deadline - Date.now();
      if (leftMs <= 0 || this.isEnded) throw new Error(`no ${event} within ${waitMaxMs} ms`);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, leftMs);
        this.#wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  }

  close(): void {
    this.#request.destroy();
  }

  #take(text: string): void {
    const parts = (this.#text + text).split("\n\n");
    this.#text = parts.pop() ?? "";
    for (const part of parts) {
      const fields = new Map(
        part.split("\n").map((line): [string, string] => {
          const colon = line.indexOf(": ");
          return [line.slice(0, colon), line.slice(colon + 2)];
        }),
      );
      const data: unknown = JSON.parse(fields.get("data") ?? "null");
      if (typeof data !== "object" || data === null) continue;
      const event = fields.get("event") ?? "message";
      this.#frames.push({ id: fields.get("id"), event, data: { ...data } });
    }
    this.#wake();
  }

  #end(): void {
    this.isEnded = true;
    this.#wake();
  }
}
