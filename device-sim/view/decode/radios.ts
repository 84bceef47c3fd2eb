// Frames of PN532 and YRM100 modules in words, both directions.

import type { Way } from "../../faults/byte-faults.ts";
import type { Words } from "../../scenario/plan.ts";
import { pn532Commands } from "../../devices/pn532-reader.ts";
import { hexOf, sameWords, type Found } from "./frame-hunt.ts";

const [hostToChip, chipToHost] = [0xd4, 0xd5];
const pn532BodyMaxBytes = 265;
const wakeUpBytes = 1;

const pn532Names: ReadonlyMap<number, Words> = new Map<number, Words>([
  [pn532Commands.diagnose, { en: "diagnose", zh: "自检" }],
  [pn532Commands.firmwareVersion, { en: "firmware version", zh: "固件版本" }],
  [pn532Commands.samConfiguration, { en: "SAM configuration", zh: "SAM 配置" }],
  [pn532Commands.powerDown, { en: "power down", zh: "休眠" }],
  [pn532Commands.rfConfiguration, { en: "radio configuration", zh: "射频配置" }],
  [pn532Commands.dataExchange, { en: "data exchange", zh: "数据交换" }],
  [pn532Commands.deselect, { en: "deselect", zh: "取消选卡" }],
  [pn532Commands.listPassiveTarget, { en: "list cards", zh: "寻卡" }],
  [pn532Commands.release, { en: "release", zh: "释放卡" }],
  [pn532Commands.select, { en: "select", zh: "选卡" }],
]);

export function pn532At(bytes: readonly number[], at: number, way: Way): Found {
  if (way === "in" && bytes[at] === 0x55) return wakeUpAt(bytes, at);
  if (bytes[at] !== 0x00) return "none";
  // The preamble may be longer or missing; a start code is 00 FF.
  const [, second, third] = bytes.slice(at, at + 3);
  if (second === undefined || (second === 0x00 && third === undefined)) return "unfinished";
  const start = second === 0xff ? at + 2 : at + 3;
  if (second !== 0xff && !(second === 0x00 && third === 0xff)) return "none";
  const [first, check] = bytes.slice(start, start + 2);
  if (first === undefined || check === undefined) return "unfinished";
  if (first === 0x00 && check === 0xff)
    return ended(bytes, at, start + 2, { en: "ACK", zh: "应答" });
  if (first === 0xff && check === 0x00)
    return ended(bytes, at, start + 2, { en: "NACK", zh: "否认" });
  if (first === 0xff && check === 0xff) return longAt(bytes, at, start + 2, way);
  if (((first + check) & 0xff) !== 0) return "none";
  return bodyAt(bytes, { at, start: start + 2, length: first }, way);
}

function wakeUpAt(bytes: readonly number[], at: number): Found {
  let end = at + wakeUpBytes;
  while (bytes[end] === 0x55) end += 1;
  // The zeros that keep the line busy while the clock starts; the last two open the next frame.
  let zeros = end;
  while (bytes[zeros] === 0x00) zeros += 1;
  if (bytes[zeros] === 0xff) end = Math.max(end, zeros - 2);
  else end = zeros;
  return { length: end - at, words: { en: "wake up", zh: "唤醒" } };
}

/** A closing zero belongs to the frame where it has come already. */
function ended(bytes: readonly number[], at: number, end: number, words: Words): Found {
  if (bytes[end] === undefined) return "unfinished";
  return { length: (bytes[end] === 0x00 ? end + 1 : end) - at, words };
}

function longAt(bytes: readonly number[], at: number, start: number, way: Way): Found {
  const [high, low, check] = bytes.slice(start, start + 3);
  if (high === undefined || low === undefined || check === undefined) return "unfinished";
  const length = (high << 8) | low;
  if (((high + low + check) & 0xff) !== 0 || length > pn532BodyMaxBytes) return "none";
  return bodyAt(bytes, { at, start: start + 3, length }, way);
}

