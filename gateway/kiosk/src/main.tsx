// Starts the kiosk page: nothing to remember, nothing to choose, only what the gateway says.

import { render } from "preact";
import { App } from "./app.tsx";
import { startLive, touch } from "./live.ts";

document.addEventListener("pointerdown", touch);
// No menu of the browser, no zoom, no selection: whoever holds a finger down holds a key down.
document.addEventListener("contextmenu", (event) => event.preventDefault());
const root = document.getElementById("app");
if (root !== null) render(<App />, root);
startLive();
