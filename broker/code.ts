// `driftbox code`: digits and QR text of pickup and one-time codes for the boxes of a gateway.

import { Fault, onceAheadMaxDays, toHex, type Action } from "@driftbox/proto";
import { gatewayCodeKey, onceCodeOf, pickupCodeOf, qrOfDigits } from "@driftbox/proto/node";
import { CenterFolder } from "./adapters/files/center-folder.ts";
import { CodeBook } from "./adapters/files/code-book.ts";
import { writeNew } from "./adapters/files/durable-file.ts";
import { gatewayIdOf } from "./adapters/files/gateway-id.ts";
import { withSigningLock } from "./adapters/files/signing-lock.ts";
import { dayNumber } from "./app/policy-words.ts";
import {
  gatewayArgument,
  languageArgument,
  readArguments,
  required,
  runCommand,
  siteArgument,
  type Arguments,
} from "./command-line.ts";

const usage =
  "driftbox code pickup --broker-data DIR --site S --gateway G --parcel P | " +
  "key … OUT | reissue … --parcel P | once … --box B --action deposit|collect --until DAY " +
  "[--json] [--lang zh|en]";
const texts = ["broker-data", "site", "gateway", "parcel", "box", "action", "until", "lang"];
const dayMs = 86_400_000;

interface Desk {
  readonly given: Arguments;
  readonly book: CodeBook;
  readonly codeKey: Uint8Array;
}

await runCommand("code", usage, () => {
  const given = readArguments(process.argv.slice(2), { texts, flags: ["json"] }, usage);
  const [verb, ...more] = given.positionals;
  const site = siteArgument(required(given.text("site"), "--site", usage));
  const gateway = gatewayArgument(required(given.text("gateway"), "--gateway", usage));
  const path = required(given.text("broker-data"), "--broker-data", usage);
  const folder = new CenterFolder(path, { mayMake: false });
  const id = gatewayIdOf(folder, site, gateway);
  const codeKey = gatewayCodeKey(folder.codeKey(site, { mayMake: verb === "key" }), id);
  const [out, ...rest] = more;
  if (verb === "key" && out !== undefined && rest.length === 0) return writeKey(out, codeKey);
  if (more.length > 0) throw new Fault("usage/invalid", `usage: ${usage}`);
  withSigningLock(folder.path, () => {
    const desk = { given, book: new CodeBook(folder, site, gateway), codeKey };
    if (verb === "pickup" || verb === "reissue") return pickup(desk, verb === "reissue");
    if (verb === "once") return once(desk);
    throw new Fault("usage/invalid", `usage: ${usage}`);
  });
});

/** For a gateway that was enrolled before there were codes. */
function writeKey(out: string, codeKey: Uint8Array): void {
  writeNew(out, `${toHex(codeKey)}\n`);
  process.stdout.write(`${out}\n`);
}

function pickup({ given, book, codeKey }: Desk, isNew: boolean): void {
  const parcel = required(given.text("parcel"), "--parcel", usage);
  const issue = isNew ? book.nextIssue(parcel) : book.issueOf(parcel);
  const digits = pickupCodeOf({ parcel, issue }, codeKey);
  const note = {
    en: isNew ? `; earlier ones hold until driftbox command reissue --issue ${issue} is done` : "",
    zh: isNew ? `；在执行 driftbox command reissue --issue ${issue} 之前，旧码仍然有效` : "",
  };
  tell(
    given,
    { parcel, issue, digits, qr: qrOfDigits(digits) },
    {
      en: `pickup code of ${parcel}, issue ${issue}: ${grouped(digits)}${note.en}`,
      zh: `${parcel} 的取件码（第 ${issue} 次）：${grouped(digits)}${note.zh}`,
    },
  );
}

function once({ given, book, codeKey }: Desk): void {
  const box = required(given.text("box"), "--box", usage);
  const action = actionOf(required(given.text("action"), "--action", usage));
  const until = required(given.text("until"), "--until", usage);
  const day = dayNumber(until);
  const today = Math.floor(Date.now() / dayMs);
  // A day of slack on both sides: the site's own day may be another than that of UTC.
  if (day === undefined || day < today - 1 || day > today + onceAheadMaxDays - 1) {
    const example = new Date(Date.now() + 7 * dayMs).toISOString().slice(0, 10);
    const text = `--until ${until}: a day within ${onceAheadMaxDays - 1} days, such as ${example}`;
    throw new Fault("usage/invalid", text);
  }
  const number = book.nextNumber(box, day, today - 1);
  const digits = onceCodeOf({ box, action, day, number }, codeKey);
  tell(
    given,
    { box, action, until, number, digits, qr: qrOfDigits(digits) },
    {
      en: `one-time code of ${box} to ${action}, until ${until}: ${grouped(digits)}`,
      zh: `${box} 的一次性${action === "deposit" ? "投递" : "取件"}码，${until} 前有效：${grouped(digits)}`,
    },
  );
}

function actionOf(text: string): Action {
  if (text === "deposit" || text === "collect") return text;
  throw new Fault("usage/invalid", `--action ${text}: deposit or collect`);
}

/** As it is read aloud: groups of three. */
function grouped(digits: string): string {
  return digits.replace(/(...)(?=.)/g, "$1 ");
}

function tell(
  given: Arguments,
  facts: Readonly<Record<string, unknown>>,
  words: { readonly en: string; readonly zh: string },
): void {
  const text = given.has("json")
    ? JSON.stringify(facts)
    : `${words[languageArgument(given, usage)]}\n${String(facts["qr"])}`;
  process.stdout.write(`${text}\n`);
}