function bodyAt(
  bytes: readonly number[],
  { at, start, length }: { readonly at: number; readonly start: number; readonly length: number },
  way: Way,
): Found {
  const end = start + length;
  if (bytes.length <= end) return "unfinished";
  if ((sum(bytes.slice(start, end + 1)) & 0xff) !== 0) return "none";
  const [direction, code = 0, ...data] = bytes.slice(start, end);
  if (length === 1 && direction === 0x7f) {
    return ended(bytes, at, end + 1, { en: "error frame", zh: "错误帧" });
  }
  if (direction !== (way === "in" ? hostToChip : chipToHost)) return "none";
  return ended(bytes, at, end + 1, pn532Words(way === "in" ? code : code - 1, data, way));
}

function pn532Words(code: number, data: readonly number[], way: Way): Words {
  const name = pn532Names.get(code) ?? sameWords(`0x${code.toString(16).toUpperCase()}`);
  if (way === "in") {
    if (code !== pn532Commands.dataExchange) return name;
    const apdu = hexOf(data.slice(1));
    return { en: `to card: ${apdu}`, zh: `发卡：${apdu}` };
  }
  if (code === pn532Commands.listPassiveTarget) {
    const [count = 0, , , , , uidBytes = 0, ...uid] = data;
    if (count === 0) return { en: "no card", zh: "没有卡" };
    const shown = hexOf(uid.slice(0, uidBytes)).replaceAll(" ", "");
    return { en: `card ${shown}`, zh: `卡 ${shown}` };
  }
  if (code === pn532Commands.dataExchange) {
    const [status = 0, ...answer] = data;
    if (status !== 0) return { en: `card error ${status}`, zh: `卡错误 ${status}` };
    return { en: `from card: ${hexOf(answer)}`, zh: `卡答：${hexOf(answer)}` };
  }
  return { en: `${name.en}: ok`, zh: `${name.zh}：完成` };
}

const yrm100MaxBytes = 256;
const yrm100Names: ReadonlyMap<number, Words> = new Map<number, Words>([
  [0x03, { en: "module information", zh: "模块信息" }],
  [0x22, { en: "inventory once", zh: "单次盘点" }],
  [0x27, { en: "inventory many times", zh: "连续盘点" }],
  [0x28, { en: "stop inventory", zh: "停止盘点" }],
]);

export function yrm100At(bytes: readonly number[], at: number, way: Way): Found {
  const [first, type, command, high, low] = bytes.slice(at, at + 5);
  if (first !== 0xbb) return "none";
  if (type !== undefined && (type === 0x00) !== (way === "in")) return "none";
  if (type === undefined || command === undefined || high === undefined || low === undefined) {
    return "unfinished";
  }
  const length = (high << 8) | low;
  if (length > yrm100MaxBytes) return "none";
  const checkAt = at + 5 + length;
  if (bytes.length <= checkAt + 1) return "unfinished";
  const isSound = bytes[checkAt] === (sum(bytes.slice(at + 1, checkAt)) & 0xff);
  if (!isSound || bytes[checkAt + 1] !== 0x7e) return "none";
  const parameters = bytes.slice(at + 5, checkAt);
  const words = yrm100Words(type, command, parameters);
  // How strongly a tag is heard varies from round to round.
  return { length: checkAt + 2 - at, words, alike: words.en.replace(/ at -?\d+ dBm$/, "") };
}

function yrm100Words(type: number, command: number, parameters: readonly number[]): Words {
  const name = yrm100Names.get(command) ?? sameWords(`0x${command.toString(16).toUpperCase()}`);
  if (type === 0x00) return name;
  if (type === 0x02) {
    const [rssi = 0, , , ...rest] = parameters;
    const epc = hexOf(rest.slice(0, -2)).replaceAll(" ", "");
    const dbm = rssi > 127 ? rssi - 256 : rssi;
    return { en: `tag ${epc} at ${dbm} dBm`, zh: `标签 ${epc}，${dbm} dBm` };
  }
  if (command === 0xff) {
    const code = parameters[0] ?? 0;
    if (code === 0x15) return { en: "no tag", zh: "没有标签" };
    return { en: `error ${code}`, zh: `错误 ${code}` };
  }
  return { en: `${name.en}: ok`, zh: `${name.zh}：完成` };
}

function sum(bytes: readonly number[]): number {
  return bytes.reduce((total, byte) => total + byte, 0);
}
