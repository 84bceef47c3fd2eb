// The conversation with one OSDP device, step by step, without a line.
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  encodeFrame,
  parseFrame,
  type OsdpFrame,
} from "../../../gateway/adapters/osdp/osdp-frame.ts";
import { isAnswerTo } from "../../../gateway/adapters/osdp/pd-hearing.ts";
import {
  closedPd,
  isSecured,
  type PdEffect,
  type PdInput,
  type PdSettings,
  type PdState,
} from "../../../gateway/adapters/osdp/pd-state.ts";
import { stepPd } from "../../../gateway/adapters/osdp/pd-step.ts";
import { keyA, keyB } from "./osdp-rig.ts";
import { PdFarEnd } from "./pd-far-end.ts";

const secure: PdSettings = { address: 0, isSecure: true, pollMs: 100, statusMs: 5_000 };
const open: PdSettings = { ...secure, isSecure: false };
const randomA = new Uint8Array(8).fill(7);

/** One device and the state of the panel, stepped by hand. */
class Talk {
  state: PdState;
  effects: readonly PdEffect[] = [];
  nowMs = 1_000;
  readonly settings: PdSettings;

  constructor(settings: PdSettings, keys: readonly Uint8Array[] = [keyA]) {
    this.settings = settings;
    this.state = closedPd(keys.map((scbk) => ({ scbk })));
    this.step({ kind: "opened", nowMs: this.nowMs });
  }

  step(input: PdInput): void {
    const step = stepPd(this.state, input, this.settings);
    this.state = step.state;
    this.effects = step.effects;
  }

  /** Asks in the next turn; the bytes sent. */
  turn(): Uint8Array {
    this.nowMs = Math.max(this.nowMs, this.state.dueMs);
    this.step({ kind: "turn", nowMs: this.nowMs, randomA });
    const sent = this.effects.find((effect) => effect.kind === "send");
    if (sent === undefined) throw new Error("nothing was sent");
    return sent.bytes;
  }

  /** A clear answer to what was asked. */
  answer(code: number, data: readonly number[] = [], sequence = this.state.asked?.sequence): void {
    const head = { address: 0, isReply: true, sequence: sequence ?? 0, hasCrc: true, code };
    this.reply(frameOf(encodeFrame({ ...head, data: Uint8Array.from(data) })));
  }

  reply(frame: OsdpFrame): void {
    this.step({ kind: "reply", nowMs: this.nowMs, frame });
  }

  silence(): void {
    this.nowMs += 220;
    this.step({ kind: "silence", nowMs: this.nowMs });
  }

  /** Asks and answers until online. */
  connect(device: PdFarEnd): void {
    for (let turn = 0; turn < 8 && this.state.link.name !== "online"; turn += 1) {
      const reply = device.hear(this.turn());
      if (reply === undefined) this.silence();
      else this.reply(frameOf(reply));
    }
  }

  get symptoms(): string[] {
    return this.effects.flatMap((effect) => (effect.kind === "symptom" ? [effect.symptom] : []));
  }
}

function frameOf(bytes: Uint8Array): OsdpFrame {
  const frame = parseFrame(bytes);
  if (frame === undefined) throw new Error("not a packet");
  return frame;
}

