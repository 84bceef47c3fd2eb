// What a screen remembers, asks and shows: pure, bounded, the same after a reload, and never a way
// around what the core decides.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { blockListFreshH, documentsOf } from "../../../gateway/app/devices/panel-documents.ts";
import { pressed, wiped } from "../../../gateway/app/devices/panel-memory.ts";
import { readAct } from "../../../gateway/adapters/kiosk/read-act.ts";
import { panelDeeds, panelPlaces, type PanelAct } from "../../../gateway/ports/panel.ts";
import { guarded, PinRule, tap } from "../custody/bank.ts";
import { command } from "../custody/orders.ts";
import { carry } from "../custody/handover-steps.ts";
import { compiled, Story, wallStartMs } from "../custody/story.ts";
import { KioskStand } from "./kiosk-stand.ts";
import { fill, serviceable } from "./staff-scenes.ts";

const box = "ferry";

function standOf(story: Story): KioskStand {
  return new KioskStand(story, "none");
}

function screen(stand: KioskStand) {
  return stand.panels.view(box)?.screen;
}

function back(stand: KioskStand): void {
  stand.panels.press(box, { act: "back" });
}

describe("a form", () => {
  it("asks one question after the other, steps back, and comes to one wish", () => {
    const stand = standOf(Story.ready());
    fill(stand, "seal");
    expect(screen(stand)).toMatchObject({ field: "container", isTyping: true });
    fill(stand, "seal", "RED-1", "S-1");
    expect(screen(stand)).toMatchObject({ field: "method", choices: ["tags", "scan"] });
    back(stand);
    expect(screen(stand)).toMatchObject({ field: "seal-tag" });
    back(stand);
    back(stand);
    expect(screen(stand)).toMatchObject({ name: "staff" });
    expect(stand.offered).toEqual([]);
    fill(stand, "seal", "RED-1", "S-1", "scan");
    const wish = { kind: "seal", container: "RED-1", sealTag: "S-1", method: "scan" };
    expect(stand.offered).toEqual([{ kind: "WishStated", panel: "panel-ferry", box, wish }]);
    expect(screen(stand)).toMatchObject({ name: "listing", about: "RED-1" });
  });

  it("takes no answer that is none of its choices", () => {
    const stand = standOf(serviceable());
    fill(stand, "emergency", "99", "7");
    expect(screen(stand)).toMatchObject({ field: "compartment" });
    fill(stand, "emergency", "1", "because");
    expect(screen(stand)).toMatchObject({ field: "reason" });
    fill(stand, "close-manifest", "M-unknown");
    expect(screen(stand)).toMatchObject({ field: "manifest", choices: [], canType: false });
    stand.panels.press(box, { act: "type" });
    expect(screen(stand)).toMatchObject({ isTyping: false });
    expect(stand.offered).toEqual([]);
  });

  it("of a number in a list goes back to the list, which still stands", () => {
    const stand = standOf(guarded({}));
    fill(stand, "handover", "scan");
    fill(stand, "list", "88000001");
    expect(screen(stand)).toMatchObject({ name: "listing", parcels: [{ parcel: "88000001" }] });
    fill(stand, "list");
    back(stand);
    expect(screen(stand)).toMatchObject({ name: "listing", step: "giver" });
  });

  it("says in both languages why a box was opened", () => {
    const stand = standOf(serviceable());
    fill(stand, "emergency", "1", "water");
    expect(stand.offered).toMatchObject([
      { wish: { kind: "emergency", compartment: 1, reason: "进水着火 / Water or fire" } },
    ]);
  });

  it("offers the containers that are sealed, and those of the tag at the reader first", () => {
    const story = Story.ready();
    carry(story, "1", "2");
    const stand = standOf(story);
    for (const [container, parcel] of [
      ["RED-1", "1"],
      ["BLUE-2", "2"],
    ] as const) {
      fill(stand, "seal", container, "S-1", "scan");
      stand.act((one) => one.tag(parcel, box));
      stand.act((one) => one.badge("courier", box));
    }
    stand.act((one) => one.tag("BLUE-2", box));
    fill(stand, "unseal");
    expect(screen(stand)).toMatchObject({ choices: ["BLUE-2", "RED-1"], canType: true });
  });
});

describe("a box that is looked for from afar", () => {
  it("says so on a screen that nobody uses, and takes no question from whoever answers it", () => {
    const stand = standOf(Story.ready());
    stand.act((story) => command(story, "locate"));
    expect(screen(stand)).toMatchObject({ name: "locate" });
    fill(stand, "seal", "RED-1");
    stand.panels.onOrder(box, "locate");
    expect(screen(stand)).toMatchObject({ name: "form", field: "seal-tag" });
    stand.panels.press(box, { act: "go", to: "pickup" });
    stand.panels.onOrder(box, "locate");
    expect(screen(stand)).toMatchObject({ name: "pickup" });
  });
});

