// What an OSDP control panel can say: each command to its code and data.

// Source: SIA OSDP 2.2 (IEC 60839-11-5), clause 6.
const codes = {
  poll: 0x60,
  id: 0x61,
  capabilities: 0x62,
  "local-status": 0x64,
  "input-status": 0x65,
  "output-status": 0x66,
  output: 0x68,
  led: 0x69,
  buzzer: 0x6a,
  text: 0x6b,
  communication: 0x6e,
  "key-set": 0x75,
  challenge: 0x76,
  "server-cryptogram": 0x77,
  manufacturer: 0x80,
  abort: 0xa2,
} as const;

/** Characters of one text command. */
export const textMaxBytes = 32;
const scbkType = 1;

export type LedColor = "off" | "red" | "green" | "amber" | "blue" | "magenta" | "cyan" | "white";
const ledColors: readonly LedColor[] = [
  "off",
  "red",
  "green",
  "amber",
  "blue",
  "magenta",
  "cyan",
  "white",
];

/** Two colors in turn; times in steps of 100 ms, 0..255. */
export interface LedRhythm {
  readonly on: LedColor;
  readonly onSteps: number;
  readonly off: LedColor;
  readonly offSteps: number;
}

/** Sound and silence in turn, in steps of 100 ms; `count` times, 0 = until the next order. */
export interface BuzzerRhythm {
  readonly onSteps: number;
  readonly offSteps: number;
  readonly count: number;
}

/**
 * One command. `led` sets the lasting rhythm of LED 0 of reader 0; `temporarySteps` (100 ms) makes
 * it last that long and then fall back. `buzzer` undefined = silence.
 */
export type OsdpCommand =
  | {
      readonly kind:
        | "poll"
        | "id"
        | "capabilities"
        | "local-status"
        | "input-status"
        | "output-status"
        | "abort";
    }
  | { readonly kind: "led"; readonly rhythm: LedRhythm; readonly temporarySteps?: number }
  | { readonly kind: "buzzer"; readonly rhythm: BuzzerRhythm | undefined }
  | { readonly kind: "output"; readonly number: number; readonly control: number }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "communication"; readonly address: number; readonly baudRate: number }
  | { readonly kind: "key-set"; readonly scbk: Uint8Array }
  | { readonly kind: "challenge"; readonly randomA: Uint8Array }
  | { readonly kind: "server-cryptogram"; readonly cryptogram: Uint8Array }
  | { readonly kind: "manufacturer"; readonly vendor: Uint8Array; readonly data: Uint8Array };

/** The command byte and the data after it. */
export function encodeCommand(command: OsdpCommand): {
  readonly code: number;
  readonly data: Uint8Array;
} {
  return { code: codes[command.kind], data: Uint8Array.from(dataOf(command)) };
}

function dataOf(command: OsdpCommand): Iterable<number> {
  switch (command.kind) {
    case "id":
    case "capabilities":
      // The standard form of the report; there is no other.
      return [0];
    case "led":
      return ledData(command.rhythm, command.temporarySteps);
    case "buzzer":
      return buzzerData(command.rhythm);
    case "output":
      return [command.number, command.control, 0, 0];
    case "text":
      return textData(command.text);
    case "communication":
      return [command.address, ...bytesLe(command.baudRate, 4)];
    case "key-set":
      return [scbkType, command.scbk.length, ...command.scbk];
    case "challenge":
      return command.randomA;
    case "server-cryptogram":
      return command.cryptogram;
    case "manufacturer":
      return [...command.vendor, ...command.data];
    default:
      return [];
  }
}

function ledData(rhythm: LedRhythm, temporarySteps: number | undefined): number[] {
  const settings = [
    rhythm.onSteps,
    rhythm.offSteps,
    ledColors.indexOf(rhythm.on),
    ledColors.indexOf(rhythm.off),
  ];
  const nothing = [0, 0, 0, 0, 0];
  const isTemporary = temporarySteps !== undefined;
  const temporary = isTemporary ? [2, ...settings] : [1, 0, 0, 0, 0];
  const lasting = isTemporary ? nothing : [1, ...settings];
  return [0, 0, ...temporary, ...bytesLe(temporarySteps ?? 0, 2), ...lasting];
}

function buzzerData(rhythm: BuzzerRhythm | undefined): number[] {
  if (rhythm === undefined) return [0, 1, 0, 0, 0];
  return [0, 2, rhythm.onSteps, rhythm.offSteps, rhythm.count];
}

/** Lasting text from the first place on, printable ASCII; anything else becomes a question mark. */
function textData(text: string): number[] {
  const printable = text.slice(0, textMaxBytes).replaceAll(/[^ -~]/g, "?");
  const bytes = Buffer.from(printable, "latin1");
  return [0, 1, 0, 1, 1, bytes.length, ...bytes];
}

function bytesLe(value: number, count: number): number[] {
  return Array.from({ length: count }, (_, at) => (value >>> (8 * at)) & 0xff);
}
