// Frames of OSDP in words, both directions; what a secure channel hides stays hidden.

import { osdpCommands, osdpReplies } from "../../devices/osdp-functions.ts";
import { osdpFrameMaxBytes, scanOsdp, type OsdpFrame } from "../../devices/osdp-frame.ts";
import type { Words } from "../../scenario/plan.ts";
import { hexOf, sameWords, type Found } from "./frame-hunt.ts";

const [startOfMessage, mark] = [0x53, 0xff];
const headerBytes = 5;
/** Security blocks from here on carry encrypted data. */
const encryptedFrom = 0x17;
/** Security blocks from here on belong to an open secure channel. */
const sealedFrom = 0x15;

const commandNames: ReadonlyMap<number, Words> = new Map<number, Words>([
  [osdpCommands.poll, { en: "poll", zh: "轮询" }],
  [osdpCommands.id, { en: "who are you?", zh: "查询身份" }],
  [osdpCommands.capabilities, { en: "capabilities?", zh: "查询能力" }],
  [osdpCommands.localStatus, { en: "tamper and power?", zh: "查询防拆与电源" }],
  [osdpCommands.inputStatus, { en: "inputs?", zh: "查询输入" }],
  [osdpCommands.outputStatus, { en: "outputs?", zh: "查询输出" }],
  [osdpCommands.output, { en: "set output", zh: "设输出" }],
  [osdpCommands.led, { en: "set LED", zh: "设指示灯" }],
  [osdpCommands.buzzer, { en: "set buzzer", zh: "设蜂鸣器" }],
  [osdpCommands.text, { en: "show text", zh: "显示文字" }],
  [osdpCommands.comset, { en: "set address and rate", zh: "设地址与速率" }],
  [osdpCommands.keyset, { en: "set key", zh: "写入密钥" }],
  [osdpCommands.challenge, { en: "secure channel: challenge", zh: "安全通道：质询" }],
  [osdpCommands.serverCryptogram, { en: "secure channel: server proof", zh: "安全通道：主机证明" }],
  [osdpCommands.manufacturer, { en: "of the manufacturer", zh: "厂商命令" }],
  [osdpCommands.abort, { en: "abort", zh: "中止" }],
]);

const replyNames: ReadonlyMap<number, Words> = new Map<number, Words>([
  [osdpReplies.ack, { en: "ack", zh: "应答" }],
  [osdpReplies.nak, { en: "refused", zh: "拒绝" }],
  [osdpReplies.id, { en: "identity", zh: "身份" }],
  [osdpReplies.capabilities, { en: "capabilities", zh: "能力" }],
  [osdpReplies.localStatus, { en: "tamper and power", zh: "防拆与电源" }],
  [osdpReplies.inputStatus, { en: "inputs", zh: "输入" }],
  [osdpReplies.outputStatus, { en: "outputs", zh: "输出" }],
  [osdpReplies.raw, { en: "card", zh: "卡" }],
  [osdpReplies.keypad, { en: "keys pressed", zh: "按键" }],
  [osdpReplies.com, { en: "address and rate", zh: "地址与速率" }],
  [
    osdpReplies.clientCryptogram,
    { en: "secure channel: reader's proof", zh: "安全通道：读头证明" },
  ],
  [osdpReplies.firstMac, { en: "secure channel: open", zh: "安全通道：已建立" }],
  [osdpReplies.busy, { en: "busy", zh: "忙" }],
]);

/** A frame, with the mark byte before it where there is one. */
export function osdpAt(bytes: readonly number[], at: number): Found {
  const start = bytes[at] === mark ? at + 1 : at;
  const first = bytes[start];
  if (first === undefined) return "unfinished";
  if (first !== startOfMessage) return "none";
  const [low, high] = bytes.slice(start + 2, start + 4);
  if (low === undefined || high === undefined) return "unfinished";
  const length = low | (high << 8);
  if (length < headerBytes + 2 || length > osdpFrameMaxBytes) return "none";
  if (bytes.length < start + length) return "unfinished";
  const [heard] = scanOsdp(bytes.slice(start, start + length)).heard;
  if (heard?.kind !== "frame") return "none";
  return { length: start + length - at, ...osdpWords(heard.frame) };
}

/** Sequence numbers are told, and make no difference. */
function osdpWords(frame: OsdpFrame): { readonly words: Words; readonly alike: string } {
  const { address, isReply, sequence, security, payload } = frame;
  const [code = 0, ...data] = payload;
  const names = isReply ? replyNames : commandNames;
  const name = names.get(code) ?? sameWords(`0x${code.toString(16).toUpperCase()}`);
  const isHidden = security !== undefined && security.type >= encryptedFrom;
  const more = isHidden || (isReply && code === osdpReplies.ack) ? sameWords("") : said(code, data);
  const isSealed = security !== undefined && security.type >= sealedFrom;
  const [sealed, sealedZh] = isSealed ? [" sealed", " 加密"] : ["", ""];
  const words = {
    en: `reader ${address} #${sequence}${sealed}: ${name.en}${more.en}`,
    zh: `${address} 号读头 #${sequence}${sealedZh}：${name.zh}${more.zh}`,
  };
  return { words, alike: `reader ${address}${sealed}: ${name.en}${more.en}` };
}

function said(code: number, data: readonly number[]): Words {
  if (code === osdpReplies.nak) {
    return { en: `, reason ${data[0] ?? 0}`, zh: `，原因 ${data[0] ?? 0}` };
  }
  if (code === osdpReplies.raw) {
    const [, , low = 0, high = 0, ...bits] = data;
    const count = low | (high << 8);
    const number = hexOf(bits).replaceAll(" ", "");
    return { en: ` ${number}, ${count} bits`, zh: ` ${number}，${count} 位` };
  }
  return sameWords("");
}
