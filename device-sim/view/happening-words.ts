// What happened in the world, as people say it in both languages.

import { flawWords, type Words } from "../scenario/plan.ts";
import type { Happening, Spot } from "../world/index.ts";
import { names } from "./page/words.ts";

export type Tone = "plain" | "warn" | "alarm";

export interface Told {
  readonly words: Words;
  readonly tone: Tone;
}

/** Undefined for what is too small to tell: the bounce of a contact is told as its door. */
export function tell(happening: Happening): Told | undefined {
  switch (happening.kind) {
    case "CoilEnergized":
      return plain(at(happening, "coil on", "线圈通电"));
    case "CoilReleased": {
      const seconds = (happening.onMs / 1_000).toFixed(2);
      return plain(at(happening, `coil off after ${seconds} s`, `线圈断电，通电 ${seconds} 秒`));
    }
    case "CoilBurnt":
      return alarm(at(happening, "the coil has burnt", "线圈烧毁"));
    case "UnlockOrdered":
      return plain(at(happening, "the board was told to unlock", "锁控板收到开锁命令"));
    case "FlawChanged": {
      const { flaw, isOn } = happening;
      const name = Object.entries(flawWords).find(([, one]) => one === flaw)?.[0] ?? flaw;
      const { en, zh } = names[name] ?? { en: name, zh: name };
      return warn(at(happening, `${en}: ${isOn ? "yes" : "no"}`, `${zh}：${isOn ? "是" : "否"}`));
    }
    case "BoltReleased":
      return plain(at(happening, "latch released", "锁舌松开"));
    case "BoltEngaged":
      return plain(at(happening, "latch engaged", "锁舌扣住"));
    case "KeyTurned":
      return warn(
        happening.isTurned
          ? at(happening, "mechanical key turned", "机械钥匙拧开")
          : at(happening, "mechanical key turned back", "机械钥匙复位"),
      );
    case "DoorOpened":
      return happening.by === "force"
        ? alarm(at(happening, "the door was pried open", "门被撬开"))
        : plain(at(happening, "the door opens", "门开了"));
    case "DoorClosed":
      return plain(at(happening, "the door is shut", "门关上"));
    case "ParcelPut":
      return plain(at(happening, `parcel ${happening.parcel} put in`, `放入 ${happening.parcel}`));
    case "ParcelTaken":
      return plain(at(happening, `parcel ${happening.parcel} taken`, `取出 ${happening.parcel}`));
    case "BeamChanged": {
      const { isBroken } = happening;
      return plain(
        at(happening, `beam ${isBroken ? "broken" : "free"}`, `红外${isBroken ? "被挡" : "通畅"}`),
      );
    }
    case "ContactChanged":
      return undefined;
    default:
      return tellElse(happening);
  }
}

function tellElse(happening: Exclude<Happening, Spot>): Told | undefined {
  switch (happening.kind) {
    case "TransponderLeft":
      return undefined;
    case "TransponderArrived": {
      const { reader, number } = happening;
      return plain({ en: `${reader}: ${number} is held to it`, zh: `${reader}：刷 ${number}` });
    }
    case "BoardWentDark":
      return alarm({ en: `${happening.board} has no power`, zh: `${happening.board} 断电` });
    case "BoardPowered":
      return warn({ en: `${happening.board} has power again`, zh: `${happening.board} 恢复供电` });
    case "SilenceChanged": {
      const { name, isSilent } = happening;
      return isSilent
        ? warn({ en: `${name} is not heard properly`, zh: `${name} 通信不正常` })
        : warn({ en: `${name} is heard again`, zh: `${name} 通信恢复` });
    }
    case "SwitchChanged": {
      const { name, isClosed } = happening;
      return warn({
        en: `${name}: ${isClosed ? "well" : "alarm"}`,
        zh: `${name}：${isClosed ? "正常" : "报警"}`,
      });
    }
    case "SignalChanged": {
      const { source, part, shows } = happening;
      return plain({
        en: `${source}: ${part} ${shows}`,
        zh: `${source}：${part === "led" ? "指示灯" : "蜂鸣器"} ${shownZh[shows] ?? shows}`,
      });
    }
    case "SupplySagged": {
      const { supplyGroup, volts } = happening;
      return alarm({
        en: `supply ${supplyGroup} sags to ${volts.toFixed(1)} V`,
        zh: `电源组 ${supplyGroup} 跌到 ${volts.toFixed(1)} V`,
      });
    }
    case "ActionImpossible":
      return warn({
        en: `${happening.action} is not possible: ${happening.reason}`,
        zh: `${happening.action} 做不到：${happening.reason}`,
      });
    default:
      return happening;
  }
}

/** What lamps and buzzers show, in Chinese. */
const shownZh: Readonly<Partial<Record<string, string>>> = {
  on: "开",
  off: "关",
  green: "绿",
  red: "红",
  amber: "黄",
  blue: "蓝",
};

function at({ box, compartment }: Spot, en: string, zh: string): Words {
  return { en: `${box} ${compartment}: ${en}`, zh: `${box} ${compartment}：${zh}` };
}

function plain(words: Words): Told {
  return { words, tone: "plain" };
}

function warn(words: Words): Told {
  return { words, tone: "warn" };
}

function alarm(words: Words): Told {
  return { words, tone: "alarm" };
}
