// Runs under the gateway's unit and writes down what it can do. Usage: node probe.mjs REPORT

import { closeSync, constants, openSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { userInfo } from "node:os";
import { join } from "node:path";

const [report = ""] = process.argv.slice(2);
/** Of a device at a serial port; the guest has one slow processor. */
const answerMaxMs = 20_000;
const found = {};

/** Writes down `ok`, or the code of the error. */
function attempt(what, act) {
  try {
    act();
    found[what] = "ok";
  } catch (error) {
    found[what] = error.code ?? String(error);
  }
}

/** An open that waits for nothing and leaves nothing. */
function open(path, flags) {
  closeSync(openSync(path, flags));
}

const { default: koffi } = await import("koffi");
const libc = koffi.load(null);

/** 0 or the errno of a C function's call, by name. */
function call(what, declaration, ...args) {
  attempt(what, () => {
    if (libc.func(declaration)(...args) >= 0) return;
    const number = koffi.errno();
    const name = Object.entries(koffi.os.errno).find(([, value]) => value === number)?.[0];
    throw Object.assign(new Error(declaration), { code: name ?? String(number) });
  });
}

/** What comes back from a serial port that is opened the way the gateway does; or what went wrong. */
async function answerAt(path, question) {
  const { autoDetect } = await import("@serialport/bindings-cpp");
  const answer = Buffer.alloc(question.length);
  try {
    const port = await autoDetect().open({ path, baudRate: 9_600, lock: true });
    await port.write(Buffer.from(question));
    for (let count = 0; count < answer.length;) {
      const { bytesRead } = await port.read(answer, count, answer.length - count);
      count += bytesRead;
    }
    await port.close();
    return answer.toString();
  } catch (error) {
    return String(error);
  }
}

const status = readFileSync("/proc/self/status", "utf8");
const statusOf = (name) => status.match(new RegExp(`^${name}:\\s*(\\S+)`, "m"))?.[1];

found.user = userInfo().username;
attempt("open /dev/gpiochip0", () => open("/dev/gpiochip0", "r+"));
const terminal = constants.O_RDWR | constants.O_NOCTTY;
attempt("open /dev/ttyS0", () => open("/dev/ttyS0", terminal));
attempt("open /dev/tty1", () => open("/dev/tty1", terminal));
attempt("open /dev/watchdog", () => open("/dev/watchdog", "w"));
attempt("open /dev/kmsg", () => open("/dev/kmsg", "w"));
attempt("write the state folder", () => writeFileSync(join(process.env.STATE_DIRECTORY, "p"), ""));
attempt("write the runtime folder", () => {
  writeFileSync(join(process.env.RUNTIME_DIRECTORY, "p"), "");
});
attempt("write /tmp", () => writeFileSync("/tmp/probe", ""));
attempt("write /usr", () => writeFileSync("/usr/probe", ""));
attempt("write /etc", () => writeFileSync("/etc/driftbox/probe", ""));
attempt("write /sys", () => open("/sys/class/gpio/export", "w"));
attempt("write /proc/sys", () => open("/proc/sys/kernel/hostname", "w"));
attempt("write the group of processes", () => open("/sys/fs/cgroup/cgroup.procs", "w"));
attempt("read /etc/shadow", () => open("/etc/shadow", "r"));
attempt("read the boot id", () => open("/proc/sys/kernel/random/boot_id", "r"));
attempt("list /root", () => readdirSync("/root"));
attempt("load koffi", () => koffi.version);
const others = readdirSync("/proc").filter((name) => /^\d+$/.test(name) && +name !== process.pid);
found["other processes"] = others.length === 0 ? "none" : others.join(" ");
found.capabilities = statusOf("CapBnd");
found["no new privileges"] = statusOf("NoNewPrivs");
found["system calls are filtered"] = statusOf("Seccomp");
/** unshare(2): CLONE_NEWUSER; socket(2): AF_PACKET, SOCK_RAW. */
call("make a namespace", "int unshare(int flags)", 0x1000_0000);
call(
  "mount",
  "int mount(str from, str to, str type, ulong flags, str more)",
  "t",
  "/tmp",
  "tmpfs",
  0,
  "",
);
call("set the clock", "int clock_settime(int clock, void *time)", 0, Buffer.alloc(16));
call("open a raw socket", "int socket(int family, int type, int protocol)", 17, 3, 0);
const silence = new Promise((done) => setTimeout(done, answerMaxMs, "no answer"));
found["the device at /dev/ttyS0"] = await Promise.race([answerAt("/dev/ttyS0", "echo"), silence]);
writeFileSync(report, JSON.stringify(found));
// A port that is still waited for keeps nobody.
process.exit(0);
