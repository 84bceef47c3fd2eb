// Runs every test from source; end-to-end tests start the built programs,
// so `npm test` builds first.
import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import LongestFirst from "./test/longest-first.ts";

export default defineConfig({
  resolve: { conditions: ["driftbox-source"] },
  ssr: { resolve: { conditions: ["driftbox-source", "node", "import", "default"] } },
  test: {
    include: ["test/**/*.test.ts"],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Vitest would leave one processor idle. Long files mostly wait, for devices and processes.
    maxWorkers: availableParallelism() + 1,
    // Each scenario is half a dozen programs; beside other long files five at once starve all.
    maxConcurrency: 3,
    sequence: { sequencer: LongestFirst },
    reporters: ["default", "./test/closing-line.ts"],
  },
});
