// Lines through the GPIO character device: kernel debounce, kernel timestamps, exclusive holding.
//
// Events are looked for by one poll(2) over all lines every 10 ms, without waiting. A native epoll
// module would save these calls and cost a compiler on the target; a contact is debounced for
// longer than the delay, and each event carries the kernel's own time.
import type { Log, Timers } from "../../ports/runtime.ts";
import { readinessOf } from "../runtime/libc.ts";
import {
  findLine,
  lineErrno,
  LineRefused,
  requestLine,
  type KernelLine,
  type LinePlace,
} from "./kernel-lines.ts";
import type {
  HeldInput,
  HeldOutput,
  InputChoice,
  InputWatch,
  LineSource,
  OutputChoice,
} from "./line-source.ts";
import type { LineEvent } from "./uapi-v2.ts";

/** Time between two looks at all lines. */
const lookEveryMs = 10;
/** A line that cannot interrupt is read at every fifth look: it may be behind a slow bus. */
const looksPerRead = 5;
/** Events the kernel keeps for a line until the next look. */
const eventMaxCount = 64;
const timerKey = "gpio/events";

export interface ChardevSourceOptions {
  /** Label of the chip, or its device path. */
  readonly chip: string;
  /** Folder of the device files; `/dev` by default. */
  readonly folder?: string;
  readonly timers: Timers;
  readonly log: Log;
}

interface Watched {
  readonly name: string;
  readonly line: KernelLine;
  readonly hasEdges: boolean;
  readonly watch: InputWatch;
  /** Number of the last event. */
  seqNo: number;
  isActive: boolean;
}

/** Lines of one chip. The chip is looked up again for every line that is asked for. */
export class ChardevSource implements LineSource {
  readonly #options: ChardevSourceOptions;
  readonly #watched = new Set<Watched>();
  #lookCount = 0;
  #overrunCount = 0;

  constructor(options: ChardevSourceOptions) {
    this.#options = options;
  }

  /** How often the kernel's queue ran over since the start; the level was read again each time. */
  get overrunCount(): number {
    return this.#overrunCount;
  }

  /** Where a line is now, and who holds it. @throws Fault device/absent */
  place(name: string): LinePlace {
    return findLine(this.#options.chip, name, this.#options.folder);
  }

  holdOutput(choice: OutputChoice): Promise<HeldOutput> {
    return new Promise((resolve) => {
      const { device, offset } = this.place(choice.name);
      const { name, isActiveLow } = choice;
      const consumer = consumerOf(name);
      resolve(
        heldOutput(requestLine(device, { direction: "output", offset, consumer, isActiveLow })),
      );
    });
  }

  holdInput(choice: InputChoice, watch: InputWatch): Promise<HeldInput> {
    return new Promise((resolve) => {
      const { line, hasEdges } = requestInput(choice, this.place(choice.name));
      const { name } = choice;
      const watched = { name, line, hasEdges, watch, seqNo: 0, isActive: line.read() };
      this.#watched.add(watched);
      this.#lookSoon();
      resolve({
        isDebounced: hasEdges,
        read: () => line.read(),
        close: () => {
          this.#watched.delete(watched);
          if (this.#watched.size === 0) this.#options.timers.clear(timerKey);
          line.close();
        },
      });
    });
  }

  #lookSoon(): void {
    this.#options.timers.set(timerKey, lookEveryMs, () => {
      this.#look();
      if (this.#watched.size > 0) this.#lookSoon();
    });
  }

  /** Edges of all lines are told in the order in which the kernel saw them. */
  #look(): void {
    this.#lookCount += 1;
    const lines = [...this.#watched];
    const ready = readinessOf(lines.map(({ line }) => line.fd));
    const edges: { readonly watched: Watched; readonly event: LineEvent }[] = [];
    for (const [at, watched] of lines.entries()) {
      const { isReadable = false, isGone = false } = ready[at] ?? {};
      if (!isGone && !isReadable && watched.hasEdges) continue;
      try {
        if (isGone) watched.line.read();
        for (const event of this.#takeEvents(watched)) edges.push({ watched, event });
      } catch (error) {
        watched.watch.onLost(error instanceof Error ? error.message : String(error));
      }
    }
    edges.sort((a, b) => Number(a.event.kernelNs - b.event.kernelNs));
    for (const { watched, event } of edges) {
      if (this.#watched.has(watched)) watched.watch.onEdge(event);
    }
  }

  /** What happened on a line since the last look; the level read now has the last word. */
  #takeEvents(watched: Watched): readonly LineEvent[] {
    const { line, hasEdges } = watched;
    if (!hasEdges && this.#lookCount % looksPerRead !== 0) return [];
    const events = hasEdges ? line.takeEvents() : [];
    for (const { lineSeqNo } of events) {
      if (lineSeqNo !== watched.seqNo + 1) this.#noteOverrun(watched, lineSeqNo);
      watched.seqNo = lineSeqNo;
    }
    const last = events.at(-1);
    const before = last?.isActive ?? watched.isActive;
    const isActive = line.read();
    watched.isActive = isActive;
    if (isActive === before) return events;
    const kernelNs = last?.kernelNs ?? process.hrtime.bigint();
    return [...events, { isActive, kernelNs, lineSeqNo: watched.seqNo }];
  }

  #noteOverrun({ name, seqNo }: Watched, found: number): void {
    this.#overrunCount += 1;
    const lostCount = found - seqNo - 1;
    this.#options.log.warn({ line: name, lostCount }, "edges were lost; the level was read again");
  }
}

/** A line of an expander may have no interrupt; it is then read from time to time. */
function requestInput(
  choice: InputChoice,
  { device, offset }: LinePlace,
): { readonly line: KernelLine; readonly hasEdges: boolean } {
  const { name, isActiveLow, bias, debounceMs } = choice;
  const request = (hasEdges: boolean): KernelLine =>
    requestLine(device, {
      direction: "input",
      offset,
      consumer: consumerOf(name),
      isActiveLow,
      bias,
      hasEdges,
      debounceMs,
      eventMaxCount,
    });
  try {
    return { line: request(true), hasEdges: true };
  } catch (error) {
    const hasNoInterrupt = error instanceof LineRefused && noInterrupt.has(error.errno);
    if (!hasNoInterrupt) throw error;
    return { line: request(false), hasEdges: false };
  }
}

const noInterrupt: ReadonlySet<number> = new Set([lineErrno.noDeviceOrAddress, lineErrno.invalid]);

function heldOutput(line: KernelLine): HeldOutput {
  return {
    read: () => line.read(),
    write: (isActive) => line.write(isActive),
    close: () => {
      try {
        line.write(false);
      } catch {
        // Closed already, or the chip is gone and its outputs with it.
      }
      line.close();
    },
  };
}

function consumerOf(name: string): string {
  return `driftbox ${name}`;
}
