// All checks of one gateway, in reading order: facts in, rows out.

import { boxChecks, powerChecks } from "./box-checks.ts";
import { fine, wrong, type Check } from "./check.ts";
import { deviceChecks } from "./device-checks.ts";
import type { Facts } from "./facts.ts";
import { gatewayChecks } from "./gateway-checks.ts";
import { hostChecks } from "./host-checks.ts";
import { recordChecks } from "./record-checks.ts";
import { joined, plain, words } from "./words.ts";

/** Pure. Rows of one level stay in the order of their areas. */
export function checksOf(facts: Facts): readonly Check[] {
  const { configPath, valueCount } = facts;
  const config = words(`${configPath}, ${valueCount} values`, `${configPath}，${valueCount} 个值`);
  return worstFirst([
    fine("config", config),
    ...gatewayChecks(facts),
    ...dated([...boxChecks(facts), ...powerChecks(facts)], facts),
    ...(facts.probe === undefined ? dated(deviceChecks(facts), facts) : deviceChecks(facts)),
    ...recordChecks(facts),
    ...hostChecks(facts),
  ]);
}

/** What a gateway that is dead told last may have changed since. */
function dated(checks: readonly Check[], { page, processes }: Facts): readonly Check[] {
  if (page.state !== "read" || processes.holder !== undefined) return checks;
  const lastTold = words("as of its last page", "以最后的健康页为准");
  return checks.map((check) => ({ ...check, seen: joined(check.seen, lastTold) }));
}

/** The only row there is when the configuration is refused. */
export function configRefused(message: string): readonly Check[] {
  return [wrong("config", "config-refused", plain(message))];
}

const order = { fail: 0, warn: 1, ok: 2 } as const;

function worstFirst(checks: readonly Check[]): readonly Check[] {
  return checks.toSorted((a, b) => order[a.level] - order[b.level]);
}
