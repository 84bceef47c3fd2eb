// What compartments ask for, as an operator writes it.

import { Fields, invalid } from "./policy-fields.ts";
import { actionNumbers, assuranceNumbers, pinRuleNumbers } from "./policy-words.ts";

export function demandOf(written: unknown, path: string) {
  const demand = new Fields(written, path, [
    "box",
    "compartments",
    "actions",
    "leastAssurance",
    "pin",
    "authorizers",
    "otherOrganization",
    "hosts",
    "passbackMin",
  ]);
  return {
    box: demand.name("box"),
    compartments: demand.compartments(),
    actions: demand.list("actions").map((each) => {
      const words = Object.keys(actionNumbers).join(", ");
      return actionNumbers[String(each)] ?? invalid(`${path}.actions`, `of ${words}`);
    }),
    leastAssurance: demand.word("leastAssurance", assuranceNumbers) ?? 0,
    pin: demand.word("pin", pinRuleNumbers) ?? 0,
    authorizers: demand.whole("authorizers", 3),
    otherOrganization: demand.optional("otherOrganization", "boolean") ?? false,
    hosts: demand.list("hosts").map((each) => {
      const isName = typeof each === "string" && each !== "";
      return isName ? each : invalid(`${path}.hosts`, "names of organizations");
    }),
    passbackMin: demand.whole("passbackMin", 7 * 1_440),
  };
}
