// The contract of `Uplink`, run on every implementation.

import { expect, it } from "vitest";
import type { UplinkListener, UplinkSession, Uplink } from "../../../gateway/ports/uplink.ts";

export interface UplinkSubject {
  readonly uplink: Uplink;
  /** A message from the center to this gateway. */
  send(word: "receipt" | "commands", body: Uint8Array): void;
  /** What the server got, oldest first, as `word text`. */
  seen(): readonly string[];
  cut(): void;
  close(): Promise<void>;
}

class Heard implements UplinkListener {
  readonly messages: string[] = [];
  readonly closings: string[] = [];

  onMessage(word: string, body: Uint8Array): void {
    this.messages.push(`${word} ${Buffer.from(body).toString()}`);
  }

  onClosed(reason: string): void {
    this.closings.push(reason);
  }
}

const will = Buffer.from("lost");

async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 300 && !holds(); tries += 1) {
    await new Promise((done) => setTimeout(done, 10));
  }
}

async function codeOf(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
    return "resolved";
  } catch (error) {
    return error instanceof Error && "code" in error ? error.code : error;
  }
}

export function uplinkContract(make: () => Promise<UplinkSubject>): void {
  async function withSession(
    test: (subject: UplinkSubject, session: UplinkSession, heard: Heard) => Promise<void>,
  ): Promise<void> {
    const subject = await make();
    const heard = new Heard();
    try {
      await test(subject, await subject.uplink.open(heard, will), heard);
    } finally {
      await subject.close();
    }
  }

  it("hears the center as soon as it is open", async () => {
    await withSession(async (subject, _session, heard) => {
      subject.send("receipt", Buffer.from("r1"));
      subject.send("commands", Buffer.from("c1"));
      await until(() => heard.messages.length === 2);
      expect(heard.messages).toEqual(["receipt r1", "commands c1"]);
    });
  });

  it("publishes in order and resolves when the server took it", async () => {
    await withSession(async (subject, session) => {
      const words = ["status", "hello", "state", "events"] as const;
      await Promise.all(words.map((word) => session.publish(word, Buffer.from(word))));
      expect(subject.seen()).toEqual(words.map((word) => `${word} ${word}`));
    });
  });

  it("tells once that the line is gone, and rejects what was waiting", async () => {
    await withSession(async (subject, session, heard) => {
      subject.cut();
      const waiting = codeOf(session.publish("events", Buffer.from("late")));
      expect(await waiting).toBe("mqtt/lost");
      await until(() => heard.closings.length > 0);
      expect(heard.closings).toHaveLength(1);
      expect(await codeOf(session.publish("events", Buffer.from("later")))).toBe("mqtt/lost");
      await session.close();
      expect(heard.closings).toHaveLength(1);
    });
  });

  it("leaves its will when it is cut, and none when it closes", async () => {
    await withSession(async (subject) => {
      subject.cut();
      await until(() => subject.seen().length > 0);
      expect(subject.seen()).toEqual(["status lost"]);
    });
    await withSession(async (subject, session, heard) => {
      await session.close();
      expect(heard.closings).toHaveLength(1);
      expect(subject.seen()).toEqual([]);
    });
  });

  it("gives each connection a life of its own", async () => {
    await withSession(async (subject, first) => {
      subject.cut();
      await codeOf(first.publish("events", Buffer.from("lost one")));
      const heard = new Heard();
      const second = await subject.uplink.open(heard, will);
      await second.publish("events", Buffer.from("new"));
      expect(subject.seen().filter((seen) => seen.startsWith("events"))).toEqual(["events new"]);
      expect(heard.closings).toEqual([]);
      await second.close();
    });
  });
}
