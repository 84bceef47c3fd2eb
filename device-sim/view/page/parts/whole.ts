// The page from top to bottom.

import { h, type Kid } from "../dom.ts";
import type { Store } from "../store.ts";
import { drawBoxes } from "./boxes.ts";
import { drawDevices } from "./devices.ts";
import { drawGateways } from "./gateways.ts";
import { drawHand } from "./hand.ts";
import { drawLog } from "./log.ts";
import { drawMasthead } from "./masthead.ts";
import { drawMonitors } from "./monitors.ts";
import { drawWires } from "./wires.ts";

export function drawPage(store: Store): readonly Kid[] {
  const { picture, answer } = store.state;
  const head = drawMasthead(store);
  if (picture === undefined) {
    const waiting = h("p", { class: "waiting" }, store.say("connecting"), " …");
    return [head, h("main", { key: "wait", id: "main" }, waiting)];
  }
  const said = answer === undefined ? "" : answerText(store, answer.isOk, answer.seen);
  return [
    head,
    h(
      "main",
      { key: "main", id: "main" },
      drawMonitors(store, picture),
      h(
        "div",
        { class: "desk" },
        drawHand(store, picture),
        h("div", { class: "stage" }, drawBoxes(store, picture), drawWires(store, picture)),
        h("div", { class: "side" }, drawGateways(store, picture), drawLog(store, picture)),
        drawDevices(store, picture),
      ),
    ),
    h(
      "p",
      {
        key: "answer",
        class: answer?.isOk === false ? "answer refused" : "answer",
        role: "status",
        hidden: answer === undefined || answer.isOk,
      },
      said,
    ),
  ];
}

function answerText(store: Store, isOk: boolean, seen: string): string {
  return `${store.say(isOk ? "done" : "notDone")}: ${seen}`;
}
