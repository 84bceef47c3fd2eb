// Runs the tests of one suite inside the guest: from source, with nothing written to the checkout.
import { defineConfig } from "vitest/config";

const suite = process.env["driftbox_suite"] ?? "gpio";

export default defineConfig({
  resolve: { conditions: ["driftbox-source"] },
  ssr: { resolve: { conditions: ["driftbox-source", "node", "import", "default"] } },
  test: {
    include: [`test/kernel/${suite}/**/*.kernel-test.ts`],
    // One processor; tests of one suite share the chip.
    pool: "forks",
    fileParallelism: false,
    cache: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    reporters: ["default", "./test/closing-line.ts"],
  },
});
