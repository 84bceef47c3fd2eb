// A CU16 board driver on a cable in memory, in time the test moves, with a hand-written far end.
import { cu16Board, type Cu16BoardOptions } from "../../../gateway/adapters/boards/cu16-board.ts";
import { cu16Rule } from "../../../gateway/adapters/boards/cu16-frame.ts";
import { RequestBus } from "../../../gateway/adapters/boards/request-bus.ts";
import type { LockBoard, PulseOrder, PulseResult } from "../../../gateway/ports/devices.ts";
import { Cu16FarEnd } from "./cu16-far-end.ts";
import { ManualTime } from "./manual-time.ts";
import { MemorySocket } from "./memory-line.ts";
import { RecordingLog } from "./recording-log.ts";

/** Nine bytes at 19200 8N1; the board hears nothing while it sends. */
const answerTimeMs = 4.7;

export class Cu16Rig {
  readonly time = new ManualTime();
  readonly socket = new MemorySocket();
  readonly far = new Cu16FarEnd((bytes) => {
    this.#deafUntilMs = this.time.monoMs() + answerTimeMs;
    this.socket.send(bytes);
  });
  readonly log = new RecordingLog();
  readonly bus: RequestBus<ReturnType<typeof cu16Rule.parse> & {}>;
  readonly board: LockBoard;
  /** `channel hook occupied`, as reported. */
  readonly inputs: string[] = [];
  readonly health: string[] = [];
  #results: PulseResult[] = [];
  #deafUntilMs = 0;

  constructor(options: Partial<Cu16BoardOptions> = {}) {
    const { time, socket, log } = this;
    // A real cable does not answer in the moment of the write.
    socket.onWrite = (bytes) => {
      if (time.monoMs() >= this.#deafUntilMs) queueMicrotask(() => this.far.hear(bytes));
    };
    const runtime = { timers: time, monoMs: time.monoMs, random: () => 0, log };
    this.bus = new RequestBus({ id: "bus-a", open: socket.open, rule: cu16Rule, ...runtime });
    this.board = cu16Board({ id: "lock-a", bus: this.bus, ...runtime, ...options });
    this.board.onInputs((channel, { isHookClosed, isOccupied }) => {
      this.inputs.push(`${channel} ${isHookClosed} ${isOccupied}`);
    });
    this.board.onHealth((health) => this.health.push(health.state));
  }

  /** Outcomes of all pulses that ended, in order of their end. */
  get outcomes(): string[] {
    return this.#results.map((result) => result.outcome);
  }

  get reasons(): string[] {
    return this.#results.map((result) => ("reason" in result ? result.reason : ""));
  }

  async startOnline(): Promise<void> {
    this.board.start();
    await this.time.advance(500);
    this.far.requests.length = 0;
    this.inputs.length = 0;
  }

  /** Orders a pulse of lock 1 for 500 ms within 2 s, unless told otherwise. */
  order(change: Partial<PulseOrder> = {}): void {
    const deadlineMonoMs = this.time.monoMs() + 2_000;
    const order = { channel: 0, pulseMs: 500, deadlineMonoMs, ...change };
    void this.board.pulse(order).then((result) => this.#results.push(result));
  }
}
