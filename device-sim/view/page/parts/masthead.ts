// The top of the page: what plays, whether the page sees it, and the language.

import { h, type Drawn } from "../dom.ts";
import type { Store } from "../store.ts";
import { button, mark } from "./pieces.ts";

export function drawMasthead(store: Store): Drawn {
  const { picture, feed, choices } = store.state;
  const about = picture?.sections.about;
  const tone = feed === "live" ? "fine" : "warn";
  return h(
    "header",
    { key: "head", class: "masthead" },
    h("a", { class: "skip", href: "#main" }, store.say("skip")),
    h("img", { src: "mark.svg", alt: "", width: 34, height: 34 }),
    h(
      "div",
      { class: "who" },
      h("h1", {}, "Driftbox ", store.say("simulator")),
      about !== undefined &&
        h("p", {}, store.text(about.title), h("span", {}, ` · ${store.say("seed")} ${about.seed}`)),
    ),
    h("p", { class: "feed", role: "status" }, mark(tone, store.say(feed))),
    about === undefined
      ? false
      : about.consoleUrl === null
        ? h("p", { class: "quiet" }, store.say("devicesOnly"))
        : h(
            "a",
            { class: "console", href: about.consoleUrl, target: "_blank" },
            consoleText(store),
          ),
    h(
      "span",
      { class: "tongue", lang: choices.tongue === "zh" ? "en" : "zh-CN" },
      button({
        label: store.say("language"),
        act: () => store.choose({ tongue: choices.tongue === "zh" ? "en" : "zh" }),
      }),
    ),
  );
}

function consoleText(store: Store): string {
  return `${store.say("console")} ↗`;
}
