// Everything that the checks look at, as plain values; gathering them is the readers' work.

import type { Fact } from "@driftbox/proto";
import type { DeviceRole } from "../app/devices/device-book.ts";
import type { HealthPage } from "../app/health/health-page.ts";
import type { GatewayConfig } from "../config/config.ts";
import type { SymptomCounts } from "../ports/devices.ts";

/** A device as the health page, or a probe, tells of it. */
export interface SeenDevice {
  readonly id: string;
  readonly role: DeviceRole;
  readonly state: string;
  readonly reason: string;
  readonly symptoms: SymptomCounts;
}

/** `ageMs` undefined: the page is of an earlier boot. */
export type PageFacts =
  | { readonly state: "missing"; readonly path: string }
  | { readonly state: "unreadable"; readonly path: string; readonly detail: string }
  | {
      readonly state: "read";
      readonly path: string;
      readonly page: HealthPage;
      readonly ageMs: number | undefined;
    };

/** A running program. */
export interface SeenProcess {
  readonly pid: number;
  readonly command: string;
  /** Absolute path of its `--config`; undefined = it has none. */
  readonly configPath: string | undefined;
}

export interface ProcessFacts {
  /** Who holds the journal's lock; undefined = nobody, or nobody we may see. */
  readonly holder: SeenProcess | undefined;
  /** Other gateways with this configuration. */
  readonly rivals: readonly SeenProcess[];
}

export interface SeenFile {
  /** Relative to the data folder; `.` is the folder itself. */
  readonly name: string;
  readonly uid: number;
  /** Permission bits. */
  readonly mode: number;
}

export interface ReaderKeyFacts {
  readonly reader: string;
  readonly hasCurrent: boolean;
  readonly hasPending: boolean;
}

export type FolderFacts =
  | { readonly state: "missing" | "unreadable"; readonly detail: string }
  | {
      readonly state: "read";
      readonly files: readonly SeenFile[];
      /** Why the keys and the enrollment do not serve; undefined = they do. */
      readonly misfit: string | undefined;
      readonly readerKeys: readonly ReaderKeyFacts[];
    };

/** A fact of the newest records, with the wall time it claims in ms; 0 = unknown. */
export interface RecentFact {
  readonly seq: number;
  readonly wallMs: number;
  readonly fact: Fact;
}

export type JournalFlaw = "foreign" | "damaged" | "torn";

export type JournalFacts =
  | { readonly state: "none" | "unreadable"; readonly detail: string }
  | {
      readonly state: "read";
      readonly segmentCount: number;
      readonly fileBytes: number;
      readonly nextSeq: number;
      readonly keyEpoch: number;
      readonly flaw: { readonly kind: JournalFlaw; readonly detail: string } | undefined;
      readonly recent: readonly RecentFact[];
    };

/** One serial port of the configuration and what its path says without opening it. */
export interface PortFacts {
  readonly port: string;
  readonly devices: readonly string[];
  /** For the rows that matter: request and answer, so that latency counts. */
  readonly isPolled: boolean;
  readonly state: "network" | "missing" | "forbidden" | "there";
  /** What it is by name now, for example `/dev/ttyUSB0`. */
  readonly resolved: string;
  /** Its lasting name; undefined = none known. */
  readonly stableName: string | undefined;
  /** Of an FTDI adapter, in ms. */
  readonly latencyMs: number | undefined;
}

export interface LineFacts {
  readonly line: string;
  /** Undefined = the line is there. */
  readonly missing: string | undefined;
  /** Who holds it; empty = nobody. */
  readonly consumer: string;
}

export interface GpioFacts {
  readonly chip: string;
  readonly driver: "chardev" | "sysfs" | "sim";
  /** Why the chip cannot be used; undefined = it can. */
  readonly misfit: string | undefined;
  readonly lines: readonly LineFacts[];
}

export interface HostFacts {
  /** Wall clock of this machine in ms. */
  readonly nowMs: number;
  readonly isSynchronized: boolean;
  readonly maxErrorMs: number;
  /** Names such as `rtc0`. */
  readonly clocks: readonly string[];
  /** What resets the board; undefined = cannot be told. */
  readonly hardwareWatchdog: string | undefined;
  readonly unit: { readonly path: string; readonly watchdogSec: string | undefined } | undefined;
  readonly freeBytes: number | undefined;
  /** Model of the board; empty = not told. */
  readonly model: string;
  /** Whether released lines keep their level; undefined = the kernel does not say. */
  readonly keepsLines: boolean | undefined;
  readonly nodeVersion: string;
  readonly software: string;
}

export interface Facts {
  readonly config: GatewayConfig;
  readonly configPath: string;
  readonly valueCount: number;
  readonly page: PageFacts;
  readonly processes: ProcessFacts;
  readonly folder: FolderFacts;
  readonly journal: JournalFacts;
  readonly ports: readonly PortFacts[];
  readonly gpio: GpioFacts | undefined;
  readonly host: HostFacts;
  /** What the drivers saw just now; undefined = nobody asked for it. */
  readonly probe: readonly SeenDevice[] | undefined;
}
