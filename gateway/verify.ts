// The program `driftbox verify`: checks every record of a journal and prints what it found.

import { parseArgs } from "node:util";
import { verifyJournal, type Verification } from "./journal-verification.ts";
import { readingArguments, runCommand, type Command } from "./command-line.ts";

const command: Command = {
  word: "verify",
  usage: "driftbox verify --data DIR [--json]",
};
const exitCodes = { valid: 0, invalid: 1, incomplete: 4 } as const;

function main(argv: readonly string[]): number {
  const { data, isJson } = readArguments(argv);
  const result = verifyJournal(data);
  process.stdout.write(isJson ? `${JSON.stringify(result)}\n` : wordsOf(result));
  return exitCodes[result.verdict];
}

function wordsOf(result: Verification): string {
  const { verdict, recordCount, firstSeq = 0, nextSeq = 0, keyEpochs, findings } = result;
  const lines = [
    `${verdict}: ${recordCount} records, seq ${firstSeq} to ${nextSeq - 1}`,
    `key epochs ${keyEpochs.join(", ")}; ${result.skippedCount} numbers skipped by recoveries`,
    `${result.invalidCount} invalid; ${result.droppedBytes} bytes after the last good record`,
    ...findings,
  ];
  return `${lines.join("\n")}\n`;
}

function readArguments(argv: readonly string[]): {
  readonly data: string;
  readonly isJson: boolean;
} {
  return readingArguments(command, () => {
    const { values } = parseArgs({
      args: [...argv],
      options: { data: { type: "string" }, json: { type: "boolean", default: false } },
    });
    if (values.data === undefined) throw new Error("--data is missing");
    return { data: values.data, isJson: values.json };
  });
}

await runCommand(command, main);
