// Lives in which parcels change hands: accepted, refused, disputed, taken back, left unanswered.

import { amend, box, carry, give, wish } from "./handover-steps.ts";
import type { Step } from "./random-steps.ts";
import { manifestsMaxCount } from "../../../gateway/custody/manifests/manifests.ts";
import { defaultTiming } from "../../../gateway/custody/layout.ts";
import type { Story } from "./story.ts";

const { wishWithinMs } = defaultTiming;

function handNothing(story: Story): void {
  give(story, "courier", []);
  wish(story, undefined);
}

function handOver(story: Story): void {
  carry(story, "1");
  give(story, "courier", ["1"]);
  amend(story, { word: "seal", parcel: "1", sealTag: "s", isBroken: false });
  story.badge("clerk", box);
}

function disagree(story: Story): void {
  give(story, "courier", ["2"]);
  amend(story, { word: "dispute" });
  story.badge("clerk", box);
}

function takeBack(story: Story): void {
  give(story, "courier", ["2"]);
  wish(story, undefined);
}

/** Nobody answers: in time, before a power cut, or before the next comes with a PIN. */
function leaveUnanswered(story: Story): void {
  give(story, "courier", ["2"]);
  story.elapse(wishWithinMs);
  give(story, "courier", ["2"]);
  story.powerCut();
  give(story, "courier", ["2"]);
  story.monoMs += wishWithinMs;
  const pin = { reader: "r", box, person: "p-clerk", pinRef: "00".repeat(16) };
  story.when({ kind: "PinEntered", ...pin });
}

function sealAndOpen(story: Story): void {
  carry(story, "1");
  wish(story, { kind: "seal", method: "scan", container: "red", sealTag: "s" });
  story.tag("1", box);
  story.badge("courier", box);
  wish(story, { kind: "unseal", container: "red", isEnRoute: true });
  story.badge("courier", box);
}

function closeManifests(story: Story): void {
  const names = ["m", ...Array.from({ length: manifestsMaxCount + 1 }, (_, n) => `m${n}`)];
  const manifests = names.map((manifest) => ({ manifest, voyage: "v", expected: ["1"] }));
  story.when({ kind: "ManifestsAccepted", version: 1, documentHash: "00", manifests });
  wish(story, { kind: "close-manifest", method: "tags", manifest: "m" });
  story.badge("courier", box);
  wish(story, { kind: "close-manifest", method: "tags", manifest: "m" });
  story.badge("courier", box);
  story.badge("clerk", box);
  wish(story, { kind: "open-manifest", method: "tags", manifest: "n", voyage: "w" });
  story.badge("courier", box);
}

export const handoverLives: readonly (readonly Step[])[] = [
  [{ name: "hand over nothing", run: handNothing }],
  [{ name: "hand over", run: handOver }],
  [{ name: "disagree", run: disagree }],
  [{ name: "take back", run: takeBack }],
  [{ name: "leave unanswered", run: leaveUnanswered }],
  [{ name: "seal and open", run: sealAndOpen }],
  [{ name: "close manifests", run: closeManifests }],
];
