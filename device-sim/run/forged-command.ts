// Turns a command that the center signed into one that it would never send.

import { randomBytes } from "node:crypto";
import {
  CommandWord,
  readUncheckedDocument,
  signDocument,
  type DraftOf,
  type Signer,
} from "@driftbox/proto";
import { sha256 } from "@driftbox/proto/node";
import type { Forgery } from "../scenario/forgeries.ts";

type CommandDraft = DraftOf<"command">;

/** Beyond the longest text that a fact can carry. */
const unreadableChars = 200;
const idBytes = 8;
const bootIdBytes = 16;
const minuteMs = 60_000;

/** @param signer the center's own key; `none` and `altered` do without it */
export function forgedCommand(command: Uint8Array, forgery: Forgery, signer: Signer): Uint8Array {
  if (forgery === "none") return command;
  if (forgery === "altered") return altered(command);
  const read = readUncheckedDocument("command", command);
  if (!read.ok) throw new Error(read.detail);
  const { gatewayId, bootId, word, box, compartment } = read.value.message;
  const draft = { gatewayId, bootId, word, box, compartment, ...lifeFrom(0, 1) };
  const own = { command: `f-${randomBytes(idBytes).toString("hex")}`, givenBy: "nobody" };
  return signDocument("command", { ...draft, ...own, ...changes[forgery]() }, signer, sha256);
}

/** What is other than the center would say. */
const changes: Readonly<Record<Exclude<Forgery, "none" | "altered">, () => CommandDraft>> = {
  unreadable: () => ({ command: "f".repeat(unreadableChars) }),
  "other-boot": () => ({ bootId: randomBytes(bootIdBytes) }),
  "issued-ahead": () => lifeFrom(10, 1),
  "long-lived": () => lifeFrom(0, 60),
  "unknown-word": () => ({ word: CommandWord.COMMAND_WORD_UNSPECIFIED }),
  "unknown-setting": () => ({
    word: CommandWord.COMMAND_WORD_CONFIGURE,
    settings: [{ key: "no-such-setting", value: "1" }],
  }),
};

function lifeFrom(aheadMin: number, lifeMin: number): CommandDraft {
  const issuedUs = (Date.now() + aheadMin * minuteMs) * 1_000;
  return { issuedUs, deadlineUs: issuedUs + lifeMin * minuteMs * 1_000 };
}

/** The last byte is one of the signature. */
function altered(command: Uint8Array): Uint8Array {
  const bytes = Uint8Array.from(command);
  const last = bytes.length - 1;
  bytes[last] = (bytes[last] ?? 0) ^ 1;
  return bytes;
}
