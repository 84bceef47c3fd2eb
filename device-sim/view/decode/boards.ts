// Frames of lock boards in words: KERONG CU16, Modbus relay boards, 8A/80 boards.

import type { Way } from "../../faults/byte-faults.ts";
import type { Words } from "../../scenario/plan.ts";
import { cu16Commands, cu16Frame, cu16UnlockUnitMs } from "../../devices/cu16-frame.ts";
import { modbusCrc, modbusFunctions, wordAt } from "../../devices/modbus-frame.ts";
import { xorFrame, xorHeaders } from "../../devices/xor-frame.ts";
import { bitPlaces, listed, sameWords, type Found } from "./frame-hunt.ts";

type Way2 = Readonly<Record<Way, number | undefined>>;

/** Data bytes of each command by direction. */
const cu16Data: ReadonlyMap<number, Way2> = new Map<number, Way2>([
  [cu16Commands.status, { in: 0, out: undefined }],
  [cu16Commands.unlockOne, { in: 0, out: undefined }],
  [cu16Commands.statusAll, { in: 0, out: undefined }],
  [cu16Commands.unlockAll, { in: 0, out: undefined }],
  [cu16Commands.statusReply, { in: undefined, out: 4 }],
  [cu16Commands.setUnlockTime, { in: 2, out: undefined }],
  [cu16Commands.queryUnlockTime, { in: 0, out: 2 }],
  [cu16Commands.delayedUnlock, { in: 1, out: undefined }],
  [cu16Commands.setBaudRate, { in: 1, out: undefined }],
]);

export function cu16At(bytes: readonly number[], at: number, way: Way): Found {
  const [stx, address, command] = bytes.slice(at, at + 3);
  if (stx !== 0x02) return "none";
  if (address === undefined || command === undefined) return "unfinished";
  const count = cu16Data.get(command)?.[way];
  if (count === undefined) return "none";
  const frame = bytes.slice(at, at + 5 + count);
  if (frame.length < 5 + count) return "unfinished";
  const data = frame.slice(3, 3 + count);
  if (!isSame(frame, cu16Frame(address, command, data))) return "none";
  return { length: frame.length, words: cu16Words({ address, command, data }, way) };
}

interface Cu16Said {
  readonly address: number;
  readonly command: number;
  readonly data: readonly number[];
}

function cu16Words({ address, command, data }: Cu16Said, way: Way): Words {
  const [board, lock] = [address >> 4, (address & 15) + 1];
  const [first = 0, second = 0] = data;
  const timeMs = ((first << 8) | second) * cu16UnlockUnitMs;
  const said = (en: string, zh: string): Words => ({
    en: `board ${board}: ${en}`,
    zh: `${board} 号板：${zh}`,
  });
  switch (command) {
    case cu16Commands.status:
    case cu16Commands.statusAll:
      return said("status?", "查询状态");
    case cu16Commands.unlockOne:
      return said(`unlock ${lock}`, `开锁 ${lock}`);
    case cu16Commands.unlockAll:
      return said("unlock all", "全部开锁");
    case cu16Commands.statusReply: {
      const open = listed(bitPlaces(data.slice(0, 2), false));
      const inside = listed(bitPlaces(data.slice(2)));
      return said(`open ${open}, occupied ${inside}`, `开 ${open}，有物 ${inside}`);
    }
    case cu16Commands.setUnlockTime:
      return said(`unlock time := ${timeMs} ms`, `设开锁时间 ${timeMs} 毫秒`);
    case cu16Commands.queryUnlockTime:
      if (way === "in") return said("unlock time?", "查询开锁时间");
      return said(`unlock time ${timeMs} ms`, `开锁时间 ${timeMs} 毫秒`);
    case cu16Commands.delayedUnlock:
      return said(`unlock delay := ${first} s`, `设开锁延时 ${first} 秒`);
    default:
      return said(`rate := ${first}`, `设波特率 ${first}`);
  }
}

function isSame(bytes: readonly number[], frame: Uint8Array): boolean {
  return bytes.length === frame.length && frame.every((byte, at) => byte === bytes[at]);
}

/** Waveshare: a coil address that flashes a relay on for a time. */
const flashBase = 0x0200;
const flashUnitMs = 100;

export function modbusAt(bytes: readonly number[], at: number, way: Way): Found {
  const [address, fn, third] = bytes.slice(at, at + 3);
  if (address === undefined || address === 0 || address > 247) return "none";
  if (fn === undefined) return "unfinished";
  const length = modbusLength(fn, way, bytes.slice(at));
  if (length === "none" || length === "unfinished") return length;
  const frame = bytes.slice(at, at + length);
  if (third === undefined || frame.length < length) return "unfinished";
  const crc = modbusCrc(frame.slice(0, -2));
  const [low, high] = frame.slice(-2);
  if (low !== (crc & 0xff) || high !== crc >> 8) return "none";
  const { en, zh } = modbusWords(fn, frame.slice(2, -2), way);
  return { length, words: { en: `board ${address}: ${en}`, zh: `${address} 号板：${zh}` } };
}

