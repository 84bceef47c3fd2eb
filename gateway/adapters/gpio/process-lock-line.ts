// A lock line whose pulse is given by a process of its own, which ends it whatever happens here.
//
// The line is not held between pulses: the kernel gives it to one process at a time. What a freed
// line does is the chip's business. With a chip that takes the line back to its default (gpio-sim,
// most expanders, a Raspberry Pi with `dtparam=strict_gpiod`) a killed pulse is a finished pulse. A
// Raspberry Pi without it keeps the last level of a freed line: there a pulse whose process is
// killed stays on until the next request, so `stop`, the end of every pulse, good or bad, and the
// outputs-off program each take the line once more and make it inactive. A coil must survive that
// or have a one-shot in hardware.
//
// The program is started before there is an order: an order lives for two seconds,
// and a busy board may take longer than that to start a program.
import type { DeviceHealth, PulseResult, Unsubscribe } from "../../ports/devices.ts";
import { Listeners } from "../serial/listeners.ts";
import type { LineRuntime } from "../serial/supervised-line.ts";
import type { LinePlace } from "./kernel-lines.ts";
import { messageOf } from "./line-keeper.ts";
import type { LineSource, OutputChoice } from "./line-source.ts";
import { isSameHealth, notSent, refusalOf, type LinePulse, type LockLine } from "./lock-line.ts";
import type { ChildEnd, PulseStarter } from "./pulse-child.ts";
import { notDrivenExitCode, type PulseProgram } from "./pulse-program.ts";

/** Time between two looks at the line. */
const checkEveryMs = 5_000;
/** Until a line that could not be made inactive after a pulse is taken again. */
const retryMs = 200;
/** Time between two looks at a process that gives a pulse. */
const watchEveryMs = 50;
/** A process that drives the line this much longer than the pulse is killed. */
const overtimeMaxMs = 500;
/** A process that has let the line go and does not end is killed after this time. */
const endMaxMs = 5_000;
/** An order with less time left is refused: the process would drive the line after the deadline. */
const startMaxMs = 100;

/** Lines of a chip, and where each is: the character device. */
export interface PlacedSource extends LineSource {
  /** @throws Fault device/absent */
  place(name: string): LinePlace;
}

export interface ProcessLockLineOptions extends LineRuntime, OutputChoice {
  readonly source: PlacedSource;
  readonly program: PulseProgram;
  readonly starter: PulseStarter;
}

export class ProcessLockLine implements LockLine {
  readonly name: string;
  readonly #options: ProcessLockLineOptions;
  readonly #key: string;
  readonly #healthListeners = new Listeners<[DeviceHealth]>();
  #health: DeviceHealth = { state: "absent", reason: "not started" };
  #isWanted = false;
  #isPulsing = false;
  /** One user of the line at a time: a look, a pulse, the farewell. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(options: ProcessLockLineOptions) {
    this.name = options.name;
    this.#options = options;
    this.#key = `gpio/${options.name}`;
  }

  onHealth(listener: (health: DeviceHealth) => void): Unsubscribe {
    return this.#healthListeners.add(listener);
  }

  start(): void {
    if (this.#isWanted) return;
    this.#isWanted = true;
    void this.#inTurn(() => this.#check());
  }

  /** A pulse that runs is left to its end: it is bounded, and a killed one may stay on. */
  async stop(): Promise<void> {
    this.#isWanted = false;
    this.#options.timers.clear(`${this.#key}/check`);
    await this.#inTurn(() => this.#makeInactive());
    this.#options.starter.rest();
    this.#tell({ state: "absent", reason: "not started" });
  }

  pulse(order: LinePulse): Promise<PulseResult> {
    const refusal = refusalOf(order);
    if (refusal !== undefined) return Promise.resolve(notSent(refusal));
    if (this.#isPulsing) return Promise.resolve(notSent("a pulse is being given"));
    if (!this.#isWanted) return Promise.resolve(notSent("the lock is not started"));
    this.#isPulsing = true;
    return this.#inTurn(async () => {
      const result = await this.#give(order).catch((error: unknown) => notSent(messageOf(error)));
      this.#isPulsing = false;
      if (result.outcome !== "answered") {
        this.#options.log.warn({ line: this.name, ...result }, "a pulse was not given as ordered");
      }
      return result;
    });
  }

