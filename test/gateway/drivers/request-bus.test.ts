// One master on a half-duplex line: turns, urgency, and work that outlives its connection.
import { beforeEach, describe, expect, test } from "vitest";
import { cu16Rule } from "../../../gateway/adapters/boards/cu16-frame.ts";
import { RequestBus, type BusMember } from "../../../gateway/adapters/boards/request-bus.ts";
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
let polls: number[];

/** A device that answers everything and notes when it was polled. */
function memberEvery(pollMs: number, onPoll: () => void): BusMember<object> {
  return {
    isAnswering: true,
    pollMs,
    prepare: () => Promise.resolve(undefined),
    poll: () => Promise.resolve(onPoll()),
    onHeard: () => {},
    onBusHealth: () => {},
  };
}

const member = memberEvery(200, () => polls.push(time.monoMs()));

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
  polls = [];
  bus.attach(member);
  await time.advance(0);
});

describe("a bus", () => {
  test("gives a job that waited over a reconnect a dead line", async () => {
    let release = (): void => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    const outcomes: string[] = [];
    bus.enqueue(member, () => held);
    bus.enqueue(member, async (talk) => {
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

  test("takes orders before a poll that is due, and no work while there is no line", async () => {
    const turns: string[] = [];
    const job = (name: string) => async (): Promise<void> => {
      turns.push(name);
      await settle();
    };
    const eager = memberEvery(0, () => turns.push("poll"));
    bus.enqueue(member, job("running"));
    bus.attach(eager);
    bus.enqueue(member, job("order"));
    bus.enqueue(member, job("order"));
    await until("four turns", () => turns.length === 4);
    expect(turns).toEqual(["running", "order", "order", "poll"]);
    socket.unplug();
    expect(bus.enqueue(member, job("late"))).toBe(false);
  });

  test("polls each of many devices in turn, one in a slot, and an order waits for one at most", async () => {
    const turns: number[] = [];
    for (let device = 0; device < 9; device += 1) {
      bus.attach(memberEvery(200, () => turns.push(device)));
    }
    await time.advance(20_000);
    // Ten devices share slots of 50 ms: each is polled every 500 ms.
    expect(polls.length).toBeGreaterThanOrEqual(39);
    expect(polls.length).toBeLessThanOrEqual(41);
    for (let device = 0; device < 9; device += 1) {
      const count = turns.filter((turn) => turn === device).length;
      expect(count, `device ${device}`).toBeGreaterThanOrEqual(39);
      expect(count, `device ${device}`).toBeLessThanOrEqual(41);
    }
  });

  test("lets the answer time pass for a question that could not be sent", async () => {
    socket.refuseCount = 1;
    let hasEnded = false;
    bus.enqueue(member, async (talk) => {
      await talk.ask({ bytes: askStatus, pick: (frame) => frame });
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
    bus.enqueue(member, async (talk) => {
      const answer = await talk.ask({ bytes: askStatus, pick: (frame) => frame });
      if (answer.outcome === "answered") answers.push(answer.answer);
    });
    await time.advance(1_000);
    expect(answers).toHaveLength(1);
    expect(hexOf(socket.received)).toBe("02 00 30 03 35");
  });
});
