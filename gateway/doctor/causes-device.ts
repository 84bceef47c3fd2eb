// Causes that readers, scanners, lock boards, receivers and their cables have.

import type { CauseRow } from "./cause-row.ts";

export const deviceCauses = {
  "port-missing": {
    level: "fail",
    means: {
      en: "the port is not there: unplugged, or renamed",
      zh: "端口不存在：线被拔掉或改了名",
    },
    advice: {
      en: "Plug the adapter in; if its name changed, use the one in /dev/serial/by-id.",
      zh: "插好转接线；如果换了名字，请改用 /dev/serial/by-id 里的名字。",
    },
  },
  "port-forbidden": {
    level: "fail",
    means: { en: "the port may not be opened", zh: "没有权限打开端口" },
    advice: {
      en: "Put the service's user into the group of the port (dialout) and restart the service.",
      zh: "把服务用户加入端口所属的组（dialout），再重启服务。",
    },
  },
  "port-busy": {
    level: "fail",
    means: { en: "another program holds the port", zh: "端口被别的程序占用" },
    advice: {
      en: "End the other program: a terminal, ModemManager, or a second gateway.",
      zh: "关掉占用的程序：串口终端、ModemManager 或另一个网关。",
    },
  },
  "server-unreachable": {
    level: "fail",
    means: { en: "the serial server takes no connection", zh: "串口服务器连不上" },
    advice: {
      en: "Check address, power and network of the serial server, and who else uses it.",
      zh: "检查串口服务器的地址、电源和网络，确认没有别人在用。",
    },
  },
  "not-started": {
    level: "fail",
    means: { en: "the gateway has not tried it yet", zh: "网关还没有尝试过它" },
    advice: {
      en: "Wait a minute and look again; if it stays, restart the gateway and read its log.",
      zh: "一分钟后再看；如果不变，重启网关并查看日志。",
    },
  },
  unplugged: {
    level: "warn",
    means: { en: "the port went away and came back", zh: "端口断开过又恢复" },
    advice: {
      en: "Fix the plug: strain relief, a shorter cable, a powered USB hub.",
      zh: "固定插头：做好线缆固定，换短线，或用带电源的 USB 集线器。",
    },
  },
  "duplicate-address": {
    level: "fail",
    means: {
      en: "two answers to one question: one address twice, a late answer, or a line that repeats",
      zh: "一次询问收到两个应答：两个设备地址相同、一个设备应答太迟，或线路重发",
    },
    advice: {
      en: "Unplug them one by one, give each its own address; shorten a slow serial server's path.",
      zh: "逐个拔下设备，给每个设备设不同的地址；如果经过慢的串口服务器，换更快的线路。",
    },
  },
  echo: {
    level: "fail",
    means: { en: "our own bytes come back", zh: "收到的是自己发出的字节" },
    advice: {
      en: "The adapter hears itself: set `localEcho: strip`, or switch its echo off.",
      zh: "转接器有回显：设置 `localEcho: strip`，或在转接器上关掉回显。",
    },
  },
  "wrong-key": {
    level: "fail",
    means: { en: "the reader does not have our key", zh: "读卡器的密钥与我们的不符" },
    advice: {
      en: "If nobody changed the reader, it is an attack: look at it; then driftbox commission.",
      zh: "如果没有人更换过读卡器，先当作攻击到现场检查，再执行 driftbox commission。",
    },
  },
  "clear-text": {
    level: "fail",
    means: { en: "a reader that must be secure talks in clear", zh: "应加密的读卡器在明文通信" },
    advice: {
      en: "It was reset, exchanged or is being imitated. Look at it, then: driftbox commission.",
      zh: "读卡器被复位、被更换或有人冒充。先到现场检查，再执行 driftbox commission。",
    },
  },
  garbled: {
    level: "fail",
    means: {
      en: "no good frame arrives: wrong baud rate, A and B swapped, or two devices at one address",
      zh: "收不到一帧正确的数据：波特率不对、A、B 线接反，或两个设备地址相同",
    },
    advice: {
      en: "Compare `baud` and address with the device, then swap the two wires; bytes cannot tell.",
      zh: "先核对 `baud` 和地址与设备设置，再对调两根线；从字节上分不出是哪一种。",
    },
  },
  "no-answer": {
    level: "fail",
    means: {
      en: "nobody answers: no power, another address or baud rate, A and B swapped, a cut wire",
      zh: "无人应答：没电、地址或波特率不对、A、B 线接反、断线或设备卡死",
    },
    advice: {
      en: "Look for power, compare address and `baud`, swap the two wires, power it off and on.",
      zh: "先看有没有电，再核对地址和 `baud`，对调两根线试试，最后断电重启设备。",
    },
  },
  "answers-lost": {
    level: "warn",
    means: {
      en: "some questions stay without answer: a loose wire, a delayed line, a weak supply",
      zh: "部分询问没有应答：接线松动、线路延迟或供电不足",
    },
    advice: {
      en: "Check wires and supply; behind a serial server look at its network and buffering.",
      zh: "检查接线和供电；如果经过串口服务器，检查它的网络和缓存设置。",
    },
  },
  "disturbed-line": {
    level: "warn",
    means: {
      en: "the line is disturbed: damaged, doubled or missing bytes",
      zh: "线路受干扰：字节损坏、重复或丢失",
    },
    advice: {
      en: "Check ground, shield and the terminating resistors; lay the wire away from the coils.",
      zh: "检查地线、屏蔽和终端电阻；让线远离电磁锁线圈。",
    },
  },
  repeated: {
    level: "warn",
    means: {
      en: "the line repeats bytes: a scanner that sends twice, or a serial server that sends again",
      zh: "线路重复发送：扫码枪设为发送两遍，或串口服务器重发",
    },
    advice: {
      en: "Reset the scanner by its factory code, look at the serial server; nothing counts twice.",
      zh: "用出厂码复位扫码枪，检查串口服务器；重复的内容不会算两次。",
    },
  },
  "weak-check": {
    level: "warn",
    means: {
      en: "the reader knows one-byte checksums only; one damaged frame in 256 passes for good",
      zh: "读卡器只有单字节校验，每 256 个坏帧会有一个漏过",
    },
    advice: {
      en: "It serves; a secure channel makes up for it. Look for newer firmware at the next visit.",
      zh: "可以使用；安全通道能弥补。下次维护时看看有没有新固件。",
    },
  },
  "lost-device": {
    level: "fail",
    means: { en: "the device is lost", zh: "设备离线" },
    advice: {
      en: "Read the reason; check power and cable; run doctor again in a minute.",
      zh: "看给出的原因；检查电源和线；一分钟后再运行 doctor。",
    },
  },
  "forged-badge": {
    level: "warn",
    means: {
      en: "a badge failed its proof: a copy, or a badge of another system",
      zh: "有卡片没有通过验证：是复制卡，或别的系统的卡",
    },
    advice: {
      en: "Find out who held it and block it; if all badges fail, the key files are wrong.",
      zh: "查清是谁刷的卡，在中心挂失；如果所有卡都不通过，是密钥文件不对。",
    },
  },
  "copied-badge": {
    level: "warn",
    means: {
      en: "a badge showed a counter that was used before: a copy or a replay",
      zh: "有卡片的计数器用过：是复制卡或重放",
    },
    advice: {
      en: "Block the badge at the center and give its owner a new one.",
      zh: "在中心挂失这张卡，给持卡人换新卡。",
    },
  },
  "key-unreadable": {
    level: "fail",
    means: { en: "the key of a reader cannot be used", zh: "读卡器的密钥文件不能用" },
    advice: {
      en: "Restore the key file and its owner, or commission the reader anew; then restart.",
      zh: "恢复密钥文件及属主，或重新执行 driftbox commission；然后重启。",
    },
  },
  "no-fix": {
    level: "warn",
    means: { en: "the receiver talks but sees no satellites", zh: "定位模块有数据但收不到卫星" },
    advice: {
      en: "Give the antenna a view of the sky; after a cold start wait fifteen minutes.",
      zh: "让天线能看到天空；冷启动后等十五分钟。",
    },
  },
  "wrong-satellite-time": {
    level: "warn",
    means: {
      en: "the receiver has a position, but its time is not believed",
      zh: "定位模块有位置，但它的时间不可信",
    },
    advice: {
      en: "Its week counter may have rolled over: update or replace the receiver, or use NTP.",
      zh: "可能是周计数翻转：升级或更换定位模块，或改用 NTP。",
    },
  },
} as const satisfies Record<string, CauseRow>;
