// A line that hears itself: exactly our own bytes are taken out of what arrives.
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { withoutEcho } from "../../../gateway/adapters/serial/echo-strip.ts";
import { bytesOf, hexOf } from "./hex.ts";
import { MemorySocket } from "./memory-line.ts";

const question = bytesOf("01 02 00 00 00 08 79 CC");
const answer = bytesOf("01 02 01 FF E1 C8");

async function plugged() {
  const socket = new MemorySocket();
  const line = await withoutEcho(socket.open)(new AbortController().signal);
  const heard: number[] = [];
  const ends: string[] = [];
  line.onBytes((bytes) => heard.push(...bytes));
  line.onClosed((reason) => ends.push(reason));
  return { socket, line, heard, ends };
}

describe("a line without its echo", () => {
  test("delivers what follows the echo, however the bytes are split", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(14), { maxLength: 4 }), async (points) => {
        const { socket, line, heard } = await plugged();
        line.write(question);
        const stream = [...question, ...answer];
        const sorted = [0, ...points.toSorted((a, b) => a - b), stream.length];
        for (const [at, to] of sorted.slice(1).entries()) socket.send(stream.slice(sorted[at], to));
        expect(hexOf(heard)).toBe(hexOf(answer));
      }),
    );
  });

  test("takes out the echoes of two writes, and not a third copy", async () => {
    const { socket, line, heard } = await plugged();
    line.write(question);
    line.write(answer);
    socket.send([...question, ...answer, ...answer]);
    expect(hexOf(heard)).toBe(hexOf(answer));
  });

  test("gives back all bytes when they turn out to be no echo", async () => {
    const { socket, line, heard } = await plugged();
    line.write(question);
    socket.send(answer.subarray(0, 2));
    expect(heard).toEqual([]);
    socket.send(answer.subarray(2));
    expect(hexOf(heard)).toBe(hexOf(answer));
    socket.send(question);
    expect(hexOf(heard)).toBe(hexOf([...answer, ...question]));
  });

  test("waits for no echo of bytes that did not leave", async () => {
    const { socket, line, heard } = await plugged();
    socket.refuseCount = 1;
    expect(line.write(answer).outcome).toBe("not-sent");
    socket.send(answer);
    expect(hexOf(heard)).toBe(hexOf(answer));
  });

  test("remembers a bounded number of bytes", async () => {
    const { socket, line, heard } = await plugged();
    for (let count = 0; count < 100; count += 1) line.write(question);
    socket.send(answer);
    expect(hexOf(heard)).toBe(hexOf(answer));
  });

  test("ends with the line it is made of", async () => {
    const { socket, line, ends } = await plugged();
    socket.unplug();
    expect(ends).toEqual(["unplugged"]);
    expect(line.write(question).outcome).toBe("not-sent");
  });
});
