// Command-line values with their ranges; wrong ones are faults that name the flag.

import { parseArgs, type ParseArgsConfig } from "node:util";
import { Fault } from "@driftbox/proto";

/** Whether somebody asks how a command is used, whatever else they say. */
export function asksForHelp(args: readonly string[]): boolean {
  return args.includes("--help") || args.includes("-h");
}

/** Reads flags strictly. @throws Fault usage/invalid */
export function readFlags<const T extends NonNullable<ParseArgsConfig["options"]>>(
  args: readonly string[],
  options: T,
): ReturnType<typeof parseArgs<{ args: string[]; options: T; strict: true }>>["values"] {
  try {
    return parseArgs({ args: [...args], options, strict: true }).values;
  } catch (cause) {
    const what = cause instanceof Error ? cause.message : "wrong arguments";
    throw new Fault("usage/invalid", what, { cause });
  }
}

/** A number within its bounds. @throws Fault usage/invalid */
export function numberFlag(
  name: string,
  text: string | undefined,
  bounds: { readonly from: number; readonly to: number; readonly otherwise: number },
): number {
  if (text === undefined) return bounds.otherwise;
  const value = Number(text);
  if (text !== "" && value >= bounds.from && value <= bounds.to) return value;
  const range = `${bounds.from} to ${bounds.to}`;
  throw new Fault("usage/invalid", `--${name} ${JSON.stringify(text)}: expected ${range}`);
}

export function wordFlag<T extends string>(
  name: string,
  text: string | undefined,
  words: readonly [T, ...T[]],
): T {
  if (text === undefined) return words[0];
  const match = words.find((word) => word === text);
  if (match !== undefined) return match;
  throw new Fault("usage/invalid", `--${name} ${JSON.stringify(text)}: one of ${words.join(", ")}`);
}

const portMax = 65_535;

export function portFlag(name: string, text: string | undefined, otherwise: number): number {
  const port = numberFlag(name, text, { from: 0, to: portMax, otherwise });
  if (Number.isInteger(port)) return port;
  throw new Fault("usage/invalid", `--${name} ${port}: expected a whole number`);
}

/** A positive factor: 2 plays twice as fast. */
export function speedFlag(text: string | undefined): number {
  return numberFlag("speed", text, { from: 0.1, to: 100, otherwise: 1 });
}

/** A whole number, so that a run can be repeated. */
export function seedFlag(text: string | undefined): number {
  const seed = numberFlag("seed", text, { from: 0, to: 0xffff_ffff, otherwise: 1 });
  if (Number.isInteger(seed)) return seed;
  throw new Fault("usage/invalid", `--seed ${seed}: expected a whole number`);
}
