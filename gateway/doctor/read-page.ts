// Finds and reads the health page of a gateway, running or dead.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { toHex } from "@driftbox/proto";
import type { HealthPage } from "../app/health/health-page.ts";
import type { GatewayConfig } from "../config/config.ts";
import type { Clock } from "../ports/runtime.ts";
import type { PageFacts, SeenProcess } from "./facts.ts";

const fileName = "health.json";
const pageMaxBytes = 4_194_304;
/** Where the packaged unit keeps it. */
const unitFolder = "/run/driftbox";

export interface PageSearch {
  readonly config: GatewayConfig;
  readonly holder: SeenProcess | undefined;
  /** RUNTIME_DIRECTORY of this program. */
  readonly runtimeFolders: string | undefined;
  readonly clock: Clock;
}

/** The newest page of this gateway in any folder it may have been written to. */
export function readPage(search: PageSearch): PageFacts {
  const { config, clock } = search;
  const paths = foldersOf(search).map((folder) => join(folder, fileName));
  const read = paths.map((path) => pageAt(path, clock)).filter((one) => one.state !== "missing");
  const own = read.filter((one) => one.state !== "read" || isOf(config, one.page));
  const [newest] = own.toSorted((a, b) => ageOf(a) - ageOf(b));
  return newest ?? { state: "missing", path: paths.join(", ") };
}

function foldersOf({ config, holder, runtimeFolders }: PageSearch): readonly string[] {
  const told = [holder && runtimeFoldersOf(holder.pid), runtimeFolders]
    .flatMap((folders) => (folders ?? "").split(":"))
    .filter((folder) => folder !== "");
  return [...new Set([...told, unitFolder, config.data])];
}

/** As the running gateway was started with; undefined when we may not look. */
function runtimeFoldersOf(pid: number): string | undefined {
  const pairs = textAt(`/proc/${pid}/environ`)?.split("\0") ?? [];
  return pairs.find((pair) => pair.startsWith("RUNTIME_DIRECTORY="))?.slice(18);
}

function pageAt(path: string, clock: Clock): PageFacts {
  const text = textAt(path);
  if (text === undefined) return { state: "missing", path };
  const page = pageIn(text);
  if (page === undefined) {
    return { state: "unreadable", path, detail: `${path} is not a page of this version` };
  }
  const isThisBoot = page.bootId === toHex(clock.bootId);
  const ageMs = Math.max(0, clock.read().monoUs / 1_000 - page.writtenMonoMs);
  return { state: "read", path, page, ageMs: isThisBoot ? ageMs : undefined };
}

function ageOf(page: PageFacts): number {
  return page.state === "read" ? (page.ageMs ?? Number.MAX_VALUE) : Infinity;
}

function isOf({ site, gateway }: GatewayConfig, page: HealthPage): boolean {
  return page.site === site && page.gateway === gateway;
}

/** Undefined when it is not a page of format 1 with all its parts. */
export function pageIn(text: string): HealthPage | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  return isPage(value) ? value : undefined;
}

const parts = {
  software: "string",
  site: "string",
  gateway: "string",
  bootId: "string",
  startedMonoMs: "number",
  writtenMonoMs: "number",
  devices: "list",
  lines: "list",
  compartments: "list",
  queue: "map",
  journal: "map",
  uplink: "map",
  clock: "map",
  policyRefusals: "list",
  power: "map",
  tampers: "list",
  supervisor: "map",
} as const satisfies Partial<Record<keyof HealthPage, string>>;

function isPage(value: unknown): value is HealthPage {
  if (kindOf(value) !== "map" || value === null || typeof value !== "object") return false;
  const members = new Map<string, unknown>(Object.entries(value));
  if (members.get("format") !== 1) return false;
  return Object.entries(parts).every(([name, kind]) => kindOf(members.get(name)) === kind);
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return "list";
  if (value === null) return "null";
  return typeof value === "object" ? "map" : typeof value;
}

function textAt(path: string): string | undefined {
  try {
    const text = readFileSync(path, "utf8");
    return text.length <= pageMaxBytes ? text : undefined;
  } catch {
    return undefined;
  }
}
