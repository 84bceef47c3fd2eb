// A command as an operator writes it: which word needs what, and in which bounds.

import { CommandWord, Fault, limits, type DraftOf } from "@driftbox/proto";
import { codeName } from "./code-name.ts";

type CommandDraft = DraftOf<"command">;

interface WordRow {
  readonly word: NonNullable<CommandDraft["word"]>;
  /** What it needs beside its gateway. */
  readonly needs: readonly ArgumentName[];
  /** What it may have besides. */
  readonly takes?: readonly ArgumentName[];
  /** How long it holds where nothing is said; absent = a minute. */
  readonly within?: string;
}

/** Words as they are written. */
const words: Readonly<Record<string, WordRow>> = {
  open: { word: CommandWord.COMMAND_WORD_OPEN, needs: ["box", "compartment"] },
  disable: { word: CommandWord.COMMAND_WORD_DISABLE, needs: ["box", "compartment"] },
  enable: { word: CommandWord.COMMAND_WORD_ENABLE, needs: ["box", "compartment"] },
  // It opens no further door after its deadline, and a person takes time at each.
  "collect-all": { word: CommandWord.COMMAND_WORD_COLLECT_ALL, needs: ["box"], within: "10m" },
  locate: { word: CommandWord.COMMAND_WORD_LOCATE, needs: ["box"] },
  configure: { word: CommandWord.COMMAND_WORD_CONFIGURE, needs: ["setting", "value"] },
  suspend: { word: CommandWord.COMMAND_WORD_SUSPEND, needs: [], takes: ["box"] },
  resume: { word: CommandWord.COMMAND_WORD_RESUME, needs: [], takes: ["box"] },
  reissue: { word: CommandWord.COMMAND_WORD_REISSUE, needs: ["parcel", "issue"] },
  "restore-sensor": {
    word: CommandWord.COMMAND_WORD_RESTORE_SENSOR,
    needs: ["box", "compartment", "sensor"],
  },
  revoke: { word: CommandWord.COMMAND_WORD_REVOKE, needs: ["box", "code"] },
};
/** Names of the arguments of words. */
export const argumentNames = [
  "box",
  "compartment",
  "parcel",
  "issue",
  "sensor",
  "code",
  "setting",
  "value",
] as const;
type ArgumentName = (typeof argumentNames)[number];

export const commandWords: readonly string[] = Object.keys(words);

/** Of a command: gateways take none that would live longer. */
export const withinMaxMs = 15 * 60_000;
const numberMax = 4_294_967_295;

/** What was written, by the name of the argument. */
export type Written = Readonly<Partial<Record<ArgumentName, string>>>;

/**
 * Fields of a command.
 * @param today days since 1970-01-01
 * @throws Fault usage/invalid
 */
export function commandDraft(word: string, written: Written, today: number): CommandDraft {
  const row = Object.hasOwn(words, word) ? words[word] : undefined;
  if (row === undefined) throw wrong(`${word} is none of ${commandWords.join(", ")}`);
  const missing = row.needs.find((name) => written[name] === undefined);
  if (missing !== undefined) throw wrong(`${word} needs --${missing}`);
  const known = [...row.needs, ...(row.takes ?? [])];
  const extra = argumentNames.find((name) => written[name] !== undefined && !known.includes(name));
  if (extra !== undefined) throw wrong(`${word} takes no --${extra}`);
  const text = (name: ArgumentName): string => {
    const value = written[name] ?? "";
    if (value.length <= limits.idMaxChars) return value;
    throw wrong(`--${name}: at most ${limits.idMaxChars} characters`);
  };
  const number = (name: ArgumentName): number => {
    const value = written[name] ?? "0";
    if (/^\d{1,10}$/.test(value) && Number(value) <= numberMax) return Number(value);
    throw wrong(`--${name}: a number from 0`);
  };
  return {
    word: row.word,
    box: text("box"),
    compartment: number("compartment"),
    parcel: text("parcel"),
    issue: number("issue"),
    sensor: text("sensor"),
    code: written.code === undefined ? "" : codeName(written.code, today),
    settings: written.setting === undefined ? [] : [{ key: text("setting"), value: text("value") }],
  };
}

/** How long a word holds where nothing else is said, as `--within` is written. */
export function usualWithin(word: string): string {
  return (Object.hasOwn(words, word) ? words[word]?.within : undefined) ?? "60s";
}

/** `60s` or `5m`, up to a quarter of an hour, in ms. @throws Fault usage/invalid */
export function withinMs(written: string): number {
  const [, count, unit] = /^(\d{1,4})(s|m)$/.exec(written) ?? [];
  const ms = Number(count) * (unit === "m" ? 60_000 : 1_000);
  if (ms >= 1_000 && ms <= withinMaxMs) return ms;
  throw wrong("--within: seconds or minutes from 1s to 15m, like 60s");
}

function wrong(detail: string): Fault {
  return new Fault("usage/invalid", detail);
}
