// What a person sees and hears of an OSDP reader: LEDs, buzzer, text, and its relay outputs.

import type { Cancel, Scheduler } from "./scheduler.ts";
import type { Stage } from "./stage.ts";

/** Durations on the wire count in these. */
const unitMs = 100;
const ledRecordBytes = 14;
const outputRecordBytes = 4;
const buzzerBytes = 5;
const textHeadBytes = 6;

const colors = ["black", "red", "green", "amber", "blue", "magenta", "cyan", "white"] as const;
export type OsdpColor = (typeof colors)[number];

/** Two phases that alternate. An `offMs` of 0 means that the first one stays. */
interface Blinking {
  readonly sinceMs: number;
  readonly onMs: number;
  readonly offMs: number;
  readonly on: OsdpColor;
  readonly off: OsdpColor;
}

interface Led {
  permanent: Blinking;
  temporary: (Blinking & { readonly untilMs: number }) | undefined;
}

interface Buzzer {
  readonly sinceMs: number;
  readonly onMs: number;
  readonly offMs: number;
  /** 0 = until the next order. */
  readonly count: number;
}

interface Output {
  isOn: boolean;
  cancel: Cancel | undefined;
}

export interface OsdpSignalCounts {
  readonly leds: number;
  readonly outputs: number;
}

const dark: Blinking = { sinceMs: 0, onMs: 0, offMs: 0, on: "black", off: "black" };

/**
 * Obeys LED, BUZ, TEXT and OUT. Each order returns whether its data had the right length and named
 * things that exist; a wrong one changes nothing. State is a function of time, read when asked.
 */
export class OsdpSignals {
  readonly #scheduler: Scheduler;
  readonly #leds: readonly Led[];
  readonly #outputs: readonly Output[];
  readonly #listeners = new Set<() => void>();
  readonly #expiries = new Set<Cancel>();
  #buzzer: Buzzer | undefined;
  #text = "";

