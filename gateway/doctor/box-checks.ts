// Checks of the boxes: locks, doors, parcel sensors, power and enclosures.

import type { HealthPage } from "../app/health/health-page.ts";
import type { Cause } from "./causes.ts";
import { fine, wrong, type Check } from "./check.ts";
import type { Facts } from "./facts.ts";
import { lockEndings } from "./recent-locks.ts";
import { joined, plain, words, type Words } from "./words.ts";

type Compartment = HealthPage["compartments"][number];

const lockCauses: Partial<Record<NonNullable<Compartment["fault"]>, Cause>> = {
  jammed: "jammed",
  "not-latched": "not-latched",
  "opened-unasked": "opened-unasked",
};

const doorCauses: Partial<Record<Compartment["door"], Cause>> = {
  forced: "door-forced",
  "held-open": "door-held",
  ajar: "door-unlatched",
  unknown: "sensor-unreadable",
};

const dissentCauses: Readonly<Record<string, Cause>> = {
  door: "contact-dissents",
  bolt: "bolt-dissents",
  presence: "presence-dissents",
  weight: "weight-dissents",
};

const lockWords: Readonly<Record<Compartment["lock"], Words>> = {
  secured: words("secured", "已锁"),
  released: words("released", "未锁"),
  unlocking: words("unlocking", "正在开锁"),
  jammed: words("jammed", "卡住"),
  offline: words("its board does not answer", "锁控板无应答"),
  unknown: words("not known", "未知"),
};

const doorWords: Readonly<Record<Compartment["door"], Words>> = {
  closed: words("closed", "关"),
  open: words("open", "开"),
  "held-open": words("held open", "久开未关"),
  ajar: words("ajar", "未关严"),
  forced: words("forced", "被强行打开"),
  unknown: words("not known", "未知"),
};

/** What each compartment last was; when there is no page, what the last records say. */
export function boxChecks(facts: Facts): readonly Check[] {
  const { page } = facts;
  const endings = lockEndings(facts.journal);
  if (page.state !== "read") return [...endings.values()].map(endingCheck);
  const { compartments } = page.page;
  return compartments.flatMap((one) => {
    const ending = endings.get(placeOf(one.box, one.number));
    return [...lockChecks(one, ending?.cause), ...sensorChecks(one)];
  });
}

function placeOf(box: string, number: number): string {
  return `${box}/${number}`;
}

function endingCheck({ box, number, cause, seen }: LockEnding): Check {
  const name = `lock/${placeOf(box, number)}`;
  return cause === undefined ? fine(name, seen, box) : wrong(name, cause, seen, { box });
}

type LockEnding = ReturnType<typeof lockEndings> extends ReadonlyMap<string, infer E> ? E : never;

/** What a board that does not answer hides is told by the row of the board. */
function lockChecks(one: Compartment, ending: Cause | undefined): readonly Check[] {
  const check = lockCheck(one, ending);
  return one.lock === "offline" && check.level === "ok" ? [] : [check];
}

function lockCheck(one: Compartment, ending: Cause | undefined): Check {
  const { box, number, lock, fault, isEnabled } = one;
  const name = `lock/${placeOf(box, number)}`;
  const seen = lockWords[lock];
  const cause = faultCause(fault, ending) ?? mildEnding(ending);
  if (cause !== undefined) return wrong(name, cause, seen, { box });
  return isEnabled ? fine(name, seen, box) : wrong(name, "out-of-service", seen, { box });
}

function faultCause(fault: Compartment["fault"], ending: Cause | undefined): Cause | undefined {
  if (fault === "not-latched" && ending === "never-opened") return ending;
  return fault === null ? undefined : lockCauses[fault];
}

const mildEndings: readonly Cause[] = ["outcome-unknown", "lock-refused", "latched-late"];

/** A fault that the page no longer has is over; an order that ended badly has no fault. */
function mildEnding(ending: Cause | undefined): Cause | undefined {
  return mildEndings.find((one) => one === ending);
}

function sensorChecks({ box, number, lock, door, dissents }: Compartment): readonly Check[] {
  const place = placeOf(box, number);
  const isHidden = door === "unknown" && lock === "offline";
  const cause = isHidden ? undefined : doorCauses[door];
  const seen = doorWords[door];
  const doorRow =
    cause === undefined
      ? fine(`door/${place}`, seen, box)
      : wrong(`door/${place}`, cause, seen, { box });
  const liars = dissents.map((sensor) => {
    const says = words(`sensor ${sensor}`, `传感器 ${sensor}`);
    const found = dissentCauses[sensor] ?? "sensor-unreadable";
    return wrong(`sensor/${place}/${sensor}`, found, says, { box });
  });
  return isHidden ? liars : [doorRow, ...liars];
}

export function powerChecks({ page }: Facts): readonly Check[] {
  if (page.state !== "read") return [];
  const { power, tampers } = page.page;
  return [powerCheck(power), ...tamperChecks(tampers)];
}

function powerCheck({ hasMains, isBatteryLow }: HealthPage["power"]): Check {
  const mains =
    hasMains === null
      ? words("mains power is not watched", "没有监测市电")
      : hasMains
        ? words("mains power is there", "市电正常")
        : words("no mains power", "无市电");
  const battery = isBatteryLow ? words("the battery is low", "电池电量低") : plain("");
  const seen = joined(mains, battery);
  if (isBatteryLow) return wrong("power", "battery-low", seen);
  return hasMains === false ? wrong("power", "mains-lost", seen) : fine("power", seen);
}

function tamperChecks(tampers: readonly string[]): readonly Check[] {
  if (tampers.length === 0) return [fine("tamper", words("no tamper", "无拆动"))];
  return tampers.map((sensor) => {
    const [box = "", name = ""] = sensor.split(" ");
    const row = `tamper/${name === "" ? box : name}`;
    return wrong(row, "tamper-active", plain(sensor.trim()), { box: box === "" ? undefined : box });
  });
}
