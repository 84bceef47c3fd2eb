// The first five thousand box-days: the real core, loop, outbox and judge in virtual time.

import { it } from "vitest";
import { drawnSeed, expectSoundWorlds } from "./sound-worlds.ts";

it("the first five thousand box-days break no rule and lose nothing", { timeout: 600_000 }, () =>
  expectSoundWorlds(drawnSeed() + 0),
);
