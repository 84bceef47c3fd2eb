// A deposit without card at a whole gateway: the code that is told is that of the stored event.

import { checkCodeOf, openDocument, splitRecords } from "@driftbox/proto";
import { sha256 } from "@driftbox/proto/node";
import { expect, it } from "vitest";
import type { ToldCode } from "../../../gateway/app/loop/effects.ts";
import { compilePolicy, type Input } from "../../../gateway/custody/index.ts";
import { identity, layout, must, policyDocument } from "./fixtures.ts";
import { GatewayRig } from "./gateway-rig.ts";
import { settled } from "./manual-time.ts";

const at = { box: "box-a", compartment: 1 };

function openToAll(): Input {
  const document = policyDocument(2, { deposits: [{ box: "box-a" }] });
  const opened = must(openDocument("policy", document, identity.centerKeys, sha256));
  const policy = must(compilePolicy(opened.message, layout, sha256(opened.body)));
  return { kind: "PolicyAccepted", policy };
}

it("whoever deposits without card is told the first 40 bits of the event, once it is durable", async () => {
  const rig = new GatewayRig();
  const gateway = await rig.start();
  const told: (ToldCode & { readonly isDurable: boolean })[] = [];
  gateway.onCode((code) => {
    const isDurable = rig.kinds().includes("ParcelDeposited");
    told.push({ ...code, isDurable });
  });
  const inputs: readonly Input[] = [
    openToAll(),
    { kind: "DeviceHealthChanged", device: "lock-a", isOnline: true, reason: "" },
    { kind: "BoltReported", ...at, isEngaged: true },
    { kind: "DoorReported", ...at, isOpen: false },
    { kind: "PresenceReported", ...at, isOccupied: false },
    { kind: "DepositAsked", panel: "panel-box-a", box: "box-a", size: "small", number: "A-17" },
    { kind: "BoltReported", ...at, isEngaged: false },
    { kind: "DoorReported", ...at, isOpen: true },
    { kind: "PresenceReported", ...at, isOccupied: true },
    { kind: "DoorReported", ...at, isOpen: false },
    { kind: "BoltReported", ...at, isEngaged: true },
  ];
  for (const input of inputs) {
    gateway.loop.offer(input);
    await settled();
  }
  await rig.time.advance(1_000);
  const deposited = rig.told().find(({ fact }) => fact.kind === "ParcelDeposited");
  expect(deposited?.fact).toMatchObject({ parcel: "A-17", evidence: "presence-only" });
  const { framed } = rig.journal.read(deposited?.header.seq ?? 0, 1, 100_000);
  const [record] = must(splitRecords(framed, 1));
  const code = checkCodeOf(sha256(record?.header ?? new Uint8Array()));
  expect(told).toEqual([{ box: "box-a", what: "deposited", code, isDurable: true }]);
});
