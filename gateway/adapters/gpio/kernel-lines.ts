// Lines of the kernel's GPIO character device: find a chip by label, a line by name, hold it.
import { closeSync, openSync, readdirSync, readSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { getSystemErrorMap } from "node:util";
import { Fault } from "@driftbox/proto";
import { deviceControl, neverBlock } from "../runtime/libc.ts";
import {
  gpioBytes,
  gpioIoctl,
  grantedFd,
  lineInfoRequest,
  lineRequest,
  lineValue,
  parseChipInfo,
  parseEvents,
  parseLineInfo,
  parseLineValue,
  type ChipInfo,
  type LineEvent,
  type LineInfo,
  type LineRequest,
} from "./uapi-v2.ts";

/** Error numbers of linux/errno.h that mean something here. */
export const lineErrno = { noDeviceOrAddress: 6, busy: 16, noDevice: 19, invalid: 22 } as const;

/** More lines than any chip has are not searched. */
const linesMaxCount = 1_024;
/** Events taken with one read. */
const eventsMaxCount = 64;

/** A line on a chip, as of now: the number of a chip changes with kernels and replugs. */
export interface LinePlace {
  /** `/dev/gpiochip0` */
  readonly device: string;
  readonly offset: number;
  readonly info: LineInfo;
}

/**
 * Finds a chip by its label (`pinctrl-bcm2711`) or device path, on it a line by name or offset.
 * Some systems have two paths to one chip, which is still one chip.
 * @throws Fault device/absent when chip or line are missing, or the label is that of two chips
 */
export function findLine(chip: string, line: string, folder = "/dev"): LinePlace {
  const device = chip.startsWith("/") ? chip : deviceOf(chip, folder);
  return withDevice(device, (fd) => {
    const offset = offsetOf(fd, line);
    if (offset === undefined) throw absent(`there is no line ${line} on ${chip} (${device})`);
    return { device, offset, info: lineInfoOf(fd, offset) };
  });
}

function deviceOf(label: string, folder: string): string {
  const devices = chipDevices(folder);
  const found = devices.filter((device) => labelOf(device) === label);
  const [device] = found;
  if (device !== undefined && found.length === 1) return device;
  if (found.length > 1) {
    const all = found.join(" and ");
    throw absent(`${all} are both labelled ${label}: name the chip by its device path`);
  }
  const seen = devices.map((each) => `${each} is ${labelOf(each) ?? "not readable"}`).join(", ");
  throw absent(`there is no GPIO chip labelled ${label}; seen: ${seen === "" ? "none" : seen}`);
}

function chipDevices(folder: string): readonly string[] {
  const names = readdirSync(folder).filter((name) => /^gpiochip\d+$/.test(name));
  const paths = names.map((name) => realpathSync(join(folder, name)));
  return [...new Set(paths)].toSorted();
}

/** Undefined when the chip cannot be opened: another one may be the one wanted. */
function labelOf(device: string): string | undefined {
  try {
    return withDevice(device, chipInfoOf).label;
  } catch {
    return undefined;
  }
}

function withDevice<T>(device: string, use: (fd: number) => T): T {
  let fd: number;
  try {
    fd = openSync(device, "r+");
  } catch (cause) {
    const seen = cause instanceof Error ? cause.message : String(cause);
    throw absent(`${device} cannot be opened: ${seen}`, cause);
  }
  try {
    return use(fd);
  } finally {
    closeSync(fd);
  }
}

function chipInfoOf(fd: number): ChipInfo {
  const bytes = Buffer.alloc(gpioBytes.chipInfo);
  const errno = deviceControl(fd, gpioIoctl.chipInfo, bytes);
  if (errno !== 0) throw absent(`not a GPIO chip: ${nameOfErrno(errno)}`);
  return parseChipInfo(bytes);
}

function lineInfoOf(fd: number, offset: number): LineInfo {
  const bytes = lineInfoRequest(offset);
  const errno = deviceControl(fd, gpioIoctl.lineInfo, bytes);
  if (errno !== 0) throw absent(`line ${offset} cannot be looked at: ${nameOfErrno(errno)}`);
  return parseLineInfo(bytes);
}

/** A name wins over an offset that looks like it. */
function offsetOf(fd: number, line: string): number | undefined {
  const count = Math.min(chipInfoOf(fd).lineCount, linesMaxCount);
  const offsets = Array.from({ length: count }, (_, offset) => offset);
  const named = offsets.filter((offset) => lineInfoOf(fd, offset).name === line);
  if (named.length > 1) throw absent(`lines ${named.join(" and ")} are both named ${line}`);
  const [offset] = named;
  if (offset !== undefined) return offset;
  return /^\d{1,4}$/.test(line) && Number(line) < count ? Number(line) : undefined;
}

/** The kernel refused a line: `device/busy` when another holds it, else `device/absent`. */
export class LineRefused extends Fault {
  readonly errno: number;

  constructor(message: string, errno: number) {
    super(errno === lineErrno.busy ? "device/busy" : "device/absent", message);
    this.errno = errno;
  }
}

/** @throws LineRefused; when the line is held by another, the message names the holder */
export function requestLine(device: string, request: LineRequest): KernelLine {
  return withDevice(device, (fd) => {
    const bytes = lineRequest(request);
    const errno = deviceControl(fd, gpioIoctl.requestLine, bytes);
    if (errno === 0) return new KernelLine(grantedFd(bytes), `line ${request.offset} of ${device}`);
    const line = `line ${request.offset} of ${device}`;
    if (errno !== lineErrno.busy) {
      throw new LineRefused(`${line} was refused: ${nameOfErrno(errno)}`, errno);
    }
    const { consumer } = lineInfoOf(fd, request.offset);
    throw new LineRefused(`${line} is held by "${consumer}"`, errno);
  });
}

/** One line held by this process; the kernel frees it when the process ends, however it ends. */
export class KernelLine {
  readonly fd: number;
  readonly #name: string;
  #isOpen = true;

  constructor(fd: number, name: string) {
    this.fd = fd;
    this.#name = name;
    neverBlock(fd);
  }

  /** @throws Fault device/absent */
  read(): boolean {
    const bytes = lineValue(false);
    this.#control(gpioIoctl.values, bytes);
    return parseLineValue(bytes);
  }

  /** @throws Fault device/absent */
  write(isActive: boolean): void {
    this.#control(gpioIoctl.setValues, lineValue(isActive));
  }

  /** The events that wait, oldest first, at most 64; none = []. @throws Fault device/absent */
  takeEvents(): readonly LineEvent[] {
    const bytes = Buffer.alloc(eventsMaxCount * gpioBytes.event);
    try {
      return parseEvents(bytes.subarray(0, readSync(this.fd, bytes)));
    } catch (cause) {
      if (cause instanceof Error && "code" in cause && cause.code === "EAGAIN") return [];
      throw absent(`${this.#name} cannot be read`, cause);
    }
  }

  close(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    closeSync(this.fd);
  }

  #control(request: number, bytes: Buffer): void {
    if (!this.#isOpen) throw absent(`${this.#name} is closed`);
    const errno = deviceControl(this.fd, request, bytes);
    if (errno !== 0) throw absent(`${this.#name} does not answer: ${nameOfErrno(errno)}`);
  }
}

function nameOfErrno(errno: number): string {
  const [name, meaning] = getSystemErrorMap().get(-errno) ?? [`errno ${errno}`, "unknown"];
  return `${name} (${meaning})`;
}

function absent(message: string, cause?: unknown): Fault {
  return new Fault("device/absent", message, { cause });
}
