// A one-time code as an operator names it: by its digits, or by its day and number.

import { dayNearest, Fault, onceNumbersMaxCount, readCode } from "@driftbox/proto";
import { dayNumber } from "./policy-words.ts";

/**
 * `once/<day>/<number>`, as commands and facts name it.
 * @param written twelve digits, spaces between them or not; or its last day and number, like
 * `2027-01-31/7`
 * @param today days since 1970-01-01 at the center
 * @throws Fault usage/invalid
 */
export function codeName(written: string, today: number): string {
  const [date = "", digits = "", ...more] = written.split("/");
  const day = dayNumber(date);
  const isNumber = /^[0-9]{1,2}$/.test(digits) && more.length === 0;
  if (day !== undefined && isNumber && Number(digits) < onceNumbersMaxCount) {
    return `once/${day}/${Number(digits)}`;
  }
  const typed = readCode(written.replaceAll(" ", ""));
  if (typed?.word === "one-time") {
    return `once/${dayNearest(typed.dayInCycle, today)}/${typed.number}`;
  }
  const text = "--code: the twelve digits of a one-time code, or 2027-01-31/7";
  throw new Fault("usage/invalid", text);
}
