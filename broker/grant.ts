// `driftbox grant`: signs grants, on paper as a QR code or published in the set of a gateway.

import { existsSync, readFileSync } from "node:fs";
import {
  Fault,
  limits,
  openDocument,
  readUncheckedDocument,
  signDocument,
  type GrantSet,
  type Signer,
  type SiteName,
  type Verifier,
} from "@driftbox/proto";
import { loadSigner, qrOfDocument, sha256, verifierOf } from "@driftbox/proto/node";
import { CenterFolder } from "./adapters/files/center-folder.ts";
import { makeFolder, replaceFile } from "./adapters/files/durable-file.ts";
import { gatewayIdOf } from "./adapters/files/gateway-id.ts";
import { withSigningLock } from "./adapters/files/signing-lock.ts";
import { readYaml } from "./adapters/files/yaml-file.ts";
import { grantDraft } from "./app/grant-draft.ts";
import {
  endedIn,
  nextSet,
  unpublishedIn,
  type GrantChange,
  type GrantFile,
  type SetParts,
} from "./app/grant-set.ts";
import {
  gatewayArgument,
  languageArgument,
  readArguments,
  required,
  runCommand,
  siteArgument,
  versionArgument,
  type Arguments,
} from "./command-line.ts";

const usage =
  "driftbox grant sign --broker-data DIR --site S GRANT.yaml OUT | " +
  "publish … --gateway G FILE… | revoke … --gateway G NAME… " +
  "[--version N] [--key FILE] [--json] [--lang zh|en]";
const texts = ["broker-data", "site", "gateway", "key", "version", "lang"];

interface Task {
  readonly given: Arguments;
  readonly folder: CenterFolder;
  /** Signs grants: the center's key, or one that the policy names. */
  readonly signer: Signer;
}

await runCommand("grant", usage, () => {
  const given = readArguments(process.argv.slice(2), { texts, flags: ["json"] }, usage);
  const path = required(given.text("broker-data"), "--broker-data", usage);
  const folder = new CenterFolder(path, { mayMake: false });
  const keyPath = given.text("key");
  const signer = keyPath === undefined ? folder.center : loadSigner(keyPath);
  const [verb, ...operands] = given.positionals;
  const task = { given, folder, signer };
  if (verb === "sign") return sign(task, operands);
  if (operands.length === 0) throw new Fault("usage/invalid", `usage: ${usage}`);
  if (verb === "publish") return publish(task, { added: operands.map(fileAt), revoked: [] });
  if (verb === "revoke") return publish(task, { added: [], revoked: operands });
  throw new Fault("usage/invalid", `usage: ${usage}`);
});

function sign({ given, signer }: Task, [source, out, ...more]: readonly string[]): void {
  if (source === undefined || out === undefined || more.length > 0) {
    throw new Fault("usage/invalid", `usage: ${usage}`);
  }
  const site = siteArgument(required(given.text("site"), "--site", usage));
  const draft = grantDraft({ site, written: readYaml(source), issuedMs: Date.now() });
  const document = signDocument("grant", draft, signer, sha256);
  if (document.length > limits.grantMaxBytes) {
    const text = `${document.length} bytes, over ${limits.grantMaxBytes}; name fewer parcels`;
    throw new Fault("grants/invalid", text);
  }
  replaceFile(out, document);
  const qr = draft.isBearer === true ? qrOfDocument(document) : undefined;
  const { grant } = draft;
  tell(
    given,
    { grant, site, file: out, ...(qr !== undefined && { qr }) },
    {
      en: `signed grant ${grant} of ${site}${qr === undefined ? "" : `\n${qr}`}`,
      zh: `已签署 ${site} 的授权 ${grant}${qr === undefined ? "" : `\n${qr}`}`,
    },
  );
}

