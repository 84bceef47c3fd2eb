// Whether the center holds everything a gateway made so far.

import type { Scene } from "./deeds.ts";
import type { SeenGateway } from "./installation.ts";
import { failed, held, type Outcome } from "./outcome.ts";

/** A gateway as the center sees it; its site is known by whoever runs it. */
export function gatewayAt(scene: Scene, gateway: string): Promise<SeenGateway | undefined> {
  const site = scene.installation.gateways.get(gateway)?.site ?? "";
  return scene.installation.center.gateway(site, gateway);
}

/** No gap, nothing parked, nothing waiting, every sequence once and in order of the ledger. */
export async function completeness(scene: Scene, name: string): Promise<Outcome> {
  const gateway = await gatewayAt(scene, name);
  if (gateway === undefined) return failed(`the center does not know ${name}`);
  const events = (await scene.installation.center.events()).filter((one) => one.gateway === name);
  const wrongAt = events.findIndex((event, at) => event.seq !== at);
  const { nextSeq, outboxCount, parkedCount, gaps } = gateway;
  const seen = `${events.length} events, next ${nextSeq}, outbox ${outboxCount ?? "unknown"}`;
  if (wrongAt >= 0) return failed(`${seen}; event ${wrongAt} has seq ${events[wrongAt]?.seq}`);
  const isWhole = events.length === nextSeq && gaps.length === 0 && parkedCount === 0;
  if (!isWhole) return failed(`${seen}, ${gaps.length} gaps, ${parkedCount} parked`);
  return (outboxCount ?? 0) === 0 ? held(seen) : failed(seen);
}
