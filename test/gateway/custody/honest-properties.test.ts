// Where people are honest and sensors tell the truth, the gateway names no wrong custodian.

import fc from "fast-check";
import { expect, it } from "vitest";
import { honestLife, HonestWorld } from "./honest-lives.ts";
import { expectReached, seed } from "./property-seed.ts";

const nothing = {
  deposits: 0,
  takings: 0,
  handovers: 0,
  sealings: 0,
  betweenDoors: 0,
  cutsWhileOpen: 0,
  rightCount: 0,
};

it("a parcel is said to be where it is, or nobody vouches for it, whichever doors are open", () => {
  const count = { ...nothing };
  fc.assert(
    fc.property(honestLife, (deeds) => {
      const world = new HonestWorld();
      for (const { run } of deeds) run(world);
      world.end();
      count.deposits += world.deposits;
      count.takings += world.takings;
      count.handovers += world.handovers;
      count.sealings += world.sealings;
      count.betweenDoors += world.betweenDoors;
      count.cutsWhileOpen += world.cutsWhileOpen;
      count.rightCount += world.rightCount;
    }),
    { numRuns: 150, seed },
  );
  expectReached("honest people", count);
  expect(count.rightCount).toBeGreaterThan(count.deposits);
});