function publish({ given, folder, signer }: Task, change: GrantChange): void {
  const site = siteArgument(required(given.text("site"), "--site", usage));
  const gateway = gatewayArgument(required(given.text("gateway"), "--gateway", usage));
  const leastVersion = versionArgument(given);
  gatewayIdOf(folder, site, gateway);
  const path = folder.grantsOf(site, gateway);
  const { draft, unpublished, ended } = withSigningLock(folder.path, () => {
    const named = grantKeysOf(folder, site);
    const own = [signer, folder.center].map(({ publicKey }) => verifierOf(publicKey));
    const trusted = [...own, ...(named ?? [])];
    const isEveryKeyKnown = named !== undefined;
    const parts = { site, trusted, isEveryKeyKnown, sha256, nowMs: Date.now(), leastVersion };
    const set = setAt(path, parts);
    const next = nextSet(set, change, parts);
    const document = signDocument("grants", next, signer, sha256);
    refuseTooLarge(document);
    makeFolder(folder.grants);
    replaceFile(path, document);
    const left = endedIn(set, parts);
    return { draft: next, unpublished: unpublishedIn(set, change.revoked), ended: left };
  });
  const version = draft.version ?? 0;
  const grants = draft.grants?.length ?? 0;
  const revoked = draft.revoked?.length ?? 0;
  const to = `${site}/${gateway}`;
  const names = unpublished.join(", ");
  const sent = { en: "sent now, or at its next hello", zh: "立即下发，离线的下次联系时下发" };
  const left = ended.join(", ");
  const note = {
    en:
      (names === "" ? "" : `\nnot published here: ${names}; revoked all the same, on paper too`) +
      (left === "" ? "" : `\nleft out, the policy names their key no more: ${left}`),
    zh:
      (names === "" ? "" : `\n此处未发布：${names}；仍已撤销，纸面的也作废`) +
      (left === "" ? "" : `\n已移出（策略不再列出其签名密钥）：${left}`),
  };
  const lists = {
    ...(unpublished.length > 0 && { unpublished }),
    ...(ended.length > 0 && { ended }),
  };
  tell(
    given,
    { site, gateway, version, grants, revoked, ...lists },
    {
      en: `${to}, version ${version}: ${grants} grants, ${revoked} revoked; ${sent.en}${note.en}`,
      zh: `${to} 授权集第 ${version} 版：${grants} 项有效，${revoked} 项撤销；${sent.zh}${note.zh}`,
    },
  );
}

/**
 * The set as it is published. One of a key that the policy names no more is read all the same: it
 * lies in the center's own folder, and each of its grants is looked at by itself. Faults:
 * document/….
 */
function setAt(path: string, { trusted, isEveryKeyKnown }: SetParts): GrantSet | undefined {
  if (!existsSync(path)) return undefined;
  const opened = openDocument("grants", bytesOf(path), trusted, sha256);
  if (opened.ok) return opened.value.message;
  const isUnknown = opened.code === "document/unknown-key";
  const read = readUncheckedDocument("grants", bytesOf(path));
  if (isUnknown && isEveryKeyKnown === true && read.ok) return read.value.message;
  const advice = isUnknown ? "; give the key that signed it with --key" : "";
  throw new Fault(opened.code, `${path}: ${opened.detail}${advice}`);
}

/** Keys that the published policy of a site lets sign grants; undefined = none is published. */
function grantKeysOf(folder: CenterFolder, site: SiteName): readonly Verifier[] | undefined {
  const path = folder.policyOf(site);
  if (!existsSync(path)) return undefined;
  const center = verifierOf(folder.center.publicKey);
  const policy = openDocument("policy", bytesOf(path), [center], sha256);
  return policy.ok ? policy.value.message.grantKeys.map((key) => verifierOf(key)) : undefined;
}

/** No gateway would be sent it: nothing is published. */
function refuseTooLarge({ length }: Uint8Array): void {
  if (length <= limits.policyMaxBytes) return;
  const text = `the set has ${length} bytes, over ${limits.policyMaxBytes}; join or end grants`;
  throw new Fault("grants/invalid", text);
}

function fileAt(path: string): GrantFile {
  return { path, bytes: bytesOf(path) };
}

function bytesOf(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (cause) {
    throw new Fault("config/unreadable", `${path}: cannot be read`, { cause });
  }
}

function tell(
  given: Arguments,
  facts: Readonly<Record<string, unknown>>,
  words: { readonly en: string; readonly zh: string },
): void {
  const text = given.has("json") ? JSON.stringify(facts) : words[languageArgument(given, usage)];
  process.stdout.write(`${text}\n`);
}
