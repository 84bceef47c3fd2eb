// Opens a byte line to a serial server: raw bytes over TCP.
import { connect, type Socket } from "node:net";
import { Fault } from "@driftbox/proto";
import type { ByteLine, OpenLine, WriteResult } from "./byte-line.ts";
import { LineEnd } from "./line-end.ts";

export interface TcpEndpoint {
  readonly host: string;
  readonly port: number;
}

/**
 * Opens `endpoint` with Nagle's delay off: the frames are shorter than a segment and wait for none.
 */
export function tcpLine(endpoint: TcpEndpoint): OpenLine {
  const name = `tcp://${endpoint.host}:${endpoint.port}`;
  return (signal) =>
    new Promise((resolve, reject) => {
      const socket = connect({ ...endpoint, noDelay: true, keepAlive: true });
      const fail = (cause: unknown): void => {
        socket.destroy();
        const seen = cause instanceof Error ? cause.message : "gave up waiting";
        reject(new Fault("device/absent", `cannot connect to ${name}: ${seen}`, { cause }));
      };
      const abort = (): void => fail(signal.reason);
      if (signal.aborted) return abort();
      signal.addEventListener("abort", abort, { once: true });
      socket.once("error", fail);
      socket.once("connect", () => {
        signal.removeEventListener("abort", abort);
        socket.off("error", fail);
        resolve(lineOver(socket, name));
      });
    });
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
      // A reset, not an orderly end: the kernel would go on resending what is still in its buffer.
      socket.resetAndDestroy();
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
