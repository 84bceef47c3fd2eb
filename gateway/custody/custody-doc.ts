// The text of docs/custody.md, made from the same data the tests check against the code.

import { testimony, withoutCard } from "./anonymous-doc.ts";
import { toldEveryMs, toldMaxCount } from "./doors/flutter.ts";
import { orderLifeMaxMs, orderRefusals } from "./orders/order.ts";
import { roundMaxMs } from "./visits/rounds.ts";
import { maintenanceMaxMs } from "./service/maintenance.ts";
import { invariantNames } from "./invariants.ts";
import { aboutSettings, deadlines, settingRows } from "./order-doc.ts";
import { bounds, defaultTiming } from "./layout.ts";
import { expectedMaxCount, manifestsMaxCount } from "./manifests/manifests.ts";
import { carriedMaxMs } from "./parcels/forgetting.ts";
import { lockoutMaxS, lockoutRules } from "./access/lockouts.ts";
import { codesAndGrants } from "./pass-doc.ts";
import { doorTransitions } from "./tables/door-transitions.ts";
import { factsOfInput } from "./tables/facts-of-input.ts";
import { doubts, evidences, faults, outcomes, results } from "./tables/outcome-words.ts";
import { refusals } from "./tables/refusal-words.ts";
import { sessionTransitions } from "./tables/session-transitions.ts";
import type { Transition } from "./tables/transition.ts";

type Row = readonly string[];

function table(head: Row, rows: readonly Row[]): string {
  const line = (cells: Row): string => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

function code(text: string): string {
  return `\`${text}\``;
}

/** The scenario of the simulator that shows a row, by `<table>: <word>`. */
export type ShownBy = Readonly<Record<string, string>>;

/** How the tables of a page name the scenario of a row. */
class Tables {
  readonly #shownBy: ShownBy;

  constructor(shownBy: ShownBy) {
    this.#shownBy = shownBy;
  }

  words(
    head: string,
    name: string,
    meanings: Readonly<Record<string, string | undefined>>,
  ): string {
    const rows = Object.entries(meanings).map(([word, meaning]) => [
      code(word),
      meaning ?? "reserved, not used yet",
      this.#scenario(`${name}: ${word}`),
    ]);
    return table([head, "When", "Scenario"], rows);
  }

  transitions(name: string, rows: readonly Transition<string>[]): string {
    return table(
      ["From", "Fact", "To", "When", "Scenario"],
      rows.map(({ from, fact, outcome, to, when }) => {
        const said = outcome === undefined ? code(fact) : `${code(fact)} ${outcome}`;
        const label = outcome === undefined ? fact : `${fact} ${outcome}`;
        const scenario = this.#scenario(`${name}: ${from} -> ${label} -> ${to}`);
        return [code(from), said, code(to), when, scenario];
      }),
    );
  }

  #scenario(row: string): string {
    return this.#shownBy[row] ?? "-";
  }
}

function numbers(values: Readonly<Record<string, number>>): string {
  const rows = Object.entries(values).map(([name, value]) => [
    code(name),
    value.toLocaleString("en-US"),
  ]);
  return table(["Name", "Value"], rows);
}

function inputs(): string {
  const rows = Object.entries(factsOfInput).map(([kind, facts]) => [
    code(kind),
    facts.length === 0 ? "none at once; remembered or timed" : facts.map(code).join(", "),
  ]);
  return table(["Input", "Facts it can lead to"], rows);
}

function paragraph(...lines: readonly string[]): string {
  return lines.join("\n");
}

const introduction = paragraph(
  "# Custody",
  "",
  "Generated from `gateway/custody/tables` by",
  "`DRIFTBOX_WRITE_DOCS=1 npx vitest run test/gateway/custody/custody-doc.test.ts`.",
  "The last column names a scenario of the simulator that reaches the row on the real programs;",
  "their test holds each to it.",
  "",
  "The core decides one input at a time: `decide(state, input, now)` returns facts, effects and",
  "the state with its volatile testimony brought up to date. Facts are made durable, then folded",
  "with `evolve`, then effects run. The durable part of the state is a fold of facts and nothing",
  "else, so a restart loses only what devices say again. A door is opened, closed, forced or",
  "ajar by its sensors; a lock's answer is no proof. Without a door contact, the door follows the",
  "bolt.",
);

