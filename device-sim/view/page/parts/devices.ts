// Cables to pull, boards to cut from power, supplies to weaken, and faults of every wire.

import { h, type Drawn } from "../dom.ts";
import type { LineView } from "../shapes.ts";
import type { Picture, Store } from "../store.ts";
import { button, checkbox, countOf, mark, section } from "./pieces.ts";

/** Faults of single bytes come now and then; those of the wiring are there or not. */
const rareLayers: readonly string[] = ["noise", "bit-flip", "drop", "duplicate", "truncate"];
const rareRate = 0.05;
const delayMs = 400;

export function drawDevices(store: Store, { sections }: Picture): Drawn {
  const { about, lines, boxes, supplies } = sections;
  const cards = about.lines.flatMap((name) => {
    const line = lines[name];
    if (line === undefined) return [];
    const box = Object.values(boxes).find(({ board }) => board === name);
    return [
      drawLine(store, line, { layers: about.layers, isPowered: box?.isBoardPowered ?? null }),
    ];
  });
  const groups = about.supplyGroups.map((group) => {
    const isWeak = supplies.weak.includes(group);
    return h(
      "p",
      { key: group, class: "supply" },
      `${store.say("supply")} ${group} `,
      isWeak ? mark("warn", store.say("weak")) : mark("plain", store.say("strong")),
      button({
        label: store.say(isWeak ? "mend" : "weaken"),
        about: `${store.say("supply")} ${group}`,
        act: () => store.act("supply", { group, weak: !isWeak }),
      }),
    );
  });
  return section(
    "devices",
    store.say("devices"),
    h("div", { class: "units" }, cards),
    h("div", { class: "supplies" }, groups),
  );
}

interface Around {
  readonly layers: readonly string[];
  /** Null = nothing to switch. */
  readonly isPowered: boolean | null;
}

function drawLine(store: Store, line: LineView, { layers, isPowered }: Around): Drawn {
  const { line: device, isPlugged } = line;
  return h(
    "article",
    { key: device, class: isPlugged ? "unit" : "unit out", "aria-label": device },
    h("h3", {}, device, " ", h("span", { class: "quiet" }, [...new Set(line.drivers)].join(" "))),
    h("p", { class: "port" }, `${portOf(store, line)} · ${line.baudRate} Bd`),
    h(
      "p",
      {},
      isPlugged ? mark("fine", store.say("plugged")) : mark("alarm", store.say("unplugged")),
      button({
        label: store.say(isPlugged ? "unplug" : "replug"),
        about: device,
        act: () => store.act(isPlugged ? "unplug" : "replug", { device }),
      }),
      isPowered === null
        ? false
        : button({
            label: store.say(isPowered ? "cutPower" : "givePower"),
            about: device,
            act: () => store.act("board-power", { device, on: !isPowered }),
          }),
    ),
    h(
      "details",
      {},
      h("summary", {}, store.say("faults"), countOf(line.layers.length + line.flawsOn.length)),
      ...line.flaws.map((flaw) =>
        checkbox({
          label: store.name(flaw),
          isOn: line.flawsOn.includes(flaw),
          act: (on) => store.act("device-flaw", { device, flaw, on }),
        }),
      ),
      ...layers.map((layer) =>
        checkbox({
          label: store.name(layer),
          isOn: line.layers.includes(layer),
          act: (on) => store.act("byte-fault", { device, layer, ...settingOf(layer, on) }),
        }),
      ),
    ),
  );
}

/** A device on a bus is behind the port of the bus. */
function portOf(store: Store, { line, port, isTraced }: LineView): string {
  const lines = Object.values(store.state.picture?.sections.lines ?? {});
  const bus = lines.find((one) => one.isTraced && one.port === port && one.line !== line);
  return isTraced || bus === undefined ? port : `${store.say("onBus")} ${bus.line}`;
}

function settingOf(layer: string, isOn: boolean): Readonly<Record<string, number>> {
  if (!isOn) return { rate: 0 };
  const rate = rareLayers.includes(layer) ? rareRate : 1;
  return layer === "delay" || layer === "jitter" ? { rate, "delay-ms": delayMs } : { rate };
}
