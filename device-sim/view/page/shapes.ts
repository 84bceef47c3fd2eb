// What the simulator tells the page: one shape a section, sent whole when it changes.

/** One text in both languages. */
export type Text = Readonly<Record<"en" | "zh", string>>;
export type Tongue = keyof Text;

export interface AboutView {
  readonly scenario: string;
  readonly title: Text;
  readonly seed: number;
  /** Address of the center's console; null when only devices run. */
  readonly consoleUrl: string | null;
  /** Names of boxes, lines and gateways in their order. */
  readonly boxes: readonly string[];
  readonly lines: readonly string[];
  readonly gateways: readonly string[];
  readonly supplyGroups: readonly string[];
  /** Names of all faults that can be switched. */
  readonly flaws: readonly string[];
  readonly layers: readonly string[];
}

export interface CompartmentView {
  readonly compartment: number;
  /** Whole degrees: 0 = shut. */
  readonly doorDegrees: number;
  readonly isContactClosed: boolean;
  readonly isBolted: boolean;
  readonly coil: {
    readonly isOn: boolean;
    readonly isBurnt: boolean;
    /** Percent of what the winding stands. */
    readonly heat: number;
  };
  readonly supplyGroup: string;
  /** Null = it has no beam. */
  readonly isBeamBroken: boolean | null;
  /** Names of parcels inside. */
  readonly parcels: readonly string[];
  /** Names of flaws that are on. */
  readonly flaws: readonly string[];
}

export interface LampView {
  readonly source: string;
  readonly part: "led" | "buzzer";
  readonly shows: string;
}

export interface BoxView {
  readonly box: string;
  readonly kind: "drop-box" | "cabinet";
  readonly gateway: string;
  readonly reader: string;
  readonly board: string;
  readonly isBoardPowered: boolean;
  readonly lamps: readonly LampView[];
  /** Whether the enclosure is open; null = nothing would notice. */
  readonly isEnclosureOpen: boolean | null;
  /** Names of who or what is held to the reader now. */
  readonly held: readonly string[];
  readonly compartments: readonly CompartmentView[];
}

export interface LineView {
  readonly line: string;
  /** Drivers of the devices on it. */
  readonly drivers: readonly string[];
  readonly port: string;
  readonly baudRate: number;
  readonly isPlugged: boolean;
  /** Names of fault layers that are on. */
  readonly layers: readonly string[];
  /** Whether bytes are traced here: a device on a bus is traced on the bus. */
  readonly isTraced: boolean;
  /** Faults of the device itself, and those that are on. */
  readonly flaws: readonly string[];
  readonly flawsOn: readonly string[];
}

export interface GatewayView {
  readonly gateway: string;
  readonly site: string;
  /** Null = a program elsewhere connects to the ports. */
  readonly isRunning: boolean | null;
  readonly link: "up" | "slow" | "cut" | null;
  /** Null = it has no disk of its own. */
  readonly isDiskFull: boolean | null;
  /** Null = it does not watch its power. */
  readonly power: { readonly hasMains: boolean; readonly isBatteryLow: boolean } | null;
}

export interface HandView {
  readonly people: readonly {
    readonly person: string;
    readonly badge: string;
    /** Ways to copy or forge this card, and those that are on. */
    readonly flaws: readonly string[];
    readonly flawsOn: readonly string[];
  }[];
  readonly parcels: readonly {
    readonly parcel: string;
    readonly tag: string;
    /** Where it lies; null = in somebody's hand. */
    readonly inside: string | null;
  }[];
}

export interface MonitorView {
  readonly monitor: string;
  /** Null = cannot be judged now. */
  readonly isHeld: boolean | null;
  /** What was found, newest last. */
  readonly details: readonly string[];
}

export interface SupplyView {
  readonly weak: readonly string[];
}

export interface RowView {
  readonly line: string;
  readonly id: number;
  readonly way: "in" | "out";
  /** When it was said first, or anew after it had ceased. */
  readonly sinceMs: number;
  readonly hex: string;
  readonly words: Text;
  readonly isSound: boolean;
  /** Since then. */
  readonly count: number;
}

export interface HappeningView {
  readonly id: number;
  readonly atMs: number;
  readonly words: Text;
  readonly tone: "plain" | "warn" | "alarm";
}

/** Sections by key; `box`, `line` and `gateway` exist once for each name. */
export interface Sections {
  readonly about: AboutView;
  readonly hand: HandView;
  readonly monitors: readonly MonitorView[];
  readonly supplies: SupplyView;
  readonly boxes: Readonly<Record<string, BoxView>>;
  readonly lines: Readonly<Record<string, LineView>>;
  readonly gateways: Readonly<Record<string, GatewayView>>;
}

/** First message after connecting. */
export interface Snapshot {
  readonly sections: Sections;
  readonly rows: readonly RowView[];
  readonly happenings: readonly HappeningView[];
}

/** What has changed since the message before. */
export interface Change {
  readonly about?: AboutView;
  readonly hand?: HandView;
  readonly monitors?: readonly MonitorView[];
  readonly supplies?: SupplyView;
  readonly boxes?: Readonly<Record<string, BoxView>>;
  readonly lines?: Readonly<Record<string, LineView>>;
  readonly gateways?: Readonly<Record<string, GatewayView>>;
  readonly rows?: readonly RowView[];
  readonly happenings?: readonly HappeningView[];
}

/** Answer to one action. */
export interface Answer {
  readonly isOk: boolean;
  readonly seen: string;
}
