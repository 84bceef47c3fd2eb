// Why a box did not open, and what a person does now: one text for each reason and language.

import type { RefusalReason } from "@driftbox/proto";
import type { Words } from "./signal-table.ts";

/** `why` = what is the matter; `next` = what to do. Whom to call is `callTexts`, always beneath. */
export interface RefusalText {
  readonly why: Words;
  readonly next: Words;
}

/** Shown under every refusal; `{help}` is the number of the site. */
export const callTexts: { readonly known: Words; readonly unknown: Words } = {
  known: { zh: "求助电话 {help}", en: "Help: {help}" },
  unknown: { zh: "请找现场工作人员", en: "Ask the staff on site" },
};

const askStaff: Words = { zh: "请联系工作人员", en: "Call the staff" };
const renewBadge: Words = { zh: "请联系发卡单位换卡", en: "Ask your office for a new badge" };
const tryAgain: Words = { zh: "请再试一次", en: "Try again" };
const askForCode: Words = { zh: "请向工作人员要新的取件码", en: "Ask the staff for a new code" };
const askCenter: Words = { zh: "请联系中心", en: "Call the center" };
const bringSecond: Words = {
  zh: "请两人到齐后重新刷卡",
  en: "Come together and tap again",
};

/** A person reads no name here, and no right of anybody else. */
export const refusalTexts: Readonly<Record<RefusalReason, RefusalText>> = {
  "unknown-badge": {
    why: { zh: "这张卡没有登记", en: "This badge is not known here" },
    next: { zh: "请换一张卡，或联系工作人员", en: "Use another badge, or call the staff" },
  },
  "blocked-badge": {
    why: { zh: "这张卡已挂失", en: "This badge is blocked" },
    next: renewBadge,
  },
  "no-right": {
    why: { zh: "这张卡不能开这个箱", en: "This badge does not open this box" },
    next: { zh: "请核对箱号，或联系工作人员", en: "Check the box, or call the staff" },
  },
  "outside-schedule": {
    why: { zh: "现在不是开放时间", en: "It is not the time for this now" },
    next: { zh: "请在开放时间再来", en: "Come back during the service hours" },
  },
  "no-policy": {
    why: { zh: "本箱还没有投入使用", en: "This box is not in service yet" },
    next: askStaff,
  },
  "policy-stale": {
    why: { zh: "本箱很久没有连上中心", en: "This box has not heard its center for too long" },
    next: askCenter,
  },
  "policy-expired": {
    why: { zh: "本箱的授权已到期", en: "The rules of this box have run out" },
    next: askCenter,
  },
  "clock-not-trusted": {
    why: { zh: "本箱的时钟不准", en: "The clock of this box is not right" },
    next: askStaff,
  },
  "weak-credential": {
    why: { zh: "这扇门需要更安全的卡", en: "This door asks for a safer badge" },
    next: renewBadge,
  },
  "no-free-compartment": {
    why: { zh: "箱子满了", en: "The box is full" },
    next: { zh: "请换一个箱，或交给工作人员", en: "Use another box, or hand it to the staff" },
  },
  "nothing-to-collect": {
    why: { zh: "没有您的件", en: "There is nothing for you here" },
    next: { zh: "请核对取件地点", en: "Check at which box it waits" },
  },
  "compartment-out-of-service": {
    why: { zh: "这扇门暂停使用", en: "This door is out of service" },
    next: askStaff,
  },
  "box-busy": {
    why: { zh: "有人正在使用", en: "Somebody else is using the box" },
    next: { zh: "请等门关好后再试", en: "Wait until the door is closed, then try again" },
  },
  "lock-offline": {
    why: { zh: "锁没有反应", en: "The lock does not answer" },
    next: { zh: "请再试一次，不行请联系工作人员", en: "Try once more, then call the staff" },
  },
  "storage-full": {
    why: { zh: "记录存满了，不能开门", en: "The record is full, so no door opens" },
    next: askStaff,
  },
  "locked-out": {
    why: { zh: "输错太多次，已暂时锁定", en: "Too many wrong tries: locked for now" },
    next: { zh: "请等几分钟再试", en: "Wait some minutes, then try again" },
  },
  "forged-credential": {
    why: { zh: "这张卡没有通过核验", en: "This badge failed its check" },
    next: renewBadge,
  },
  "counter-replayed": {
    why: { zh: "这张卡可能被复制过", en: "This badge may have been copied" },
    next: renewBadge,
  },
  "power-failing": {
    why: { zh: "停电了，现在只能取件", en: "Power is out: only pickup works" },
    next: { zh: "请来电后再投放", en: "Put it in when power is back" },
  },
  "wrong-pin": {
    why: { zh: "密码不对", en: "The PIN is wrong" },
    next: tryAgain,
  },
  "pin-missing": {
    why: { zh: "没有输入密码", en: "No PIN was entered" },
    next: { zh: "请重新刷卡并输入密码", en: "Tap again and enter the PIN" },
  },
  "second-person-missing": {
    why: { zh: "第二个人没有刷卡", en: "The second person did not tap" },
    next: bringSecond,
  },
  "other-organization-missing": {
    why: { zh: "还缺另一单位的人刷卡", en: "The other organization did not tap" },
    next: bringSecond,
  },
  "same-person": {
    why: { zh: "两张卡是同一个人的", en: "Both badges are of one person" },
    next: { zh: "请另一人刷卡", en: "Another person must tap" },
  },
  passback: {
    why: { zh: "您刚刚开过这扇门", en: "You opened this door a moment ago" },
    next: { zh: "请稍后再试；放件请先扫码", en: "Wait a while, or scan what you bring" },
  },
  "wrong-code": {
    why: { zh: "取件码不对", en: "The code is wrong" },
    next: { zh: "请核对后重新输入", en: "Check it and enter it again" },
  },
  "code-spent": {
    why: { zh: "这个码已经用过", en: "This code was used before" },
    next: askForCode,
  },
  "code-expired": {
    why: { zh: "这个码已过期", en: "This code has run out" },
    next: askForCode,
  },
  "code-revoked": {
    why: { zh: "这个码已作废", en: "This code was withdrawn" },
    next: askForCode,
  },
  "grant-invalid": {
    why: { zh: "这个二维码不能用", en: "This QR code is not valid here" },
    next: askForCode,
  },
  "grant-expired": {
    why: { zh: "这个二维码不在有效期", en: "This QR code is not valid at this time" },
    next: askForCode,
  },
  "grant-revoked": {
    why: { zh: "这个二维码已作废", en: "This QR code was withdrawn" },
    next: askForCode,
  },
  "service-suspended": {
    why: { zh: "服务暂停", en: "The service is suspended" },
    next: { zh: "以后再来，取件和退回照常", en: "Come back later. Returns still open" },
  },
  "in-maintenance": {
    why: { zh: "正在维护", en: "The box is being serviced" },
    next: { zh: "请等维护结束", en: "Wait until the service ends" },
  },
  "nothing-to-reopen": {
    why: { zh: "没有可以重开的门", en: "There is no door to open again" },
    next: { zh: "请重新投放", en: "Begin again" },
  },
  "deposits-closed": {
    why: { zh: "本箱不接受自助投放", en: "This box takes no deposits by button" },
    next: { zh: "请交给工作人员", en: "Hand it to the staff" },
  },
  "not-custodian": {
    why: { zh: "件不在您手中，或编号不可用", en: "Not in your care, or its number is taken" },
    next: { zh: "请核对清单，或联系中心", en: "Check the list, or call the center" },
  },
  "blocked-person": {
    why: { zh: "您的权限已停用", en: "Your access was stopped" },
    next: { zh: "请联系您的单位", en: "Call your office" },
  },
  "impossible-travel": {
    why: { zh: "这张卡刚在别处用过", en: "This badge was just used elsewhere" },
    next: renewBadge,
  },
};
