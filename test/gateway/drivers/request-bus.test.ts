// One master on a half-duplex line: turns, urgency, and work that outlives its connection.
import { beforeEach, describe, expect, test } from "vitest";
import { cu16Rule } from "../../../gateway/adapters/boards/cu16-frame.ts";
import { RequestBus } from "../../../gateway/adapters/boards/request-bus.ts";
import { bytesOf, hexOf } from "./hex.ts";
import { ManualTime, settle } from "./manual-time.ts";
import { MemorySocket } from "./memory-line.ts";
import { RecordingLog } from "./recording-log.ts";
import { until } from "./until.ts";

const unlock = bytesOf("02 00 31 03 36");
const askStatus = bytesOf("02 00 30 03 35");

let time: ManualTime;
let socket: MemorySocket;
let bus: RequestBus<object>;

beforeEach(async () => {
  time = new ManualTime();
  socket = new MemorySocket();
  bus = new RequestBus<object>({
    id: "bus-a",
    open: socket.open,
    rule: cu16Rule,
    timers: time,
    monoMs: time.monoMs,
    random: () => 0,
    log: new RecordingLog(),
  });
  bus.attach({ isAnswering: true, prepare: () => Promise.resolve(true), onBusHealth: () => {} });
  await time.advance(0);
});

describe("a bus", () => {
  test("gives a job that waited over a reconnect a dead line", async () => {
    let release = (): void => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    const outcomes: string[] = [];
    bus.enqueue("order", () => held);
    bus.enqueue("order", async (talk) => {
      outcomes.push((await talk.tell(unlock)).outcome);
    });
    socket.unplug();
    socket.plug();
    await time.advance(600);
    expect(socket.openCount).toBe(2);
    release();
    await time.advance(1_000);
    expect(outcomes).toEqual(["not-sent"]);
    expect(bus.health.state).toBe("online");
    expect(socket.received).toEqual([]);
  });

  test("takes orders before polls that wait longer, and no work while there is no line", async () => {
    const turns: string[] = [];
    const job = (name: string) => async (): Promise<void> => {
      turns.push(name);
      await settle();
    };
    bus.enqueue("poll", job("running"));
    bus.enqueue("poll", job("poll"));
    bus.enqueue("order", job("order"));
    await until("three turns", () => turns.length === 3);
    expect(turns).toEqual(["running", "order", "poll"]);
    socket.unplug();
    expect(bus.enqueue("order", job("late"))).toBe(false);
  });

  test("lets the answer time pass for a question that could not be sent", async () => {
    socket.refuseCount = 1;
    let hasEnded = false;
    bus.enqueue("poll", async (talk) => {
      await talk.ask(askStatus, (frame) => frame);
      hasEnded = true;
    });
    await time.advance(149);
    expect(hasEnded).toBe(false);
    await time.advance(10);
    expect(hasEnded).toBe(true);
    expect(socket.received).toEqual([]);
  });

  test("hears an answer that comes in the turn of its question", async () => {
    const status = bytesOf("02 00 35 FF FF 00 00 03 38");
    socket.onWrite = () => queueMicrotask(() => socket.send(status));
    const answers: object[] = [];
    bus.enqueue("poll", async (talk) => {
      const answer = await talk.ask(askStatus, (frame) => frame);
      if (answer !== undefined) answers.push(answer);
    });
    await time.advance(1_000);
    expect(answers).toHaveLength(1);
    expect(hexOf(socket.received)).toBe("02 00 30 03 35");
  });
});
