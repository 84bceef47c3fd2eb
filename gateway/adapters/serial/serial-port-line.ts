// Opens a byte line on a serial device path, around what the serialport package does by itself.
import { Fault } from "@driftbox/proto";
// Not the main entry of the package: its parsers and its mock would cost 4 MB of memory.
import { SerialPort } from "serialport/dist/serialport.js";
import type { ByteLine, OpenLine, WriteResult } from "./byte-line.ts";
import { LineEnd } from "./line-end.ts";

export interface SerialPath {
  readonly path: string;
  /** Bits per second; 8 data bits, no parity, 1 stop bit. */
  readonly baudRate: number;
}

/** The words of the kernel for a port that is locked, or that is in exclusive use. */
const heldByAnother = /cannot lock port|resource busy|EBUSY/i;

/**
 * Opens `device` exclusively. Each call makes a new `SerialPort`: the package keeps writes made
 * while closed and sends them after a reopen, so an object is never opened twice. The device list
 * of the package is not used; it ends the process where udevadm is missing.
 */
export function serialPortLine(device: SerialPath): OpenLine {
  return async (signal) => {
    const port = new SerialPort({ ...device, autoOpen: false, lock: true });
    const line = lineOver(port, device.path);
    const error = await openPort(port);
    if (error === undefined && !signal.aborted) return line;
    await line.close();
    throw notOpened(device.path, error ?? new Error("gave up waiting"));
  };
}

/** Undefined when it is open. An opening cannot be called off: it ends in its own time. */
function openPort(port: SerialPort): Promise<Error | undefined> {
  return new Promise((resolve) => port.open((error) => resolve(error ?? undefined)));
}

function notOpened(path: string, cause: Error): Fault {
  const isHeld = heldByAnother.test(cause.message);
  const why = isHeld ? `another program holds it (${cause.message})` : cause.message;
  return new Fault(isHeld ? "device/busy" : "device/absent", `cannot open ${path}: ${why}`, {
    cause,
  });
}

function lineOver(port: SerialPort, path: string): ByteLine {
  const end = new LineEnd();
  // Without a data listener an unplugged port is not noticed until the next write.
  port.on("data", (bytes: Buffer) => end.receive(bytes));
  port.on("error", (error) => {
    end.end(`${path}: ${error.message}`);
    void closePort(port);
  });
  port.on("open", () => {
    watchHangUp(port, () => {
      end.end(`${path} hung up`);
      void closePort(port);
    });
  });
  port.on("close", (error: Error | null) => end.end(`${path} closed: ${error?.message ?? "here"}`));
  return {
    write: (bytes) => (end.isClosed ? refused("the port is closed") : writeNow(port, bytes)),
    onBytes: (listener) => end.onBytes(listener),
    onClosed: (listener) => end.onClosed(listener),
    close: () => {
      end.end(`${path} closed here`);
      return closePort(port);
    },
  };
}

/**
 * Watches for a hang-up beside the reads. The package takes a read of 0 bytes for "nothing yet" and
 * reads again at once; after a hang-up a read returns 0 for ever, so an unplug that falls between
 * two reads would never be noticed, and would keep a thread busy.
 */
function watchHangUp(port: SerialPort, onHangUp: () => void): void {
  const binding = port.port;
  if (binding !== undefined && "poller" in binding) binding.poller.once("disconnect", onHangUp);
}

/** Never calls `write` on a port that is not open: the package would keep the bytes. */
function writeNow(port: SerialPort, bytes: Uint8Array): WriteResult {
  if (!port.isOpen || port.closing) return refused("the port is closed");
  if (port.writableLength > 0) return refused("earlier bytes have not left yet");
  port.write(Buffer.from(bytes));
  return { outcome: "sent" };
}

/** Discards what the driver has not sent, then frees the port. */
function closePort(port: SerialPort): Promise<void> {
  return new Promise((resolve) => {
    if (port.closing) return void port.once("close", () => resolve());
    if (!port.isOpen) return resolve();
    port.flush(() => {
      if (port.isOpen && !port.closing) port.close(() => resolve());
      else resolve();
    });
  });
}

function refused(reason: string): WriteResult {
  return { outcome: "not-sent", reason };
}
