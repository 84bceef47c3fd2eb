// Nothing can be changed unseen: every bit of an event is covered, and every link of a chain.

import fc from "fast-check";
import { followChain, parseHeader, type RecordParts } from "@driftbox/proto";
import { sha256 } from "@driftbox/proto/node";
import { expect, test } from "vitest";
import { arbitraryFact } from "./arbitraries.ts";
import { checkChain } from "./vectors/check-chain.ts";
import { genesisHead, sealChain, verifierOfEpoch } from "./vectors/chain.ts";
import { sampleFact } from "./vectors/samples.ts";

const records = sealChain(
  (["GatewayStarted", "AccessGranted", "UnlockIntended", "DoorOpened"] as const).map(sampleFact),
).map((event) => event.record);

function isWhole(chain: readonly RecordParts[]): boolean {
  return checkChain(genesisHead, chain, verifierOfEpoch).ok;
}

function flipped(bytes: Uint8Array, bit: number): Uint8Array {
  const copy = Uint8Array.from(bytes);
  copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return copy;
}

test("every flipped bit of header, seal and payload is detected", () => {
  expect(isWhole(records)).toBe(true);
  const [first, second] = records;
  if (first === undefined || second === undefined) throw new Error("short chain");
  let flips = 0;
  for (const part of ["header", "seal", "payload"] as const) {
    for (let bit = 0; bit < second[part].length * 8; bit += 1) {
      const forged = { ...second, [part]: flipped(second[part], bit) };
      expect(isWhole([first, forged]), `bit ${bit} of the ${part}`).toBe(false);
      flips += 1;
    }
  }
  expect(flips).toBe((144 + 64 + second.payload.length) * 8);
});

test("a chain of arbitrary facts holds, and holds from any event on", () => {
  fc.assert(
    fc.property(fc.array(arbitraryFact, { minLength: 1, maxLength: 8 }), fc.nat(), (facts, at) => {
      const events = sealChain(facts);
      const from = at % events.length;
      const head = from === 0 ? genesisHead : events[from - 1]?.head;
      const rest = events.slice(from).map((event) => event.record);
      const checked = checkChain(head ?? genesisHead, rest, verifierOfEpoch);
      expect(checked).toEqual({ ok: true, value: events.at(-1)?.head });
    }),
    { numRuns: 50 },
  );
});

test("leaving out, repeating or exchanging events breaks a chain", () => {
  const facts = fc.array(arbitraryFact, { minLength: 2, maxLength: 6 });
  fc.assert(
    fc.property(facts, fc.nat(), fc.nat(), (some, a, b) => {
      const chain = sealChain(some).map((event) => event.record);
      const first = a % (chain.length - 1);
      const second = first + 1 + (b % (chain.length - 1 - first));
      const without = chain.filter((_, i) => i !== first);
      const twice = chain.flatMap((record, i) => (i === first ? [record, record] : [record]));
      const exchanged = chain.map((record, i) => {
        if (i === first) return chain[second] ?? record;
        return i === second ? (chain[first] ?? record) : record;
      });
      expect([without, twice, exchanged].map(isWhole)).toEqual([false, false, false]);
    }),
    { numRuns: 50 },
  );
});

test("a cut-off tail is invisible to the chain itself: a head must be known from elsewhere", () => {
  expect(isWhole(records.slice(0, 2))).toBe(true);
});

test("a refusal of the chain rule says which number was expected", () => {
  const header = parseHeader(records[2]?.header ?? new Uint8Array());
  if (!header.ok) throw new Error(header.detail);
  const id = sha256(records[2]?.header ?? new Uint8Array());
  expect(followChain(genesisHead, header.value, id)).toEqual({
    ok: false,
    code: "seal/chain",
    detail: "seq 2, expected 0",
  });
});
