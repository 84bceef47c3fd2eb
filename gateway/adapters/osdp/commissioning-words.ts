// What the person at the reader is told while it is commissioned, in Chinese and English.
import type { CommissioningProgress, KnownKey } from "./commissioning.ts";
import type { PdIdentity } from "./osdp-reply.ts";

const keyWords: Readonly<Record<KnownKey, readonly [string, string]>> = {
  default: ["出厂密钥", "the factory key"],
  current: ["现用密钥", "the key in force"],
  pending: ["上次中断时写入的密钥", "the key of an interrupted run"],
};

/** One line without line end: Chinese, then English. Never contains a key or a card number. */
export function wordsOf(reader: string, progress: CommissioningProgress): string {
  const [chinese, english] = bothOf(reader, progress);
  return `${chinese} / ${english}`;
}

/** What the person compares with the label of the reader. */
function identityWords(identity: PdIdentity | undefined): readonly [string, string] {
  if (identity === undefined) {
    return ["读卡器没有报告序列号", "the reader does not say who it is"];
  }
  const { vendor, model, version, serial, firmware } = identity;
  const type = `${model}.${version}`;
  return [
    `厂商 ${vendor}，型号 ${type}，序列号 ${serial}，固件 ${firmware}`,
    `vendor ${vendor}, model ${type}, serial ${serial}, firmware ${firmware}`,
  ];
}

function bothOf(reader: string, progress: CommissioningProgress): readonly [string, string] {
  switch (progress.event) {
    case "window-opened":
      return [
        `正在寻找读卡器 ${reader}，时限 ${progress.seconds} 秒`,
        `looking for reader ${reader}; the window is open for ${progress.seconds} s`,
      ];
    case "reader-found": {
      const [chinese, english] = keyWords[progress.key];
      if (progress.key === "pending") {
        return [`读卡器已应答（${chinese}），继续完成`, `the reader answers with ${english}`];
      }
      return [`读卡器已应答（${chinese}）`, `the reader answers with ${english}`];
    }
    case "reader-identified":
      return identityWords(progress.identity);
    case "confirmed":
      return ["已确认。请将任意一张卡贴近该读卡器", "confirmed; hold any card to it now"];
    case "card-seen":
      return ["已确认有人在场", "a card was held to it: somebody is there"];
    case "key-stored":
      return ["新密钥已安全保存", "the new key is on disk"];
    case "key-sent":
      return ["新密钥已写入读卡器，正在验证", "the new key was sent; the reader must prove it"];
    default: {
      const { identity } = progress;
      const serial = identity === undefined ? "" : ` (${identity.vendor} ${identity.serial})`;
      return [`完成，读卡器已启用专用密钥${serial}`, `done: the reader has its own key${serial}`];
    }
  }
}