describe("the back key", () => {
  it("cancels a visit that waits for a PIN: nobody is refused, nothing is counted", () => {
    const stand = standOf(guarded({ pin: PinRule.PIN_RULE_ALWAYS }));
    stand.act((story) => tap(story, "teller"));
    expect(screen(stand)).toMatchObject({ name: "pin" });
    back(stand);
    expect(screen(stand)).toMatchObject({ name: "start" });
    expect(stand.story.journal.map(({ fact }) => fact.kind)).not.toContain("AccessRefused");
  });

  it("leaves a visit alone while somebody reads whom to call", () => {
    const stand = standOf(guarded({ pin: PinRule.PIN_RULE_ALWAYS }));
    stand.act((story) => tap(story, "teller"));
    stand.panels.press(box, { act: "go", to: "help" });
    back(stand);
    expect(screen(stand)).toMatchObject({ name: "pin" });
  });
});

describe("the age of documents", () => {
  const hourMs = 3_600_000;
  const issuedUs = wallStartMs * 1_000;

  const policy = compiled({ issuedUs, blockedUs: issuedUs });
  const at = (hours: number) => ({ wallMs: wallStartMs + hours * hourMs });

  it("is told in hours, and the block list is stale after a week", () => {
    const ages = { hasPolicy: true, policyAgeH: 5, blockListAgeH: 5, isStale: false };
    expect(documentsOf(policy, at(5.9))).toEqual(ages);
    expect(documentsOf(policy, at(blockListFreshH - 1)).isStale).toBe(false);
    expect(documentsOf(policy, at(blockListFreshH)).isStale).toBe(true);
  });

  it("is stale from the first rule of any role on, and when the policy is over", () => {
    const stale = { deposit: [], collect: [{ afterH: 48, leniency: "refuse" as const }] };
    const roles = Object.entries(policy.roles).map(([name, role]) => [name, { ...role, stale }]);
    const strict = { ...policy, roles: Object.fromEntries(roles) };
    const isStale = (hours: number) => documentsOf(strict, at(hours)).isStale;
    expect([isStale(47), isStale(48)]).toEqual([false, true]);
    const over = { ...policy, expiresUs: issuedUs + 10 * hourMs * 1_000 };
    expect([documentsOf(over, at(9)).isStale, documentsOf(over, at(10)).isStale]).toEqual([
      false,
      true,
    ]);
  });

  it("is not told without a policy or a clock; only a missing policy is an alarm", () => {
    expect(documentsOf(undefined, at(0))).toEqual({ hasPolicy: false, isStale: true });
    expect(documentsOf(policy, { wallMs: 0 })).toEqual({ hasPolicy: true, isStale: false });
  });
});

describe("whatever is pressed", () => {
  const text = fc.constantFrom("1", "RED-1", "scan", "way", "intact", "water", "M-7", "x");
  const acts: fc.Arbitrary<PanelAct> = fc.oneof(
    fc.constantFrom<PanelAct>(
      { act: "back" },
      { act: "read" },
      { act: "type" },
      { act: "test" },
      { act: "touch" },
      { act: "numbered" },
      { act: "wish", wish: { kind: "maintain", reason: "lamp" } },
      { act: "wish", wish: { kind: "sign" } },
      { act: "wish", wish: { kind: "check-seals" } },
    ),
    fc.constantFrom(...panelPlaces).map((to): PanelAct => ({ act: "go", to })),
    fc.constantFrom(...panelDeeds).map((deed): PanelAct => ({ act: "begin", deed })),
    text.map((value): PanelAct => ({ act: "say", value })),
  );
  const steps = fc.array(fc.oneof(acts, fc.constantFrom("teller" as const, "official" as const)), {
    maxLength: 60,
  });

  it("a screen answers with a view, opens nothing without a badge, and stays small", () => {
    fc.assert(
      fc.property(fc.array(acts, { maxLength: 60 }), (pressedActs) => {
        const stand = standOf(serviceable());
        for (const act of pressedActs) {
          expect(readAct(JSON.stringify({ box, ...act }))).toMatchObject({ ok: true, act });
          stand.panels.press(box, act);
          expect(JSON.stringify(stand.panels.view(box)).length).toBeLessThan(16_384);
        }
        expect(stand.story.pulses).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it("with badges between, the core's invariants hold and each view can be drawn", () => {
    fc.assert(
      fc.property(steps, (all) => {
        const stand = standOf(serviceable());
        for (const step of all) {
          if (typeof step === "string") stand.act((story) => tap(story, step));
          else stand.panels.press(box, step);
          expect(stand.panels.view(box)).toBeDefined();
        }
      }),
      { numRuns: 60 },
    );
  });

  it("a memory stays small", () => {
    fc.assert(
      fc.property(fc.array(acts, { maxLength: 30 }), (all) => {
        const memory = all.reduce(pressed, wiped);
        expect(JSON.stringify(memory).length).toBeLessThan(2_048);
      }),
    );
  });
});
