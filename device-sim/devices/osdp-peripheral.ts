// An OSDP 2.x reader on a shared RS-485 line: its link, its answers and what the world does to it.

import { OsdpAnswers } from "./osdp-answers.ts";
import { osdpCardOf } from "./osdp-card.ts";
import { OsdpChannel } from "./osdp-channel.ts";
import { osdpFrameMaxBytes } from "./osdp-frame.ts";
import { osdpDefaultIdentity, OsdpFunctions, type OsdpIdentity } from "./osdp-functions.ts";
import { OsdpLink } from "./osdp-link.ts";
import type { OsdpFlaw, OsdpOptions } from "./osdp-options.ts";
import { showInWorld, type OsdpSignals } from "./osdp-signals.ts";
import type { Cancel } from "./scheduler.ts";

/** Factory setting of most readers. */
export const osdpBaudRate = 9_600;

/** Speaks only when asked at its own address. Half duplex: hears nothing while it sends. */
export class OsdpPeripheral {
  readonly #options: OsdpOptions;
  readonly #identity: OsdpIdentity;
  readonly #flaws: Set<OsdpFlaw>;
  readonly #channel: OsdpChannel;
  readonly #functions: OsdpFunctions;
  readonly #link: OsdpLink;
  readonly #stop: () => void;
  readonly #rereads = new Map<string, Cancel>();

  constructor(options: OsdpOptions) {
    this.#options = options;
    this.#flaws = new Set(options.flaws);
    this.#identity = { ...osdpDefaultIdentity, ...options.identity };
    const { key, isInstallMode = false, seed = options.address } = options;
    this.#channel = new OsdpChannel({ key, isInstallMode, seed });
    this.#functions = this.#makeFunctions();
    this.#link = this.#makeLink();
    for (const flaw of this.#flaws) this.setFlaw(flaw, true);
    showInWorld(this.#functions.signals, options.stage, options.id);
    this.#stop = options.stage.onHappening((happening) => {
      if (happening.kind === "BoardWentDark" && happening.board === options.id) this.#reset();
      if (happening.kind === "TransponderArrived" && happening.reader === options.id) {
        this.#read(happening.number);
      }
      if (happening.kind === "TransponderLeft" && happening.reader === options.id) {
        this.#forget(happening.number);
      }
      if (happening.kind === "SwitchChanged" && happening.name === options.tamperSwitch) {
        this.setTamper(!happening.isClosed);
      }
    });
  }

  /** LED, buzzer, text and outputs, with `onChange`. */
  get signals(): OsdpSignals {
    return this.#functions.signals;
  }

  /** Changed by COMSET. */
  get address(): number {
    return this.#link.address;
  }

  get isSecured(): boolean {
    return this.#channel.session !== undefined;
  }

  get isInstallMode(): boolean {
    return this.#channel.isInstallMode;
  }

  /** Whether a control panel asked within the last eight seconds. */
  get isOnline(): boolean {
    return this.#link.isOnline;
  }

  /** Events that wait for a poll. */
  get pendingEvents(): number {
    return this.#functions.pendingEvents;
  }

  /** Bytes lost because the reader was sending or without power. */
  get refusedBytes(): number {
    return this.#link.lostBytes;
  }

  /** Answers sent, NAK and BUSY included. */
  get replyCount(): number {
    return this.#link.sentCount;
  }

  pressKeys(text: string): void {
    if (this.#isPowered) this.#functions.reportKeys(text);
  }

  setTamper(isOn: boolean): void {
    this.#functions.setTamper(isOn);
  }

  setPowerTrouble(isOn: boolean): void {
    this.#functions.setPowerTrouble(isOn);
  }

  setInput(input: number, isActive: boolean): void {
    this.#functions.setInput(input, isActive);
  }

  setFlaw(flaw: OsdpFlaw, isOn: boolean): void {
    if (isOn) this.#flaws.add(flaw);
    else this.#flaws.delete(flaw);
    if (flaw === "wrong-key") this.#channel.setWrongKey(isOn);
    if (flaw === "swaps-serial") {
      const serial = isOn ? (this.#identity.serial ^ 0x5555) >>> 0 : this.#identity.serial;
      this.#functions.identity = { ...this.#identity, serial };
    }
  }

  close(): void {
    this.#stop();
    this.#functions.reset();
    this.#link.close();
    for (const cancel of this.#rereads.values()) cancel();
    this.#rereads.clear();
    this.signals.close();
  }

  get #isPowered(): boolean {
    return !this.#options.stage.world.darkBoards.includes(this.#options.id);
  }

  #makeFunctions(): OsdpFunctions {
    const { scheduler, ledCount = 1, inputCount = 1, outputCount = 0 } = this.#options;
    return new OsdpFunctions(scheduler, this.#identity, {
      ledCount,
      inputCount,
      outputCount,
      isSecurable: this.#channel.isSecurable && !this.#flaws.has("claims-no-security"),
      saysCrc: () => !this.#flaws.has("checksum-only"),
      frameMaxBytes: osdpFrameMaxBytes,
    });
  }

  #makeLink(): OsdpLink {
    const { line, scheduler, address, replyDelayMs = 3, sendsMark = false } = this.#options;
    const flaws = this.#flaws;
    const answers = new OsdpAnswers({
      channel: this.#channel,
      functions: this.#functions,
      flaws,
      isSecureOnly: this.#options.isSecureOnly === true,
      comset: (data) => link.comset(data),
    });
    const link = new OsdpLink({
      line,
      scheduler,
      address,
      replyDelayMs,
      sendsMark,
      flaws,
      isPowered: () => this.#isPowered,
      answer: (order, body) => answers.answer(order, body),
      onRestart: () => answers.restart(),
    });
    return link;
  }

  #reset(): void {
    this.#functions.reset();
    this.#link.reset();
  }

  #read(number: string): void {
    const { wallet, cardFormat = "wiegand-26", rereadMs, scheduler } = this.#options;
    const card = wallet?.get(number) ?? osdpCardOf(number, cardFormat);
    const isHeard = this.isOnline || this.#options.keepsOfflineReads === true;
    if (card !== undefined && isHeard && this.#isPowered) this.#functions.reportCard(card);
    if (rereadMs === undefined) return;
    this.#rereads.set(
      number,
      scheduler.after(rereadMs, () => this.#read(number)),
    );
  }

  #forget(number: string): void {
    this.#rereads.get(number)?.();
    this.#rereads.delete(number);
  }
}
