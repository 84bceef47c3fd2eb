// Judges what `driftbox doctor` says of a gateway at one moment of a scenario.

import type { Scene } from "./scene.ts";
import { failed, held, type Outcome } from "./outcome.ts";
import type { StepOf } from "./steps.ts";

/** A health page is some seconds old, and some symptoms take seconds to add up. */
const doctorWithinMs = 20_000;
/** A program is started for each look. */
const askEveryMs = 1_000;

/** What a scenario writes for a row that is in order. */
const nothingWrong = "none";

/** The row is there, names one of the causes, and begins with what is to be seen. */
export async function judgeDoctor(
  { row, causes, seen = "", ...fields }: StepOf<"doctor">["fields"],
  { scenario, installation, pace }: Scene,
): Promise<Outcome> {
  const gateway = fields.gateway ?? scenario.gateways[0]?.gateway ?? "";
  return pace.within(fields["within-ms"] ?? doctorWithinMs, async () => {
    const rows = (await installation.gateways.get(gateway)?.askDoctor()) ?? [];
    const found = rows.find(({ name }) => name === row);
    const cause = found?.cause ?? nothingWrong;
    const isNamed = found !== undefined && causes.includes(cause) && found.seen.startsWith(seen);
    if (isNamed) return held(`${row}: ${cause}`);
    await pace.pause(askEveryMs);
    const others = rows.filter((one) => one.cause !== null);
    const said = others.map((one) => `${one.name}: ${one.cause} [${one.seen}]`).join("; ");
    return failed(`${row}: ${found === undefined ? "no such row" : cause}; wrong are ${said}`);
  });
}
