// The center's settings: defaults < YAML file < environment < flags, each checked once.

import { dirname, resolve } from "node:path";
import { Fault } from "@driftbox/proto";
import type { TlsPaths } from "./adapters/files/tls-files.ts";
import { isLoopback } from "./api/host-names.ts";
import { defaultTravelTimes, type TravelTimes } from "./core/projections/travel.ts";
import { readYaml } from "./adapters/files/yaml-file.ts";
import { travelTimesOf } from "./app/travel-times.ts";
import { readArguments } from "./command-line.ts";

export interface ListenSetting {
  readonly host: string;
  readonly port: number;
}

export interface CenterSettings {
  readonly data: string;
  readonly mqtt: ListenSetting & {
    /** Undefined = no TLS. */
    readonly tls: TlsPaths | undefined;
  };
  readonly http: ListenSetting & {
    /** Names beside loopback and `host` that requests may be for. */
    readonly allowedHosts: readonly string[];
  };
  /** How long people need at least between two sites. */
  readonly travelTimes: TravelTimes;
  readonly logLevel: string;
  /** Prints the ready line. */
  readonly isJson: boolean;
}

export const brokerUsage =
  "driftbox broker [--config FILE] [--data DIR] [--mqtt-host H] [--mqtt-port N] " +
  "[--mqtt-cert-file PEM --mqtt-key-file PEM] [--mqtt-client-ca-file PEM] " +
  "[--http-host H] [--http-port N] [--http-allowed-host NAME,…] [--open-to-network true] " +
  "[--travel-file FILE] [--log-level L] [--json]";

/** Every key of the file, its flag and its environment variable. */
const keys = {
  data: { flag: "data", env: "DRIFTBOX__DATA" },
  "mqtt.host": { flag: "mqtt-host", env: "DRIFTBOX__MQTT__HOST" },
  "mqtt.port": { flag: "mqtt-port", env: "DRIFTBOX__MQTT__PORT" },
  "mqtt.certFile": { flag: "mqtt-cert-file", env: "DRIFTBOX__MQTT__CERT_FILE" },
  "mqtt.keyFile": { flag: "mqtt-key-file", env: "DRIFTBOX__MQTT__KEY_FILE" },
  "mqtt.clientCaFile": { flag: "mqtt-client-ca-file", env: "DRIFTBOX__MQTT__CLIENT_CA_FILE" },
  "http.host": { flag: "http-host", env: "DRIFTBOX__HTTP__HOST" },
  "http.port": { flag: "http-port", env: "DRIFTBOX__HTTP__PORT" },
  "http.allowedHosts": { flag: "http-allowed-host", env: "DRIFTBOX__HTTP__ALLOWED_HOSTS" },
  openToNetwork: { flag: "open-to-network", env: "DRIFTBOX__OPEN_TO_NETWORK" },
  travelFile: { flag: "travel-file", env: "DRIFTBOX__TRAVEL_FILE" },
  logLevel: { flag: "log-level", env: "DRIFTBOX__LOG_LEVEL" },
} as const;
type Key = keyof typeof keys;
const isKey = (key: string): key is Key => Object.hasOwn(keys, key);

const defaults: Readonly<Record<Key, string>> = {
  data: "/var/lib/driftbox-broker",
  "mqtt.host": "127.0.0.1",
  "mqtt.port": "1883",
  "mqtt.certFile": "",
  "mqtt.keyFile": "",
  "mqtt.clientCaFile": "",
  "http.host": "127.0.0.1",
  "http.port": "8080",
  "http.allowedHosts": "",
  openToNetwork: "false",
  travelFile: "",
  logLevel: "info",
};
/** Relative to the file they are written in. */
const pathKeys: ReadonlySet<Key> = new Set<Key>([
  "data",
  "mqtt.certFile",
  "mqtt.keyFile",
  "mqtt.clientCaFile",
  "travelFile",
]);
const logLevels = ["trace", "debug", "info", "warn", "error", "fatal", "silent"];

