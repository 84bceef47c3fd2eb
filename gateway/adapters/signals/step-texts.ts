// What a person at a box does next while an opening is under way: a text for each step.

import type { Action, RefusalReason } from "@driftbox/proto";
import type { Words } from "./signal-table.ts";

/** What a visit may wait for. */
export type Awaited = Extract<
  RefusalReason,
  "pin-missing" | "second-person-missing" | "other-organization-missing"
>;

export const waitingTexts: Readonly<Record<Awaited, Words>> = {
  "pin-missing": { zh: "请输入密码", en: "Enter your PIN" },
  "second-person-missing": { zh: "请第二个人刷卡", en: "Second person, please tap" },
  "other-organization-missing": {
    zh: "请另一单位的人刷卡",
    en: "A person of the other organization, please tap",
  },
};

/** While the door is unlocked or open. */
export const actionTexts: Readonly<Record<Action, Words>> = {
  deposit: { zh: "请放入，然后关门", en: "Put it in, then close the door" },
  collect: { zh: "请取件，然后关门", en: "Take it out, then close the door" },
};

/** While a door with no task of its own is open. */
export const closeText: Words = { zh: "用完请关门", en: "Close the door when done" };

/** A reason that no visit waits for is told as any refusal. */
export function awaitedText(reason: RefusalReason): Words | undefined {
  const isAwaited = (word: string): word is Awaited => word in waitingTexts;
  return isAwaited(reason) ? waitingTexts[reason] : undefined;
}