describe("a conversation", () => {
  test("numbers its questions 0, 1, 2, 3, 1, 2, 3", () => {
    const talk = new Talk(open);
    const numbers: number[] = [];
    for (let turn = 0; turn < 8; turn += 1) {
      numbers.push((talk.turn()[4] ?? 9) & 3);
      talk.answer(0x40);
    }
    expect(numbers).toEqual([0, 1, 2, 3, 1, 2, 3, 1]);
  });

  test("repeats an unanswered question byte for byte, three times in all, then begins anew", () => {
    const talk = new Talk(open);
    talk.turn();
    talk.answer(0x40);
    const first = talk.turn();
    talk.silence();
    expect(talk.turn()).toEqual(first);
    talk.silence();
    expect(talk.turn()).toEqual(first);
    talk.silence();
    expect(talk.state.link.name).toBe("down");
    expect(talk.state.dueMs - talk.nowMs).toBe(500);
    expect((talk.turn()[4] ?? 9) & 3).toBe(0);
  });

  test("waits longer after each failure, at most ten seconds", () => {
    const talk = new Talk(open);
    const waits: number[] = [];
    while (waits.length < 8) {
      talk.turn();
      talk.silence();
      if (talk.state.asked === undefined) waits.push(talk.state.dueMs - talk.nowMs);
    }
    expect(waits).toEqual([500, 1_000, 2_000, 4_000, 8_000, 10_000, 10_000, 10_000]);
  });

  test("repeats a busy question without counting it as unanswered", () => {
    const talk = new Talk(open);
    talk.turn();
    talk.answer(0x40);
    const first = talk.turn();
    for (let time = 0; time < 10; time += 1) {
      talk.answer(0x79, [], 0);
      expect(talk.state.dueMs - talk.nowMs).toBe(50);
      expect(talk.turn()).toEqual(first);
    }
    for (let time = 0; time < 2; time += 1) {
      talk.silence();
      expect(talk.turn()).toEqual(first);
    }
    talk.answer(0x40);
    expect(talk.state.asked).toBeUndefined();
  });

  test("repeats a question that arrived damaged (NAK 1)", () => {
    const talk = new Talk(open);
    talk.turn();
    talk.answer(0x40);
    const first = talk.turn();
    talk.answer(0x41, [1]);
    expect(talk.symptoms).toEqual(["bad-frame"]);
    expect(talk.turn()).toEqual(first);
  });

  test("takes no answer with another number, and none that nobody asked for", () => {
    const talk = new Talk(open);
    talk.turn();
    talk.answer(0x40);
    const head = { address: 0, isReply: true, sequence: 1, hasCrc: true, code: 0x40 };
    const early = frameOf(encodeFrame(head));
    expect(isAnswerTo(talk.state, early)).toBe(false);
    talk.turn();
    expect(isAnswerTo(talk.state, early)).toBe(true);
    const late = frameOf(encodeFrame({ ...head, sequence: 3 }));
    const before = talk.state;
    talk.reply(late);
    expect(talk.state).toBe(before);
  });

  test("asks for tamper and identity again every five seconds", () => {
    const talk = new Talk(open);
    const codes = new Map<number, number>();
    for (let turn = 0; turn < 400; turn += 1) {
      const code = talk.turn()[5] ?? 0;
      codes.set(code, (codes.get(code) ?? 0) + 1);
      talk.answer(0x40);
    }
    const seconds = (talk.nowMs - 1_000) / 1_000;
    expect(codes.get(0x64)).toBeGreaterThanOrEqual(Math.floor(seconds / 5.2));
    expect(codes.get(0x61)).toBeGreaterThanOrEqual(Math.floor(seconds / 5.2));
  });

  test("sends an order before polls, and the newer of two of one kind", () => {
    const talk = new Talk(open);
    talk.turn();
    talk.answer(0x40);
    const silence = { kind: "buzzer", rhythm: undefined } as const;
    talk.step({ kind: "order", nowMs: talk.nowMs, command: silence });
    const beep = { kind: "buzzer", rhythm: { onSteps: 1, offSteps: 1, count: 1 } } as const;
    talk.step({ kind: "order", nowMs: talk.nowMs, command: beep });
    expect(talk.effects).toEqual([{ kind: "order-ended", command: silence, outcome: "lost" }]);
    expect(talk.turn()[5]).toBe(0x6a);
    talk.answer(0x40);
    expect(talk.effects).toContainEqual({
      kind: "order-ended",
      command: beep,
      outcome: "acknowledged",
    });
  });

  test("goes on when one command is not known to the device", () => {
    const talk = new Talk(open);
    talk.turn();
    talk.answer(0x40);
    talk.step({ kind: "order", nowMs: talk.nowMs, command: { kind: "text", text: "x" } });
    talk.turn();
    talk.answer(0x41, [3]);
    expect(talk.effects).toContainEqual(
      expect.objectContaining({ kind: "order-ended", outcome: "refused" }),
    );
    expect(talk.state.link.name).toBe("online");
  });

  test("ends with the line: nothing is asked until it is open again", () => {
    const talk = new Talk(open);
    talk.turn();
    talk.answer(0x40);
    talk.step({ kind: "order", nowMs: talk.nowMs, command: { kind: "text", text: "x" } });
    talk.step({ kind: "closed", nowMs: talk.nowMs });
    expect(talk.effects).toEqual([
      { kind: "order-ended", command: { kind: "text", text: "x" }, outcome: "lost" },
    ]);
    expect(talk.state.dueMs).toBe(Number.POSITIVE_INFINITY);
    talk.step({ kind: "turn", nowMs: talk.nowMs, randomA });
    expect(talk.effects).toEqual([]);
  });

  test("tries the next key at once, and complains only when none is right", () => {
    const talk = new Talk(secure, [keyB, keyA]);
    talk.connect(new PdFarEnd(0, keyA));
    expect(isSecured(talk.state)).toBe(true);
    const wrong = new Talk(secure, [keyB, keyA]);
    const device = new PdFarEnd(0, new Uint8Array(16).fill(1));
    const symptoms: string[] = [];
    for (let turn = 0; turn < 4; turn += 1) {
      wrong.reply(frameOf(device.hear(wrong.turn()) ?? new Uint8Array()));
      symptoms.push(...wrong.symptoms);
    }
    expect(symptoms).toEqual(["wrong-key"]);
  });
});

