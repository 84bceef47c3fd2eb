// What one gateway is made of: everything outside of it, given by whoever composes it.

import type { Layout } from "../custody/index.ts";
import type { Clock, Entropy, Log, SatelliteTime, Supervisor, Timers } from "../ports/runtime.ts";
import type { PanelServer } from "../ports/panel.ts";
import type { Documents, Journal, RecoveryReport } from "../ports/storage.ts";
import type { Uplink } from "../ports/uplink.ts";
import type { Wiring } from "./devices/devices.ts";
import type { KeepHealthPage } from "./health/health-watch.ts";
import type { Identity } from "./identity.ts";
import type { CustodyCore } from "./loop/custody-core.ts";
import type { BackoffBounds } from "./uplink/backoff.ts";
import type { WindowLimits } from "./uplink/outbox-window.ts";

export interface GatewayPorts {
  readonly identity: Identity;
  readonly layout: Layout;
  readonly wiring: Wiring;
  readonly core: CustodyCore;
  readonly journal: Journal;
  readonly report: RecoveryReport;
  readonly documents: Documents;
  readonly uplink: Uplink;
  readonly clock: Clock;
  /** The same clock, where it can learn from satellites. */
  readonly satelliteTime?: SatelliteTime;
  /** Absent: nobody supervises. */
  readonly supervisor?: Supervisor;
  /** Absent: nobody reads how the gateway is. */
  readonly keepHealthPage?: KeepHealthPage;
  /** Absent: no box of this gateway has a screen. */
  readonly kiosk?: {
    readonly server: PanelServer;
    /** Telephone number of the site, where the policy has none; empty = none. */
    readonly helpNumber: string;
  };
  readonly timers: Timers;
  readonly entropy: Entropy;
  readonly log: Log;
  readonly badgeRefOf: (number: string) => string;
  readonly windowLimits: WindowLimits;
  readonly backoff: BackoffBounds;
  readonly heartbeatMs: number;
  /** True: time passes only while nothing runs, so nothing ever stands still. */
  readonly isTimeVirtual?: boolean;
  readonly defer: (run: () => void) => void;
  /** The signed policy file as it is now; undefined = none configured or not readable. */
  readonly readPolicyFile: () => Uint8Array | undefined;
  readonly onFatal: (error: unknown) => void;
}