  constructor(scheduler: Scheduler, counts: OsdpSignalCounts) {
    this.#scheduler = scheduler;
    const led = () => ({ permanent: dark, temporary: undefined });
    this.#leds = Array.from({ length: counts.leds }, led);
    this.#outputs = Array.from({ length: counts.outputs }, () => ({
      isOn: false,
      cancel: undefined,
    }));
  }

  /** Color right now, blinking included; black for a LED the reader does not have. */
  ledColor(led = 0): OsdpColor {
    const nowMs = this.#scheduler.nowMs();
    const one = this.#leds[led];
    if (one === undefined) return "black";
    const { temporary, permanent } = one;
    if (temporary !== undefined && nowMs < temporary.untilMs) return colorAt(temporary, nowMs);
    return colorAt(permanent, nowMs);
  }

  get isBuzzing(): boolean {
    const buzzer = this.#buzzer;
    if (buzzer === undefined) return false;
    const periodMs = buzzer.onMs + buzzer.offMs;
    const passedMs = this.#scheduler.nowMs() - buzzer.sinceMs;
    if (buzzer.onMs === 0) return false;
    if (buzzer.count > 0 && passedMs >= buzzer.count * periodMs) return false;
    return passedMs % periodMs < buzzer.onMs;
  }

  get text(): string {
    return this.#text;
  }

  get outputs(): readonly boolean[] {
    return this.#outputs.map((one) => one.isOn);
  }

  /** Called after every order that changed something and when a temporary state ends. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  obeyLed(data: readonly number[]): boolean {
    if (data.length === 0 || data.length % ledRecordBytes !== 0) return false;
    const records = sliced(data, ledRecordBytes);
    if (!records.every(([, led = 0]) => led < this.#leds.length)) return false;
    for (const record of records) this.#setLed(record);
    this.#tell();
    return true;
  }

  obeyBuzzer(data: readonly number[]): boolean {
    if (data.length !== buzzerBytes) return false;
    const [, tone = 0, on = 0, off = 0, count = 0] = data;
    const sinceMs = this.#scheduler.nowMs();
    this.#buzzer =
      tone <= 1 ? undefined : { sinceMs, onMs: on * unitMs, offMs: off * unitMs, count };
    if (this.#buzzer !== undefined && count > 0) this.#later(count * (on + off) * unitMs);
    this.#tell();
    return true;
  }

  obeyText(data: readonly number[]): boolean {
    const length = data[textHeadBytes - 1];
    if (length === undefined || data.length !== textHeadBytes + length) return false;
    const [, command = 0, durationS = 0] = data;
    const before = this.#text;
    this.#text = String.fromCharCode(...data.slice(textHeadBytes));
    // Commands 3 and 4 are for a time only; the text before them comes back.
    if (command >= 3) this.#later(durationS * 1_000, () => (this.#text = before));
    this.#tell();
    return true;
  }

  obeyOutputs(data: readonly number[]): boolean {
    if (data.length === 0 || data.length % outputRecordBytes !== 0) return false;
    const records = sliced(data, outputRecordBytes);
    if (!records.every(([output = 0]) => output < this.#outputs.length)) return false;
    for (const record of records) this.#setOutput(record);
    this.#tell();
    return true;
  }

  /** Everything dark, silent and off; nothing pending. Tells. */
  reset(): void {
    for (const cancel of this.#expiries) cancel();
    this.#expiries.clear();
    for (const led of this.#leds) Object.assign(led, { permanent: dark, temporary: undefined });
    for (const output of this.#outputs) Object.assign(output, { isOn: false, cancel: undefined });
    this.#buzzer = undefined;
    this.#text = "";
    this.#tell();
  }

  close(): void {
    this.reset();
    this.#listeners.clear();
  }

  #setLed(record: readonly number[]): void {
    const [, at = 0, temporaryCode = 0, on = 0, off = 0, onColor = 0, offColor = 0] = record;
    const led = this.#leds[at];
    if (led === undefined) return;
    const nowMs = this.#scheduler.nowMs();
    if (temporaryCode === 1) led.temporary = undefined;
    if (temporaryCode === 2) {
      const timerMs = ((record[7] ?? 0) | ((record[8] ?? 0) << 8)) * unitMs;
      const blinking = blinkingOf(nowMs, [on, off, onColor, offColor]);
      led.temporary = { ...blinking, untilMs: nowMs + timerMs };
      this.#later(timerMs);
    }
    if (record[9] === 1) led.permanent = blinkingOf(nowMs, record.slice(10));
  }

  /** Codes 1 to 4 are permanent, 5 and 6 last for a time; permanent ones end a timed state. */
  #setOutput([at = 0, code = 0, low = 0, high = 0]: readonly number[]): void {
    const output = this.#outputs[at];
    if (output === undefined || code === 0 || code > 6) return;
    const before = output.isOn;
    output.cancel?.();
    output.cancel = undefined;
    output.isOn = code === 2 || code === 4 || code === 5;
    if (code < 5) return;
    output.cancel = this.#later((low | (high << 8)) * unitMs, () => (output.isOn = before));
  }

  #later(delayMs: number, run: () => void = () => undefined): Cancel {
    const cancel = this.#scheduler.after(delayMs, () => {
      this.#expiries.delete(stop);
      run();
      this.#tell();
    });
    const stop = () => {
      this.#expiries.delete(stop);
      cancel();
    };
    this.#expiries.add(stop);
    if (this.#expiries.size > expiriesMaxCount) [...this.#expiries][0]?.();
    return stop;
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

/** Ends of temporary states waited for at once; the oldest one is forgotten. */
const expiriesMaxCount = 64;

/** Lets the world see the first LED and hear the buzzer of a reader as they change. */
export function showInWorld(signals: OsdpSignals, stage: Stage, source: string): void {
  signals.onChange(() => {
    const color = signals.ledColor();
    const shows = color === "black" ? "off" : color;
    stage.act({ kind: "showSignal", source, part: "led", shows });
    const sound = signals.isBuzzing ? "on" : "off";
    stage.act({ kind: "showSignal", source, part: "buzzer", shows: sound });
  });
}

function blinkingOf(
  sinceMs: number,
  [on = 0, off = 0, onColor = 0, offColor = 0]: readonly number[],
): Blinking {
  return {
    sinceMs,
    onMs: on * unitMs,
    offMs: off * unitMs,
    on: colors[onColor] ?? "black",
    off: colors[offColor] ?? "black",
  };
}

function colorAt({ sinceMs, onMs, offMs, on, off }: Blinking, nowMs: number): OsdpColor {
  if (offMs === 0) return on;
  return (nowMs - sinceMs) % (onMs + offMs) < onMs ? on : off;
}

function sliced(data: readonly number[], size: number): readonly (readonly number[])[] {
  return Array.from({ length: data.length / size }, (_, at) =>
    data.slice(at * size, (at + 1) * size),
  );
}
