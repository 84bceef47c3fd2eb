// The gateways, their links over the sea, and their power.

import { h, type Drawn } from "../dom.ts";
import type { GatewayView } from "../shapes.ts";
import type { Picture, Store } from "../store.ts";
import { button, mark, section } from "./pieces.ts";

const slowLinkMs = 2_000;

export function drawGateways(store: Store, { sections }: Picture): Drawn {
  const gateways = sections.about.gateways.flatMap((name) => sections.gateways[name] ?? []);
  const cards = gateways.map((one) =>
    h(
      "article",
      { key: one.gateway, class: "unit", "aria-label": one.gateway },
      h("h3", {}, one.gateway, " ", h("span", { class: "quiet" }, one.site)),
      drawProgram(store, one),
      drawLink(store, one),
      drawDisk(store, one),
      ...drawPower(store, one),
    ),
  );
  return section("gateways", store.say("gateways"), ...cards);
}

function drawProgram(store: Store, { gateway, isRunning }: GatewayView): Drawn {
  if (isRunning === null) return h("p", {}, mark("plain", store.say("elsewhere")));
  return h(
    "p",
    {},
    isRunning ? mark("fine", store.say("running")) : mark("alarm", store.say("dead")),
    button({
      label: store.say(isRunning ? "kill" : "start"),
      about: gateway,
      tone: isRunning ? "danger" : "quiet",
      act: () => store.act(isRunning ? "kill-gateway" : "start-gateway", { gateway }),
    }),
  );
}

function drawLink(store: Store, { gateway, link }: GatewayView): Drawn | false {
  if (link === null) return false;
  const state = {
    up: mark("fine", store.say("linkUp")),
    slow: mark("warn", store.say("linkSlow")),
    cut: mark("alarm", store.say("linkCut")),
  }[link];
  const about = `${store.say("link")} ${gateway}`;
  const cut = (): unknown => store.act("cut-link", { gateway });
  const slow = (): unknown => store.act("slow-link", { gateway, "delay-ms": slowLinkMs });
  const restore = (): unknown => store.act("restore-link", { gateway });
  return h(
    "p",
    {},
    `${store.say("link")} `,
    state,
    button({ label: store.say("cut"), about, isDisabled: link === "cut", act: cut }),
    button({ label: store.say("slow"), about, isDisabled: link === "slow", act: slow }),
    button({ label: store.say("restore"), about, isDisabled: link === "up", act: restore }),
  );
}

function drawDisk(store: Store, { gateway, isDiskFull }: GatewayView): Drawn | false {
  if (isDiskFull === null) return false;
  return h(
    "p",
    {},
    `${store.say("disk")} `,
    isDiskFull ? mark("alarm", store.say("diskFull")) : mark("fine", store.say("diskFree")),
    button({
      label: store.say(isDiskFull ? "makeRoom" : "fill"),
      about: `${store.say("disk")} ${gateway}`,
      act: () => store.act("disk-full", { gateway, on: !isDiskFull }),
    }),
  );
}

function drawPower(store: Store, { gateway, power }: GatewayView): readonly Drawn[] {
  if (power === null) return [];
  const { hasMains, isBatteryLow } = power;
  const mains = h(
    "p",
    {},
    `${store.say("mains")} `,
    hasMains ? mark("fine", store.say("there")) : mark("alarm", store.say("gone")),
    button({
      label: store.say(hasMains ? "cut" : "restore"),
      about: `${store.say("mains")} ${gateway}`,
      act: () => store.act("mains", { gateway, on: !hasMains }),
    }),
  );
  const battery = h(
    "p",
    {},
    `${store.say("battery")} `,
    isBatteryLow ? mark("alarm", store.say("low")) : mark("fine", store.say("full")),
    button({
      label: store.say(isBatteryLow ? "charge" : "drain"),
      about: `${store.say("battery")} ${gateway}`,
      act: () => store.act("battery", { gateway, low: !isBatteryLow }),
    }),
  );
  return [mains, battery];
}
