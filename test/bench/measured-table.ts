// The table of measured numbers in the READMEs, made from docs/measured.json.

import { formatValue, type Figure } from "./measurement.ts";

/** Content of docs/measured.json. */
export interface Measured {
  readonly machine: Readonly<Record<string, string | number>>;
  readonly results: Readonly<Record<string, { readonly figures: readonly Figure[] }>>;
}

export type Language = "en" | "zh";

const begin = "<!-- measured:begin -->";
const end = "<!-- measured:end -->";
const words = {
  en: {
    head: "| Figure | Value | Goal | Command |",
    none: "Not measured yet.",
    on: "Measured on",
  },
  zh: { head: "| 项目 | 数值 | 目标 | 命令 |", none: "尚未测量。", on: "测量环境" },
} as const;

/** Everything between the markers, and the markers. */
export function measuredTable(measured: Measured | undefined, language: Language): string {
  const { head, none, on } = words[language];
  if (measured === undefined) return [begin, none, end].join("\n");
  const rows = Object.entries(measured.results).flatMap(([name, { figures }]) =>
    figures.map((each) => row(each, name)),
  );
  const machine = Object.entries(measured.machine).map(([key, value]) => `${key} ${value}`);
  const note = `${on}: ${machine.join(", ")}`;
  return [begin, note, "", head, "| --- | ---: | --- | --- |", ...rows, end].join("\n");
}

function row(figure: Figure, name: string): string {
  const verdict = figure.isMet === undefined || figure.isMet ? "" : " ✗";
  const value = `${formatValue(figure.value)} ${figure.unit}`.trim();
  return `| ${figure.name} | ${value} | ${figure.goal}${verdict} | \`npm run bench -- ${name}\` |`;
}

/** The document with its table replaced; throws when the markers are missing. */
export function withMeasuredTable(document: string, table: string): string {
  const from = document.indexOf(begin);
  const to = document.indexOf(end);
  if (from < 0 || to < from) throw new Error("no measured:begin and measured:end in the document");
  return document.slice(0, from) + table + document.slice(to + end.length);
}
