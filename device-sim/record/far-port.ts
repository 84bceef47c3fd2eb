// A port that is not ours: a serial device or a serial server that the simulator opens itself.

import { closeSync, constants, openSync, writeSync } from "node:fs";
import { connect } from "node:net";
import { ReadStream } from "node:tty";
import { Fault } from "@driftbox/proto";
import { setRawSpeed } from "../lines/libc.ts";

/** Bytes both ways until `close`, or until the port ends by itself. */
export interface FarPort {
  onBytes(listener: (bytes: Uint8Array) => void): void;
  /** The cable was pulled, or the server went away. */
  onEnd(listener: () => void): void;
  /** Bytes the port does not take at once are lost, as on a wire. */
  send(bytes: Uint8Array): void;
  close(): void;
}

const connectMaxMs = 5_000;

/**
 * Opens `tcp://host:port` or a device path, 8N1 at the rate.
 * @throws Fault device/absent
 */
export async function openFarPort(port: string, baudRate: number): Promise<FarPort> {
  return port.startsWith("tcp://") ? await openTcp(port) : openDevice(port, baudRate);
}

function openDevice(path: string, baudRate: number): FarPort {
  let fd: number;
  try {
    fd = openSync(path, constants.O_RDWR | constants.O_NOCTTY | constants.O_NONBLOCK);
  } catch (cause) {
    throw new Fault("device/absent", `${path}: the port cannot be opened`, { cause });
  }
  if (!setRawSpeed(fd, baudRate)) {
    closeSync(fd);
    throw new Fault("device/absent", `${path}: no serial port, or not at ${baudRate} baud`);
  }
  const stream = new ReadStream(fd);
  let isOpen = true;
  stream.on("error", () => stream.destroy());
  return {
    onBytes: (listener) => void stream.on("data", listener),
    onEnd: (listener) => {
      stream.once("close", () => {
        if (isOpen) listener();
      });
    },
    send: (bytes) => {
      if (!isOpen || stream.destroyed) return;
      try {
        writeSync(fd, bytes);
      } catch {
        // Nobody reads at the other end and its buffer is full.
      }
    },
    close: () => {
      isOpen = false;
      stream.destroy();
    },
  };
}

async function openTcp(url: string): Promise<FarPort> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.setNoDelay(true);
  let isOpen = true;
  await new Promise<void>((resolve, reject) => {
    const refuse = (cause: unknown): void => {
      socket.destroy();
      reject(new Fault("device/absent", `${url}: nobody answers there`, { cause }));
    };
    socket.setTimeout(connectMaxMs, () => refuse(new Error("not in time")));
    socket.once("error", refuse);
    socket.once("connect", () => {
      socket.setTimeout(0);
      socket.off("error", refuse);
      resolve();
    });
  });
  socket.on("error", () => socket.destroy());
  return {
    onBytes: (listener) => void socket.on("data", listener),
    onEnd: (listener) => {
      socket.once("close", () => {
        if (isOpen) listener();
      });
    },
    send: (bytes) => void socket.write(bytes),
    close: () => {
      isOpen = false;
      socket.destroy();
    },
  };
}
