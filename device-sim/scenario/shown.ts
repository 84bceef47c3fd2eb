// What a scenario is there to show: service programs, and failure modes of a physical box.

import type { Words } from "./plan.ts";

/** Service programs by their letters: how papers travel where the office is far. */
export const programs = {
  A: { en: "ferry box between islands", zh: "漂流便民箱" },
  B: { en: "cabinet in a bank branch", zh: "银行网点代管柜" },
  C: { en: "24-hour drop box", zh: "24 小时投件箱" },
  D: { en: "a village's papers in one bag", zh: "村级代办一袋多件" },
  E: { en: "runner's red box", zh: "跑小二红箱" },
  F: { en: "self-service terminal with door delivery", zh: "自助终端送件上门" },
} as const satisfies Readonly<Record<string, Words>>;
export type Program = keyof typeof programs;

/** Failure modes of a physical box. */
export const failures = {
  "door-jam": { en: "the lock pulled and the door stays shut", zh: "锁动而门不开" },
  unlatched: { en: "the door is shut and the bolt is not in", zh: "门关而锁舌未入" },
  "held-open": { en: "the door stands open too long", zh: "门长时间不关" },
  "read-twice": { en: "a tag or badge is read twice", zh: "标签或卡重复读到" },
  "same-person-twice": { en: "one person stands for both", zh: "一人冒充两人" },
  "sensors-disagree": { en: "sensors disagree", zh: "传感器互相矛盾" },
  "power-cut-mid-open": { en: "the power fails while a door opens", zh: "开门途中断电" },
  "boot-fires-lock": { en: "a start that would open a lock", zh: "上电误开锁" },
  undervoltage: { en: "the supply sags under a coil", zh: "线圈动作时欠压" },
  "wrong-clock": { en: "the clock is wrong or missing", zh: "时钟错误或缺失" },
  "disk-full": { en: "the disk is full", zh: "存储写满" },
  "queue-too-long": { en: "days of events wait for the link", zh: "积压多日的记录" },
  "lost-badge": { en: "a badge is lost", zh: "卡片遗失" },
  "cloned-badge": { en: "a badge is copied", zh: "卡片被复制" },
  "wrong-box": { en: "another box or compartment opens", zh: "开错箱" },
  "removed-without-scan": { en: "a parcel is gone and nobody said so", zh: "件未登记就被取走" },
  "nothing-put-in": { en: "nothing is put in, or not taken", zh: "未放入或未取走" },
  "manual-key": { en: "somebody opens by key", zh: "用机械钥匙开箱" },
  "reader-cut": { en: "a reader is cut off or exchanged", zh: "读卡器被剪断或更换" },
  "late-command": { en: "a command arrives too late", zh: "指令迟到" },
  "duplicate-delivery": { en: "something is delivered twice", zh: "重复送达" },
  overfull: { en: "the box is full", zh: "箱子已满" },
} as const satisfies Readonly<Record<string, Words>>;
export type Failure = keyof typeof failures;

export interface Shown {
  readonly programs: readonly Program[];
  readonly failures: readonly Failure[];
}

export const shownNothing: Shown = { programs: [], failures: [] };

export const programKeys = keysOf(programs);
export const failureKeys = keysOf(failures);

function keysOf<K extends string>(table: Readonly<Record<K, Words>>): readonly K[] {
  return Object.keys(table).filter((key): key is K => Object.hasOwn(table, key));
}
