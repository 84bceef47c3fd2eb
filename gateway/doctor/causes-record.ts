// Causes in what the gateway keeps and tells: process, keys, journal, clock, link, policy.

import type { CauseRow } from "./cause-row.ts";

export const recordCauses = {
  "not-running": {
    level: "fail",
    means: { en: "no gateway runs on this data folder", zh: "没有网关在使用这个数据目录" },
    advice: {
      en: "systemctl start driftbox-gateway; if it ends again, its last log line says why.",
      zh: "启动：systemctl start driftbox-gateway；如果又停，看日志最后一行。",
    },
  },
  "stands-still": {
    level: "fail",
    means: {
      en: "the gateway holds its journal but does not write its health page",
      zh: "网关占着日志却没有更新健康页",
    },
    advice: {
      en: "Restart it: systemctl restart driftbox-gateway; keep the log for whoever maintains it.",
      zh: "重启：systemctl restart driftbox-gateway；保留日志给维护人员。",
    },
  },
  "page-missing": {
    level: "warn",
    means: {
      en: "a gateway runs, but there is no health page to read",
      zh: "网关在运行，但读不到健康页",
    },
    advice: {
      en: "Run doctor as root or as the service's user; compare the versions of both.",
      zh: "用 root 或服务用户运行 doctor，并设置服务的 RUNTIME_DIRECTORY；核对版本。",
    },
  },
  "second-process": {
    level: "fail",
    means: {
      en: "two gateways want one journal",
      zh: "两个网关进程争用同一个日志",
    },
    advice: {
      en: "End the one that is not the service, or give it a data folder of its own.",
      zh: "结束不是服务的那一个，或给它单独的数据目录。",
    },
  },
  stuck: {
    level: "fail",
    means: { en: "a part of the gateway stands still", zh: "网关的一部分停住了" },
    advice: {
      en: "The watchdog ends it if it is the loop; else restart the gateway and keep the log.",
      zh: "如果是主循环，看门狗会结束它；否则重启网关并保留日志。",
    },
  },
  "screen-dark": {
    level: "warn",
    means: {
      en: "a screen is configured and not served; the boxes work without it",
      zh: "配置了屏幕但没有页面；箱子仍可刷卡使用",
    },
    advice: {
      en: "See who holds the port (ss -ltnp), choose another kiosk.port, and restart the gateway.",
      zh: "查看端口被谁占用（ss -ltnp），或改 kiosk.port，再重启网关。",
    },
  },
  "inputs-lost": {
    level: "warn",
    means: { en: "inputs were refused or could not be recorded", zh: "有输入被拒绝或没能记录" },
    advice: {
      en: "Make room for the journal; if there is room, a device floods the gateway.",
      zh: "给日志腾出空间；如果空间足够，是某个设备数据过多：看它那一行。",
    },
  },
  "no-watchdog": {
    level: "warn",
    means: { en: "nobody ends a gateway that stands still", zh: "没有看门狗监视网关" },
    advice: {
      en: "Run it by the packaged unit (Type=notify, WatchdogSec); by hand only for trials.",
      zh: "使用软件包自带的服务单元（Type=notify、WatchdogSec）；手工运行只适合试验。",
    },
  },
  "folder-unreadable": {
    level: "fail",
    means: { en: "the data folder cannot be read", zh: "数据目录无法读取" },
    advice: {
      en: "Run doctor as root or as the service's user; check the path of the folder.",
      zh: "用 root 或服务用户运行 doctor；确认路径是登记过的目录。",
    },
  },
  "folder-owner": {
    level: "fail",
    means: {
      en: "files in the data folder belong to another user",
      zh: "数据目录里的文件属于别的用户",
    },
    advice: {
      en: "chown -R driftbox:driftbox on the data folder.",
      zh: "对数据目录执行 chown -R driftbox:driftbox。",
    },
  },
  "folder-open": {
    level: "fail",
    means: { en: "others may enter the data folder", zh: "其他用户可以进入数据目录" },
    advice: { en: "chmod 700 on the data folder.", zh: "对数据目录执行 chmod 700。" },
  },
  "key-open": {
    level: "fail",
    means: { en: "others may read a key", zh: "其他用户可以读取密钥" },
    advice: {
      en: "chmod 600 on the file; if others use this machine, the key is known: enroll anew.",
      zh: "对文件执行 chmod 600；如果机器上有别人，视为已泄露，重新登记。",
    },
  },
  "not-enrolled": {
    level: "fail",
    means: {
      en: "keys or enrollment are missing or do not belong together",
      zh: "密钥或登记文件缺失或不匹配",
    },
    advice: {
      en: "Restore the enrolled files, or enroll anew; never make a key in their place.",
      zh: "恢复登记过的文件；不要就地新造密钥：重新执行 driftbox enroll。",
    },
  },
  "reader-key-missing": {
    level: "fail",
    means: { en: "a secure reader has no key of its own", zh: "加密读卡器还没有自己的密钥" },
    advice: {
      en: "Stand at it and run driftbox commission; `secure: false` is for a wire inside the box.",
      zh: "站在读卡器旁执行 driftbox commission；线全在箱内时可设 `secure: false`。",
    },
  },
  "reader-key-pending": {
    level: "warn",
    means: {
      en: "a reader's new key was given but never proved",
      zh: "读卡器的新密钥发出但未确认",
    },
    advice: { en: "Run driftbox commission again.", zh: "再执行一次 driftbox commission。" },
  },
  "journal-damaged": {
    level: "fail",
    means: { en: "the journal is damaged before its end", zh: "日志在末尾之前损坏" },
    advice: {
      en: "Keep a copy of the folder, replace the card; the gateway goes on in a new epoch.",
      zh: "保留目录副本，更换存储卡；网关会在新纪元继续。",
    },
  },
  "journal-foreign": {
    level: "fail",
    means: { en: "the journal belongs to another gateway", zh: "日志属于别的网关" },
    advice: { en: "Correct `data`, or move the folder away.", zh: "改正 `data`，或移走目录。" },
  },
  "journal-torn": {
    level: "warn",
    means: { en: "the last write to the journal was cut off", zh: "日志最后一次写入被中断" },
    advice: {
      en: "Nothing: the next start drops what nobody saw. If it repeats, the power supply fails.",
      zh: "无需处理：下次启动会丢弃未完成的部分。如果反复出现，检查供电。",
    },
  },
  "chain-recovered": {
    level: "warn",
    means: { en: "the chain was recovered into a new epoch", zh: "链条已恢复到新纪元" },
    advice: {
      en: "Find out why: a restored image, a second board with one key, or a dying card.",
      zh: "查明原因：还原的镜像、两块板用同一密钥，或存储卡损坏。",
    },
  },
  "journal-full": {
    level: "fail",
    means: {
      en: "the journal is full: no opening until there is room",
      zh: "日志已满：腾出空间前不能开门",
    },
    advice: {
      en: "Restore the link, so that there are receipts; raise `journal.maxMiB` if there is disk.",
      zh: "恢复网络让记录得到回执；磁盘有空间时调大 `journal.maxMiB`。",
    },
  },
  "journal-low": {
    level: "warn",
    means: { en: "the journal is nearly full", zh: "日志快满" },
    advice: {
      en: "Restore the link before openings are refused; free the disk.",
      zh: "在拒绝开门前恢复网络；清理磁盘。",
    },
  },
  "clock-untrusted": {
    level: "fail",
    means: { en: "no source keeps the clock", zh: "没有可信的时间来源" },
    advice: {
      en: "Give it NTP, satellites or a battery-backed clock; schedules may not hold before.",
      zh: "接入 NTP、卫星定位或带电池的时钟；在此之前时间窗口可能失效。",
    },
  },
  "clock-inexact": {
    level: "warn",
    means: { en: "the clock may be off by more than a minute", zh: "时钟误差可能超过一分钟" },
    advice: {
      en: "Look at the time service: timedatectl timesync-status.",
      zh: "检查时间服务：timedatectl timesync-status。",
    },
  },
  "clock-stepped": {
    level: "warn",
    means: { en: "the clock was moved while the gateway ran", zh: "网关运行时时钟被拨动" },
    advice: {
      en: "Find out who moved it; a dying battery of the clock does it at every start.",
      zh: "查明是谁拨的；时钟电池没电时每次启动都会这样。",
    },
  },
  "link-down": {
    level: "warn",
    means: {
      en: "no connection to the center; the box goes on without it",
      zh: "与中心断开；柜子照常工作",
    },
    advice: {
      en: "Check antenna, SIM and address; at sea this is normal. Events wait in the journal.",
      zh: "检查天线、SIM 卡和地址；海上断线属正常。事件保存在日志里。",
    },
  },
  "receipts-late": {
    level: "warn",
    means: { en: "the center has not confirmed for a long time", zh: "中心很久没有回执" },
    advice: {
      en: "Look at the center: full disk, this gateway in quarantine, or another enrollment.",
      zh: "如果网络正常，检查中心：磁盘满、本网关被隔离或登记不符。",
    },
  },
  "link-slow": {
    level: "warn",
    means: {
      en: "the link is slow: a receipt takes seconds",
      zh: "网络很慢：回执要等几秒",
    },
    advice: {
      en: "Check signal and other traffic; the box goes on, the center hears of it later.",
      zh: "检查信号和其他流量；柜子照常工作，中心晚些知道。",
    },
  },
  "no-policy": {
    level: "fail",
    means: { en: "there is no policy: nobody may open anything", zh: "没有策略：谁都不能开门" },
    advice: {
      en: "driftbox policy sign; put it where `policy.file` says, for the service to read; reload.",
      zh: "用 driftbox policy sign 签发，放到 `policy.file` 所指处，让服务用户可读，再让网关重新加载。",
    },
  },
  "policy-old": {
    level: "warn",
    means: {
      en: "the policy is old: new blocks have not arrived",
      zh: "策略过旧：新的挂失没有到达",
    },
    advice: {
      en: "Restore the link, or carry a newer policy file to the box.",
      zh: "恢复网络，或把新的策略文件带到现场。",
    },
  },
  "policy-refused": {
    level: "warn",
    means: {
      en: "a policy was refused, the one before stays in force",
      zh: "有策略被拒绝，仍用原来的策略",
    },
    advice: {
      en: "Correct what the row names, sign it for this site and center, reload the gateway.",
      zh: "改正本行指出的内容，由本中心为本站点重新签发，再让网关重新加载。",
    },
  },
  "policy-future": {
    level: "warn",
    means: {
      en: "the policy is younger than the clock: the clock is behind",
      zh: "策略比时钟还新：时钟走慢了",
    },
    advice: {
      en: "Correct the clock; look at the row `clock`.",
      zh: "校正时钟；查看 `clock` 一行。",
    },
  },
} as const satisfies Record<string, CauseRow>;
