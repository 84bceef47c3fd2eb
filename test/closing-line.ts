// Vitest reporter that closes the run with what failed, a line each, and one line that a program
// can read: `N passed, N failed`.
import type { Reporter, TestCase, TestModule } from "vitest/node";

/** Of the failed ones so many are named, each with the beginning of what went wrong. */
const namedMaxCount = 20;
const reasonMaxChars = 300;

/** Counts finished tests of all modules; a module that fails to load counts as one failure. */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly { message?: string }[]): void {
    const count = { passed: 0, failed: unhandled.length, skipped: 0 };
    const named = unhandled.map(({ message }) => line("unhandled", message));
    for (const testModule of modules) {
      const [error] = testModule.errors();
      if (error !== undefined) {
        count.failed += 1;
        named.push(line(testModule.relativeModuleId, error.message));
      }
      for (const test of testModule.children.allTests()) {
        const { state } = test.result();
        if (state === "failed") named.push(lineOf(test));
        if (state !== "pending") count[state] += 1;
      }
    }
    const skipped = count.skipped > 0 ? `, ${count.skipped} skipped` : "";
    const lines = [...named.slice(0, namedMaxCount), ""];
    process.stdout.write(`\n${lines.join("\n")}`);
    process.stdout.write(`${count.passed} passed, ${count.failed} failed${skipped}\n`);
  }
}

function lineOf(test: TestCase): string {
  const place = `${test.module.relativeModuleId} > ${test.fullName}`;
  return line(place, test.result().errors?.[0]?.message);
}

function line(place: string, message = "no reason given"): string {
  return `failed: ${place}: ${message.replaceAll(/\s+/g, " ").slice(0, reasonMaxChars)}`;
}