const rules = paragraph(
  "A coil that is not free makes a person wait, told so, for a few seconds from the tap at most;",
  "then, or when the right is withdrawn meanwhile, the grant ends in a refusal. A jam is retried",
  `${defaultTiming.retryMaxCount} times at most, after the coil has rested, within`,
  `${defaultTiming.retryLifeMs / 1_000} s of the tap: longer nobody stands there and pulls.`,
  "An unlock that the bolt answered but nobody used is concluded `unknown`, with",
  "a fault while the bolt stays released; until the door is seen secured again whoever was granted",
  "may still open it, and then it is forced. A session that is",
  "open past the alarm, or shut and unlatched past the fault, no longer keeps others from the box.",
  "After a restart, how long a door is open counts from the start of the new boot, and earlier",
  "pulses count as made at that moment. A contact that never says open does not turn a lawful",
  "visit into a loss: bolt released and presence changed make it an opening, and the contact",
  "dissents.",
);

const movements = paragraph(
  `Sampled ${defaultTiming.presenceSettleMs} ms after the door is shut and the bolt engaged. A tag`,
  "known in the compartment was taken out, another tag was put in. A tag that a field sees by",
  "itself (`TagSeen`) counts only while the door of a visit is open, fills no tray, and moves",
  "nothing that is verified in another compartment. Nor does one that is shown, where the",
  "compartment is empty afterwards or nobody known opened it; of those it takes nothing from a",
  "person either. A tag is listed at one box at most: where it was shown last, or deposited; of",
  "those that are only seen, where that was last, if no visit elsewhere was shown it.",
  "Who may collect and leaves the",
  "compartment empty has taken everything verified in it; what was unverified becomes",
  "`ParcelUnaccounted`, charged to nobody. A parcel put in here while held elsewhere is first",
  "unaccounted for there. `BoxEmptied` needs a person who may collect; it is confirmed when every",
  "compartment of the box is seen empty; one that stands open is not.",
);

const { "strange-badges": strangers, "wrong-pins": wrongPins } = lockoutRules;

const visits = paragraph(
  "What persons begin at a box is a visit. A badge with a right, or with the right to authorize,",
  "begins or joins it; the first in it who has a right to open does so, in whatever order they",
  "came, and the others confirm. Persons are counted, not badges or reads. When every demand of",
  "the compartment is met, the grant, each of the others (`AuthorizerAdded`) and the intent are",
  "recorded in one decision; a power cut before it ends the visit, and nothing was granted. From",
  `one proof to the next there are ${defaultTiming.proofWithinMs} ms; then each visitor is refused`,
  "for what did not come. Badges are judged again at each step. Of several demands on one",
  "compartment the strictest part of each holds; their hosts are taken together. An organization",
  "that is not known never helps to meet one.",
  "",
  "A PIN is taken for the visitor who came last. One for duress opens like any other;",
  "`DuressSignaled` is recorded before, even if the visit still waits, and no signal tells the",
  `difference. ${wrongPins.triesMaxCount} wrong PINs within a day lock out the person, or PINs at`,
  `the reader, for ${wrongPins.firstS} s, then for twice as long each time, up to`,
  `${lockoutMaxS} s;`,
  "a day without a lockout forgives. Tries and lockouts survive power loss, and begin again in a",
  "new boot unless they were over. A right PIN forgets the tries of the person, not those at the",
  "reader. Who is locked out may still use compartments that ask for no PIN.",
  "",
  "Passback: whoever collected last at a compartment is not let in there to collect again before",
  "its minutes are over, counted from a new boot as if it had just been; an opening by anybody",
  "else ends it. To deposit they are let in as well: with a tag that is not known in the box, or",
  "where nothing is inside that they could take. What somebody took out without its tag still",
  "counts as inside: whoever collected there last and shows its tag before the door opens brings",
  "it back, whatever passback, schedule or suspension says.",
);

const commands = paragraph(
  "A command of the center is judged once. `CommandAccepted` is durable before its effect,",
  "`CommandExecuted` states its outcome, and a boot that finds no outcome states `unknown` and",
  "does nothing. Refused ones are remembered too: whoever gave one was told that it was not done.",
  `Of an issue at most ${orderLifeMaxMs / 60_000} minutes before its deadline, for this boot,`,
  "and only while the wall clock is trusted: without it no deadline can be judged. A mark is",
  "forgotten when its deadline has passed by any clock; what has an earlier deadline is stale from",
  "then on. An opening from afar follows the rules of a tap and needs an empty box front; a round",
  "(`collect-all`) opens one compartment after the other, for",
  `${roundMaxMs / 60_000} minutes at most.`,
  "Codes of refusals, in the order they are looked at:",
);

