// What the center's commands share: arguments, the one error line, exit codes.

import { parseArgs } from "node:util";
import {
  errorCodes,
  Fault,
  parseGatewayName,
  parseSiteName,
  type GatewayName,
  type Parsed,
  type SiteName,
} from "@driftbox/proto";

/** Arguments of a command, by name without the dashes. */
export interface Arguments {
  text(name: string): string | undefined;
  has(name: string): boolean;
  readonly positionals: readonly string[];
}

/** Only the named options exist; anything else is usage/invalid. */
export function readArguments(
  args: readonly string[],
  known: { readonly texts: readonly string[]; readonly flags?: readonly string[] },
  usage: string,
): Arguments {
  const options = Object.fromEntries([
    ...known.texts.map((name) => [name, { type: "string" as const }] as const),
    ...(known.flags ?? []).map((name) => [name, { type: "boolean" as const }] as const),
  ]);
  try {
    const read = parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
    const values = new Map(Object.entries(read.values));
    return {
      text: (name) => {
        const value = values.get(name);
        return typeof value === "string" ? value : undefined;
      },
      has: (name) => values.get(name) === true,
      positionals: read.positionals,
    };
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : "wrong arguments";
    throw new Fault("usage/invalid", `${reason}; usage: ${usage}`, { cause });
  }
}

export function required(value: string | undefined, name: string, usage: string): string {
  if (value !== undefined && value !== "") return value;
  throw new Fault("usage/invalid", `${name} is missing; usage: ${usage}`);
}

/** Longest name of who decided, and longest reason, that a decision carries. */
export const saidMaxChars = { by: 64, reason: 500 } as const;

/** What somebody says of a decision, trimmed. Fault: usage/invalid when missing or too long. */
export function saidArgument(
  given: Arguments,
  name: keyof typeof saidMaxChars,
  usage: string,
): string {
  const text = required(given.text(name)?.trim(), `--${name}`, usage);
  const maxChars = saidMaxChars[name];
  if (text.length <= maxChars) return text;
  throw new Fault("usage/invalid", `--${name}: at most ${maxChars} characters`);
}

export function siteArgument(text: string): SiteName {
  return certain(parseSiteName(text));
}

export function gatewayArgument(text: string): GatewayName {
  return certain(parseGatewayName(text));
}

/** Of a set that is signed, at least; undefined = the next one. Fault: usage/invalid. */
export function versionArgument(given: Arguments): number | undefined {
  const written = given.text("version");
  if (written === undefined) return undefined;
  if (/^[1-9]\d{0,8}$/.test(written)) return Number(written);
  throw new Fault("usage/invalid", `--version ${written}: a number from 1 to 999999999`);
}

/** The language of what a command prints. */
export function languageArgument(given: Arguments, usage: string): "zh" | "en" {
  const asked = given.text("lang") ?? "en";
  if (asked === "zh" || asked === "en") return asked;
  throw new Fault("usage/invalid", `--lang is zh or en; usage: ${usage}`);
}

function certain<T>(value: Parsed<T>): T {
  if (!value.ok) throw new Fault("usage/invalid", value.detail);
  return value.value;
}

/**
 * Runs a command, or says how it is used. A Fault becomes one line on stderr and the exit code of
 * its row; a defect keeps its stack. The process ends by itself when nothing is left to do.
 */
export async function runCommand(
  program: string,
  usage: string,
  run: () => void | Promise<void>,
): Promise<void> {
  const argv = process.argv.slice(2);
  if (argv.includes("--help") || argv.includes("-h")) {
    process.stdout.write(`usage: ${usage}\n`);
    return;
  }
  try {
    await run();
  } catch (error) {
    process.exitCode = failureOf(program, error);
  }
}

/** Writes the error line and gives the exit code. */
export function failureOf(program: string, error: unknown): number {
  if (error instanceof Fault) {
    process.stderr.write(`driftbox ${program}: ${error.code}: ${error.message}\n`);
    return errorCodes[error.code].exitCode;
  }
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`driftbox ${program}: defect: ${text}\n`);
  return 1;
}
