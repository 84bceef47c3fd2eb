#!/usr/bin/env node
// The command `driftbox`: maps a word to the compiled program behind it and runs it in this process.

import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = new URL("..", import.meta.url);

/** Program and one line of help for each command. */
const commands = {
  demo: ["device-sim/dist/demo/main.js", "a ferry, a branch and a center, all simulated"],
  gateway: ["gateway/dist/main.js", "--config FILE: runs one gateway"],
  broker: ["broker/dist/main.js", "--config FILE: runs the center"],
  enroll: ["broker/dist/enroll.js", "makes a gateway known to a center"],
  policy: ["broker/dist/policy.js", "sign: signs a policy document"],
  grant: ["broker/dist/grant.js", "sign, publish, revoke: rights beyond the policy"],
  manifest: ["broker/dist/manifest.js", "issue, withdraw, list: what a voyage should find"],
  code: ["broker/dist/code.js", "pickup, once, reissue: codes in digits and QR"],
  quarantine: ["broker/dist/quarantine.js", "lift: a quarantined gateway counts again"],
  trouble: ["broker/dist/trouble.js", "settle: ends a trouble that no event can end"],
  command: ["broker/dist/command.js", "WORD: orders a connected gateway to do something, now"],
  sim: ["device-sim/dist/main.js", "--scenario NAME --seed N: simulated devices"],
  config: ["gateway/dist/config-command.js", "show --config FILE: what is in force, and why"],
  commission: ["gateway/dist/commission.js", "--config FILE --reader ID: gives a reader its key"],
  "outputs-off": ["gateway/dist/outputs-off.js", "--config FILE: drives every lock line inactive"],
  doctor: ["gateway/dist/doctor.js", "--config FILE: what is wrong, and what to do"],
  verify: ["gateway/dist/verify.js", "--data DIR: checks every record of a journal"],
};

/** What no program is behind. */
const answeredHere = ["help", "version"];

const usageExitCode = 2;

function helpText() {
  const rows = Object.entries(commands).map(([word, [, help]]) => `  ${word.padEnd(11)} ${help}`);
  const more = [
    "  version     prints the version",
    "  help        prints this; help COMMAND: how one is used",
  ];
  return ["usage: driftbox COMMAND …", "", ...rows, ...more, ""].join("\n");
}

function refuse(word) {
  process.stderr.write(`driftbox: usage/invalid: unknown command ${JSON.stringify(word)}\n`);
  process.stderr.write(helpText());
  process.exitCode = usageExitCode;
}

function versionText() {
  return JSON.parse(readFileSync(new URL("package.json", root), "utf8")).version;
}

/** Whoever reads the first lines only, as `head` does, has what was wanted. Services go on. */
function endWithReader() {
  process.stdout.on("error", (error) => {
    if (error.code === "EPIPE") process.exit(0);
    throw error;
  });
}

/** Programs read their arguments from `process.argv`, as if they were started by themselves. */
async function run(word, args) {
  const [path] = commands[word];
  if (word !== "gateway" && word !== "broker") endWithReader();
  const program = fileURLToPath(new URL(path, root));
  if (!existsSync(program)) {
    process.stderr.write(`driftbox ${word}: ${path} is not built; run npm run build\n`);
    process.exitCode = 1;
    return;
  }
  process.argv = [process.argv[0], program, ...args];
  await import(program);
}

const [word = "help", ...args] = process.argv.slice(2);
if (word === "help" && Object.hasOwn(commands, args[0] ?? "")) {
  await run(args[0], ["--help"]);
} else if (word === "help" && args[0] !== undefined && !answeredHere.includes(args[0])) {
  refuse(args[0]);
} else if (word === "help" || word === "--help" || word === "-h") {
  process.stdout.write(helpText());
} else if (word === "version" || word === "--version") {
  process.stdout.write(`driftbox ${versionText()}\n`);
} else if (Object.hasOwn(commands, word)) {
  await run(word, args);
} else {
  refuse(word);
}
