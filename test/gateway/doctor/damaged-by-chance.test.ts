// Damage that passes the check of a packet by chance says what nobody meant.

import { expect, it } from "vitest";
import { deviceChecks } from "../../../gateway/doctor/device-checks.ts";
import type { SeenDevice } from "../../../gateway/doctor/facts.ts";
import type { SymptomCounts } from "../../../gateway/ports/devices.ts";
import { paged } from "./facts-fixture.ts";

function causeOf(symptoms: SymptomCounts, state = "online"): string | undefined {
  const reason = state === "online" ? "" : "lost for a reason that has no words yet";
  const reader: SeenDevice = { id: "x", role: "reader", state, reason, symptoms };
  return deviceChecks({ ...paged({}), ports: [], probe: [reader] })[0]?.cause;
}

it.each(["clear-text", "wrong-key"] as const)(
  "one %s among many damaged packets is the line, two of them or one on a good line are not",
  (symptom) => {
    const disturbed = { noise: 641, "bad-frame": 49 };
    expect(causeOf({ ...disturbed, [symptom]: 1 })).toBe("disturbed-line");
    expect(causeOf({ ...disturbed, [symptom]: 1 }, "backing-off")).toBe("disturbed-line");
    expect(causeOf({ ...disturbed, [symptom]: 2 })).toBe(symptom);
    expect(causeOf({ "bad-frame": 5, [symptom]: 1 })).toBe(symptom);
    expect(causeOf({ [symptom]: 1 }, "backing-off")).toBe(symptom);
  },
);
