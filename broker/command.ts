// `driftbox command`: asks the running center to send a command, and prints what became of it.

import { randomBytes } from "node:crypto";
import { Fault, signDocument } from "@driftbox/proto";
import { sha256 } from "@driftbox/proto/node";
import { CenterFolder } from "./adapters/files/center-folder.ts";
import { takeAnswer } from "./adapters/files/command-answers.ts";
import {
  decisionState,
  withdrawDecision,
  writeDecision,
} from "./adapters/files/decision-folder.ts";
import { gatewayIdOf } from "./adapters/files/gateway-id.ts";
import {
  argumentNames,
  commandDraft,
  commandWords,
  usualWithin,
  withinMs,
} from "./app/command-draft.ts";
import { refusalAdvice } from "./app/refusal-advice.ts";
import {
  gatewayArgument,
  readArguments,
  required,
  runCommand,
  saidArgument,
  siteArgument,
} from "./command-line.ts";

const usage =
  `driftbox command ${commandWords.join("|")} --broker-data DIR --site S --gateway G ` +
  "[--box B] [--compartment N] [--parcel P --issue N] [--sensor NAME] [--code DIGITS|DAY/N] " +
  "[--setting NAME --value V] --by NAME --reason TEXT [--within 60s] [--json]";
/** How long a center that runs may take to send it. */
const sendMaxMs = 10_000;
/** How long a center that has begun to act on it may take. */
const takeMaxMs = 10_000;
/** After the deadline, for the events to come up. */
const outcomeGraceMs = 10_000;
const lookMs = 100;
const idBytes = 8;
const dayMs = 86_400_000;

await runCommand("command", usage, async () => {
  const texts = ["broker-data", "site", "gateway", "by", "reason", "within", ...argumentNames];
  const given = readArguments(process.argv.slice(2), { texts, flags: ["json"] }, usage);
  const [word, ...more] = given.positionals;
  if (word === undefined || more.length > 0) throw new Fault("usage/invalid", `usage: ${usage}`);
  const site = siteArgument(required(given.text("site"), "--site", usage));
  const gateway = gatewayArgument(required(given.text("gateway"), "--gateway", usage));
  const written = Object.fromEntries(
    argumentNames.flatMap((name) => {
      const text = given.text(name);
      return text === undefined ? [] : [[name, text] as const];
    }),
  );
  const nowMs = Date.now();
  const draft = commandDraft(word, written, Math.floor(nowMs / dayMs));
  const lifeMs = withinMs(given.text("within") ?? usualWithin(word));
  const who = {
    givenBy: saidArgument(given, "by", usage),
    reason: saidArgument(given, "reason", usage),
  };
  const path = required(given.text("broker-data"), "--broker-data", usage);
  const folder = new CenterFolder(path, { mayMake: false });
  const command = `c-${randomBytes(idBytes).toString("hex")}`;
  const times = { issuedUs: nowMs * 1_000, deadlineUs: (nowMs + lifeMs) * 1_000 };
  const gatewayId = gatewayIdOf(folder, site, gateway);
  const document = signDocument(
    "command",
    { ...draft, ...who, ...times, command, gatewayId },
    folder.center,
    sha256,
  );
  const asked = writeDecision(folder.decisions, command, document);
  await untilSent(asked);
  const outcome = await outcomeOf(asked, nowMs + lifeMs + outcomeGraceMs);
  const told = outcome ?? JSON.stringify({ command, state: "sent", outcome: "" });
  process.stdout.write(given.has("json") ? `${told}\n` : `${sentence(told)}\n`);
  failUnlessExecuted(told);
});

/** What no center takes at once is withdrawn: it must not be sent when one starts later. */
async function untilSent(path: string): Promise<void> {
  const untilMs = Date.now() + sendMaxMs;
  for (;;) {
    const state = decisionState(path);
    if (state === "taken") return;
    if (typeof state === "object") {
      throw new Fault("command/not-sent", `the center did not send it: ${state.refused}`);
    }
    // One that the center has begun to act on is sent, or refused, in a moment.
    if (Date.now() > untilMs && withdrawDecision(path)) {
      throw new Fault("command/not-sent", "no center answers; nothing was sent");
    }
    if (Date.now() > untilMs + takeMaxMs) {
      throw new Fault("command/unheard", "the center ended over it; look at the box first");
    }
    await pause();
  }
}

async function outcomeOf(path: string, untilMs: number): Promise<string | undefined> {
  for (;;) {
    const answer = takeAnswer(path);
    if (answer !== undefined || Date.now() > untilMs) return answer;
    await pause();
  }
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, lookMs));
}

interface Told {
  readonly command?: unknown;
  readonly state?: unknown;
  readonly outcome?: unknown;
}

/** Says what the operator does about it. Faults: command/refused, command/unheard. */
function failUnlessExecuted(told: string): void {
  const { state, outcome }: Told = JSON.parse(told);
  if (state === "executed") return;
  const reason = String(outcome);
  if (state === "refused") {
    throw new Fault("command/refused", `${reason}: ${refusalAdvice(reason)}`);
  }
  throw new Fault("command/unheard", "look at the box before you give it again");
}

function sentence(told: string): string {
  const { command, state, outcome }: Told = JSON.parse(told);
  if (state === "sent") return `${String(command)}: sent; the gateway has not said what came of it`;
  return `${String(command)}: ${String(state)}: ${String(outcome)}`;
}