const service = paragraph(
  "Service at a box is suspended by a command until a command resumes it, and by the policy's",
  "schedule while the wall clock is trusted; each change is a fact, so it survives power loss.",
  "A clock that nobody vouches for neither stops the service nor lets it go on. Suspended service",
  "takes no deposits; what is inside may still be collected. Who brings back what they have, as",
  "far as the gateway knows, is kept out by no schedule: no suspension, no window of a role.",
  "",
  "A fitter with the right begins maintenance with a badge and a PIN. The box then serves nobody",
  "else and takes nothing in; for the fitter it opens what is surely empty, and anything else only",
  "by an ordinary right. An untouched screen soon shows no more than that the box is serviced: who",
  "went away begins it again, with both. It ends by a word, at a restart, and by itself",
  `${maintenanceMaxMs / 3_600_000} hours after it was begun last.`,
  "",
  "An emergency opens one compartment for one person with the right, a badge, a PIN and a reason,",
  "without the other persons that the compartment asks for: `EmergencyDeclared` comes before the",
  "opening, and another person owes a signature from then on. Who waits there for a proof or a",
  "person is turned away; a PIN is judged like a tap of that moment. A door that opens unexplained",
  "waits for the explanation of somebody who answers for the box: without a switch of its own no",
  "sensor tells a key from force. Both are kept over power loss until they are given.",
);

const time = paragraph(
  "A role's stale rules say, for each action, from which age of the policy on it takes a second",
  "person or is refused; its clock rule says the same for when nobody vouches for the wall clock",
  "and a limit of time applies: an expiry, a stale rule, a window. On a holiday only windows of",
  "holidays hold. A grant states the age of policy and block list.",
);

const custodians = paragraph(
  "Each parcel that the gateway knows has one custodian: a compartment, a person, or nobody known.",
  `One that is in no compartment is kept for ${carriedMaxMs / 86_400_000} days by claimed time,`,
  "forgotten at a sign of life, or until the manifest that it was found for is closed; one that an",
  "open manifest expects is kept. Beyond the bound the one moved longest ago is forgotten.",
  "",
  "A handover begins with the wish at a panel. Parcels are listed by the tags near the box, by a",
  "scanner, or by a count of all that the giver has. Who comes first releases what is listed and",
  "theirs, or in nobody's custody; tags of others that are only near are left out, a scan of one",
  "is refused. The release moves nothing, and reserves it: till it is answered it is not released,",
  "sealed, opened or forgotten anywhere else. What a door or a tag shows to be elsewhere is there.",
  "Another person takes all of it, or what they list of it by scan or by hand, less what they",
  "leave out; the rest stays with the giver, and one fact moves what both said. A field that sees",
  "tags by itself lists nothing for the receiver. Another count, a scan of something that was not",
  "released, the word of the receiver, or a refusal of a whole part is a dispute, told with what",
  "each said;",
  "so is silence until the wish ends, or until a restart. A wish ends",
  `${defaultTiming.wishWithinMs / 1_000} s after the last word, tag, badge or touch of the screen;`,
  `touches alone keep it for ${defaultTiming.wishMaxMs / 60_000} min. Then the giver is told that`,
  "nobody took it. A word at the panel withdraws. Who may",
  "hand over needs a badge that the policy knows, and no right at the box.",
  "",
  "A list is split into parts that fit one fact, each a handover of its own: a power cut leaves",
  "each part done or not begun. Fifty parcels with tags take three inputs of a human: the wish and",
  "two badges; with a scanner fifty more. Both get a check code of each part's answer.",
);

