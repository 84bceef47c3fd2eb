// A YAML file that an operator wrote.

import { readFileSync } from "node:fs";
import { Fault } from "@driftbox/proto";
import { parse } from "yaml";

/** Fault: config/unreadable. */
export function readYaml(path: string): unknown {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (cause) {
    throw new Fault("config/unreadable", `${path}: cannot be read`, { cause });
  }
  try {
    return parse(text);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : "not YAML";
    throw new Fault("config/unreadable", `${path}: ${reason}`, { cause });
  }
}
