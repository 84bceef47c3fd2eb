// Gives an OSDP reader a key of its own, while a person stands at it.
import { equalBytes, Fault, type ErrorCode } from "@driftbox/proto";
import type { Entropy } from "../../ports/runtime.ts";
import type { ByteLine, OpenLine } from "../serial/byte-line.ts";
import type { LineRuntime } from "../serial/supervised-line.ts";
import { OsdpBus } from "./osdp-bus.ts";
import { OsdpPd } from "./osdp-pd.ts";
import type { PdIdentity } from "./osdp-reply.ts";
import type { PdKey } from "./pd-state.ts";
import type { ReaderIdentity, ReaderKeyStore } from "./reader-keys.ts";
import { defaultScbk, scbkBytes } from "./secure-channel.ts";

/** No window is longer: while it is open the published key is accepted. */
export const windowMaxMs = 120_000;
/** A reader that was given a key must prove it within this time, also after the window. */
const proofMaxMs = 30_000;
/** A reader is asked who it is at once; one that says nothing in this time keeps it to itself. */
const identityMaxMs = 2_000;
const pollMs = 100;
const statusMs = 5_000;

/** Which key the reader proved: the published one, the one in force, or one of an earlier try. */
export type KnownKey = "default" | "current" | "pending";

export type CommissioningProgress =
  | { readonly event: "window-opened"; readonly seconds: number }
  | { readonly event: "reader-found"; readonly key: KnownKey }
  /** Undefined: it does not say who it is. */
  | { readonly event: "reader-identified"; readonly identity: PdIdentity | undefined }
  | { readonly event: "confirmed" | "card-seen" | "key-stored" | "key-sent" }
  | { readonly event: "commissioned"; readonly identity: ReaderIdentity | undefined };

export interface CommissioningOptions extends LineRuntime {
  readonly id: string;
  readonly open: OpenLine;
  readonly address: number;
  readonly baudRate?: number;
  /** As `OsdpBusOptions`. */
  readonly replyMs?: number;
  readonly entropy: Entropy;
  readonly keys: ReaderKeyStore;
  /** At most `windowMaxMs`. */
  readonly windowMs: number;
  /**
   * True: the reader is a new one or was reset, so the published key is accepted although there is
   * a key in force. Otherwise nobody can pass a stranger off as the reader.
   */
  readonly isReplaced?: boolean;
  /**
   * Asks whether this is the reader that shall have the key; undefined = it is, else why not.
   * `signal` aborts when the answer does not matter any more.
   */
  readonly confirm: (
    identity: PdIdentity | undefined,
    signal: AbortSignal,
  ) => Promise<string | undefined>;
  readonly tell: (progress: CommissioningProgress) => void;
}

/**
 * Waits for the reader and shows who it is;
 * once that is confirmed waits for a card held to it, then sets a fresh key and sees it proved.
 *
 * Power may fail at any moment: the new key is on disk before it is sent, and the old one stays
 * there until the new one is proved, so that a reader always has one of the two. Running it again
 * completes what was begun. Rejects with `Fault` `device/absent`, `device/busy`,
 * `reader/no-presence`, `reader/foreign-key`, `key/unreadable`, `documents/io`.
 */
export async function commission(options: CommissioningOptions): Promise<void> {
  if (options.windowMs > windowMaxMs) throw new RangeError(`a window of ${options.windowMs} ms`);
  const run = new Commissioning(options);
  try {
    await run.run();
  } finally {
    await run.stop();
  }
}

class Commissioning {
  readonly #options: CommissioningOptions;
  readonly #endMs: number;
  readonly #timerKey: string;
  #pd: OsdpPd | undefined;
  /** Why the port could not be opened last. */
  #portFault: unknown;
  #identity: PdIdentity | undefined;
  /** Called at each event of the reader; what is waited for decides. */
  #onEvent: () => void = () => {};

  constructor(options: CommissioningOptions) {
    this.#options = options;
    this.#endMs = options.monoMs() + options.windowMs;
    this.#timerKey = `commission/${options.id}`;
  }

  async stop(): Promise<void> {
    this.#options.timers.clear(this.#timerKey);
    await this.#pd?.stop();
  }

  async run(): Promise<void> {
    const { keys, tell, windowMs, isReplaced = false } = this.#options;
    const { pending, current } = await keys.load();
    const hasDefault = current === undefined || isReplaced;
    const known: readonly (PdKey & { readonly name: KnownKey })[] = [
      ...(pending === undefined ? [] : [{ scbk: pending, name: "pending" as const }]),
      ...(current === undefined ? [] : [{ scbk: current, name: "current" as const }]),
      ...(hasDefault ? [{ scbk: defaultScbk, isDefault: true, name: "default" as const }] : []),
    ];
    const pd = this.#connect(known);
    tell({ event: "window-opened", seconds: Math.round(windowMs / 1_000) });
    await this.#untilOnline(pd, this.#endMs);
    const found = known.find((key) => key === pd.key);
    tell({ event: "reader-found", key: found?.name ?? "default" });
    // It was confirmed, and a card was held to it, before this key was sent to it.
    if (found?.name === "pending") return this.#finish();
    const confirmed = await this.#untilConfirmed();
    tell({ event: "confirmed" });
    await this.#untilCard(pd);
    tell({ event: "card-seen" });
    await this.#exchangeKey(pd, confirmed);
    await this.#finish();
  }