/** Faults: usage/invalid, config/unreadable, config/unknown-key, config/value. */
export function readSettings(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): CenterSettings {
  const texts = ["config", ...Object.values(keys).map((each) => each.flag)];
  const given = readArguments(args, { texts, flags: ["json"] }, brokerUsage);
  if (given.positionals.length > 0) {
    throw new Fault("usage/invalid", `unexpected ${given.positionals[0]}; usage: ${brokerUsage}`);
  }
  const path = given.text("config");
  const file = path === undefined ? new Map<Key, string>() : readConfigFile(path);
  const value = (key: Key): string =>
    given.text(keys[key].flag) ?? environment[keys[key].env] ?? file.get(key) ?? defaults[key];
  const port = (key: Key): number => {
    const text = value(key);
    const number = /^[0-9]{1,5}$/.test(text) ? Number(text) : Number.NaN;
    if (number <= 65_535) return number;
    throw new Fault("config/value", `${key}: ${text} is not a port from 0 to 65535`);
  };
  const logLevel = value("logLevel");
  if (!logLevels.includes(logLevel)) {
    throw new Fault("config/value", `logLevel: one of ${logLevels.join(", ")}`);
  }
  const tls = tlsPaths(value);
  refuseOpenPorts(value, tls);
  const allowedHosts = value("http.allowedHosts").split(",");
  return {
    data: resolve(value("data")),
    mqtt: { host: value("mqtt.host"), port: port("mqtt.port"), tls },
    http: {
      host: value("http.host"),
      port: port("http.port"),
      allowedHosts: allowedHosts.map((name) => name.trim()).filter((name) => name !== ""),
    },
    travelTimes: travelTimesAt(value("travelFile")),
    logLevel,
    isJson: given.has("json"),
  };
}

function travelTimesAt(path: string): TravelTimes {
  return path === "" ? defaultTravelTimes : travelTimesOf(readYaml(resolve(path)));
}

function tlsPaths(value: (key: Key) => string): TlsPaths | undefined {
  const [certFile, keyFile, clientCaFile] = [
    value("mqtt.certFile"),
    value("mqtt.keyFile"),
    value("mqtt.clientCaFile"),
  ].map((path) => (path === "" ? undefined : resolve(path)));
  if (certFile !== undefined && keyFile !== undefined) return { certFile, keyFile, clientCaFile };
  if ([certFile, keyFile, clientCaFile].every((each) => each === undefined)) return undefined;
  throw new Fault("config/value", "mqtt: TLS needs certFile and keyFile, both of them");
}

/** A port that asks nobody who they are is not opened to a network by an oversight. */
function refuseOpenPorts(value: (key: Key) => string, tls: TlsPaths | undefined): void {
  const isOpen = value("openToNetwork");
  if (isOpen !== "true" && isOpen !== "false") {
    throw new Fault("config/value", `openToNetwork: ${isOpen} is neither true nor false`);
  }
  for (const key of ["mqtt.host", "http.host"] as const) {
    const isAsking = key === "mqtt.host" && tls?.clientCaFile !== undefined;
    if (isOpen === "true" || isAsking || isLoopback(value(key))) continue;
    const way = key === "mqtt.host" ? "set mqtt.clientCaFile, or " : "";
    throw new Fault(
      "config/value",
      `${key}: ${value(key)} is not loopback, and the port asks nobody who they are; ` +
        `${way}set openToNetwork to true where only your own network reaches it`,
    );
  }
}

/** Paths in a file are relative to the file. */
function readConfigFile(path: string): Map<Key, string> {
  const found = new Map<Key, string>();
  for (const [key, value] of flat(readYaml(path), path, "")) {
    if (!isKey(key)) {
      const near = Object.keys(keys).join(", ");
      throw new Fault("config/unknown-key", `${path}: unknown key ${key}; known are ${near}`);
    }
    if (!["string", "number", "boolean"].includes(typeof value)) {
      throw new Fault("config/value", `${path}: ${key} must be a text, a number, true or false`);
    }
    found.set(key, pathKeys.has(key) ? resolve(dirname(path), String(value)) : String(value));
  }
  return found;
}

function flat(value: unknown, path: string, prefix: string): [string, unknown][] {
  if (value === null || value === undefined) return [];
  if (typeof value !== "object" || Array.isArray(value)) {
    throw new Fault("config/value", `${path}: ${prefix || "the file"} must be a mapping`);
  }
  return Object.entries(value).flatMap(([key, inner]): [string, unknown][] => {
    const name = `${prefix}${key}`;
    const isSection = name === "mqtt" || name === "http";
    return isSection ? flat(inner, path, `${name}.`) : [[name, inner]];
  });
}
