// Opens a byte line to a serial server: raw bytes over TCP.
import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { Fault } from "@driftbox/proto";
import type { ByteLine, OpenLine, WriteResult } from "./byte-line.ts";
import { LineEnd } from "./line-end.ts";

export interface TcpEndpoint {
  readonly host: string;
  readonly port: number;
}

/**
 * After so much silence the kernel asks the other end whether it still lives, then once a second,
 * ten times. So a serial server that died is given up within 15 s also where the device behind it
 * only talks; drivers that ask notice earlier, by answers that stay away.
 */
const keepAliveInitialDelay = 5_000;

/**
 * Opens `endpoint` with Nagle's delay off: the frames are shorter than a segment and wait for none.
 */
export function tcpLine(endpoint: TcpEndpoint): OpenLine {
  const name = `tcp://${endpoint.host}:${endpoint.port}`;
  const options = { ...endpoint, noDelay: true, keepAlive: true, keepAliveInitialDelay };
  return async (signal) => {
    const socket = connect(options);
    const line = lineOver(socket, name);
    try {
      await once(socket, "connect", { signal });
      return line;
    } catch (cause) {
      await line.close();
      const seen = cause instanceof Error ? cause.message : "gave up waiting";
      throw new Fault("device/absent", `cannot connect to ${name}: ${seen}`, { cause });
    }
  };
}

function lineOver(socket: Socket, name: string): ByteLine {
  const end = new LineEnd();
  const closed = new Promise<void>((resolve) => socket.once("close", () => resolve()));
  socket.on("data", (bytes: Buffer) => end.receive(bytes));
  socket.on("error", (error) => end.end(`${name}: ${error.message}`));
  socket.on("end", () => end.end(`${name} ended the connection`));
  socket.on("close", () => end.end(`${name} closed`));
  return {
    write: (bytes) =>
      end.isClosed ? refused("the connection is closed") : writeNow(socket, bytes),
    onBytes: (listener) => end.onBytes(listener),
    onClosed: (listener) => end.onClosed(listener),
    close: () => {
      end.end(`${name} closed here`);
      // A reset, not an orderly end: the kernel would go on resending what is still in its buffer,
      // and the serial server would keep its port for us. A reset waits for a connection.
      if (socket.connecting) socket.destroy();
      else socket.resetAndDestroy();
      return closed;
    },
  };
}

function writeNow(socket: Socket, bytes: Uint8Array): WriteResult {
  if (!socket.writable || socket.connecting) return refused("the connection is closed");
  if (socket.writableLength > 0) return refused("earlier bytes have not left yet");
  socket.write(bytes);
  return { outcome: "sent" };
}

function refused(reason: string): WriteResult {
  return { outcome: "not-sent", reason };
}
