// Everything that can be switched or found has a name in both languages on the live page.

import { expect, it } from "vitest";
import { codeScannerFlaws } from "../../device-sim/devices/code-scanner.ts";
import { gpsFlaws } from "../../device-sim/devices/gps-receiver.ts";
import { ntag424Flaws } from "../../device-sim/devices/ntag424-card.ts";
import { osdpFlaws } from "../../device-sim/devices/osdp-options.ts";
import { byteFaultNames } from "../../device-sim/faults/byte-faults.ts";
import { flawWords } from "../../device-sim/scenario/plan.ts";
import { names, words } from "../../device-sim/view/page/words.ts";

const hasChinese = /\p{Script=Han}/u;

it("every fault has a name", () => {
  const all = [
    ...Object.keys(flawWords),
    ...byteFaultNames,
    ...osdpFlaws,
    ...codeScannerFlaws,
    ...gpsFlaws,
    ...ntag424Flaws,
  ];
  expect(all.length).toBeGreaterThanOrEqual(30);
  expect(all.filter((name) => names[name] === undefined)).toEqual([]);
});

it("every word is there in both languages", () => {
  const all = [...Object.entries(words), ...Object.entries(names)];
  expect(all.length).toBeGreaterThanOrEqual(100);
  const isSwitch = (key: string): boolean => key.startsWith("language") || key.startsWith("hold");
  for (const [key, { en, zh }] of all.filter(([one]) => !isSwitch(one))) {
    expect(en, key).toMatch(/^[A-Za-z/ :'.,]+$/);
    expect(zh, key).toMatch(hasChinese);
  }
});
