// The GPIO character device, version 2, as bytes: requests, values, events (linux/gpio.h).

/** Numbers of ioctl(2), generic layout (arm, arm64, x86-64, riscv64). */
export const gpioIoctl = {
  chipInfo: 0x8044b401,
  lineInfo: 0xc100b405,
  requestLine: 0xc250b407,
  values: 0xc010b40e,
  setValues: 0xc010b40f,
} as const;

/** Sizes of the structures in bytes. */
export const gpioBytes = {
  chipInfo: 68,
  lineInfo: 256,
  request: 592,
  values: 16,
  event: 48,
} as const;

/** `flags` of a line. */
export const lineFlag = {
  used: 1n,
  activeLow: 2n,
  input: 4n,
  output: 8n,
  edgeRising: 16n,
  edgeFalling: 32n,
  biasPullUp: 256n,
  biasPullDown: 512n,
  biasDisabled: 1024n,
} as const;

const textMaxBytes = 32;
const consumerAt = 256;
const configAt = 288;
const attributeCountAt = configAt + 8;
const attributesAt = configAt + 32;
const attributeBytes = 24;
const lineCountAt = 560;
const eventBufferAt = 564;
const fdAt = 588;
const outputValues = 2;
const debouncePeriodUs = 3;
const risingEdge = 1;
/** The only line of a request has bit 0 in values and masks. */
const firstLine = 1n;

export type Bias = "as-is" | "disabled" | "pull-up" | "pull-down";

const biasFlag: Readonly<Record<Bias, bigint>> = {
  "as-is": 0n,
  disabled: lineFlag.biasDisabled,
  "pull-up": lineFlag.biasPullUp,
  "pull-down": lineFlag.biasPullDown,
};

interface RequestBase {
  readonly offset: number;
  /** Shown to whoever asks who holds the line; cut after 31 bytes. */
  readonly consumer: string;
  readonly isActiveLow: boolean;
}

/** One line a process asks the kernel for. */
export type LineRequest =
  | (RequestBase & { readonly direction: "output" })
  | (RequestBase & {
      readonly direction: "input";
      readonly bias: Bias;
      /** Both edges are queued as events; false = the line is only read. */
      readonly hasEdges: boolean;
      /** 0 = off. Only with edges. */
      readonly debounceMs: number;
      /** Events the kernel keeps until they are read; 0 = its default. */
      readonly eventMaxCount: number;
    });

/** `struct gpio_v2_line_request` of one line. An output is inactive from the first moment. */
export function lineRequest(request: LineRequest): Buffer {
  const bytes = Buffer.alloc(gpioBytes.request);
  bytes.writeUInt32LE(request.offset, 0);
  bytes.write(request.consumer, consumerAt, textMaxBytes - 1, "latin1");
  bytes.writeUInt32LE(1, lineCountAt);
  bytes.writeBigUInt64LE(flagsOf(request), configAt);
  if (request.direction === "output") {
    writeAttribute(bytes, { kind: outputValues, value: 0n });
    return bytes;
  }
  bytes.writeUInt32LE(request.eventMaxCount, eventBufferAt);
  if (request.hasEdges && request.debounceMs > 0) {
    const value = BigInt(Math.round(request.debounceMs * 1_000));
    writeAttribute(bytes, { kind: debouncePeriodUs, value });
  }
  return bytes;
}

function flagsOf(request: LineRequest): bigint {
  const polarity = request.isActiveLow ? lineFlag.activeLow : 0n;
  if (request.direction === "output") return lineFlag.output | polarity;
  const edges = request.hasEdges ? lineFlag.edgeRising | lineFlag.edgeFalling : 0n;
  return lineFlag.input | polarity | edges | biasFlag[request.bias];
}

function writeAttribute(
  bytes: Buffer,
  { kind, value }: { readonly kind: number; readonly value: bigint },
): void {
  const at = attributesAt + bytes.readUInt32LE(attributeCountAt) * attributeBytes;
  bytes.writeUInt32LE(bytes.readUInt32LE(attributeCountAt) + 1, attributeCountAt);
  bytes.writeUInt32LE(kind, at);
  bytes.writeBigUInt64LE(value, at + 8);
  bytes.writeBigUInt64LE(firstLine, at + 16);
}

/** Descriptor of the line that the kernel wrote into an accepted request. */
export function grantedFd(request: Buffer): number {
  return request.readInt32LE(fdAt);
}

export interface ChipInfo {
  readonly name: string;
  readonly label: string;
  readonly lineCount: number;
}

export function parseChipInfo(bytes: Buffer): ChipInfo {
  const [name, label] = [textAt(bytes, 0), textAt(bytes, textMaxBytes)];
  return { name, label, lineCount: bytes.readUInt32LE(2 * textMaxBytes) };
}

export interface LineInfo {
  readonly name: string;
  /** Who holds the line, by its own words. */
  readonly consumer: string;
  readonly isUsed: boolean;
}

/** Argument of `lineInfo`: the offset asked for. */
export function lineInfoRequest(offset: number): Buffer {
  const bytes = Buffer.alloc(gpioBytes.lineInfo);
  bytes.writeUInt32LE(offset, 2 * textMaxBytes);
  return bytes;
}

export function parseLineInfo(bytes: Buffer): LineInfo {
  const flags = bytes.readBigUInt64LE(2 * textMaxBytes + 8);
  return {
    name: textAt(bytes, 0),
    consumer: textAt(bytes, textMaxBytes),
    isUsed: (flags & lineFlag.used) !== 0n,
  };
}

/** Argument of `values` and `setValues` for the only line of a request. */
export function lineValue(isActive: boolean): Buffer {
  const bytes = Buffer.alloc(gpioBytes.values);
  bytes.writeBigUInt64LE(isActive ? firstLine : 0n, 0);
  bytes.writeBigUInt64LE(firstLine, 8);
  return bytes;
}

export function parseLineValue(bytes: Buffer): boolean {
  return (bytes.readBigUInt64LE(0) & firstLine) !== 0n;
}

/** One edge. `isActive` is the level after it, with the active-low flag counted in. */
export interface LineEvent {
  readonly isActive: boolean;
  /** CLOCK_MONOTONIC in nanoseconds when the kernel saw it. */
  readonly kernelNs: bigint;
  /** Counts the events of a line from 1; a gap means that the kernel's queue ran over. */
  readonly lineSeqNo: number;
}

/** Whole events in what was read from a line. */
export function parseEvents(bytes: Buffer): readonly LineEvent[] {
  const count = Math.floor(bytes.length / gpioBytes.event);
  return Array.from({ length: count }, (_, index) => {
    const at = index * gpioBytes.event;
    return {
      kernelNs: bytes.readBigUInt64LE(at),
      isActive: bytes.readUInt32LE(at + 8) === risingEdge,
      lineSeqNo: bytes.readUInt32LE(at + 20),
    };
  });
}

function textAt(bytes: Buffer, at: number): string {
  return bytes.toString("latin1", at, at + textMaxBytes).replace(/\0[^]*$/, "");
}
