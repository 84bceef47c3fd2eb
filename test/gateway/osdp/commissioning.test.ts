// A reader gets its own key: only with a person there, and whatever fails it can still be reached.
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Fault } from "@driftbox/proto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  commission,
  type CommissioningOptions,
} from "../../../gateway/adapters/osdp/commissioning.ts";
import { wordsOf } from "../../../gateway/adapters/osdp/commissioning-words.ts";
import {
  ReaderKeyFiles,
  readReaderKeys,
  type ReaderKeyStore,
} from "../../../gateway/adapters/osdp/reader-keys.ts";
import { defaultScbk } from "../../../gateway/adapters/osdp/secure-channel.ts";
import { entropy, keyA, OsdpWire, ReaderRig } from "./osdp-rig.ts";
import { PdFarEnd } from "./pd-far-end.ts";

let data: string;
let files: ReaderKeyFiles;

beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), "commissioning-"));
  files = new ReaderKeyFiles(data, "reader-a");
});

afterEach(() => rmSync(data, { recursive: true }));

/** Counts disk work under way: virtual time stands still for it. */
class WatchedStore implements ReaderKeyStore {
  readonly #inner: ReaderKeyStore;
  #busyCount = 0;

  constructor(inner: ReaderKeyStore) {
    this.#inner = inner;
  }

  readonly load = () => this.#watch(this.#inner.load());
  readonly storePending: ReaderKeyStore["storePending"] = (key) =>
    this.#watch(this.#inner.storePending(key));
  readonly promote: ReaderKeyStore["promote"] = (identity) =>
    this.#watch(this.#inner.promote(identity));

  async settle(): Promise<void> {
    do await new Promise((resolve) => setImmediate(resolve));
    while (this.#busyCount > 0);
  }

  async #watch<T>(work: Promise<T>): Promise<T> {
    this.#busyCount += 1;
    try {
      return await work;
    } finally {
      this.#busyCount -= 1;
    }
  }
}

interface Run {
  readonly wire: OsdpWire;
  readonly store: WatchedStore;
  readonly events: string[];
  readonly lines: string[];
  /** Undefined while it runs; then `done` or the message of the fault. */
  outcome: string | undefined;
  code?: string | undefined;
}

interface Plan {
  readonly keys?: ReaderKeyStore;
  readonly windowMs?: number;
  readonly isReplaced?: boolean;
  /** What the person says of the reader's identity; says yes by itself. */
  readonly confirm?: CommissioningOptions["confirm"];
  readonly onEvent?: (event: string, wire: OsdpWire) => void;
}

function begin(device: PdFarEnd, plan: Plan = {}): Run {
  const wire = new OsdpWire([device]);
  const { windowMs = 60_000, isReplaced = false, keys = files } = plan;
  const store = new WatchedStore(keys);
  const run: Run = { wire, store, events: [], lines: [], outcome: undefined };
  commission({
    id: "reader-a",
    open: wire.socket.open,
    address: 0,
    entropy,
    keys: store,
    windowMs,
    isReplaced,
    confirm: plan.confirm ?? (() => Promise.resolve(undefined)),
    timers: wire.time,
    monoMs: wire.time.monoMs,
    random: () => 0,
    log: wire.log,
    tell: (progress) => {
      run.events.push(progress.event);
      run.lines.push(wordsOf("reader-a", progress), JSON.stringify(progress));
      plan.onEvent?.(progress.event, wire);
    },
  }).then(
    () => (run.outcome = "done"),
    (error: unknown) => {
      run.code = error instanceof Fault ? error.code : undefined;
      run.outcome = error instanceof Error ? error.message : "unknown";
    },
  );
  return run;
}

/** Lets virtual time pass until `isTrue`. */
async function until(run: Run, isTrue: () => boolean, limitMs = 200_000): Promise<void> {
  await run.store.settle();
  for (let ms = 0; ms < limitMs && !isTrue(); ms += 100) {
    await run.wire.time.advance(100);
    await run.store.settle();
  }
  expect(isTrue()).toBe(true);
}

/** Runs to the end; a card is held to the reader as soon as it is asked for. */
async function complete(device: PdFarEnd, plan: Plan = {}): Promise<Run> {
  const run = begin(device, {
    ...plan,
    onEvent: (event, wire) => {
      const present = (): void => device.present("01 02 03 04", 32);
      if (event === "confirmed") wire.time.set("person", 1_000, present);
      plan.onEvent?.(event, wire);
    },
  });
  await until(run, () => run.outcome !== undefined);
  return run;
}

/** What the gateway does at its next start: is the reader online with the keys on disk? */
async function canTalk(device: PdFarEnd): Promise<boolean> {
  device.restart();
  const keys = await readReaderKeys(data, "reader-a");
  if (keys.length === 0) return false;
  const wire = new OsdpWire([device]);
  const rig = new ReaderRig(wire, { keys });
  rig.reader.start();
  await wire.time.advance(3_000);
  await rig.reader.stop();
  return rig.health.includes("online");
}

