// What an operator reads: the rows that are wrong, worst first and by box, then what is in order.

import { causes } from "./causes.ts";
import type { Check } from "./check.ts";
import type { Language } from "./words.ts";

const levelWords = {
  en: { fail: "FAIL", warn: "warn", ok: "ok  " },
  zh: { fail: "故障", warn: "注意", ok: "正常" },
} as const;

/** Lines of text with a line break at the end. */
export function reportText(checks: readonly Check[], language: Language): string {
  const bad = checks.filter(({ level }) => level !== "ok");
  const good = checks.filter(({ level }) => level === "ok");
  const lines = [
    ...(["fail", "warn"] as const).flatMap((level) => {
      return badText(
        bad.filter((one) => one.level === level),
        language,
      );
    }),
    bad.length === 0 ? nothingWrong[language] : nothingElse[language],
    ...good.map((check) => rowLine(check, check.seen[language], language)),
    summary(checks, language),
  ];
  return `${lines.join("\n")}\n`;
}

const nothingWrong = { en: "Nothing is wrong.", zh: "一切正常。" } as const;
const nothingElse = { en: "Nothing else is wrong.", zh: "其余一切正常。" } as const;

/** 0: nothing is wrong; 1: something failed; 3: there are warnings only. */
export function exitCodeOf(checks: readonly Check[]): 0 | 1 | 3 {
  const levels = new Set(checks.map(({ level }) => level));
  if (levels.has("fail")) return 1;
  return levels.has("warn") ? 3 : 0;
}

/** One object for machines; texts in the language asked for. */
export function reportJson(checks: readonly Check[], language: Language): object {
  const count = (level: Check["level"]) => checks.filter((one) => one.level === level).length;
  return {
    format: 1,
    failed: count("fail"),
    warned: count("warn"),
    ok: count("ok"),
    checks: checks.map(({ name, level, cause, seen, box }) => ({
      name,
      level,
      cause: cause ?? null,
      box: box ?? null,
      means: cause === undefined ? "" : causes[cause].means[language],
      seen: seen[language],
      advice: cause === undefined ? "" : causes[cause].advice[language],
    })),
  };
}

/** Rows of no box, then those of each box under its name. */
function badText(checks: readonly Check[], language: Language): readonly string[] {
  const linesOf = (box: string | undefined): readonly string[] =>
    checks.filter((check) => check.box === box).flatMap((check) => badLines(check, language));
  const boxes = new Set(checks.flatMap(({ box }) => box ?? []));
  const byBox = [...boxes]
    .toSorted()
    .flatMap((box) => [heading(box, language), ...linesOf(box).map((line) => `  ${line}`)]);
  return [...linesOf(undefined), ...byBox];
}

function heading(box: string, language: Language): string {
  return language === "zh" ? `  柜子 ${box}：` : `  box ${box}:`;
}

function badLines(check: Check, language: Language): readonly string[] {
  const { cause, seen } = check;
  if (cause === undefined) return [rowLine(check, seen[language], language)];
  const { means, advice } = causes[cause];
  const particulars = seen[language];
  const text = particulars === "" ? means[language] : `${means[language]} [${particulars}]`;
  return [rowLine(check, text, language), `        -> ${advice[language]}`];
}

function rowLine({ level, name }: Check, text: string, language: Language): string {
  return `  ${levelWords[language][level]}  ${name}: ${text}`;
}

function summary(checks: readonly Check[], language: Language): string {
  const count = (level: Check["level"]) => checks.filter((one) => one.level === level).length;
  const [fail, warn, ok] = [count("fail"), count("warn"), count("ok")];
  return language === "zh"
    ? `故障 ${fail}，注意 ${warn}，正常 ${ok}`
    : `${fail} failed, ${warn} to look at, ${ok} in order`;
}