  /**
   * Who the reader says it is, inside the channel, and a person or a list of serial numbers agrees.
   */
  async #untilConfirmed(): Promise<PdIdentity | undefined> {
    const { id, confirm, tell, monoMs } = this.#options;
    await this.#until(() => this.#identity !== undefined, monoMs() + identityMaxMs);
    const identity = this.#identity;
    tell({ event: "reader-identified", identity });
    let answer: { readonly refusal: string | undefined } | undefined;
    const note = (refusal: string | undefined): void => {
      answer = { refusal };
      this.#onEvent();
    };
    const giveUp = new AbortController();
    confirm(identity, giveUp.signal).then(note, () => note("the question failed"));
    await this.#until(() => answer !== undefined, this.#endMs);
    giveUp.abort();
    const { refusal } = answer ?? {};
    if (answer === undefined) throw failed("reader/no-presence", id, "nobody confirmed it in time");
    if (refusal !== undefined) throw failed("reader/foreign-key", id, refusal);
    return identity;
  }

  #connect(keys: readonly PdKey[]): OsdpPd {
    const { address, entropy, monoMs } = this.#options;
    const bus = new OsdpBus({ ...this.#options, open: (signal) => this.#openPort(signal) });
    const settings = { address, isSecure: true, pollMs, statusMs };
    const pd = new OsdpPd({ bus, settings, keys, monoMs, entropy });
    pd.onReply((reply) => {
      if (reply.kind !== "id") return;
      this.#identity = reply.identity;
      this.#onEvent();
    });
    pd.onHealth(() => this.#onEvent());
    this.#pd = pd;
    pd.start();
    return pd;
  }

  /** Stores the new key, sends it to the reader confirmed, and waits until that proves it. */
  async #exchangeKey(pd: OsdpPd, confirmed: PdIdentity | undefined): Promise<void> {
    const { id, keys, tell, entropy, monoMs } = this.#options;
    const scbk = freshKey(entropy);
    await keys.storePending(scbk);
    tell({ event: "key-stored" });
    await this.#untilOnline(pd, this.#endMs);
    if (monoMs() >= this.#endMs) throw failed("device/absent", id, "the window closed");
    if (this.#identity?.serial !== confirmed?.serial) {
      throw failed("reader/foreign-key", id, "another reader answers than the one confirmed");
    }
    const outcome = await this.#sendKey(pd, scbk);
    if (outcome === "refused") throw failed("device/absent", id, "it refuses the new key");
    tell({ event: "key-sent" });
    // From here on no other key is accepted; when the answer was lost, this tells the outcome.
    this.#identity = undefined;
    pd.rekey([{ scbk }]);
    await this.#untilOnline(pd, monoMs() + proofMaxMs);
  }

  #sendKey(pd: OsdpPd, scbk: Uint8Array): Promise<"acknowledged" | "refused" | "lost"> {
    return new Promise((resolve) => {
      const end = pd.onOrderEnded((command, outcome) => {
        if (command.kind !== "key-set") return;
        end();
        resolve(outcome);
      });
      pd.order({ kind: "key-set", scbk });
    });
  }

  async #finish(): Promise<void> {
    const { keys, tell, monoMs } = this.#options;
    // Told inside the channel, so it is true.
    await this.#until(() => this.#identity !== undefined, monoMs() + identityMaxMs);
    const identity = this.#identity && briefOf(this.#identity);
    await keys.promote(identity);
    tell({ event: "commissioned", identity });
  }

  async #untilOnline(pd: OsdpPd, endMs: number): Promise<void> {
    if (await this.#until(() => pd.health.state === "online", endMs)) return;
    const { health } = pd;
    const reason = "reason" in health ? health.reason : "it was lost";
    throw failed(this.#codeOf(pd), this.#options.id, reason);
  }

  /** What kept the reader from coming online. */
  #codeOf(pd: OsdpPd): ErrorCode {
    const fault = this.#portFault;
    if (fault instanceof Fault && fault.code === "device/busy") return fault.code;
    return (pd.symptoms()["wrong-key"] ?? 0) > 0 ? "reader/foreign-key" : "device/absent";
  }

  async #openPort(signal: AbortSignal): Promise<ByteLine> {
    try {
      const line = await this.#options.open(signal);
      this.#portFault = undefined;
      return line;
    } catch (error) {
      this.#portFault = error;
      throw error;
    }
  }

  async #untilCard(pd: OsdpPd): Promise<void> {
    let isSeen = false;
    const end = pd.onReply((reply) => {
      if (reply.kind !== "card") return;
      isSeen = true;
      this.#onEvent();
    });
    const hasCome = await this.#until(() => isSeen, this.#endMs);
    end();
    if (hasCome) return;
    throw failed("reader/no-presence", this.#options.id, "nobody held a card to it in time");
  }

  /** True as soon as `isTrue` holds; false when `endMs` came first. */
  #until(isTrue: () => boolean, endMs: number): Promise<boolean> {
    const { timers, monoMs } = this.#options;
    return new Promise((resolve) => {
      const finish = (isReached: boolean): void => {
        this.#onEvent = () => {};
        timers.clear(this.#timerKey);
        resolve(isReached);
      };
      this.#onEvent = () => {
        if (isTrue()) finish(true);
      };
      timers.set(this.#timerKey, Math.max(0, endMs - monoMs()), () => finish(isTrue()));
      this.#onEvent();
    });
  }
}

function briefOf({ vendor, serial }: PdIdentity): ReaderIdentity {
  return { vendor, serial };
}

/** Random, and never the published key. */
function freshKey(entropy: Entropy): Uint8Array {
  const key = entropy.bytes(scbkBytes);
  return equalBytes(key, defaultScbk) ? freshKey(entropy) : key;
}

function failed(code: ErrorCode, id: string, what: string): Fault {
  return new Fault(code, `reader ${id} has no new key: ${what}`);
}