function modbusLength(
  fn: number,
  way: Way,
  bytes: readonly number[],
): number | "none" | "unfinished" {
  const isRead = fn >= modbusFunctions.readCoils && fn <= modbusFunctions.readRegisters;
  const isMany = fn === modbusFunctions.writeCoils || fn === modbusFunctions.writeRegisters;
  if (way === "out" && (fn & 0x80) !== 0) return 5;
  const isOne = fn === modbusFunctions.writeCoil || fn === modbusFunctions.writeRegister;
  if (isOne) return 8;
  if (isRead && way === "in") return 8;
  if (isMany && way === "out") return 8;
  const countAt = isMany ? 6 : 2;
  if (!isMany && !isRead) return "none";
  const count = bytes[countAt];
  return count === undefined ? "unfinished" : countAt + 1 + count + 2;
}

function modbusWords(fn: number, data: readonly number[], way: Way): Words {
  const [first = 0, second = 0] = [wordAt(data, 0), wordAt(data, 2)];
  if ((fn & 0x80) !== 0) {
    return { en: `exception ${data[0]}`, zh: `异常 ${data[0]}` };
  }
  if (way === "out" && fn === modbusFunctions.readInputs) {
    const on = listed(bitPlaces(data.slice(1)));
    return { en: `inputs on ${on}`, zh: `输入为 1：${on}` };
  }
  if (way === "out" && fn === modbusFunctions.readCoils) {
    const on = listed(bitPlaces(data.slice(1)));
    return { en: `relays on ${on}`, zh: `吸合的继电器 ${on}` };
  }
  switch (fn) {
    case modbusFunctions.readInputs:
      return { en: "inputs?", zh: "读输入" };
    case modbusFunctions.readCoils:
      return { en: "relays?", zh: "读继电器" };
    case modbusFunctions.writeCoil: {
      if (first >= flashBase && first < flashBase + 0x100) {
        const [relay, ms] = [first - flashBase + 1, second * flashUnitMs];
        return { en: `relay ${relay} on for ${ms} ms`, zh: `继电器 ${relay} 吸合 ${ms} 毫秒` };
      }
      const which = first === 0xff ? "all relays" : `relay ${first + 1}`;
      const whichZh = first === 0xff ? "全部继电器" : `继电器 ${first + 1}`;
      const isOn = second === 0xff00;
      return { en: `${which} ${isOn ? "on" : "off"}`, zh: `${whichZh}${isOn ? "吸合" : "断开"}` };
    }
    case modbusFunctions.readRegisters:
      return { en: "settings", zh: "设置" };
    default:
      return { en: `function ${fn}`, zh: `功能码 ${fn}` };
  }
}

/** Status bytes in an answer for all channels; the shortest that fits is taken. */
const xorStatusCounts = [3, 5, 7, 8, 12];

export function xorAt(bytes: readonly number[], at: number, way: Way): Found {
  const [header, board, channel, fourth] = bytes.slice(at, at + 4);
  if (!knownHeaders.has(header ?? 0)) return "none";
  const isSound = (length: number): boolean => {
    const frame = bytes.slice(at, at + length);
    return frame.length === length && isSame(frame, xorFrame(...frame.slice(0, -1)));
  };
  if (isSound(5) && header !== undefined) {
    const { en, zh } = xorWords({ header, channel: channel ?? 0, fourth: fourth ?? 0 }, way);
    return { length: 5, words: { en: `board ${board}: ${en}`, zh: `${board} 号板：${zh}` } };
  }
  if (bytes.length - at < 5) return "unfinished";
  if (way === "in" || header !== xorHeaders.query) return "none";
  for (const count of xorStatusCounts) {
    const length = count + 4;
    if (!isSound(length)) continue;
    const on = listed(bitPlaces(bytes.slice(at + 2, at + 2 + count)));
    const words = {
      en: `board ${board}: feedback 1 at ${on}`,
      zh: `${board} 号板：反馈为 1：${on}`,
    };
    return { length, words };
  }
  const longest = Math.max(...xorStatusCounts) + 4;
  return bytes.length - at < longest ? "unfinished" : "none";
}

const knownHeaders = new Set<number>(Object.values(xorHeaders));

function xorWords(
  said: { readonly header: number; readonly channel: number; readonly fourth: number },
  way: Way,
): Words {
  const { header, channel, fourth } = said;
  const which = channel === 0 ? { en: "all", zh: "全部" } : sameWords(String(channel));
  const level = fourth === 0x11 ? 1 : 0;
  if (header === xorHeaders.query && way === "in") {
    return { en: `feedback of ${which.en}?`, zh: `查询反馈 ${which.zh}` };
  }
  if (header === xorHeaders.query || header === xorHeaders.report) {
    return { en: `feedback ${which.en} = ${level}`, zh: `反馈 ${which.zh} = ${level}` };
  }
  if (header === xorHeaders.unlock && way === "out") {
    return { en: `unlocked ${which.en}, feedback ${level}`, zh: `已开 ${which.zh}，反馈 ${level}` };
  }
  if (header === xorHeaders.unlock) return { en: `unlock ${which.en}`, zh: `开锁 ${which.zh}` };
  const isOn = header === xorHeaders.holdOn;
  const [en, zh] = isOn ? ["hold on", "保持吸合"] : ["hold off", "释放"];
  return { en: `${en} ${which.en}`, zh: `${zh} ${which.zh}` };
}
