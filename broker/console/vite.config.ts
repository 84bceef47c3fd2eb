// Builds the console into broker/dist/console, for Chrome 90 and with nothing from other hosts.
import { defineConfig } from "vite";

export default defineConfig({
  root: import.meta.dirname,
  base: "./",
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  build: {
    target: "chrome90",
    outDir: "../dist/console",
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    // An inlined picture would need data: in the page's content security policy.
    assetsInlineLimit: 0,
  },
});
