// How long the core decides about a tap with a policy of 5,000 badges and 20,000 grants.

import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import type { Grant, Parsed, Policy } from "@driftbox/proto";
import { compilingGrants } from "../../gateway/custody/access/grant-set.ts";
import { compilingPolicy } from "../../gateway/custody/access/policy.ts";
import { decide } from "../../gateway/custody/decide.ts";
import type { Input } from "../../gateway/custody/inputs.ts";
import type { State } from "../../gateway/custody/state.ts";
import type { Steps } from "../../gateway/custody/steps.ts";
import { driftbox } from "../../proto/generated/driftbox.js";
import { layout, policyMessage, Story } from "../gateway/custody/story.ts";
import { atMost, figure, quantile, type Figure, type Measurement } from "./measurement.ts";

const badgeCount = 5_000;
const grantsOfPerson = 4;
const taps = 20_000;
const warmUpTaps = 2_000;
const hash = new Uint8Array(32).fill(9);
const hourUs = 3_600_000_000;

const people = Array.from({ length: badgeCount }, (_, at) => {
  return { person: `p-${at}`, badgeRef: at.toString(16).padStart(32, "0") };
});

/** One person in ten has a right of the policy; the others come with grants alone. */
function policy(): Policy {
  return policyMessage({
    persons: people.map(({ person }, at) => {
      return { person, organization: `o-${at % 9}`, role: at % 10 === 0 ? "courier" : "guest" };
    }),
    badges: people.map(({ person, badgeRef }) => {
      return { badgeRef: Uint8Array.from(Buffer.from(badgeRef, "hex")), person };
    }),
    roles: [
      { role: "courier", rights: [{ box: "ferry", canCollect: true }] },
      { role: "guest", rights: [{ box: "branch", canCollect: true }] },
    ],
  });
}

function grants(issuedUs: number): readonly Grant[] {
  const { Grant: Message, Action } = driftbox.v1;
  return people.flatMap(({ person }) =>
    Array.from({ length: grantsOfPerson }, (_, at) => {
      const draft = {
        grant: `${person}.${at}`,
        site: "zhoushan",
        issuedUs,
        person,
        box: at % 2 === 0 ? "ferry" : "branch",
        actions: [Action.ACTION_COLLECT],
        untilUs: at < 2 ? issuedUs + hourUs / 2 : issuedUs + 48 * hourUs,
      };
      return Message.decode(Message.encode(draft).finish());
    }),
  );
}

interface Compiled<T> {
  readonly value: T;
  readonly longestStepMs: number;
}

function compiled<T>(steps: Steps<Parsed<T>>): Compiled<T> {
  let longestStepMs = 0;
  for (;;) {
    const startedMs = performance.now();
    const step = steps.next();
    longestStepMs = Math.max(longestStepMs, performance.now() - startedMs);
    if (step.done !== true) continue;
    if (!step.value.ok) throw new Error(step.value.detail);
    return { value: step.value.value, longestStepMs };
  }
}

function usedMiB(): number {
  setFlagsFromString("--expose-gc");
  runInNewContext("gc()");
  return process.memoryUsage().heapUsed / 1_048_576;
}

function tapMs(state: State, story: Story, at: number): number {
  const { badgeRef = "" } = people[(at * 7_919) % badgeCount] ?? {};
  const box = at % 2 === 0 ? "ferry" : "branch";
  const input: Input = {
    kind: "BadgePresented",
    reader: "reader-1",
    box,
    badgeRef,
    assurance: "identifier",
  };
  const startedMs = performance.now();
  decide(state, input, story.now);
  return performance.now() - startedMs;
}

export const decision: Measurement = {
  title: "Decide about a tap, 5,000 badges and 20,000 grants",
  method: `${taps} badges in turn against one state of the core, nothing recorded between them`,
  run: (): Promise<readonly Figure[]> => {
    const message = policy();
    const issued = grants(message.issuedUs);
    const before = usedMiB();
    const people5000 = compiled(compilingPolicy(message, layout, hash));
    const set = { version: 1, issuedUs: message.issuedUs, revoked: [] };
    const grants20000 = compiled(compilingGrants(set, issued, { layout, documentHash: hash }));
    const heldMiB = usedMiB() - before;
    const story = Story.ready(people5000.value);
    story.when({ kind: "GrantsAccepted", grants: grants20000.value });
    for (let at = 0; at < warmUpTaps; at += 1) tapMs(story.state, story, at);
    const ms = Array.from({ length: taps }, (_, at) => tapMs(story.state, story, at));
    return Promise.resolve([
      figure("decide, p50", quantile(ms, 0.5), "ms"),
      atMost("decide, p99", quantile(ms, 0.99), "ms", 1),
      figure("memory of both, compiled", heldMiB, "MiB"),
      atMost("policy switch, longest step between taps", people5000.longestStepMs, "ms", 20),
      atMost("switch of grants, longest step", grants20000.longestStepMs, "ms", 20),
    ]);
  },
};
