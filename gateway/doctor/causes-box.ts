// Causes at the box itself: latches, doors, contacts, sensors, supply.

import type { CauseRow } from "./cause-row.ts";

export const boxCauses = {
  jammed: {
    level: "fail",
    means: {
      en: "the lock did not open: a jammed latch, a weak supply, or a burnt coil",
      zh: "锁没有打开：锁舌卡住、供电不足或线圈烧毁",
    },
    advice: {
      en: "Press the door while it unlocks; free the bolt; measure the coil and the 12 V at it.",
      zh: "开锁时按压柜门；清除卡住锁舌的东西；测量线圈的 12 V 和线圈本身。",
    },
  },
  "not-latched": {
    level: "fail",
    means: {
      en: "the door is shut but the bolt does not hold it: worn latch, or a relay that stays on",
      zh: "门已关但锁舌没有锁住：锁舌磨损，或继电器粘连",
    },
    advice: {
      en: "Shut it firmly; if the coil is warm or hums, cut its supply and replace the relay.",
      zh: "用力关门；如果线圈发热或有嗡声，立即断电并更换继电器板。",
    },
  },
  "latched-late": {
    level: "warn",
    means: {
      en: "the bolt engaged long after the door was shut: a worn latch, or a relay that stayed on",
      zh: "门关上很久锁舌才锁住：锁舌磨损，或继电器曾经粘连",
    },
    advice: {
      en: "Shut the door and listen for the click; feel whether the coil is hot or burnt.",
      zh: "关门听有没有“咔”一声；检查线圈是否发热或烧毁。",
    },
  },
  "never-opened": {
    level: "fail",
    means: {
      en: "the bolt was released and no door opened: stuck door contact, or nobody opened it",
      zh: "锁舌已松开，但没有看到门打开：门磁卡住，或没有人开门",
    },
    advice: {
      en: "Open and shut the door; if the row of the door does not follow, replace its contact.",
      zh: "把门打开再关上；如果门那一行没有变化，更换门磁。",
    },
  },
  "opened-unasked": {
    level: "fail",
    means: {
      en: "the lock opened without an order: welded relay, wrong wiring, or force",
      zh: "没有命令锁却开了：继电器粘连、接线错误或被撬",
    },
    advice: {
      en: "Look at the box; if the coil stays on, cut its supply and replace the relay board.",
      zh: "到现场查看；如果线圈一直通电，立即断电并更换继电器板。",
    },
  },
  "outcome-unknown": {
    level: "warn",
    means: {
      en: "the board fell silent in a pulse: its supply may give way under the coil",
      zh: "开锁过程中锁控板没有回应：供电可能被线圈拉低",
    },
    advice: {
      en: "Measure the supply while a lock opens; give coils a supply or capacitor of their own.",
      zh: "开锁时测量供电电压；给线圈单独的电源或加电容。",
    },
  },
  "lock-refused": {
    level: "warn",
    means: { en: "the last order to the lock was not sent", zh: "最近一次开锁命令没有发出" },
    advice: {
      en: "Look at the device row of its board; then tap again.",
      zh: "查看锁控板那一行；处理后再刷一次卡。",
    },
  },
  "door-forced": {
    level: "fail",
    means: { en: "the door was opened without a grant", zh: "门在没有授权时被打开" },
    advice: {
      en: "Go there, secure the content, count the parcels, and close the door.",
      zh: "立即到场，保护并清点邮件，然后关门。",
    },
  },
  "door-held": {
    level: "warn",
    means: { en: "the door stays open", zh: "门一直开着" },
    advice: { en: "Close it; look for what holds it.", zh: "关门；检查是什么挡住了门。" },
  },
  "door-unlatched": {
    level: "warn",
    means: {
      en: "the door is ajar: not shut firmly, a worn latch, or a relay that stays on",
      zh: "门没有关严：没有用力关、锁舌磨损，或继电器粘连",
    },
    advice: {
      en: "Shut it until it clicks; if the coil is warm or hums, cut its supply.",
      zh: "关到听见“咔”一声；如果线圈发热或有嗡声，立即断电。",
    },
  },
  "contact-dissents": {
    level: "warn",
    means: {
      en: "the door contact contradicts lock and content: stuck reed, lost magnet",
      zh: "门磁与锁和柜内情况不符：干簧管卡住或磁铁脱落",
    },
    advice: {
      en: "Move a magnet along the contact and watch this row; replace the contact.",
      zh: "用磁铁试门磁并观察本行；更换门磁。",
    },
  },
  "bolt-dissents": {
    level: "warn",
    means: { en: "the bolt contradicts the door", zh: "锁舌状态与门不符" },
    advice: {
      en: "Shut the door firmly; check the hook switch and the wear of the latch.",
      zh: "用力关门；检查锁钩开关和锁舌磨损。",
    },
  },
  "presence-dissents": {
    level: "warn",
    means: {
      en: "the parcel sensor contradicts what was read: dead or dirty infrared beam",
      zh: "在位传感器与读到的邮件不符：红外失效或脏污",
    },
    advice: {
      en: "Wipe sender and receiver of the beam, put a hand in, and watch this row.",
      zh: "擦净红外发射和接收头，用手试遮挡并观察本行。",
    },
  },
  "weight-dissents": {
    level: "warn",
    means: {
      en: "the scale feels nothing of what the parcel sensor sees: broken bridge, floor that jams",
      zh: "称重测不到在位传感器看到的东西：电桥断线或底板卡住",
    },
    advice: {
      en: "Lay a full bottle on the floor of the compartment, watch this row; look at the cable.",
      zh: "在格口底板放一瓶水并观察本行；检查接线。",
    },
  },
  "sensor-unreadable": {
    level: "warn",
    means: { en: "a contact cannot be read", zh: "读不到触点状态" },
    advice: {
      en: "Look at the rows of its board or GPIO line.",
      zh: "查看对应锁控板或 GPIO 线那一行。",
    },
  },
  "contact-chatters": {
    level: "warn",
    means: {
      en: "a contact chatters: a worn reed, a loose wire, or a magnet at the edge of its reach",
      zh: "触点抖动：干簧管老化、接线松动，或磁铁处在感应边缘",
    },
    advice: {
      en: "Tighten the wire and move the magnet closer; if it goes on, replace the contact.",
      zh: "拧紧接线，把磁铁移近；如果仍然抖动，更换触点。",
    },
  },
  "out-of-service": {
    level: "warn",
    means: { en: "the compartment is out of service", zh: "格口已停用" },
    advice: { en: "Enable it at the center when it is repaired.", zh: "修好后在中心启用。" },
  },
  "mains-lost": {
    level: "warn",
    means: { en: "there is no mains power", zh: "市电中断" },
    advice: {
      en: "Restore it before the battery is empty; the box refuses when the battery is low.",
      zh: "在电池用完前恢复供电；电量低时柜子会拒绝开门。",
    },
  },
  "battery-low": {
    level: "fail",
    means: { en: "the battery is low", zh: "电池电量低" },
    advice: { en: "Restore mains power; replace an old battery.", zh: "恢复市电；更换旧电池。" },
  },
  "tamper-active": {
    level: "fail",
    means: {
      en: "an enclosure is open, a tamper loop is cut, or a reader was exchanged",
      zh: "箱体被打开、防拆线断开，或读卡器被更换",
    },
    advice: {
      en: "Go there. If nobody of ours works at it, call the police and keep the journal.",
      zh: "到现场查看。如果不是我方人员在维修，报警并保留日志。",
    },
  },
} as const satisfies Record<string, CauseRow>;