const containers = paragraph(
  `A container is a parcel that holds parcels, at most ${bounds.nestingMaxCount} around one. It is`,
  "sealed with what is listed by who has all of it in hand; its contents have its custodian. A tag",
  "that is read of something in a sealed container speaks of the outermost one. Opened at an end,",
  "its contents are with who opened it. Opened on the way, said so or while an open manifest",
  "expects it, nobody vouches for them, nor after a seal tag was found broken or another, until",
  "they are listed in a new sealing; what is not listed then stays with nobody known.",
  "",
  `A manifest comes from the center or is opened on board; ${manifestsMaxCount} may be open,`,
  `each of at most ${expectedMaxCount} parcels. Two different persons with a right at the box`,
  "close it, both with that right when the second comes. What was listed, and all that is in it,",
  "was found. Facts that do not fit one tell a part each; while a part of what was expected is not",
  "told the manifest is open. With a container that was opened on the way its contents are",
  "expected too: what was listed by itself was found, the rest is missing, and with nobody known",
  "once custody of the container ends. What there is no room for of the center's set is told as",
  "`DocumentRefused`; a whole manifest waits in that run, and is taken up when another one is",
  "closed.",
);

const proofs = paragraph(
  "A rolling counter that a known badge proves with its number is stated in the grant or refusal",
  "and remembered from there, across restarts and policies; a later read must show a greater",
  "one, and one without a counter is too weak from then on. A read that decides nothing, because",
  "the badge is shown again in its own session or because it came too late, is stated as",
  "`CredentialShown` if its counter is new. Without a policy every proved counter is kept, for",
  "nobody can tell who is known. A read whose proof failed, and one of a badge that the policy",
  "does not know, leave no counter behind.",
  "",
  `After ${strangers.triesMaxCount} unknown, blocked, forged or replayed badges in a minute at one`,
  `reader, such badges are ignored there for ${strangers.firstS} s, then for twice as long each`,
  `time, up to ${lockoutMaxS} s. Every other badge works at once.`,
);

const surroundings = paragraph(
  "Mains power that is lost stops deposits, not the pulse under way and not collections: who may",
  "do both is let in to collect;",
  "one loss and one return are recorded for each outage, also when the gateway itself went down.",
  "Battery and tamper switches are recorded once for each fall and activation. Of a wire that",
  "flutters (mains, battery, a tamper switch, a door that opens unexplained) the first",
  `${toldMaxCount} changes are told as they come, then one in each`,
  `${toldEveryMs / 60_000} minutes; the rest is`,
  "counted and told as `SensorDissented`, with how it stands. A position is no",
  "fact of its own: the next sign of life carries the newest.",
);

/** Markdown of docs/custody.md, ended by a line break. */
export function custodyDoc(shownBy: ShownBy): string {
  const tables = new Tables(shownBy);
  const sections: readonly Row[] = [
    [introduction],
    ["## Sessions", tables.transitions("session", sessionTransitions), rules],
    ["## Doors", tables.transitions("door", doorTransitions)],
    ["## Inputs", inputs()],
    [
      "## Refusals",
      "Looked at in this order; the first that applies is recorded.",
      tables.words("Reason", "refusal", refusals),
      proofs,
    ],
    ["## Visits", visits],
    ["## Deposits without card", paragraph(...withoutCard)],
    ["## Codes and grants", paragraph(...codesAndGrants)],
    ["## Who has it", custodians],
    ["## Containers and manifests", containers],
    [
      "## Commands",
      commands,
      tables.words("Code", "order refusal", orderRefusals),
      paragraph(...deadlines),
      paragraph(...aboutSettings),
      table(
        ["Setting", "Values"],
        settingRows.map(([name, values]) => [code(name), values]),
      ),
    ],
    ["## Service", service],
    ["## Time", time],
    ["## Power, tamper, position", surroundings],
    ["## Witnesses", paragraph(...testimony)],
    ["## Unlock outcomes", tables.words("Outcome", "outcome", outcomes)],
    [
      "## Movements",
      movements,
      tables.words("Result", "result", results),
      tables.words("Evidence", "evidence", evidences),
    ],
    ["## Doubts", tables.words("Reason", "doubt", doubts)],
    ["## Lock faults", tables.words("Fault", "lock fault", faults)],
    ["## Invariants", invariantNames.map((name) => `- ${name}`).join("\n")],
    [
      "## Times and duty",
      "Defaults; milliseconds unless the name says otherwise.",
      numbers({ ...defaultTiming }),
    ],
    ["## Bounds", numbers(bounds)],
  ];
  return `${sections.map((parts) => parts.join("\n\n")).join("\n\n")}\n`;
}
