// Whether the center holds everything a gateway made so far, by the gateway's own journal.

import type { Scene } from "./scene.ts";
import type { JournalCheck, SeenGateway } from "./installation.ts";
import { failed, held, type Outcome } from "./outcome.ts";

/** A gateway as the center sees it; its site is known by whoever runs it. */
export function gatewayAt(scene: Scene, gateway: string): Promise<SeenGateway | undefined> {
  const site = scene.installation.gateways.get(gateway)?.site ?? "";
  return scene.installation.center.gateway(site, gateway);
}

/**
 * No gap, nothing parked, nothing waiting, every sequence once and in order of the ledger, and no
 * fewer of them than a copy of the journal has. The center is looked at before the copy, because
 * that is cheap, and after it, because a running gateway writes on.
 */
export async function completeness(scene: Scene, name: string): Promise<Outcome> {
  const atCenter = await wholeAtCenter(scene, name);
  if (!atCenter.outcome.isOk) return atCenter.outcome;
  const unit = scene.installation.gateways.get(name);
  if (unit === undefined) return failed(`no gateway ${name}`);
  const journal = await unit.checkJournal();
  const { outcome, eventCount } = await wholeAtCenter(scene, name);
  if (!outcome.isOk) return outcome;
  const lack = lackOf(journal, eventCount, unit.isRunning);
  const seen = `${outcome.seen}, journal ${journal.recordCount ?? "unread"}`;
  return lack === undefined ? held(seen) : failed(`${seen}; ${lack}`);
}

/** What is wrong with so many events at the center beside a journal; undefined = nothing. */
function lackOf(
  { recordCount, nextSeq, detail }: JournalCheck,
  eventCount: number,
  isRunning: boolean,
): string | undefined {
  if (recordCount === undefined || nextSeq === undefined) return `no journal to see: ${detail}`;
  const journalCount = Math.max(recordCount, nextSeq);
  if (eventCount < journalCount) return `${journalCount - eventCount} records are not there`;
  // A gateway that does not run writes nothing after the copy.
  if (!isRunning && eventCount > journalCount) return "the journal has lost records";
  return undefined;
}

async function wholeAtCenter(
  scene: Scene,
  name: string,
): Promise<{ readonly outcome: Outcome; readonly eventCount: number }> {
  const gateway = await gatewayAt(scene, name);
  const events = (await scene.installation.center.events()).filter((one) => one.gateway === name);
  const eventCount = events.length;
  const judged = (outcome: Outcome) => ({ outcome, eventCount });
  if (gateway === undefined) return judged(failed(`the center does not know ${name}`));
  const wrongAt = events.findIndex((event, at) => event.seq !== at);
  const { nextSeq, outboxCount, parkedCount, gaps } = gateway;
  const seen = `${eventCount} events, next ${nextSeq}, outbox ${outboxCount ?? "unknown"}`;
  if (wrongAt >= 0) {
    return judged(failed(`${seen}; event ${wrongAt} has seq ${events[wrongAt]?.seq}`));
  }
  const isWhole = eventCount === nextSeq && gaps.length === 0 && parkedCount === 0;
  if (!isWhole) return judged(failed(`${seen}, ${gaps.length} gaps, ${parkedCount} parked`));
  return judged(outboxCount === 0 ? held(seen) : failed(seen));
}
