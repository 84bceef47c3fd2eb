// Builds all devices of a gateway from its configuration, and says which box each one serves.

import { gpioLines } from "../adapters/gpio/lines.ts";
import type { GpioLines, InputLineOptions } from "../adapters/gpio/gpio-lines.ts";
import { NmeaReceiver } from "../adapters/position/nmea-receiver.ts";
import { IioScale } from "../adapters/scales/iio-scale.ts";
import { SerialCodeScanner } from "../adapters/readers/code-scanner.ts";
import type { LineRuntime } from "../adapters/serial/supervised-line.ts";
import { LineSignals } from "../adapters/signals/line-signals.ts";
import type { SignalWire } from "../app/devices/box-signals.ts";
import type { Wiring } from "../app/devices/devices.ts";
import type { ScannerWire } from "../app/devices/reader-listeners.ts";
import { boardWires, gpioBoardWires } from "./boards.ts";
import { openerOf } from "./lines.ts";
import { readerWires } from "./readers.ts";
import type { BoxConfig, GatewayConfig } from "../config/config.ts";
import type { InputLine, OutputLine } from "../ports/devices.ts";
import type { Entropy } from "../ports/runtime.ts";

export interface WiringParts {
  readonly config: GatewayConfig;
  readonly runtime: LineRuntime;
  readonly entropy: Entropy;
}

/** Rejects with Fault config/value. */
export async function wiringOf(parts: WiringParts): Promise<Wiring> {
  const { config, runtime } = parts;
  const { readers, signals } = await readerWires(parts);
  const serial = {
    readers,
    scanners: config.scanners.map((scanner) => scannerOf(scanner, runtime)),
    ...positionOf(config, runtime),
  };
  const boards = boardWires(config, runtime);
  const scales = scalesOf(config.boxes, runtime);
  const { gpio } = config;
  if (gpio === undefined) return { ...serial, boards, doors: [], scales, signals };
  const lines = gpioLines(gpio, runtime);
  const gpioLocks = gpioBoardWires(config.boxes, { choice: gpio, lines, runtime });
  return {
    ...serial,
    boards: [...boards, ...gpioLocks],
    doors: doorsOf(config.boxes, lines),
    presences: presencesOf(config.boxes, lines),
    keys: keysOf(config.boxes, lines),
    scales,
    signals: [...signals, ...lampsOf(config, lines, runtime)],
    ...powerOf(config, lines),
    tampers: config.tamper.map(({ id, box, input }) => ({
      line: inputOf(lines, input.value),
      sensor: id,
      box: box?.value ?? "",
    })),
  };
}

function scannerOf(
  { box, id, gapMs, holdMs, ...place }: GatewayConfig["scanners"][number],
  runtime: LineRuntime,
): ScannerWire {
  const times = { holdMs, ...(gapMs !== undefined && { gapMs }) };
  const scanner = new SerialCodeScanner({ ...runtime, id, open: openerOf(place), ...times });
  return { scanner, box: box.value };
}

function positionOf({ position }: GatewayConfig, runtime: LineRuntime): Pick<Wiring, "position"> {
  if (position === undefined) return {};
  const receiver = { ...runtime, id: "position", open: openerOf(position) };
  return { position: new NmeaReceiver(receiver) };
}

function lampsOf(
  { signals }: GatewayConfig,
  lines: GpioLines,
  { timers }: LineRuntime,
): readonly SignalWire[] {
  return signals.map(({ box, led, buzzer }, at) => ({
    signals: new LineSignals({
      id: String(at),
      timers,
      ...(led !== undefined && { lamp: outputOf(lines, led.value) }),
      ...(buzzer !== undefined && { buzzer: outputOf(lines, buzzer.value) }),
    }),
    box: box.value,
  }));
}

interface WiredLine {
  readonly line: string;
  readonly activeLow: boolean;
}

type WiredInput = WiredLine & Pick<InputLineOptions, "debounceMs" | "bias">;

function inputOf(lines: GpioLines, { line, activeLow, ...tuning }: WiredInput): InputLine {
  const { debounceMs, bias } = tuning;
  return lines.input({
    name: line,
    isActiveLow: activeLow,
    ...(debounceMs !== undefined && { debounceMs }),
    ...(bias !== undefined && { bias }),
  });
}

function outputOf(lines: GpioLines, { line, activeLow }: WiredLine): OutputLine {
  return lines.output({ name: line, isActiveLow: activeLow });
}

function doorsOf(boxes: readonly BoxConfig[], lines: GpioLines): Wiring["doors"] {
  return boxes.flatMap(({ id: box, compartments }) =>
    compartments.flatMap(({ number: compartment, door }) => {
      const { line } = door.value;
      if (line === undefined) return [];
      return [{ line: inputOf(lines, { ...door.value, line }), box, compartment }];
    }),
  );
}

function presencesOf(boxes: readonly BoxConfig[], lines: GpioLines): Wiring["doors"] {
  return boxes.flatMap(({ id: box, compartments }) =>
    compartments.flatMap(({ number: compartment, presence }) => {
      if (presence?.value.line === undefined) return [];
      const wired = { ...presence.value, line: presence.value.line };
      return [{ line: inputOf(lines, wired), box, compartment }];
    }),
  );
}

function scalesOf(boxes: readonly BoxConfig[], runtime: LineRuntime): Wiring["doors"] {
  return boxes.flatMap(({ id: box, compartments }) =>
    compartments.flatMap(({ number: compartment, weight }) => {
      if (weight === undefined) return [];
      const { file, emptyRaw, rawPerKg, leastG } = weight;
      const fitting = { emptyRaw, rawPerGram: rawPerKg / 1_000, leastG };
      const id = `scale-${box}-${compartment}`;
      return [{ line: new IioScale({ ...runtime, id, file, fitting }), box, compartment }];
    }),
  );
}

function keysOf(boxes: readonly BoxConfig[], lines: GpioLines): Wiring["doors"] {
  return boxes.flatMap(({ id: box, compartments }) =>
    compartments.flatMap(({ number: compartment, key }) =>
      key === undefined ? [] : [{ line: inputOf(lines, key.value), box, compartment }],
    ),
  );
}

function powerOf({ power }: GatewayConfig, lines: GpioLines): Pick<Wiring, "mains" | "batteryLow"> {
  const { mains, batteryLow } = power ?? {};
  return {
    ...(mains !== undefined && { mains: inputOf(lines, mains.value) }),
    ...(batteryLow !== undefined && { batteryLow: inputOf(lines, batteryLow.value) }),
  };
}
