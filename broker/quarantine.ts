// `driftbox quarantine lift`: a registrar lets a quarantined gateway count again.

import { Fault, signDocument } from "@driftbox/proto";
import { sha256 } from "@driftbox/proto/node";
import { CenterFolder } from "./adapters/files/center-folder.ts";
import { answerTo } from "./adapters/files/decision-answer.ts";
import { writeDecision } from "./adapters/files/decision-folder.ts";
import { gatewayIdOf } from "./adapters/files/gateway-id.ts";
import {
  gatewayArgument,
  readArguments,
  required,
  runCommand,
  saidArgument,
  siteArgument,
} from "./command-line.ts";

const usage =
  "driftbox quarantine lift --broker-data DIR --site S --gateway G --by NAME --reason TEXT";

await runCommand("quarantine", usage, async () => {
  const texts = ["broker-data", "site", "gateway", "by", "reason"];
  const given = readArguments(process.argv.slice(2), { texts }, usage);
  const [verb, ...more] = given.positionals;
  if (verb !== "lift" || more.length > 0) throw new Fault("usage/invalid", `usage: ${usage}`);
  const site = siteArgument(required(given.text("site"), "--site", usage));
  const gateway = gatewayArgument(required(given.text("gateway"), "--gateway", usage));
  const decidedBy = saidArgument(given, "by", usage);
  const reason = saidArgument(given, "reason", usage);
  const path = required(given.text("broker-data"), "--broker-data", usage);
  const folder = new CenterFolder(path, { mayMake: false });
  const nowMs = Date.now();
  const document = signDocument(
    "quarantine-lift",
    { gatewayId: gatewayIdOf(folder, site, gateway), decidedBy, reason, decidedUs: nowMs * 1_000 },
    folder.registrar,
    sha256,
  );
  const name = `${site}.${gateway}.${nowMs}.${process.pid}`;
  const state = await answerTo(writeDecision(folder.decisions, name, document));
  if (typeof state === "object") {
    throw new Fault("decision/refused", `the center refused it: ${state.refused}`);
  }
  const told =
    state === "taken" ? "it counts again" : "no center answers yet; it acts on this once it runs";
  process.stdout.write(`quarantine of ${site}/${gateway} lifted by ${decidedBy}: ${told}\n`);
});
