// `driftbox policy sign`: turns a written policy into a signed document for the gateways of a site.

import { existsSync, readFileSync } from "node:fs";
import { Fault, limits, openDocument, signDocument } from "@driftbox/proto";
import { badgeRefOf, pinRefOf, sha256, verifierOf } from "@driftbox/proto/node";
import { CenterFolder } from "./adapters/files/center-folder.ts";
import { replaceFile } from "./adapters/files/durable-file.ts";
import { withSigningLock } from "./adapters/files/signing-lock.ts";
import { readYaml } from "./adapters/files/yaml-file.ts";
import { policyDraft } from "./app/policy-draft.ts";
import { readArguments, required, runCommand, siteArgument } from "./command-line.ts";

const usage = "driftbox policy sign --broker-data DIR --site S [--publish] POLICY.yaml OUT";

await runCommand("policy", usage, () => {
  const known = { texts: ["broker-data", "site"], flags: ["publish"] };
  const given = readArguments(process.argv.slice(2), known, usage);
  const [verb, source, out, ...more] = given.positionals;
  if (verb !== "sign" || source === undefined || out === undefined || more.length > 0) {
    throw new Fault("usage/invalid", `usage: ${usage}`);
  }
  const site = siteArgument(required(given.text("site"), "--site", usage));
  const centerPath = required(given.text("broker-data"), "--broker-data", usage);
  const folder = new CenterFolder(centerPath, { mayMake: false });
  const badgeKey = folder.badgeKey(site, { mayMake: false });
  const draft = policyDraft({
    site,
    written: readYaml(source),
    badgeRef: (number) => badgeRefOf(number, badgeKey),
    pinRef: (person, pin) => {
      return pinRefOf({ person, pin }, folder.pinKey(site, { mayMake: false }));
    },
    issuedMs: Date.now(),
  });
  const version = draft.version ?? 0;
  const document = signDocument("policy", draft, folder.center, sha256);
  refuseTooLarge(document);
  withSigningLock(folder.path, () => {
    refuseOlder(out, version, folder);
    if (given.has("publish")) {
      const published = folder.policyOf(site);
      refuseOlder(published, version, folder);
      refuseTwin(published, version, folder);
      replaceFile(published, document);
    }
    replaceFile(out, document);
  });
  const done = given.has("publish") ? "signed and published" : "signed";
  process.stdout.write(`${done} policy version ${version} of ${site}\n`);
});

/** No gateway takes it, and the center would send it to none. */
function refuseTooLarge({ length }: Uint8Array): void {
  if (length <= limits.policyMaxBytes) return;
  throw new Fault("policy/invalid", `${length} bytes, over ${limits.policyMaxBytes}`);
}

/** A gateway refuses an older version; better to be told here than by silence at sea. */
function refuseOlder(path: string, version: number, folder: CenterFolder): void {
  const before = versionAt(path, folder) ?? 0;
  if (before <= version) return;
  throw new Fault("policy/older", `${path} holds version ${before}, this is ${version}; raise it`);
}

/** It refuses another policy of the same version too: two operators may have taken it at once. */
function refuseTwin(path: string, version: number, folder: CenterFolder): void {
  if (versionAt(path, folder) !== version) return;
  const text = `${path} holds a policy of version ${version}; look at it, and raise this one`;
  throw new Fault("policy/older", text);
}

/** Undefined: there is none, or none that can be read. */
function versionAt(path: string, folder: CenterFolder): number | undefined {
  if (!existsSync(path)) return undefined;
  const trusted = [verifierOf(folder.center.publicKey)];
  const before = openDocument("policy", readFileSync(path), trusted, sha256);
  return before.ok ? before.value.message.version : undefined;
}
