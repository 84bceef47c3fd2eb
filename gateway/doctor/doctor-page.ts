// The tables of docs/doctor.md, made from the checks and causes themselves.

import { causes } from "./causes.ts";
import { checkKinds } from "./check-list.ts";

/** Markdown, from the first table to the end of the last. */
export function doctorTables(): string {
  const kinds = checkKinds.map(
    ({ name, looksAt, causes: named }) =>
      `| \`${name}\` | ${looksAt.en} | ${looksAt.zh} | ${named.map(code).join(", ")} |`,
  );
  const rows = Object.entries(causes).map(
    ([cause, { level, means, advice }]) =>
      `| \`${cause}\` | ${level} | ${means.en}. ${advice.en} | ${means.zh}。${advice.zh} |`,
  );
  return [
    "## Checks",
    "",
    "| Row | Looks at | 检查内容 | Can name |",
    "| --- | --- | --- | --- |",
    ...kinds,
    "",
    "## Causes",
    "",
    "| Cause | Usually | Meaning and what to do | 含义与处理 |",
    "| --- | --- | --- | --- |",
    ...rows,
    "",
  ].join("\n");
}

function code(word: string): string {
  return `\`${word}\``;
}
