// Checks of what is on disk: data folder, keys, journal, and what its newest records tell.

import type { HealthPage } from "../app/health/health-page.ts";
import type { Cause } from "./causes.ts";
import { fine, wrong, type Check } from "./check.ts";
import type { Facts, FolderFacts, JournalFacts, JournalFlaw, SeenFile } from "./facts.ts";
import { joined, mebibytes, plain, words, type Words } from "./words.ts";

/** Files that nobody but their owner may read. */
const secret = /^(gateway\.key|badge\.key|reader-keys\/.*\.key)$/;
const folderBits = 0o077;

const flawCauses: Readonly<Record<JournalFlaw, Cause>> = {
  foreign: "journal-foreign",
  damaged: "journal-damaged",
  torn: "journal-torn",
};

export function recordChecks(facts: Facts): readonly Check[] {
  return [
    ...folderChecks(facts.folder),
    chainCheck(facts),
    roomCheck(facts),
    ...historyChecks(facts.journal),
  ];
}

function folderChecks(folder: FolderFacts): readonly Check[] {
  const owner = "data/owner";
  if (folder.state !== "read") return [wrong(owner, "folder-unreadable", plain(folder.detail))];
  const { files, misfit, readerKeys } = folder;
  const root = files.find(({ name }) => name === ".");
  const strangers = files.filter(({ uid }) => uid !== root?.uid);
  const open = files.filter(({ name, mode }) => secret.test(name) && (mode & folderBits) !== 0);
  return [
    ownerCheck(root, strangers),
    open.length === 0
      ? fine("keys/permissions", words("only the owner may read keys", "只有属主可读密钥"))
      : wrong("keys/permissions", "key-open", plain(open.map(modeWords).join(", "))),
    misfit === undefined
      ? fine("keys/enrollment", words("keys and enrollment belong together", "密钥与登记一致"))
      : wrong("keys/enrollment", "not-enrolled", plain(misfit)),
    ...readerKeys.map(readerKeyCheck),
  ];
}

function ownerCheck(root: SeenFile | undefined, strangers: readonly SeenFile[]): Check {
  const name = "data/owner";
  if (strangers.length > 0) {
    const list = strangers.map((file) => `${file.name} (uid ${file.uid})`).join(", ");
    return wrong(name, "folder-owner", plain(list));
  }
  const seen = plain(root === undefined ? "" : `uid ${root.uid}, ${octal(root.mode)}`);
  const isOpen = root !== undefined && (root.mode & folderBits) !== 0;
  return isOpen ? wrong(name, "folder-open", seen) : fine(name, seen);
}

function modeWords({ name, mode }: SeenFile): string {
  return `${name} ${octal(mode)}`;
}

function octal(mode: number): string {
  return mode.toString(8).padStart(4, "0");
}

function readerKeyCheck({ reader, hasCurrent, hasPending }: ReaderKey): Check {
  const name = `reader-keys/${reader}`;
  if (hasPending) return wrong(name, "reader-key-pending", plain(""));
  if (!hasCurrent) return wrong(name, "reader-key-missing", plain(""));
  return fine(name, words("has a key of its own", "有自己的密钥"));
}

type ReaderKey = Extract<FolderFacts, { readonly state: "read" }>["readerKeys"][number];

function chainCheck({ journal, processes }: Facts): Check {
  const name = "journal/chain";
  if (journal.state !== "read") {
    return journal.state === "none"
      ? fine(name, words("no record yet", "还没有记录"))
      : wrong(name, "folder-unreadable", plain(journal.detail));
  }
  const { flaw, nextSeq, keyEpoch, segmentCount } = journal;
  const seen = words(
    `${segmentCount} segments, next ${nextSeq}, epoch ${keyEpoch}`,
    `${segmentCount} 段，下一条 ${nextSeq}，纪元 ${keyEpoch}`,
  );
  // A gateway at work may be writing the very frame that is read.
  const isInWriting = flaw?.kind === "torn" && processes.holder !== undefined;
  if (flaw === undefined || isInWriting) return fine(name, seen);
  return wrong(name, flawCauses[flaw.kind], joined(plain(flaw.detail), seen));
}

function roomCheck({ page, journal, config }: Facts): Check {
  const name = "journal/room";
  if (page.state === "read") return roomOfPage(page.page.journal);
  const used = journal.state === "read" ? journal.fileBytes : 0;
  const text = `${mebibytes(used)} / ${config.journal.maxMiB} MiB`;
  return fine(name, words(`${text} in segments`, `分段占用 ${text}`));
}

function roomOfPage({ openingRoomBytes, canOpen, isLow }: HealthPage["journal"]): Check {
  const name = "journal/room";
  const room = mebibytes(openingRoomBytes);
  const seen = words(`room for ${room} of new openings`, `还可容纳 ${room} 开门记录`);
  if (!canOpen) return wrong(name, "journal-full", seen);
  return isLow ? wrong(name, "journal-low", seen) : fine(name, seen);
}

/** What the newest records tell that no state holds any more. */
function historyChecks(journal: JournalFacts): readonly Check[] {
  if (journal.state !== "read") return [];
  return [proofCheck(journal.recent), ...clockSteps(journal.recent), ...recoveries(journal.recent)];
}

type Recent = Extract<JournalFacts, { readonly state: "read" }>["recent"];

function proofCheck(recent: Recent): Check {
  const reasons = recent.flatMap(({ fact }) =>
    fact.kind === "AccessRefused" ? [fact.reason] : [],
  );
  const forged = reasons.filter((reason) => reason === "forged-credential").length;
  const replayed = reasons.filter((reason) => reason === "counter-replayed").length;
  const seen = words(
    `${reasons.length} refusals in the last ${recent.length} records`,
    `最近 ${recent.length} 条记录中拒绝 ${reasons.length} 次`,
  );
  const name = "badges";
  if (forged > 0) return wrong(name, "forged-badge", joined(plain(`${forged} ×`), seen));
  if (replayed > 0) return wrong(name, "copied-badge", joined(plain(`${replayed} ×`), seen));
  return fine(name, joined(seen, reasonWords(reasons)));
}

function reasonWords(reasons: readonly string[]): Words {
  const counts = new Map<string, number>();
  for (const reason of reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return plain([...counts].map(([reason, count]) => `${reason} ${count}`).join(", "));
}

function clockSteps(recent: Recent): readonly Check[] {
  const steps = recent.flatMap(({ fact }) =>
    fact.kind === "ClockStepped" ? [fact.stepUs / 1_000_000] : [],
  );
  const last = steps.at(-1);
  if (last === undefined) return [];
  const seen = words(
    `${steps.length} times, the last by ${last} s`,
    `${steps.length} 次，最近一次 ${last} 秒`,
  );
  return [wrong("clock/steps", "clock-stepped", seen)];
}

function recoveries(recent: Recent): readonly Check[] {
  const found = recent.flatMap(({ fact }) =>
    fact.kind === "ChainRecovered" ? [fact.recovery] : [],
  );
  if (found.length === 0) return [];
  return [wrong("journal/recovery", "chain-recovered", plain(found.join(", ")))];
}