describe("a challenge", () => {
  function challenged(keys: readonly Uint8Array[]): Talk {
    const talk = new Talk(secure, keys);
    talk.turn();
    talk.answer(0x45);
    expect(talk.turn()[8]).toBe(0x76);
    return talk;
  }

  test("refused for want of that key (NAK 6) is followed by one with the next key", () => {
    const talk = challenged([keyB, keyA]);
    talk.answer(0x41, [6]);
    expect(talk.effects).toEqual([]);
    expect(talk.state.dueMs).toBe(talk.nowMs);
    talk.connect(new PdFarEnd(0, keyA));
    expect(isSecured(talk.state)).toBe(true);
  });

  test.each([
    [6, "wrong-key"],
    [9, "wrong-key"],
    [5, "clear-text"],
    [3, "clear-text"],
    [4, "bad-frame"],
  ])("of the last key refused with NAK %i ends in %s", (reason, symptom) => {
    const talk = challenged([keyA]);
    talk.answer(0x41, [reason]);
    expect(talk.symptoms).toEqual([symptom]);
    expect(talk.state.link.name).toBe("down");
  });

  test.each([
    [5, "clear-text"],
    [6, "wrong-key"],
  ])("that it met, and after which it refuses with NAK %i, ends in %s", (reason, symptom) => {
    const talk = new Talk(secure);
    const device = new PdFarEnd(0, keyA);
    while (talk.state.link.name !== "proving") {
      talk.reply(frameOf(device.hear(talk.turn()) ?? new Uint8Array()));
    }
    talk.turn();
    talk.answer(0x41, [reason]);
    expect(talk.symptoms).toEqual([symptom]);
    expect(talk.state.link.name).toBe("down");
  });

  test("answered with a card in clear ends the conversation", () => {
    const talk = challenged([keyA]);
    talk.answer(0x50, [0, 0, 8, 0, 0xff]);
    expect(talk.symptoms).toEqual(["clear-text"]);
  });
});

describe("whatever a device says", () => {
  const anyFrame = fc
    .record({
      sequence: fc.nat(3),
      hasCrc: fc.boolean(),
      code: fc.oneof(fc.constantFrom(0x40, 0x41, 0x45, 0x50, 0x53, 0x76, 0x78, 0x79), fc.nat(255)),
      data: fc.oneof(
        fc.constantFrom(Uint8Array.of(1), Uint8Array.of(5), Uint8Array.of(6)),
        fc.uint8Array({ maxLength: 40 }),
      ),
      type: fc.constantFrom(undefined, 0x12, 0x14, 0x16, 0x18),
      first: fc.nat(1),
    })
    .map(({ sequence, hasCrc, code, data, type, first }) => {
      const head = { address: 0, isReply: true, sequence, hasCrc, code, data };
      if (type === undefined) return frameOf(encodeFrame(head));
      const isSealed = type > 0x14;
      const security = { type, data: isSealed ? new Uint8Array() : Uint8Array.of(first) };
      const macOf = () => new Uint8Array(4);
      return frameOf(encodeFrame({ ...head, security, ...(isSealed && { macOf }) }));
    });
  const anyInput = fc.oneof(
    { weight: 5, arbitrary: fc.constant("turn" as const) },
    {
      weight: 1,
      arbitrary: fc.constantFrom("silence" as const, "closed" as const, "opened" as const),
    },
    { weight: 1, arbitrary: fc.constant("order" as const) },
    { weight: 5, arbitrary: anyFrame },
  );

  test.each([
    ["a secure one that was never in its channel", secure, false],
    ["a secure one in its channel", secure, true],
    ["an open one", open, false],
  ])("%s is believed only as far as it proved itself", (_name, settings, isConnected) => {
    fc.assert(
      fc.property(fc.array(anyInput, { maxLength: 60 }), (inputs) => {
        const talk = new Talk(settings);
        if (isConnected) talk.connect(new PdFarEnd(0, keyA));
        for (const input of inputs) {
          talk.nowMs += 10;
          const { nowMs } = talk;
          if (input === "turn") talk.step({ kind: "turn", nowMs, randomA });
          else if (input === "order") {
            talk.step({ kind: "order", nowMs, command: { kind: "text", text: "x" } });
          } else if (typeof input === "string") talk.step({ kind: input, nowMs });
          else talk.reply(input);
          const replies = talk.effects.filter(({ kind }) => kind === "reply");
          if (settings.isSecure) expect(replies).toEqual([]);
          expect(talk.state.orders.length).toBeLessThanOrEqual(1);
          const isWaiting = Number.isFinite(talk.state.dueMs);
          expect(isWaiting).toBe(talk.state.link.name !== "closed");
        }
      }),
      { numRuns: 300 },
    );
  });
});
