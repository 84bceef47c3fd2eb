// Runs the tests of one suite inside the guest: from source, with nothing written to the checkout.
import { defineConfig } from "vitest/config";
import { BaseSequencer } from "vitest/node";

const suite = process.env["driftbox_suite"] ?? "gpio";

/** Files by their names: what a test installs or removes is there or gone for those behind it. */
class ByName extends BaseSequencer {
  async sort(files) {
    return files.toSorted((one, other) => (one.moduleId < other.moduleId ? -1 : 1));
  }
}

export default defineConfig({
  resolve: { conditions: ["driftbox-source"] },
  ssr: { resolve: { conditions: ["driftbox-source", "node", "import", "default"] } },
  test: {
    include: [`test/kernel/${suite}/**/*.kernel-test.ts`],
    // One processor; tests of one suite share the chip.
    pool: "forks",
    fileParallelism: false,
    sequence: { sequencer: ByName },
    cache: false,
    // More than one wait of a test, each of which says what was waited for.
    testTimeout: 150_000,
    hookTimeout: 150_000,
    // Each test when it is over: a guest that is ended from outside says how far it came.
    reporters: ["verbose", "./test/closing-line.ts"],
  },
});
