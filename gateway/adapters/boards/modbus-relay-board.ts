// A Modbus RTU relay board with hardware pulses (Waveshare style) as a lock board.
import type { LockBoard, PulseOrder, PulseResult } from "../../ports/devices.ts";
import type { Levels } from "./board-inputs.ts";
import type { Reply, Talk } from "./bus-talk.ts";
import {
  allOffRequest,
  bitAt,
  coilsRequest,
  flashRequest,
  inputsRequest,
  linkageRequest,
  modbusAddressMax,
  modbusChannelMaxCount,
  modbusLinkageMaxCount,
  modbusPulseStepMs,
  type ModbusFrame,
  type ModbusQuestion,
} from "./modbus-frame.ts";
import {
  assertWithin,
  notSent,
  PolledBoard,
  type BoardDialect,
  type PolledBoardOptions,
  type ReadInputs,
  type Readiness,
} from "./polled-board.ts";

type ModbusTalk = Talk<ModbusFrame>;

export interface ModbusRelayBoardOptions extends PolledBoardOptions<ModbusFrame> {
  /** Set on the board, 1..247; 1 by default. */
  readonly address?: number;
  /** Relays, and inputs beside them, 1..32; 8 by default. */
  readonly channelCount?: number;
  /** Level of a channel's digital input while its door is closed; `on` by default. */
  readonly doorClosedLevel?: "on" | "off";
}

/**
 * A pulse is the board's own flash: it ends by hardware, whatever becomes of this program. It is
 * rounded up to 100 ms. Relays are never switched on otherwise. All relays are ordered off on each
 * connection, confirmed, before pulses are accepted. The digital input of a channel is its door
 * contact; the board knows nothing of bolts.
 *
 * A board whose inputs drive its relays (linkage, the factory setting of some) is refused with the
 * reason. Firmware V1, before September 2021, has other addresses: it answers with exceptions, or
 * not at all. Throws `RangeError` for an address or a count the board cannot have.
 */
export function modbusRelayBoard(options: ModbusRelayBoardOptions): LockBoard {
  return new PolledBoard(options, new ModbusRelayDialect(options));
}

class ModbusRelayDialect implements BoardDialect<ModbusFrame> {
  readonly place: string;
  readonly channelCount: number;
  readonly #address: number;
  readonly #closedLevel: boolean;
  /** The board answered the last poll with an exception. */
  #complaint: string | undefined;

  constructor(options: ModbusRelayBoardOptions) {
    const { address = 1, channelCount = 8, doorClosedLevel = "on" } = options;
    assertWithin("address of a relay board", address, [1, modbusAddressMax]);
    assertWithin("channelCount of a relay board", channelCount, [1, modbusChannelMaxCount]);
    this.#address = address;
    this.#closedLevel = doorClosedLevel === "on";
    this.channelCount = channelCount;
    this.place = `address ${address}`;
  }

  async prepare(talk: ModbusTalk, read: ReadInputs): Promise<Readiness> {
    const off = await ask(talk, allOffRequest(this.#address));
    if (off.outcome !== "answered") return { outcome: "unanswered" };
    if (off.answer.kind === "exception") {
      return refused(`${this.place} cannot switch all off (${wordsOf(off.answer.exception)})`);
    }
    const linked = await this.#linkedChannels(talk);
    if (linked === undefined) return { outcome: "unanswered" };
    if (linked.length > 0) {
      const channels = linked.join(", ");
      return refused(`inputs drive the relays of channels ${channels}; set 0x1000 to 0x1007 to 0`);
    }
    if (await read()) return { outcome: "ready" };
    return this.#complaint === undefined ? { outcome: "unanswered" } : refused(this.#complaint);
  }

  async poll(talk: ModbusTalk): Promise<Reply<Levels>> {
    const reply = await ask(talk, inputsRequest(this.#address, this.channelCount));
    this.#complaint = undefined;
    if (reply.outcome !== "answered") return reply;
    if (reply.answer.kind === "exception") {
      this.#complaint = `${this.place} has no such inputs (${wordsOf(reply.answer.exception)})`;
      return { outcome: "unanswered" };
    }
    return { outcome: "answered", answer: this.#levelsOf(reply.answer.payload) };
  }

  async unlock(talk: ModbusTalk, order: PulseOrder): Promise<PulseResult> {
    const { channel, deadlineMonoMs } = order;
    const steps = Math.ceil(order.pulseMs / modbusPulseStepMs);
    const flash = flashRequest(this.#address, channel, steps);
    const reply = await ask(talk, flash, deadlineMonoMs);
    if (reply.outcome === "not-sent") return notSent(reply.reason);
    if (reply.outcome === "answered" && reply.answer.kind === "answer") {
      return { outcome: "answered" };
    }
    if (reply.outcome === "answered" && reply.answer.kind === "exception") {
      const reason = `the board refused the pulse (${wordsOf(reply.answer.exception)})`;
      return { outcome: "unknown", reason };
    }
    if (await this.#isCoilOn(talk, channel)) return { outcome: "answered" };
    return { outcome: "unknown", reason: "the board did not confirm the pulse" };
  }

  /** A coil that is on now was switched on by the pulse whose answer was lost. */
  async #isCoilOn(talk: ModbusTalk, channel: number): Promise<boolean> {
    if (!talk.isOpen) return false;
    const reply = await ask(talk, coilsRequest(this.#address, this.channelCount));
    if (reply.outcome !== "answered" || reply.answer.kind === "exception") return false;
    return bitAt(reply.answer.payload, channel);
  }

  /**
   * Counted from 1 as printed on the board; none where it says that it has no such registers,
   * undefined where it says nothing.
   */
  async #linkedChannels(talk: ModbusTalk): Promise<readonly number[] | undefined> {
    const count = Math.min(this.channelCount, modbusLinkageMaxCount);
    const reply = await ask(talk, linkageRequest(this.#address, count));
    if (reply.outcome !== "answered") return undefined;
    if (reply.answer.kind === "exception") return [];
    const { payload } = reply.answer;
    const channels = Array.from({ length: count }, (_, channel) => channel);
    return channels
      .filter((channel) => payload[2 * channel] !== 0 || payload[2 * channel + 1] !== 0)
      .map((channel) => channel + 1);
  }

  #levelsOf(payload: Uint8Array): Levels {
    return Array.from({ length: this.channelCount }, (_, channel) => ({
      isHookClosed: undefined,
      isOccupied: undefined,
      isDoorClosed: bitAt(payload, channel) === this.#closedLevel,
    }));
  }
}

function ask(
  talk: ModbusTalk,
  question: ModbusQuestion,
  deadlineMonoMs?: number,
): Promise<Reply<ModbusFrame>> {
  const deadline = deadlineMonoMs === undefined ? {} : { deadlineMonoMs };
  return talk.ask({ ...question, ...deadline, pick: (frame) => frame });
}

function refused(reason: string): Readiness {
  return { outcome: "refused", reason };
}

/** Modbus application protocol V1.1b3, section 7. */
function wordsOf(exception: number): string {
  const words = ["", "illegal function", "illegal address", "illegal value", "device failure"];
  return `exception ${exception}, ${words[exception] ?? "see the Modbus standard"}: V1 firmware?`;
}
