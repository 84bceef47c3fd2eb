// What a scenario is played on: the world with its devices, the gateways, their links, the center.

import type { Stage } from "../devices/stage.ts";
import type { FaultedLine } from "../faults/faulted-line.ts";
import type { Forgery } from "./forgeries.ts";

/** The network between one gateway and the center. */
export interface Link {
  readonly isCut: boolean;
  /** Ends every connection and lets none through. */
  cut(): void;
  /** Lets connections through, each chunk late by this much. */
  slow(delayMs: number): void;
  restore(): void;
  /** The newest command that went down, as it was signed. */
  readonly command?: Uint8Array | undefined;
  /** Somebody on the line says something to the gateway; false = it is not connected. */
  say?(topic: string, payload: Uint8Array): boolean;
}

/** What reading a copy of a gateway's journal found. */
export interface JournalCheck {
  readonly isSound: boolean;
  /** In words, as the verifier said it. */
  readonly detail: string;
  /** Whole records in it, and the number of the next; undefined = it could not be read. */
  readonly recordCount?: number;
  readonly nextSeq?: number;
}

/** What is wrong with one thing, as `driftbox doctor` names it; null = it is in order. */
export interface DoctorRow {
  readonly name: string;
  readonly cause: string | null;
  readonly seen: string;
}

/** The view of a screen: its fields, one of which is the screen itself with a name and its own. */
export type SeenScreen = Readonly<Record<string, unknown>>;

/** One gateway program with its data folder. */
export interface GatewayUnit {
  readonly site: string;
  readonly isRunning: boolean;
  /** Resolves when the program is ready; with its machine it is another boot. */
  start(isNewBoot?: boolean): Promise<void>;
  /** SIGKILL; resolves when the process is gone. */
  kill(): Promise<void>;
  /** SIGTERM; resolves when the process is gone. */
  stop(): Promise<void>;
  /** Undefined = it has no disk of its own. */
  readonly isDiskFull: boolean | undefined;
  /** Takes or gives back all space of its own disk; false = it has none. */
  fillDisk(isFull: boolean): boolean;
  /** Turns bytes in the middle of the journal; false = it runs, or has none. */
  wearDisk?(): boolean;
  /** Moves the gateway's wall clock, forward or back; it stays moved. */
  stepClock(byMs: number): void;
  /** Presses on the screen of a box; answers why it was not taken, empty = it was. */
  press?(act: Readonly<Record<string, unknown>>): Promise<string>;
  /** What the screen of a box is shown now, as its page reads it; undefined = it has no screen. */
  screenOf?(box: string): Promise<SeenScreen | undefined>;
  checkJournal(): Promise<JournalCheck>;
  /** Also of a gateway that does not run. */
  askDoctor(): Promise<readonly DoctorRow[]>;
}

/** One event as the center's API tells it; only what expectations look at. */
export interface SeenEvent {
  readonly cursor: number;
  readonly gateway: string;
  readonly epoch: number;
  readonly seq: number;
  readonly kind: string;
  readonly box: string | null;
  readonly compartment: number | null;
  readonly person: string | null;
  readonly parcels: readonly string[];
  readonly isLate: boolean;
  readonly happened: { readonly wallMs: number | null; readonly source?: string };
  readonly receivedMs: number;
  readonly fact: Readonly<Record<string, unknown>>;
}

export interface SeenParcel {
  readonly custodian: string;
  readonly box: string | null;
  readonly person: string | null;
}

export interface SeenCompartment {
  readonly compartment: number;
  readonly lock: string;
  readonly door: string;
  readonly presence: string;
}

export interface SeenBox {
  readonly compartments: readonly SeenCompartment[];
  readonly troubles: readonly string[];
}

export interface SeenGateway {
  readonly nextSeq: number;
  readonly status: string;
  readonly outboxCount: number | null;
  readonly parkedCount: number;
  readonly position?: { readonly latitude: number; readonly longitude: number } | null;
  readonly gaps: readonly unknown[];
}

/** Which box: its name says it only within its gateway. */
export interface BoxAt {
  readonly site: string;
  readonly gateway: string;
  readonly box: string;
}

