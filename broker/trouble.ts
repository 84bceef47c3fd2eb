// `driftbox trouble settle`: staff ends a trouble that no event can end, with name and reason.

import { Fault, parseCheckCode } from "@driftbox/proto";
import { CenterFolder } from "./adapters/files/center-folder.ts";
import { answerTo } from "./adapters/files/decision-answer.ts";
import { writeDecision } from "./adapters/files/decision-folder.ts";
import { gatewayIdOf } from "./adapters/files/gateway-id.ts";
import { sealSettlement } from "./app/settlement.ts";
import {
  gatewayArgument,
  readArguments,
  required,
  runCommand,
  saidArgument,
  siteArgument,
} from "./command-line.ts";

const usage =
  "driftbox trouble settle --broker-data DIR --site S --gateway G --code CHECKCODE " +
  "--by NAME --reason TEXT";

await runCommand("trouble", usage, async () => {
  const texts = ["broker-data", "site", "gateway", "code", "by", "reason"];
  const given = readArguments(process.argv.slice(2), { texts }, usage);
  const [verb, ...more] = given.positionals;
  if (verb !== "settle" || more.length > 0) throw new Fault("usage/invalid", `usage: ${usage}`);
  const site = siteArgument(required(given.text("site"), "--site", usage));
  const gateway = gatewayArgument(required(given.text("gateway"), "--gateway", usage));
  const code = parseCheckCode(required(given.text("code"), "--code", usage));
  if (!code.ok) throw new Fault("usage/invalid", `--code: ${code.detail}`);
  const decidedBy = saidArgument(given, "by", usage);
  const reason = saidArgument(given, "reason", usage);
  const path = required(given.text("broker-data"), "--broker-data", usage);
  const folder = new CenterFolder(path, { mayMake: false });
  gatewayIdOf(folder, site, gateway);
  const decidedMs = Date.now();
  const settlement = { site, gateway, code: code.value, decidedBy, reason, decidedMs };
  const document = sealSettlement(settlement, folder.registrar);
  const name = `${site}.${gateway}.${decidedMs}.${process.pid}`;
  const state = await answerTo(writeDecision(folder.decisions, name, document));
  if (typeof state === "object") {
    throw new Fault("decision/refused", `the center refused it: ${state.refused}`);
  }
  const told = state === "taken" ? "it is over" : "no center answers yet; it acts once it runs";
  process.stdout.write(`trouble ${code.value} of ${site}/${gateway}: ${told}\n`);
});
