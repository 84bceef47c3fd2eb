// The barcode and QR scanner: text and a line end for each code held to it.

import * as fc from "fast-check";
import { expect, it } from "vitest";
import {
  CodeScanner,
  codeScannerBytes,
  codeScannerBaudRate,
  type CodeScannerOptions,
} from "../../device-sim/devices/code-scanner.ts";
import { VirtualScheduler } from "../../device-sim/devices/scheduler.ts";
import { Stage } from "../../device-sim/devices/stage.ts";
import { MemoryLine } from "../../device-sim/lines/memory-line.ts";
import { smallWorld } from "./rig.ts";

function rigged(options: Partial<CodeScannerOptions> = {}) {
  const scheduler = new VirtualScheduler();
  const stage = new Stage(smallWorld(), scheduler);
  const line = new MemoryLine({ name: "scan", baudRate: codeScannerBaudRate, scheduler });
  let heard: number[] = [];
  line.far.onBytes((chunk) => heard.push(...chunk));
  const scanner = new CodeScanner({ id: "scanner-a", stage, line, ...options });
  stage.start();
  const text = () => {
    scheduler.advance(1_000);
    const all = Buffer.from(heard).toString("utf8");
    heard = [];
    return all;
  };
  const present = (number: string) =>
    stage.act({ kind: "present", reader: "scanner-a", number, forMs: 300 });
  return { stage, scanner, text, present };
}

it("sends the code with CR, once per presence", () => {
  const { present, text, scanner } = rigged();
  present("3808980205");
  present("3808980205");
  expect(text()).toBe("3808980205\r");
  expect(text()).toBe("");
  expect(scanner.scanCount).toBe(1);
});

it("sends the text that stands for a presented number", () => {
  const { present, text } = rigged({ codes: new Map([["qr", "DB1:取件:4711"]]), end: "crlf" });
  present("qr");
  expect(text()).toBe("DB1:取件:4711\r\n");
});

it("sends twice when badly set, and nothing without power or once closed", () => {
  const { stage, scanner, text } = rigged({ repeats: true, end: "lf" });
  scanner.scan("AB");
  expect(text()).toBe("AB\nAB\n");
  stage.act({ kind: "powerBoard", board: "scanner-a", isOn: false });
  scanner.scan("AB");
  stage.act({ kind: "powerBoard", board: "scanner-a", isOn: true });
  scanner.close();
  scanner.scan("AB");
  expect(text()).toBe("");
});

it("refuses what no code can hold", () => {
  for (const text of ["", "a\rb", "x".repeat(2_954)]) {
    expect(() => codeScannerBytes(text)).toThrow("not a code");
  }
});

it("ends every text with exactly one CR", () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 60 }), (raw) => {
      const text = `x${raw.replaceAll(/[\r\n]/g, "")}`;
      expect(Buffer.from(codeScannerBytes(text)).toString("latin1").split("\r").length).toBe(2);
    }),
  );
});
