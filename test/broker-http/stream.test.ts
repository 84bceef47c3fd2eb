// The live stream: resume, heartbeat, changes, and what happens to a reader that stands still.

import { connect, type Socket } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import type { EventView } from "../../broker/ports/views.ts";
import { EventReader } from "./event-source.ts";
import { runServer, type Running } from "./running-server.ts";
import { fillGap, said } from "./sample-story.ts";

const toClose: (() => Promise<void> | void)[] = [];

afterEach(async () => {
  for (const close of toClose.splice(0).toReversed()) await close();
});

async function run(stream: Parameters<typeof runServer>[0] = {}): Promise<Running> {
  const running = await runServer(stream);
  toClose.push(() => running.server.close());
  return running;
}

function read(running: Running, query = "", headers: Record<string, string> = {}): EventReader {
  const reader = new EventReader(`${running.origin}/api/v1/stream${query}`, headers);
  toClose.push(() => reader.close());
  return reader;
}

function forcedDoor(cursor: number): EventView {
  return said(cursor, { gateway: "gouqi-a", seq: 100 + cursor, kind: "DoorForced", ago: 0 });
}

async function idsOf(reader: EventReader, count: number): Promise<(string | undefined)[]> {
  const ids: (string | undefined)[] = [];
  while (ids.length < count) ids.push((await reader.next("event")).id);
  return ids;
}

describe("following the ledger", () => {
  test("a reader that names no place gets only what is new", async () => {
    const running = await run();
    const reader = read(running);
    await reader.next("hb");
    const cursor = running.models.newestCursor() + 1;
    running.models.append(forcedDoor(cursor));
    const frame = await reader.next("event");
    expect(frame.id).toBe(String(cursor));
    expect(frame.data).toEqual({ ...forcedDoor(cursor) });
  });

  test("after names the last cursor seen and nothing is missed or repeated", async () => {
    const running = await run({ stream: { pageMaxCount: 3 } });
    const reader = read(running, "?after=4");
    const newest = running.models.newestCursor();
    expect(await idsOf(reader, newest - 4)).toEqual(
      Array.from({ length: newest - 4 }, (_, index) => String(index + 5)),
    );
  });

  test("Last-Event-ID wins over the address a browser repeats", async () => {
    const running = await run();
    const reader = read(running, "?after=1", { "last-event-id": "19" });
    expect((await reader.next("event")).id).toBe("20");
  });

  test("a reader that comes back after a cut misses nothing", async () => {
    const running = await run();
    const first = read(running, "?after=20");
    const [last] = await idsOf(first, 1);
    first.close();
    fillGap(running.models);
    const second = read(running, "", { "last-event-id": last ?? "" });
    const newest = running.models.newestCursor();
    expect(await idsOf(second, newest - 21)).toEqual(
      Array.from({ length: newest - 21 }, (_, index) => String(index + 22)),
    );
  });

  test("a cursor above the ledger starts at its end", async () => {
    const running = await run();
    const reader = read(running, "?after=999999");
    await reader.next("hb");
    const cursor = running.models.newestCursor() + 1;
    running.models.append(forcedDoor(cursor));
    expect((await reader.next("event")).id).toBe(String(cursor));
  });

  test("a Last-Event-ID that is no cursor is refused", async () => {
    const running = await run();
    const headers = { "last-event-id": "abc" };
    const response = await fetch(`${running.origin}/api/v1/stream`, { headers });
    expect(response.status).toBe(400);
  });
});

describe("signs of life and change", () => {
  test("heartbeats are events with the center's time and newest cursor", async () => {
    const running = await run({ stream: { heartbeatMs: 20 } });
    const reader = read(running);
    await reader.next("hb");
    const second = await reader.next("hb");
    expect(second.data["cursor"]).toBe(running.models.newestCursor());
    expect(second.data["at"]).toBeTypeOf("number");
    expect(second.id).toBeUndefined();
  });

  test("a change carries only the views that look different", async () => {
    const running = await run({ stream: { changeGatherMs: 5 } });
    const reader = read(running);
    await reader.next("hb");
    const [, gateway] = running.models.gateways();
    if (gateway === undefined) throw new Error("the story has a second gateway");
    running.models.setGateway({ ...gateway, status: "ready" });
    const frame = await reader.next("change");
    expect(frame.data).toEqual({ gateways: [{ ...gateway, status: "ready" }], boxes: [] });
  });

  test("a ledger that fails ends the streams and is logged", async () => {
    const running = await run();
    const reader = read(running);
    await reader.next("hb");
    running.models.failure = new Error("disk gone");
    running.models.append(forcedDoor(1_000));
    await expect.poll(() => reader.isEnded).toBe(true);
    expect(running.errors).toContain("the live stream could not read the ledger");
  });
});

/** A client that asks and then never reads. */
async function standStill(running: Running): Promise<Socket> {
  const socket = connect(running.server.port, running.server.host);
  toClose.push(() => void socket.destroy());
  socket.pause();
  socket.write("GET /api/v1/stream?after=0 HTTP/1.1\r\nhost: x\r\n\r\n");
  await new Promise((resolve) => socket.once("connect", resolve));
  return socket;
}

async function statusOfStream(running: Running): Promise<number> {
  const controller = new AbortController();
  const response = await fetch(`${running.origin}/api/v1/stream`, { signal: controller.signal });
  controller.abort();
  return response.status;
}

describe("bounds", () => {
  test("readers over the maximum are told to come back later", async () => {
    const running = await run({ stream: { clientsMaxCount: 1 } });
    const reader = read(running);
    await reader.next("hb");
    const response = await fetch(`${running.origin}/api/v1/stream`);
    expect(response.status).toBe(503);
    expect(response.headers.get("retry-after")).toBe("5");
    expect(await response.json()).toMatchObject({ type: "urn:driftbox:problem:too-many-streams" });
    reader.close();
    await expect.poll(() => statusOfStream(running)).toBe(200);
  });

  test("a reader that stands still is dropped, its place is free, and it may resume", async () => {
    const stream = { clientsMaxCount: 1, heartbeatMs: 20, bufferMaxBytes: 4_096 };
    const running = await run({ stream });
    const start = running.models.newestCursor() + 1;
    // More than the kernel's socket buffers take.
    const fact = { text: "x".repeat(60_000) };
    const many = Array.from({ length: 400 }, (_, i) => ({ ...forcedDoor(start + i), fact }));
    running.models.append(...many);
    const socket = await standStill(running);
    await expect.poll(() => statusOfStream(running), { timeout: 10_000 }).toBe(200);
    socket.destroy();
    const back = read(running, `?after=${start + 397}`);
    expect(await idsOf(back, 2)).toEqual([String(start + 398), String(start + 399)]);
  });

  test("closing the server ends every stream", async () => {
    const running = await runServer();
    const reader = read(running);
    await reader.next("hb");
    await running.server.close();
    await expect.poll(() => reader.isEnded).toBe(true);
  });
});
