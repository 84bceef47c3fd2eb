// Starts the page: listens to the simulator and draws whatever it tells.

import { paint } from "./dom.ts";
import { drawPage } from "./parts/whole.ts";
import { Store } from "./store.ts";

const root = document.getElementById("root");
let isDue = false;

const store = new Store(() => {
  if (isDue) return;
  isDue = true;
  requestAnimationFrame(draw);
});

function draw(): void {
  isDue = false;
  if (root === null) return;
  document.documentElement.lang = store.state.choices.tongue === "zh" ? "zh-CN" : "en";
  paint(root, drawPage(store));
}

draw();
store.listen();
