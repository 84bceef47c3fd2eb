// Decisions and commands between a program and the center: none is lost, sent behind a back, or
// kept back by another; and an answer that cannot be written ends nothing.

import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { CommandAnswers, takeAnswer } from "../../broker/adapters/files/command-answers.ts";
import {
  DecisionFolder,
  decisionState,
  withdrawDecision,
  writeDecision,
} from "../../broker/adapters/files/decision-folder.ts";
import { temporaryFolder } from "./ledger-rig.ts";

let folder: ReturnType<typeof temporaryFolder>;
let decisions: string;
let errors: string[];
const quiet = () => undefined;
const error = (_fields: unknown, text: string) => void errors.push(text);
const log = { info: quiet, warn: quiet, error };

function center(take: (document: Uint8Array, path: string) => string | undefined) {
  return new DecisionFolder({ folder: decisions, take, log, now: () => Date.now() });
}

beforeEach(() => {
  folder = temporaryFolder();
  decisions = join(folder.path, "decisions");
  errors = [];
});
afterEach(() => folder.remove());

describe("a decision", () => {
  it("is taken though another one before it cannot be read", () => {
    const path = writeDecision(decisions, "s.g.2", Buffer.from("second"));
    mkdirSync(join(decisions, "s.g.1.document"));
    const taken: string[] = [];
    const running = center((document) => void taken.push(Buffer.from(document).toString()));
    running.look();
    running.look();
    expect(taken).toEqual(["second"]);
    expect(decisionState(path)).toBe("taken");
    expect(errors).toEqual(["a decision waits: check owner, mode and disk"]);
    rmdirSync(join(decisions, "s.g.1.document"));
  });

  it("cannot be withdrawn any more while the center acts on it", () => {
    const path = writeDecision(decisions, "c-1", Buffer.from("open"));
    const seen: unknown[] = [];
    center(() => void seen.push(decisionState(path), withdrawDecision(path))).look();
    expect(seen).toEqual(["waiting", false]);
    expect(decisionState(path)).toBe("taken");
    expect(errors).toEqual([]);
  });

  it("that was withdrawn is acted on by nobody", () => {
    const path = writeDecision(decisions, "c-1", Buffer.from("open"));
    expect(withdrawDecision(path)).toBe(true);
    let count = 0;
    center(() => void (count += 1)).look();
    expect(count).toBe(0);
  });

  it("waits again after a commit that failed, and after an end of the center in between", () => {
    const path = writeDecision(decisions, "s.g.1", Buffer.from("first"));
    center(() => {
      throw new Error("disk full");
    }).look();
    expect(decisionState(path)).toBe("waiting");
    // As a center that is killed while it acts leaves it.
    renameSync(path, `${path}.taking`);
    expect(decisionState(path)).toBe("waiting");
    const taken: string[] = [];
    center((document) => void taken.push(Buffer.from(document).toString())).look();
    expect(taken).toEqual(["first"]);
    expect(readdirSync(decisions)).toEqual([]);
  });
});

it("an answer that cannot be written ends neither the center nor the waiting", () => {
  const outcome = {
    command: "c-1",
    word: "open",
    box: "b",
    compartment: 1,
    givenBy: "p",
    state: "executed",
    outcome: "opened",
    cursor: 1,
  } as const;
  const answers = new CommandAnswers({ commands: () => [outcome], now: () => 0, log });
  const path = join(decisions, "c-1.document");
  const sent = { site: "s", gateway: "g", command: "c-1", deadlineMs: 60_000 };
  answers.await({ path, ...sent }, sent.deadlineMs);
  answers.look();
  answers.look();
  expect(errors).toEqual(["cannot answer a command"]);
  expect(existsSync(decisions)).toBe(false);
  mkdirSync(decisions);
  answers.look();
  expect(JSON.parse(takeAnswer(path) ?? "")).toEqual(outcome);
  expect(readdirSync(decisions)).toEqual([]);
});