  async #give(order: LinePulse): Promise<PulseResult> {
    const { source, isActiveLow, monoMs, starter, program } = this.#options;
    const { device, offset, info } = source.place(this.name);
    if (info.isUsed) return notSent(`line ${this.name} is held by "${info.consumer}"`);
    if (monoMs() + startMaxMs >= order.deadlineMonoMs) return notSent("the deadline has passed");
    const child = starter.start(program, { device, offset, isActiveLow, ...order });
    let killedFor: string | undefined;
    const kill = (reason: string): void => {
      killedFor = reason;
      child.kill();
    };
    this.#watch(order, kill, {});
    const end = await child.ended;
    this.#options.timers.clear(`${this.#key}/pulse`);
    if (this.#isWanted) starter.prepare(program);
    return this.#resultOf(end, killedFor);
  }

  /** Kills a process that is later than its order allows; looks at it in steps. */
  #watch(order: LinePulse, kill: (why: string) => void, before: Sights): void {
    const { timers, monoMs, source } = this.#options;
    timers.set(`${this.#key}/pulse`, watchEveryMs, () => {
      const nowMs = monoMs();
      const sights = sightsAfter(before, isHeldNow(source, this.name), nowMs);
      const { endMs, why } = limitOf(order, sights);
      if (nowMs >= endMs) kill(why);
      else this.#watch(order, kill, sights);
    });
  }

  /** Before a pulse that may have been given is answered, the line is inactive or known not to. */
  async #resultOf(end: ChildEnd, killedFor: string | undefined): Promise<PulseResult> {
    if (end.kind === "not-started") return notSent(`pulse-line: ${end.reason}`);
    const words = killedFor ?? (end.words === "" ? "no words" : end.words);
    if (end.code === notDrivenExitCode) return notSent(`pulse-line: ${words}`);
    const health = await this.#makeInactive();
    this.#tell(health);
    if (health.state !== "online") {
      this.#checkIn(retryMs);
      const reason = `line ${this.name} may still be on: ${health.reason}`;
      return { outcome: "unknown", isReleased: false, reason };
    }
    if (end.code === 0) return { outcome: "answered" };
    const how = end.code === null ? "was killed" : `ended with ${end.code}`;
    return { outcome: "unknown", reason: `pulse-line ${how}: ${words}` };
  }

  async #check(): Promise<void> {
    if (!this.#isWanted) return;
    this.#tell(await this.#makeInactive());
    this.#checkIn(checkEveryMs);
    const { starter, program } = this.#options;
    if (this.#isWanted) starter.prepare(program);
  }

  /** A lock that was stopped meanwhile is not looked at again. */
  #checkIn(ms: number): void {
    if (!this.#isWanted) return;
    this.#options.timers.set(`${this.#key}/check`, ms, () => {
      void this.#inTurn(() => this.#check());
    });
  }

  /** Takes the line for a moment, inactive; whether that worked is the health of the lock. */
  async #makeInactive(): Promise<DeviceHealth> {
    try {
      const held = await this.#options.source.holdOutput(this.#options);
      held.close();
      return { state: "online" };
    } catch (error) {
      return { state: "absent", reason: messageOf(error) };
    }
  }

  #inTurn<T>(act: () => Promise<T>): Promise<T> {
    const result = this.#turn.then(act);
    this.#turn = result.catch(() => {});
    return result;
  }

  #tell(health: DeviceHealth): void {
    if (isSameHealth(this.#health, health)) return;
    this.#health = health;
    const level = health.state === "online" || !this.#isWanted ? "info" : "warn";
    this.#options.log[level]({ line: this.name, ...health }, "lock line changed");
    this.#healthListeners.emit(health);
  }
}

/** When the line of a pulse was first seen held, and first seen free after that; monotonic ms. */
interface Sights {
  readonly heldMs?: number;
  readonly freeMs?: number;
}

function sightsAfter(before: Sights, isHeld: boolean | undefined, nowMs: number): Sights {
  const { heldMs, freeMs } = before;
  if (heldMs === undefined) return isHeld === true ? { heldMs: nowMs } : before;
  return freeMs === undefined && isHeld === false ? { heldMs, freeMs: nowMs } : before;
}

/** Until when the process of a pulse may live. Ending may take long on a busy board. */
function limitOf(
  { pulseMs, deadlineMonoMs }: LinePulse,
  { heldMs, freeMs }: Sights,
): { readonly endMs: number; readonly why: string } {
  if (heldMs === undefined) return { endMs: deadlineMonoMs, why: "it had not begun in time" };
  if (freeMs !== undefined) return { endMs: freeMs + endMaxMs, why: "it did not end" };
  return { endMs: heldMs + pulseMs + overtimeMaxMs, why: "it did not end the pulse" };
}

/** Undefined: the line cannot be looked at. */
function isHeldNow(source: PlacedSource, name: string): boolean | undefined {
  try {
    return source.place(name).info.isUsed;
  } catch {
    return undefined;
  }
}
