// Every row that `doctor` can print, what it looks at, and the causes it may name.

import type { Cause } from "./causes.ts";
import { words, type Words } from "./words.ts";

export interface CheckKind {
  /** As in the rows; `<…>` stands for which one. */
  readonly name: string;
  readonly looksAt: Words;
  readonly causes: readonly Cause[];
}

const deviceCauses: readonly Cause[] = [
  "port-missing",
  "port-forbidden",
  "port-busy",
  "server-unreachable",
  "not-started",
  "key-unreadable",
  "duplicate-address",
  "echo",
  "wrong-key",
  "clear-text",
  "garbled",
  "no-answer",
  "answers-lost",
  "disturbed-line",
  "repeated",
  "weak-check",
  "unplugged",
  "forged-badge",
  "no-fix",
  "wrong-satellite-time",
  "lost-device",
];

function kind(name: string, looksAt: Words, ...causes: readonly Cause[]): CheckKind {
  return { name, looksAt, causes };
}

/** In reading order. */
export const checkKinds: readonly CheckKind[] = [
  kind("config", words("the configuration file", "配置文件"), "config-refused"),
  kind(
    "gateway",
    words("who holds the journal, how old the health page is", "谁占用日志，健康页有多旧"),
    ...(["not-running", "second-process", "stands-still", "page-missing", "disk-full"] as const),
  ),
  kind(
    "supervisor",
    words("progress of the loop, watchdog of the service", "主循环进度与服务看门狗"),
    ...(["stuck", "journal-full", "no-watchdog"] as const),
  ),
  kind("supervisor/unit", words("the service unit", "服务单元"), "unit-without-watchdog"),
  kind("inputs", words("inputs that were lost", "丢失的输入"), "inputs-lost"),
  kind("software/version", words("versions", "版本"), "version-differs"),
  kind(
    "clock",
    words("what the clock is worth", "时钟是否可信"),
    ...(["clock-untrusted", "clock-inexact"] as const),
  ),
  kind(
    "clock/steps",
    words("moves of the clock in the newest records", "最近记录中的拨钟"),
    "clock-stepped",
  ),
  kind(
    "boot/rtc",
    words("the battery-backed clock", "带电池的时钟"),
    ...(["no-rtc", "rtc-missing", "rtc-unused"] as const),
  ),
  kind(
    "uplink",
    words("connection and receipts of the center", "与中心的连接和回执"),
    ...(["link-down", "receipts-late", "link-slow"] as const),
  ),
  kind(
    "kiosk",
    words("the screens, where some are configured", "屏幕页面（已配置时）"),
    "screen-dark",
  ),
  kind(
    "policy/age",
    words("the policy in force", "生效的策略"),
    ...(["no-policy", "policy-old", "policy-future"] as const),
  ),
  kind("policy/refused", words("policies that were turned away", "被拒绝的策略"), "policy-refused"),
  kind(
    "lock/<box>/<number>",
    words("the lock, and how its last order ended", "锁及最近一次开锁结果"),
    ...(["jammed", "not-latched", "opened-unasked", "door-forced"] as const),
    ...([
      "latched-late",
      "never-opened",
      "door-unlatched",
      "outcome-unknown",
      "lock-refused",
      "out-of-service",
    ] as const),
  ),
  kind(
    "door/<box>/<number>",
    words("the door", "门"),
    ...(["door-forced", "door-held", "door-unlatched", "sensor-unreadable"] as const),
  ),
  kind(
    "sensor/<box>/<number>/<sensor>",
    words("a sensor that contradicts the others", "与其他传感器矛盾的传感器"),
    ...([
      "contact-dissents",
      "bolt-dissents",
      "presence-dissents",
      "weight-dissents",
      "sensor-unreadable",
    ] as const),
  ),
  kind("power", words("mains and battery", "市电与电池"), "mains-lost", "battery-low"),
  kind("tamper/<sensor>", words("enclosures and readers", "箱体与读卡器防拆"), "tamper-active"),
  kind(
    "device/<id>",
    words("a reader, scanner, lock board or receiver", "读卡器、扫码器、锁控板或定位模块"),
    ...deviceCauses,
  ),
  kind(
    "badges",
    words("refusals in the newest records", "最近记录中的拒绝"),
    "forged-badge",
    "copied-badge",
  ),
  kind(
    "data/owner",
    words("owner and mode of the data folder", "数据目录属主与权限"),
    ...(["folder-unreadable", "folder-owner", "folder-open"] as const),
  ),
  kind("keys/permissions", words("who may read the keys", "谁能读密钥"), "key-open"),
  kind(
    "keys/enrollment",
    words("whether keys and enrollment fit", "密钥与登记是否一致"),
    "not-enrolled",
  ),
  kind(
    "reader-keys/<id>",
    words("the key of a secure reader", "加密读卡器的密钥"),
    ...(["reader-key-missing", "reader-key-pending"] as const),
  ),
  kind(
    "journal/chain",
    words("heads of all segments, the newest records", "各段段头与最新记录"),
    ...(["journal-damaged", "journal-foreign", "journal-torn", "folder-unreadable"] as const),
  ),
  kind("journal/room", words("room for openings", "开门记录空间"), "journal-full", "journal-low"),
  kind(
    "journal/recovery",
    words("recoveries in the newest records", "最近记录中的恢复"),
    "chain-recovered",
  ),
  kind("disk", words("space on the disk", "磁盘空间"), "disk-full", "disk-low"),
  kind("port/<id>", words("the port by its path", "端口路径"), "port-missing", "port-forbidden"),
  kind(
    "udev/by-id/<id>",
    words("whether the port's name lasts", "端口名是否固定"),
    "unstable-name",
  ),
  kind("ftdi/latency/<id>", words("latency of a USB adapter", "USB 转接器延迟"), "slow-latency"),
  kind("gpio/chip", words("the GPIO chip", "GPIO 芯片"), "chip-missing"),
  kind(
    "gpio/line/<line>",
    words("a GPIO line and its holder", "GPIO 线与占用者"),
    ...(["chip-missing", "line-held", "line-unreadable", "contact-chatters"] as const),
  ),
  kind(
    "gpio/strict",
    words("what the kernel does with released lines", "内核如何处理释放的线"),
    "lines-stay-driven",
  ),
  kind(
    "watchdog/hardware",
    words("the watchdog of the board", "硬件看门狗"),
    "no-hardware-watchdog",
  ),
];
