// Builds the kiosk page into gateway/dist/kiosk, for Chrome 90 and with nothing from other hosts.
import { defineConfig } from "vite";

export default defineConfig({
  root: import.meta.dirname,
  base: "./",
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  build: {
    target: "chrome90",
    outDir: "../dist/kiosk",
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    // An inlined picture would need data: in the page's content security policy.
    assetsInlineLimit: 0,
  },
});
