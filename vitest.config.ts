// Runs every test from source; end-to-end tests start the built programs,
// so `npm test` builds first.
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { conditions: ["driftbox-source"] },
  ssr: { resolve: { conditions: ["driftbox-source", "node", "import", "default"] } },
  test: {
    include: ["test/**/*.test.ts"],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    reporters: ["default", "./test/closing-line.ts"],
  },
});