/** The center as anybody with a browser sees it. Every call asks again. */
export interface CenterReader {
  /** Every event so far, in order of the cursor. */
  events(): Promise<readonly SeenEvent[]>;
  parcel(parcel: string): Promise<SeenParcel | undefined>;
  box(at: BoxAt): Promise<SeenBox | undefined>;
  gateway(site: string, gateway: string): Promise<SeenGateway | undefined>;
  /** Events whose check code this is. */
  coded?(code: string): Promise<readonly SeenEvent[]>;
}

/** One simulated device, as far as a hand or a fault can reach into it. */
export interface DeviceHandle {
  /** Questions answered so far; 0 for devices that are never asked. */
  readonly replyCount: number;
  /** Lets it misbehave, or ends that. False = this device has no such flaw. */
  setFlaw?(flaw: string, isOn: boolean): boolean;
  /** Only of a reader with keys. */
  pressKeys?(text: string): void;
  /** Only of a reader that notices when its own case is opened. */
  setTamper?(isOpen: boolean): void;
}

/** A card of a person that can be copied or forged. */
export interface CardHandle {
  /** False = such a card has no such flaw. */
  setFlaw?(flaw: string, isOn: boolean): boolean;
}

export interface Installation {
  readonly stage: Stage;
  /** World time of a reading of this machine's boot-time clock, in microseconds. */
  worldMsOf(bootTimeUs: number): number;
  /** By device name. */
  readonly lines: ReadonlyMap<string, FaultedLine>;
  /** Lock boards by device name, and how many questions each has answered. */
  readonly boards: ReadonlyMap<string, { readonly replyCount: number }>;
  /** By device name. */
  readonly devices: ReadonlyMap<string, DeviceHandle>;
  /** By badge number; only of cards that have a state of their own. */
  readonly cards: ReadonlyMap<string, CardHandle>;
  /** By gateway name. */
  readonly links: ReadonlyMap<string, Link>;
  readonly gateways: ReadonlyMap<string, GatewayUnit>;
  readonly center: CenterReader;
  /** Absent: nobody orders anything from the center. */
  readonly office?: Office;
}

export interface GatewayAt {
  readonly site: string;
  readonly gateway: string;
}

/** What became of a command, as `driftbox command` prints it. */
export interface CommandAnswer {
  readonly state: string;
  readonly outcome: string;
}

/** When a policy was signed, and when it expires. */
export interface PolicyLife {
  readonly agoHours?: number | undefined;
  /** Undefined = it does not expire. */
  readonly expiresInMs?: number | undefined;
}

/** What a voyage should find, by the numbers of parcels. */
export interface ManifestOrder {
  readonly manifest: string;
  readonly voyage: string;
  readonly parcels: readonly string[];
}

/** What staff do at the center, each by the program for it. @throws Fault with what that said */
export interface Office {
  /** Digits of a pickup code for the parcel of that number. */
  pickupCode(at: GatewayAt, parcel: string): Promise<string>;
  /** Digits of a one-time code until today, or so many days later. */
  onceCode(at: BoxAt, action: string, aheadDays: number): Promise<string>;
  /** `options` by their names without dashes. */
  command(
    at: GatewayAt,
    word: string,
    options: Readonly<Record<string, string>>,
  ): Promise<CommandAnswer>;
  publishManifest(at: GatewayAt, manifest: ManifestOrder): Promise<void>;
  publishGrant(at: GatewayAt, grant: Readonly<Record<string, unknown>>): Promise<void>;
  revokeGrant(at: GatewayAt, grant: string): Promise<void>;
  /** Text of the QR code of a grant on paper. */
  paperGrant(at: GatewayAt, grant: Readonly<Record<string, unknown>>): Promise<string>;
  /** Signs the next version and lets the gateways of the site read it. */
  switchPolicy(
    at: GatewayAt,
    changes: Readonly<Record<string, unknown>>,
    life?: PolicyLife,
  ): Promise<void>;
  forgeCommand(command: Uint8Array, forgery: Forgery): Uint8Array;
}
