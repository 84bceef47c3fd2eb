// Times of day in a policy, as an operator writes them.

import { Fields, invalid } from "./policy-fields.ts";
import { minuteOfDay, weekdays } from "./policy-words.ts";

/** Holidays too. */
const everyDay = 0xff;

export function windowOf(written: unknown, path: string) {
  const window = new Fields(written, path, ["days", "from", "to"]);
  const days = window.list("days").map((each) => weekdays.indexOf(String(each)));
  if (days.includes(-1)) invalid(`${path}.days`, `of ${weekdays.join(" ")}`);
  const mask = days.reduce((sum, day) => sum | (1 << day), 0);
  const fromMin = minuteOfDay(window.wanted("from", "string"));
  const toMin = minuteOfDay(window.wanted("to", "string"));
  if (fromMin === undefined || toMin === undefined || fromMin >= toMin) {
    return invalid(path, 'from "07:00" to "19:30"; over midnight takes two windows');
  }
  return { days: mask === 0 ? everyDay : mask, fromMin, toMin };
}
