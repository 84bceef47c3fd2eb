// Small pieces that every part of the page is made of: buttons, facts, sections.

import { h, type Drawn, type Kid, type Kids } from "../dom.ts";
import type { Store } from "../store.ts";
import type { WordKey } from "../words.ts";

/** A titled section of the page. */
export function section(name: string, title: string, ...kids: Kids): Drawn {
  const id = `title-${name}`;
  return h(
    "section",
    { key: name, class: name, "aria-labelledby": id },
    h("h2", { id }, title),
    ...kids,
  );
}

export interface ButtonOptions {
  readonly label: string;
  /** For people who cannot see what the button stands beside. */
  readonly about?: string;
  readonly isDisabled?: boolean;
  readonly tone?: "quiet" | "strong" | "danger";
  readonly act: () => unknown;
}

export function button({ label, about, isDisabled, tone = "quiet", act }: ButtonOptions): Drawn {
  return h(
    "button",
    {
      type: "button",
      class: tone,
      // Disabled buttons stay in the order of focus, so that nobody loses their place.
      "aria-disabled": isDisabled === true ? "true" : undefined,
      "aria-label": about === undefined ? undefined : `${label}: ${about}`,
      on: {
        click: () => {
          if (isDisabled !== true) act();
        },
      },
    },
    label,
  );
}

/** A state in words with a sign before it that is not only a color. */
export function mark(tone: "fine" | "plain" | "warn" | "alarm", text: string): Drawn {
  const signs = { fine: "✓", plain: "·", warn: "!", alarm: "✕" };
  return h("span", { class: `mark ${tone}` }, h("i", { "aria-hidden": "true" }, signs[tone]), text);
}

/** One name and its value. */
export function fact(store: Store, key: WordKey, value: Kid): Drawn {
  return h("div", {}, h("dt", {}, store.say(key)), h("dd", {}, value));
}

export interface SwitchOptions {
  readonly label: string;
  readonly isOn: boolean;
  readonly act: (isOn: boolean) => unknown;
}

export function checkbox({ label, isOn, act }: SwitchOptions): Drawn {
  const change = (event: Event): void => {
    if (event.target instanceof HTMLInputElement) act(event.target.checked);
  };
  const input = h("input", { type: "checkbox", checked: isOn, on: { change } });
  return h("label", { class: isOn ? "switch on" : "switch" }, input, label);
}

/** How many of what stands before it are on; nothing when none is. */
export function countOf(count: number): string {
  return count === 0 ? "" : ` (${count})`;
}

/** `m:ss.s` of the simulated world. */
export function worldTime(atMs: number): string {
  const seconds = atMs / 1_000;
  const minutes = Math.floor(seconds / 60);
  return `${minutes}:${(seconds - minutes * 60).toFixed(1).padStart(4, "0")}`;
}

/** Takes what is dragged here: dropping it is the same as the button. */
export function dropTarget(act: () => void): Readonly<Record<string, (event: Event) => void>> {
  return {
    dragover: (event) => event.preventDefault(),
    drop: (event) => {
      event.preventDefault();
      act();
    },
  };
}
