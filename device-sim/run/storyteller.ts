// Tells a played scenario: in plain words for people, or one JSON line a step for programs.

import type { Language, Scenario, Words } from "../scenario/plan.ts";
import type { PlayReport, StepReport } from "../scenario/player.ts";
import type { Step } from "../scenario/steps.ts";

export interface TellerOptions {
  readonly isJson: boolean;
  readonly language: Language;
  readonly hasColor: boolean;
  readonly write: (line: string) => void;
}

const texts = {
  passed: { en: "The story held", zh: "故事成立" },
  failed: { en: "The story did not hold", zh: "故事不成立" },
  steps: { en: "steps as told", zh: "步如实" },
} as const satisfies Record<string, Words>;

const colors = { ok: 32, bad: 31, dim: 2, strong: 1 } as const;

export class Storyteller {
  readonly #options: TellerOptions;

  constructor(options: TellerOptions) {
    this.#options = options;
  }

  /** One line as it is, for people only. */
  line(text: string): void {
    if (!this.#options.isJson) this.#options.write(text);
  }

  /** One JSON line, for programs only. */
  json(message: Readonly<Record<string, unknown>>): void {
    if (this.#options.isJson) this.#options.write(JSON.stringify(message));
  }

  title(scenario: Scenario, seed: number): void {
    this.line(`\n${this.#paint("strong", scenario.title[this.#options.language])} (seed ${seed})`);
  }

  /** Deeds are told before they are done, so that one can watch them on the console. */
  begin(step: Step, isDeed: boolean): void {
    if (isDeed && step.say !== undefined) this.line(`  ${step.say[this.#options.language]}`);
  }

  report({ index, step, isOk, seen, tookMs }: StepReport, isDeed: boolean): void {
    const { verb, line, say, fields } = step;
    const said = say?.[this.#options.language] ?? null;
    const kind = isDeed ? "do" : "expect";
    this.json({
      event: "step",
      index,
      line,
      [kind]: verb,
      fields,
      ok: isOk,
      seen,
      say: said,
      tookMs,
    });
    if (!isOk) {
      const what = said ?? `${verb} ${JSON.stringify(fields)}`;
      this.line(`    ${this.#paint("bad", "✗")} ${what}`);
      this.line(`      ${this.#paint("bad", seen)} (line ${line})`);
    } else if (!isDeed && said !== null) {
      this.line(`    ${this.#paint("ok", "✓")} ${said}  ${this.#paint("dim", seen)}`);
    }
  }

  result(scenario: Scenario, seed: number, report: PlayReport): void {
    const { isOk, steps, violations } = report;
    const failed = steps.filter((one) => !one.isOk);
    const { name } = scenario;
    const counts = { steps: steps.length, failed: failed.length };
    this.json({ event: "result", scenario: name, seed, ok: isOk, ...counts, violations });
    for (const one of violations) {
      this.line(`    ${this.#paint("bad", "✗")} ${one.monitor}: ${one.detail}`);
    }
    const { language } = this.#options;
    const expected = steps.length - failed.length;
    const words = isOk ? texts.passed[language] : texts.failed[language];
    const count = `${expected}/${scenario.steps.length} ${texts.steps[language]}`;
    this.line(`${this.#paint(isOk ? "ok" : "bad", words)} (${count})`);
    if (!isOk) this.line(`  driftbox sim --scenario ${name} --seed ${seed}`);
  }

  #paint(color: keyof typeof colors, text: string): string {
    return this.#options.hasColor ? `\u001b[${colors[color]}m${text}\u001b[0m` : text;
  }
}

/** zh when the environment speaks Chinese, else English. */
export function languageOf(environment: Readonly<Record<string, string | undefined>>): Language {
  const said = environment["LC_ALL"] ?? environment["LC_MESSAGES"] ?? environment["LANG"] ?? "";
  return said.toLowerCase().startsWith("zh") ? "zh" : "en";
}
