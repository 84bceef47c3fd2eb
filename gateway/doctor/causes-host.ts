// Causes in the machine and its system: disk, GPIO, clock battery, watchdog, USB names, versions.

import type { CauseRow } from "./cause-row.ts";

export const hostCauses = {
  "disk-full": {
    level: "fail",
    means: { en: "the disk is full", zh: "磁盘已满" },
    advice: {
      en: "Free space on the file system of the data folder.",
      zh: "清理数据目录所在的文件系统。",
    },
  },
  "disk-low": {
    level: "warn",
    means: {
      en: "the journal may grow larger than the disk has room for",
      zh: "磁盘剩余空间小于日志可能的大小",
    },
    advice: {
      en: "Free space, or lower `journal.maxMiB`.",
      zh: "清理空间，或调小 `journal.maxMiB`。",
    },
  },
  "chip-missing": {
    level: "fail",
    means: { en: "the GPIO chip or line is not there", zh: "找不到 GPIO 芯片或线" },
    advice: {
      en: "Compare `gpio.chip` and the line with gpioinfo; put the service's user into group gpio.",
      zh: "用 gpioinfo 核对 `gpio.chip` 和线名；把服务用户加入 gpio 组。",
    },
  },
  "line-held": {
    level: "fail",
    means: {
      en: "another program or driver holds the GPIO line",
      zh: "GPIO 线被别的程序或驱动占用",
    },
    advice: {
      en: "End that program, or remove the overlay in config.txt that claims the line.",
      zh: "结束该程序，或删除 config.txt 中占用该线的 overlay。",
    },
  },
  "line-unreadable": {
    level: "fail",
    means: { en: "the gateway cannot read a GPIO line", zh: "网关读不到 GPIO 线" },
    advice: {
      en: "Look at `gpio/chip`, at the wire, and at the log.",
      zh: "查看 `gpio/chip`、接线和日志。",
    },
  },
  "lines-stay-driven": {
    level: "fail",
    means: {
      en: "this kernel leaves a line as it was when its program dies: a lock could stay on",
      zh: "此内核在程序退出后保持线的电平：锁可能一直通电",
    },
    advice: {
      en: "Set dtparam=strict_gpiod in /boot/firmware/config.txt and restart the board.",
      zh: "在 /boot/firmware/config.txt 设置 dtparam=strict_gpiod 并重启。",
    },
  },
  "no-rtc": {
    level: "warn",
    means: {
      en: "no battery-backed clock: after a power cut the time is unknown",
      zh: "没有带电池的时钟：断电后不知道时间",
    },
    advice: {
      en: "Fit one (DS3231) and set `hasRtc: true`, or have a satellite receiver.",
      zh: "安装 DS3231 并设 `hasRtc: true`，或接卫星定位模块。",
    },
  },
  "rtc-missing": {
    level: "fail",
    means: {
      en: "`hasRtc` is true, but the kernel has no such clock",
      zh: "`hasRtc` 为真，但内核没有这个时钟",
    },
    advice: {
      en: "Add the overlay of the clock to config.txt, or set `hasRtc: false`.",
      zh: "在 config.txt 加入时钟的 overlay，或设 `hasRtc: false`。",
    },
  },
  "rtc-unused": {
    level: "warn",
    means: {
      en: "there is a battery-backed clock that the gateway does not trust",
      zh: "有带电池的时钟但网关没有使用",
    },
    advice: {
      en: "Check its battery, then set `hasRtc: true`.",
      zh: "检查电池后设 `hasRtc: true`。",
    },
  },
  "no-hardware-watchdog": {
    level: "warn",
    means: {
      en: "nothing resets the board when its kernel stands still",
      zh: "内核死机时没有硬件看门狗复位",
    },
    advice: {
      en: "Set RuntimeWatchdogSec=10 in /etc/systemd/system.conf.",
      zh: "在 /etc/systemd/system.conf 设置 RuntimeWatchdogSec=10。",
    },
  },
  "unit-without-watchdog": {
    level: "warn",
    means: { en: "the service unit has no WatchdogSec", zh: "服务单元没有 WatchdogSec" },
    advice: {
      en: "Use the packaged unit, or add WatchdogSec=15s.",
      zh: "使用软件包自带的单元，或加上 WatchdogSec=15s。",
    },
  },
  "unstable-name": {
    level: "warn",
    means: { en: "the port's name can change at the next start", zh: "端口名在下次启动时可能改变" },
    advice: {
      en: "Use the name in /dev/serial/by-id, by-path, or of the udev rule.",
      zh: "使用 /dev/serial/by-id、by-path 或 udev 规则里的名字。",
    },
  },
  "slow-latency": {
    level: "warn",
    means: { en: "the USB adapter holds bytes back", zh: "USB 转接器延迟上报字节" },
    advice: {
      en: "Set its latency_timer to 1, as 61-driftbox.rules does.",
      zh: "把 latency_timer 设为 1，参见 61-driftbox.rules。",
    },
  },
  "version-differs": {
    level: "warn",
    means: {
      en: "the running gateway is another version than this program",
      zh: "运行中的网关与本程序版本不同",
    },
    advice: { en: "Restart the gateway when the box is idle.", zh: "在柜子空闲时重启网关。" },
  },
  "config-refused": {
    level: "fail",
    means: { en: "the configuration is refused", zh: "配置不被接受" },
    advice: {
      en: "Correct the line that is named; driftbox config show --check tells when it is good.",
      zh: "改正指出的那一行；用 driftbox config show --check 检查。",
    },
  },
} as const satisfies Record<string, CauseRow>;
