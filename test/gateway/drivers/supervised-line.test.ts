// A supervised line and the sessions it hands out, on lines the test controls to the letter.
import { beforeEach, describe, expect, test } from "vitest";
import type { ByteLine } from "../../../gateway/adapters/serial/byte-line.ts";
import { SupervisedLine, type Session } from "../../../gateway/adapters/serial/supervised-line.ts";
import { ManualTime, settle } from "./manual-time.ts";
import { RecordingLog } from "./recording-log.ts";

/** A careless line: it would take any write at any time. Only the supervisor can refuse. */
class CarelessLine implements ByteLine {
  readonly written: number[] = [];
  closeCount = 0;
  /** Settles when the port is free; at once unless a test holds it. */
  freed: Promise<void> = Promise.resolve();
  end: (reason: string) => void = () => {};

  write(bytes: Uint8Array): { outcome: "sent" } {
    this.written.push(...bytes);
    return { outcome: "sent" };
  }

  onBytes(): () => void {
    return () => {};
  }

  onClosed(listener: (reason: string) => void): () => void {
    this.end = listener;
    return () => {};
  }

  close(): Promise<void> {
    this.closeCount += 1;
    return this.freed;
  }
}

const byte = Uint8Array.of(0x31);
let time: ManualTime;
let openings: { give: (line: ByteLine) => void; refuse: (error: Error) => void }[];
let sessions: Session[];
let probeEnds: ((error?: Error) => void)[];
let health: string[];
let line: SupervisedLine;

beforeEach(() => {
  time = new ManualTime();
  openings = [];
  sessions = [];
  probeEnds = [];
  health = [];
  line = new SupervisedLine({
    id: "line-a",
    timers: time,
    monoMs: time.monoMs,
    random: () => 0,
    log: new RecordingLog(),
    open: () => new Promise((give, refuse) => openings.push({ give, refuse })),
    driver: {
      probe: (session) => {
        sessions.push(session);
        return new Promise((resolve, reject) => {
          probeEnds.push((error) => (error === undefined ? resolve() : reject(error)));
        });
      },
      onBytes: () => {},
      onHealth: (now) => health.push("reason" in now ? `${now.state}: ${now.reason}` : now.state),
    },
  });
});

/** Gives the next opening a line and lets the probe succeed. */
async function connect(): Promise<{ wire: CarelessLine; session: Session | undefined }> {
  const wire = new CarelessLine();
  await settle();
  openings.at(-1)?.give(wire);
  await settle();
  probeEnds.at(-1)?.();
  await settle();
  return { wire, session: sessions.at(-1) };
}

describe("a session", () => {
  test("sends while its connection lives", async () => {
    line.start();
    const { wire, session } = await connect();
    expect(session?.send(byte)).toEqual({ outcome: "sent" });
    expect(wire.written).toEqual([0x31]);
  });

  test("of a lost connection sends nothing, neither while away nor on the next connection", async () => {
    line.start();
    const first = await connect();
    first.wire.end("unplugged");
    expect(first.session?.send(byte)).toMatchObject({ outcome: "not-sent" });
    await time.advance(500);
    const second = await connect();
    expect(line.health).toEqual({ state: "online" });
    expect(first.session?.send(byte)).toMatchObject({ outcome: "not-sent" });
    expect([...first.wire.written, ...second.wire.written]).toEqual([]);
  });

  test("sends up to the deadline and not at it", async () => {
    line.start();
    const { wire, session } = await connect();
    const deadline = time.monoMs() + 10;
    await time.advance(9);
    expect(session?.send(byte, deadline)).toEqual({ outcome: "sent" });
    await time.advance(1);
    expect(session?.send(byte, deadline)).toMatchObject({ outcome: "not-sent" });
    expect(wire.written).toHaveLength(1);
  });
});

describe("a supervised line", () => {
  test("closes a connection that came after the opening was given up, and uses the next one", async () => {
    line.start();
    await settle();
    await time.advance(5_000);
    expect(health.at(-1)).toBe("absent: the port did not open in time");
    const late = new CarelessLine();
    openings[0]?.give(late);
    await settle();
    expect(late.closeCount).toBe(1);
    await time.advance(500);
    const { session } = await connect();
    expect(line.health.state).toBe("online");
    session?.send(byte);
    expect(late.written).toEqual([]);
  });

  test("says why it is not online", async () => {
    line.start();
    await settle();
    openings[0]?.refuse(new Error("no such device"));
    await settle();
    await time.advance(500);
    await settle();
    openings[1]?.give(new CarelessLine());
    await settle();
    probeEnds[0]?.(new Error("nobody there"));
    await settle();
    expect(health.filter((text) => /absent|backing/.test(text))).toEqual([
      "absent: no such device",
      "backing-off: nobody there",
    ]);
  });

  test("gives up a probe that never ends, and closes the connection", async () => {
    const wire = new CarelessLine();
    line.start();
    await settle();
    openings[0]?.give(wire);
    await time.advance(5_000);
    expect(health.at(-1)).toBe("backing-off: no answer in time");
    expect(wire.closeCount).toBe(1);
    probeEnds[0]?.();
    await settle();
    expect(line.health.state).toBe("backing-off");
  });

  test("stopped while it opens is stopped when what opened late is closed again", async () => {
    line.start();
    await settle();
    let isStopped = false;
    const stopping = line.stop().then(() => (isStopped = true));
    const late = new CarelessLine();
    let free = (): void => {};
    late.freed = new Promise((resolve) => (free = resolve));
    await settle();
    expect(isStopped).toBe(false);
    openings[0]?.give(late);
    await settle();
    expect(late.closeCount).toBe(1);
    expect(isStopped).toBe(false);
    free();
    await stopping;
    await time.advance(60_000);
    expect(openings).toHaveLength(1);
    expect(time.keys).toEqual([]);
  });

  test("stopped while it opens is stopped when the opening fails, and says nothing of it", async () => {
    line.start();
    await settle();
    const stopping = line.stop();
    openings[0]?.refuse(new Error("no such device"));
    await stopping;
    await time.advance(60_000);
    expect(health).toEqual(["opening: attempt 1", "absent: not started"]);
    expect(openings).toHaveLength(1);
  });

  test("never opens its port twice at a time, however long an opening takes", async () => {
    line.start();
    await settle();
    await time.advance(60_000);
    expect(health).toContain("opening: attempt 2");
    expect(openings).toHaveLength(1);
    openings[0]?.refuse(new Error("gave up waiting"));
    await time.advance(60_000);
    expect(openings.length).toBeGreaterThan(1);
  });

  test("can be started again after it was stopped", async () => {
    line.start();
    const first = await connect();
    await line.stop();
    expect(first.wire.closeCount).toBe(1);
    line.start();
    await connect();
    expect(line.health).toEqual({ state: "online" });
  });
});
