// Lives with a sensor that lies until it counts no more.

import type { Step } from "./random-steps.ts";
import { ferry, type Story } from "./story.ts";

/** A beam that sees nothing of what tags say, again and again. */
function lieOften(story: Story): void {
  for (const parcel of ["1", "2", "3", "4", "5", "6"]) {
    story.visit("depositor", ferry, { tags: [parcel], leaves: false });
    story.presence(ferry, true);
    story.presence(ferry, false);
    story.elapse(1_000);
  }
}

export const sensorLives: readonly (readonly Step[])[] = [[{ name: "lie often", run: lieOften }]];
