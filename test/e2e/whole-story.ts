// The end of a run: every gateway says all it has, and the ledger holds exactly what journals hold.

import { expect } from "vitest";
import { site, verified, type Island, type Place } from "./island.ts";
import { openJournalCopy, readJournal } from "./journal-on-disk.ts";
import { heldOf, readLedger, type LedgerEntry } from "./ledger-pages.ts";
import type { MortalGateway } from "./mortal-gateway.ts";
import { contradictions } from "./reaper.ts";
import { until } from "./until.ts";

/**
 * Waits until a running gateway has said its state once more, and all it has is receipted.
 * @param states how often it had said it when the link came back: it may be at rest since
 */
export async function drained(
  island: Island,
  { place, gateway, states }: { place: Place; gateway: MortalGateway; states: number },
): Promise<void> {
  const isDrained = async (): Promise<boolean> => {
    if (gateway.isGone) throw new Error(`${place.gateway} ended: ${gateway.ending}`);
    const held = await heldOf(island.center.url, site, place.gateway);
    const { claimed, receiptedNextSeq } = place.logbook;
    const isLevel = held.nextSeq === receiptedNextSeq && held.nextSeq >= claimed.nextSeq;
    return place.logbook.states > states && isLevel && held.outboxCount === 0;
  };
  await until(isDrained, `the outbox of ${place.gateway} drains`);
}

/** True when the journal of a dead gateway holds nothing without a receipt. */
export function hasSaidAll(place: Place): boolean {
  return readJournal(place.dataFolder).length === place.logbook.receiptedNextSeq;
}

/** A last start; again where a timer of the gateway wrote one more event before its end. */
export async function sayAll(island: Island, place: Place): Promise<void> {
  place.link.reopen();
  const isWhole = async (): Promise<boolean> => {
    const { states } = place.logbook;
    const gateway = island.startGateway(place);
    try {
      await drained(island, { place, gateway, states });
    } finally {
      gateway.kill();
      await gateway.gone;
    }
    return hasSaidAll(place);
  };
  await until(isWhole, `${place.gateway} has nothing left to say`, 120_000);
}

/**
 * Every event of every journal is in the ledger exactly once, in order, and nothing else is; all
 * that witnesses saw is among it; journals verify; the center misses nothing and suspects nobody.
 */
export async function assertWhole(island: Island): Promise<void> {
  const ledger = await readLedger(island.center.url);
  let count = 0;
  for (const place of island.places) {
    count += assertSame(place, ledger);
    expect(await verified(place)).toContain("exit 0: valid");
    const held = await heldOf(island.center.url, site, place.gateway);
    expect(held).toMatchObject({ standing: "accepted", parkedCount: 0, gaps: [] });
  }
  expect(ledger.length).toBe(count);
}

function assertSame(place: Place, ledger: readonly LedgerEntry[]): number {
  const written = openJournalCopy(place.dataFolder);
  const entries = ledger.filter(({ gateway }) => gateway === place.gateway);
  expect(entries.map(({ seq }) => seq)).toEqual(written.map((_, index) => index));
  expect(entries.map(({ eventId }) => eventId)).toEqual(written.map(({ eventId }) => eventId));
  expect(new Set(entries.map(({ eventId }) => eventId)).size).toBe(entries.length);
  const ids = new Map(entries.map(({ seq, eventId }) => [seq, eventId]));
  for (const [seq, eventId] of place.logbook.published) expect(ids.get(seq)).toBe(eventId);
  expect(contradictions(place, written)).toEqual([]);
  return entries.length;
}
