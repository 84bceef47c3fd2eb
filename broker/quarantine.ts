// `driftbox quarantine lift`: a registrar lets a quarantined gateway count again.

import { Fault, signDocument } from "@driftbox/proto";
import { sha256 } from "@driftbox/proto/node";
import { CenterFolder } from "./adapters/files/center-folder.ts";
import {
  decisionState,
  writeDecision,
  type DecisionState,
} from "./adapters/files/decision-folder.ts";
import { gatewayIdOf } from "./adapters/files/gateway-id.ts";
import {
  gatewayArgument,
  readArguments,
  required,
  runCommand,
  siteArgument,
} from "./command-line.ts";

const usage =
  "driftbox quarantine lift --broker-data DIR --site S --gateway G --by NAME --reason TEXT";
const nameMaxChars = 64;
const reasonMaxChars = 500;
/** How long the command waits for the running center. */
const answerMaxMs = 10_000;
const lookMs = 100;

await runCommand("quarantine", async () => {
  const texts = ["broker-data", "site", "gateway", "by", "reason"];
  const given = readArguments(process.argv.slice(2), { texts }, usage);
  const [verb, ...more] = given.positionals;
  if (verb !== "lift" || more.length > 0) throw new Fault("usage/invalid", `usage: ${usage}`);
  const asked = (name: string, maxChars: number): string => {
    const text = required(given.text(name)?.trim(), `--${name}`, usage);
    if (text.length <= maxChars) return text;
    throw new Fault("usage/invalid", `--${name}: at most ${maxChars} characters`);
  };
  const site = siteArgument(required(given.text("site"), "--site", usage));
  const gateway = gatewayArgument(required(given.text("gateway"), "--gateway", usage));
  const decidedBy = asked("by", nameMaxChars);
  const reason = asked("reason", reasonMaxChars);
  const path = required(given.text("broker-data"), "--broker-data", usage);
  const folder = new CenterFolder(path, { mayMake: false });
  const nowMs = Date.now();
  const document = signDocument(
    "quarantine-lift",
    { gatewayId: gatewayIdOf(folder, site, gateway), decidedBy, reason, decidedUs: nowMs * 1_000 },
    folder.registrar,
    sha256,
  );
  const name = `${site}.${gateway}.${nowMs}`;
  const state = await answerTo(writeDecision(folder.decisions, name, document));
  if (typeof state === "object") {
    throw new Fault("config/value", `the center refused it: ${state.refused}`);
  }
  const told =
    state === "taken" ? "it counts again" : "no center answers yet; it acts on this once it runs";
  process.stdout.write(`quarantine of ${site}/${gateway} lifted by ${decidedBy}: ${told}\n`);
});

async function answerTo(path: string): Promise<DecisionState> {
  const untilMs = Date.now() + answerMaxMs;
  for (;;) {
    const state = decisionState(path);
    if (state !== "waiting" || Date.now() > untilMs) return state;
    await new Promise((resolve) => setTimeout(resolve, lookMs));
  }
}
