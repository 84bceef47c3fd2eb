// Which seals of a backlog batch must be verified: the newest of a run, when every link is intact.

import type { Candidate, Chain, JudgeReads } from "./chain.ts";

/**
 * How many of the candidates, from the first, are covered by one verified seal: the newest of the
 * run. 0 when nothing is, and then each seal counts for itself. Sound under four conditions, all
 * checked here: one gateway and one key epoch; every link recomputed; every payload hash checked;
 * the run starts at the held head. A run ends before a key change.
 */
export function sealCoverage(
  chain: Chain,
  candidates: readonly Candidate[],
  reads: JudgeReads,
): number {
  if (chain.standing !== "accepted" || chain.rotation !== undefined) return 0;
  const first = candidates[0];
  if (first === undefined) return 0;
  const epoch = chain.nextSeq === 0 ? first.header.keyEpoch : chain.epoch;
  let seq = chain.nextSeq;
  let prev = chain.headEventId;
  let length = 0;
  let newest = first;
  for (const candidate of candidates) {
    const { header } = candidate;
    const isNext =
      candidate.gatewayId === chain.gatewayId &&
      candidate.isPayloadIntact &&
      header.keyEpoch === epoch &&
      header.seq === seq &&
      candidate.prev === prev &&
      candidate.fact?.kind !== "KeyRotated" &&
      candidate.fact?.kind !== "ChainRecovered";
    if (!isNext) break;
    seq += 1;
    prev = candidate.eventId;
    length += 1;
    newest = candidate;
  }
  if (length < 2) return 0;
  return reads.verifySeal(chain.key, newest.record) ? length : 0;
}
