// Commands on their way down: completed for the boot that was last heard, signed, sent at once.

import {
  fromHex,
  openDocument,
  signDocument,
  type Command,
  type DraftOf,
  type Signer,
  type Verifier,
} from "@driftbox/proto";
import { sha256 } from "@driftbox/proto/node";
import type { Desk } from "./gateway-desk.ts";

/** A command that was sent. */
export interface SentCommand {
  readonly site: string;
  readonly gateway: string;
  readonly command: string;
  readonly deadlineMs: number;
}

/** Why a command was not sent. */
export interface Unsent {
  readonly reason: string;
}

/** What a program of the center's own folder signed; it names the gateway, and no boot. */
export function openAsked(
  document: Uint8Array,
  center: Verifier,
): { readonly asked: Command } | Unsent {
  const opened = openDocument("command", document, [center], sha256);
  return opened.ok ? { asked: opened.value.message } : { reason: opened.detail };
}

type Made = { readonly body: Uint8Array; readonly sent: SentCommand } | Unsent;

/**
 * The signed command for the gateway as it is connected now, or why it can not be sent. Never kept
 * for later: a command that waits is an opening that nobody stands by for.
 */
export function commandFor(
  desk: Desk,
  command: Command,
  { signer, nowMs }: { readonly signer: Signer; readonly nowMs: number },
): Made {
  if (command.deadlineUs <= nowMs * 1_000) return { reason: "its deadline has passed" };
  if (desk.chain.standing !== "accepted") return { reason: "the gateway is in quarantine" };
  const bootId = fromHex(desk.connection?.bootId ?? "");
  if (!desk.isReady || bootId === undefined) return { reason: "the gateway is not connected" };
  const body = signDocument("command", forBoot(command, bootId), signer, sha256);
  const { site, gateway } = desk.identity;
  const deadlineMs = command.deadlineUs / 1_000;
  return { body, sent: { site, gateway, command: command.command, deadlineMs } };
}

function forBoot(command: Command, bootId: Uint8Array): DraftOf<"command"> {
  const { command: id, gatewayId, word, box, compartment, issuedUs, deadlineUs } = command;
  const { reason, givenBy, parcel, issue, sensor, settings, code } = command;
  const times = { issuedUs, deadlineUs, bootId };
  const what = { word, box, compartment, parcel, issue, sensor, settings, code };
  return { command: id, gatewayId, ...times, ...what, reason, givenBy };
}