describe("commissioning a reader", () => {
  test("in install mode gives it a random key of its own and proves it", async () => {
    const device = new PdFarEnd();
    const run = await complete(device);
    expect(run.outcome).toBe("done");
    expect(run.events).toEqual([
      "window-opened",
      "reader-found",
      "reader-identified",
      "confirmed",
      "card-seen",
      "key-stored",
      "key-sent",
      "commissioned",
    ]);
    const { current, pending } = await files.load();
    expect(current).toEqual(device.scbk);
    expect(pending).toBeUndefined();
    expect(current).not.toEqual(defaultScbk);
    expect(await files.loadIdentity()).toEqual({ vendor: "CAFE01", serial: "12345678" });
    expect(await canTalk(device)).toBe(true);
  });

  test("stores the key for its owner only, as hex, and leaves nothing else", async () => {
    await complete(new PdFarEnd());
    const folder = join(data, "reader-keys");
    expect(readdirSync(folder).toSorted()).toEqual(["reader-a.identity", "reader-a.key"]);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(statSync(join(folder, "reader-a.key")).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(folder, "reader-a.key"), "latin1")).toMatch(/^[0-9a-f]{32}\n$/);
  });

  test("gives another key each time", async () => {
    const device = new PdFarEnd();
    await complete(device);
    const first = device.scbk;
    const run = await complete(device);
    expect(run.outcome).toBe("done");
    expect(run.lines.join(" ")).toContain("the key in force");
    expect(device.scbk).not.toEqual(first);
    expect(await canTalk(device)).toBe(true);
  });

  test("shows who the reader is, and sends no key before that is confirmed", async () => {
    const device = new PdFarEnd();
    let say = (_refusal: string | undefined): void => {};
    const confirm = () => new Promise<string | undefined>((resolve) => (say = resolve));
    const run = begin(device, { confirm, windowMs: 20_000 });
    await until(run, () => run.events.includes("reader-identified"));
    expect(run.lines.join(" ")).toContain("vendor CAFE01, model 1.2, serial 12345678, firmware");
    device.present("01 02 03 04", 32);
    await run.wire.time.advance(10_000);
    expect(run.events.at(-1)).toBe("reader-identified");
    expect(device.heard).not.toContain("75");
    say(undefined);
    await until(run, () => run.events.includes("confirmed"));
    device.present("01 02 03 04", 32);
    await until(run, () => run.outcome !== undefined);
    expect(run.outcome).toBe("done");
  });

  test("leaves a reader that is not the one wanted, or that nobody confirms, as it was", async () => {
    const device = new PdFarEnd();
    const refused = await complete(device, { confirm: () => Promise.resolve("wrong label") });
    expect(refused.code).toBe("reader/foreign-key");
    expect(refused.outcome).toContain("wrong label");
    let isGivenUp = false;
    const confirm: CommissioningOptions["confirm"] = (_identity, signal) => {
      signal.addEventListener("abort", () => (isGivenUp = true));
      return new Promise(() => {});
    };
    const unanswered = await complete(device, { confirm, windowMs: 20_000 });
    expect(unanswered.code).toBe("reader/no-presence");
    expect(isGivenUp).toBe(true);
    expect(device.heard).not.toContain("75");
    expect(await files.load()).toEqual({ pending: undefined, current: undefined });
  });

  test("sends no key to a reader that took the place of the one confirmed", async () => {
    const device = new PdFarEnd();
    const run = begin(device);
    await until(run, () => run.events.includes("confirmed"));
    device.serial = 0x7777_7777;
    await run.wire.time.advance(10_000);
    device.present("01 02 03 04", 32);
    await until(run, () => run.outcome !== undefined);
    expect(run.outcome).toContain("another reader answers");
    expect(device.heard).not.toContain("75");
  });

  test("sets nothing while nobody holds a card to it, and gives up when the window ends", async () => {
    const device = new PdFarEnd();
    const run = begin(device, { windowMs: 20_000 });
    await until(run, () => run.events.includes("confirmed"));
    await run.wire.time.advance(17_000);
    expect(run.outcome).toBeUndefined();
    await until(run, () => run.outcome !== undefined, 4_000);
    expect(run.outcome).toContain("nobody held a card");
    expect(run.code).toBe("reader/no-presence");
    expect(device.heard).not.toContain("75");
    expect(device.scbk).toBeUndefined();
    const { length } = run.wire.sent;
    await run.wire.time.advance(60_000);
    expect(run.wire.sent).toHaveLength(length);
  });

  test("takes no card that was held to it before it asked for one", async () => {
    const device = new PdFarEnd();
    device.present("01 02 03 04", 32);
    const run = begin(device, { windowMs: 20_000 });
    await until(run, () => run.outcome !== undefined);
    expect(run.events).toContain("reader-found");
    expect(run.outcome).toContain("nobody held a card");
  });

  test("says so when no reader answers, or one with a key nobody here knows", async () => {
    const silent = new PdFarEnd();
    silent.isOff = true;
    const unheard = await complete(silent);
    expect(unheard).toMatchObject({ code: "device/absent" });
    expect(unheard.outcome).toMatch(/no answer/);
    const foreign = await complete(new PdFarEnd(0, keyA));
    expect(foreign).toMatchObject({ code: "reader/foreign-key" });
    expect(foreign.outcome).toMatch(/does not have the key|install/);
  });

  test("never takes a stranger in install mode for a reader that has a key", async () => {
    await complete(new PdFarEnd());
    const stranger = new PdFarEnd();
    const run = await complete(stranger);
    expect(run.outcome).toContain("install mode");
    expect(stranger.heard).not.toContain("75");
    const replaced = await complete(stranger, { isReplaced: true });
    expect(replaced.outcome).toBe("done");
    expect(await canTalk(stranger)).toBe(true);
  });

  test("sends the key only encrypted", async () => {
    const device = new PdFarEnd();
    const run = await complete(device);
    const key = Buffer.from(device.scbk ?? []).toString("hex");
    const wire = Buffer.concat(run.wire.sent.map(({ bytes }) => bytes)).toString("hex");
    expect(wire).not.toContain(key);
  });

  test("tells keys and cards to nobody", async () => {
    const device = new PdFarEnd();
    const run = await complete(device);
    const said = [...run.lines, ...run.wire.log.lines].join(" ").toLowerCase();
    expect(said).toContain("读卡器");
    expect(said).not.toContain(Buffer.from(device.scbk ?? []).toString("hex"));
    expect(said).not.toContain("01020304");
  });

  test("refuses a window of more than two minutes", async () => {
    const run = begin(new PdFarEnd(), { windowMs: 120_001 });
    await run.wire.time.advance(0);
    expect(run.outcome).toContain("window");
    expect(run.wire.sent).toEqual([]);
  });

  test("refuses a damaged key file", async () => {
    await complete(new PdFarEnd());
    writeFileSync(join(data, "reader-keys", "reader-a.key"), "zz\n");
    await expect(readReaderKeys(data, "reader-a")).rejects.toThrow("32 hex digits");
  });
});

