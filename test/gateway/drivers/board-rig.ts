// Lock boards of one kind on one line of a stand, with all that they report kept for the test.
import { withoutEcho } from "../../../gateway/adapters/serial/echo-strip.ts";
import type {
  ChannelInputs,
  DeviceHealth,
  LockBoard,
  PulseOrder,
  PulseResult,
  SymptomCounts,
} from "../../../gateway/ports/devices.ts";
import type { BoardKind } from "./board-kinds.ts";
import { FarBus, type FarBoard } from "./far-bus.ts";
import { RecordingLog } from "./recording-log.ts";
import type { Stand } from "./stands.ts";

/** One board and what it said. */
export interface RiggedBoard {
  readonly board: LockBoard;
  readonly health: DeviceHealth[];
  readonly inputs: Map<number, ChannelInputs>;
}

export class BoardRig {
  readonly far: FarBus;
  readonly boards: readonly RiggedBoard[];
  readonly results: PulseResult[] = [];
  readonly stand: Stand;

  /** Far boards and drivers for `addresses`; nothing is plugged or started yet. */
  constructor(
    stand: Stand,
    kind: BoardKind,
    options: { readonly addresses?: readonly number[]; readonly isStripping?: boolean } = {},
  ) {
    const { addresses = [1], isStripping = false } = options;
    this.stand = stand;
    this.far = new FarBus(kind.protocol, (bytes) => stand.send(bytes));
    this.far.boards = addresses.map((address) => kind.farBoard(address));
    const line = {
      id: "bus-a",
      open: isStripping ? withoutEcho(stand.open) : stand.open,
      timers: stand.timers,
      monoMs: stand.monoMs,
      random: () => 0,
      log: new RecordingLog(),
      answerMs: stand.answerMs,
      slotMs: 10,
      pacing: { backoffFirstMs: 20, backoffMaxMs: 50 },
    };
    this.boards = kind.boardsOn(line, addresses, 20).map((board) => watched(board));
  }

  get first(): RiggedBoard {
    const [first] = this.boards;
    if (first === undefined) throw new Error("a rig has at least one board");
    return first;
  }

  get firstFar(): FarBoard {
    const [first] = this.far.boards;
    if (first === undefined) throw new Error("a rig has at least one board");
    return first;
  }

  get symptoms(): SymptomCounts {
    return this.first.board.symptoms();
  }

  /** The latest reason of the first board, or "online". */
  get words(): string {
    return wordsOf(this.first);
  }

  plug(): void {
    this.stand.plug((bytes) => this.far.hear(bytes));
  }

  start(): void {
    for (const { board } of this.boards) board.start();
  }

  async startOnline(): Promise<void> {
    this.plug();
    this.start();
    await this.untilOnline();
  }

  untilOnline(): Promise<void> {
    return this.stand.until("online", () => this.boards.every((one) => wordsOf(one) === "online"));
  }

  /** Lets the boards be asked `count` times more. */
  async rounds(count: number): Promise<void> {
    const end = this.far.requests.length + count;
    await this.stand.until("more requests", () => this.far.requests.length >= end);
  }

  /** Orders channel 2 of the first board for 500 ms within 10 s, unless told otherwise. */
  async order(change: Partial<PulseOrder> = {}): Promise<PulseResult> {
    const deadlineMonoMs = this.stand.monoMs() + 10_000;
    const before = this.results.length;
    void this.first.board
      .pulse({ channel: 2, pulseMs: 500, deadlineMonoMs, ...change })
      .then((result) => this.results.push(result));
    await this.stand.until("a result", () => this.results.length > before);
    return this.results.at(-1) ?? { outcome: "unknown", reason: "no result" };
  }

  async stop(): Promise<void> {
    await Promise.all(this.boards.map(({ board }) => board.stop()));
    this.stand.end();
  }
}

/** The latest health of a board in words: "online", or its reason. */
export function wordsOf({ health }: RiggedBoard): string {
  const last = health.at(-1);
  if (last === undefined) return "";
  return last.state === "online" ? "online" : `${last.state}: ${last.reason}`;
}

function watched(board: LockBoard): RiggedBoard {
  const health: DeviceHealth[] = [];
  const inputs = new Map<number, ChannelInputs>();
  board.onHealth((now) => health.push(now));
  board.onInputs((channel, now) => inputs.set(channel, now));
  return { board, health, inputs };
}
