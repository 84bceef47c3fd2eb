// Starts the console: choices first, then what is known, then the stream from there on.

import { render } from "preact";
import { App } from "./app.tsx";
import { startAppearance } from "./appearance.ts";
import { applyChange, loadFleet } from "./fleet.ts";
import { startLanguage } from "./language.ts";
import { startLive } from "./live.ts";
import { startRoute } from "./route.ts";

const retryMs = 3_000;

/** Snapshot, then stream from its cursor; what changed while blind is read again on return. */
async function follow(): Promise<void> {
  const cursor = await loadFleet();
  if (cursor === undefined) {
    setTimeout(() => void follow(), retryMs);
    return;
  }
  startLive(cursor, { onOpen: () => void loadFleet(), onChange: applyChange });
}

startLanguage();
startAppearance();
startRoute();
const root = document.getElementById("app");
if (root !== null) render(<App />, root);
void follow();