/** The power fails before or after the n-th thing that lasts. */
class CutStore implements ReaderKeyStore {
  readonly #files: ReaderKeyFiles;
  readonly #cut: string;

  constructor(inner: ReaderKeyFiles, cut: string) {
    this.#files = inner;
    this.#cut = cut;
  }

  load(): ReturnType<ReaderKeyStore["load"]> {
    return this.#files.load();
  }

  async storePending(key: Uint8Array): Promise<void> {
    if (this.#cut === "before the key is stored") throw new Error("power cut");
    await this.#files.storePending(key);
    if (this.#cut === "after the key is stored") throw new Error("power cut");
  }

  async promote(identity: Parameters<ReaderKeyStore["promote"]>[0]): Promise<void> {
    if (this.#cut === "before the key is in force") throw new Error("power cut");
    await this.#files.promote(identity);
    if (this.#cut === "after the key is in force") throw new Error("power cut");
  }
}

const cuts = [
  "before the key is stored",
  "after the key is stored",
  "before the key arrives",
  "after the reader stored the key",
  "before the key is proved",
  "before the key is in force",
  "after the key is in force",
];

/** A run that ends at `cut`, with everything that was durable then. */
async function cutRun(device: PdFarEnd, cut: string): Promise<void> {
  const silence = (wire: OsdpWire): void => {
    wire.onCommand = () => undefined;
    wire.onReply = () => undefined;
  };
  const run = await complete(device, {
    keys: new CutStore(files, cut),
    onEvent: (event, wire) => {
      if (event === "key-stored" && cut === "before the key arrives") silence(wire);
      if (event === "key-stored" && cut === "after the reader stored the key") {
        device.onKeySet = () => silence(wire);
      }
      if (event === "key-sent" && cut === "before the key is proved") silence(wire);
    },
  });
  expect(run.outcome).not.toBe("done");
  device.onKeySet = () => {};
}

describe("a power cut", () => {
  test.each(cuts)("%s leaves a reader in force reachable", async (cut) => {
    const device = new PdFarEnd();
    await complete(device);
    await cutRun(device, cut);
    expect(await canTalk(device)).toBe(true);
    const again = await complete(device);
    expect(again.outcome).toBe("done");
    expect(await files.load()).toEqual({ pending: undefined, current: device.scbk });
  });

  test.each(cuts)("%s leaves a new reader that the next run completes", async (cut) => {
    const device = new PdFarEnd();
    await cutRun(device, cut);
    expect(await canTalk(device)).toBe(device.scbk !== undefined);
    device.restart();
    const again = await complete(device);
    expect(again.outcome).toBe("done");
    expect(await canTalk(device)).toBe(true);
  });
});
