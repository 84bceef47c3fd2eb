// The gateway's configuration: its keys, defaults and ranges, read from file,
// environment and flags.

import { dirname, resolve } from "node:path";
import {
  Fault,
  limits,
  parseGatewayName,
  parseSiteName,
  type GatewayName,
  type SiteName,
} from "@driftbox/proto";
import { boxes } from "./boxes.ts";
import { checkWiring } from "./checks.ts";
import {
  board,
  filePath,
  gpio,
  id,
  kiosk,
  position,
  power,
  reader,
  scanner,
  signals,
  tamper,
} from "./devices.ts";
import {
  choice,
  flag,
  integer,
  list,
  object,
  optional,
  type Reader,
  type Spot,
} from "./readers.ts";
import { overlayEnvironment, overlayFlags, readTree, type ConfigNode } from "./tree.ts";
import { uplink } from "./uplink.ts";
import { defaultTiming } from "../custody/layout.ts";

const dayMs = 86_400_000;

const times = object({
  openWithinMs: optional(integer(1_000, 60_000), defaultTiming.openWithinMs),
  heldOpenWarnMs: optional(integer(1_000, dayMs), defaultTiming.heldOpenWarnMs),
  heldOpenAlarmMs: optional(integer(1_000, dayMs), defaultTiming.heldOpenAlarmMs),
  heartbeatMs: optional(integer(1_000, dayMs), 6 * 3_600_000),
});

/** A warning comes before the alarm. */
function timing(spot: Spot): ReturnType<typeof times> {
  const read = times(spot);
  if (read.heldOpenWarnMs < read.heldOpenAlarmMs) return read;
  const text = "timing: heldOpenWarnMs must be below heldOpenAlarmMs";
  throw new Fault("config/value", `${spot.node?.origin ?? spot.within}: ${text}`);
}

const journal = object({
  retentionDays: optional(integer(0, 3_650), 30),
  /** Journal and prepared space on disk. */
  maxMiB: optional(integer(16, 65_536), 256),
});

const allDefaults = { origin: "defaults", ignoresCase: false, kind: "map" } as const;

/** A map that may be left out as a whole: its members then have their defaults. */
function whole<T>(fields: Reader<T>): Reader<T> {
  return (spot) => fields({ ...spot, node: spot.node ?? { ...allDefaults, entries: new Map() } });
}

const gatewayFile = object({
  site: id,
  gateway: id,
  data: filePath,
  uplink,
  policy: optional(object({ file: filePath }), undefined),
  readers: optional(list(reader, 32), []),
  scanners: optional(list(scanner, 16), []),
  boards: optional(list(board, 16), []),
  gpio: optional(gpio, undefined),
  position: optional(position, undefined),
  power: optional(power, undefined),
  tamper: optional(list(tamper, 16), []),
  signals: optional(list(signals, limits.boxesMaxCount), []),
  kiosk: optional(kiosk, undefined),
  boxes,
  timing: whole(timing),
  journal: whole(journal),
  /** True on a board with a battery-backed clock. */
  hasRtc: optional(flag, false),
  logLevel: optional(choice(["debug", "info", "warn", "error"]), "info" as const),
});

type FileConfig = ReturnType<typeof gatewayFile>;
export type BoardConfig = FileConfig["boards"][number];
export type ReaderConfig = FileConfig["readers"][number];
export type GpioConfig = NonNullable<FileConfig["gpio"]>;
export type BoxConfig = FileConfig["boxes"][number];
export type UplinkConfig = FileConfig["uplink"];

/** The configuration with every path absolute and every name checked. */
export interface GatewayConfig extends Omit<FileConfig, "site" | "gateway" | "policy"> {
  readonly site: SiteName;
  readonly gateway: GatewayName;
  /** Absolute; undefined = only the center's policy and the stored one. */
  readonly policyFile: string | undefined;
}

export interface ConfigSources {
  readonly path: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** `key.key=value`, from the command line. */
  readonly settings: readonly string[];
}

/**
 * Reads the configuration: defaults < file < environment < flags.
 * @throws Fault config/unreadable, config/unknown-key, config/value, usage/invalid
 */
export function loadConfig(sources: ConfigSources): GatewayConfig {
  const { tree } = loadConfigTree(sources);
  return configOf(tree, dirname(resolve(sources.path)));
}

/**
 * The same, checked as a whole, with paths as they were written and the tree that says where.
 * @throws Fault as `loadConfig`
 */
export function loadConfigTree(sources: ConfigSources): {
  readonly tree: ConfigNode;
  readonly values: object;
} {
  const tree = readTree(sources.path);
  overlayEnvironment(tree, sources.environment);
  overlayFlags(tree, sources.settings);
  const values = valuesOf(tree);
  checkWiring(values);
  return { tree, values };
}

function valuesOf(tree: ConfigNode): FileConfig {
  return gatewayFile({ node: tree, path: "", within: tree.origin });
}

/** Checks a tree; relative paths are relative to `folder`. @throws Fault as `loadConfig` */
export function configOf(tree: ConfigNode, folder: string): GatewayConfig {
  const { policy, ...file } = valuesOf(tree);
  const site = parseSiteName(file.site);
  const gateway = parseGatewayName(file.gateway);
  if (!site.ok) throw new Fault("config/value", site.detail);
  if (!gateway.ok) throw new Fault("config/value", gateway.detail);
  const absolute = (path: string): string => resolve(folder, path);
  const maybe = (path: string | undefined) => (path === undefined ? undefined : absolute(path));
  checkWiring(file);
  return {
    ...file,
    site: site.value,
    gateway: gateway.value,
    data: absolute(file.data),
    policyFile: maybe(policy?.file),
    readers: file.readers.map((each) => {
      if (each.driver !== "pn532") return each;
      const { metaKeyFile, cardKeyFile } = each;
      return { ...each, metaKeyFile: maybe(metaKeyFile), cardKeyFile: maybe(cardKeyFile) };
    }),
    uplink: {
      ...file.uplink,
      caFile: maybe(file.uplink.caFile),
      certFile: maybe(file.uplink.certFile),
      keyFile: maybe(file.uplink.keyFile),
    },
  };
}
