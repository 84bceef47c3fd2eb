// Light, dark or as the system: the choice and where it is kept.

import { signal } from "@preact/signals";
import { keepChoice, readChoice } from "./language.ts";

export type Appearance = "system" | "light" | "dark";

const storageKey = "driftbox.appearance";
const order = ["system", "light", "dark"] as const;

export const appearance = signal<Appearance>("system");

function apply(next: Appearance): void {
  appearance.value = next;
  document.documentElement.dataset["theme"] = next;
}

export function startAppearance(): void {
  apply(order.find((each) => each === readChoice(storageKey)) ?? "system");
}

export function turnAppearance(): void {
  const next = order[(order.indexOf(appearance.value) + 1) % order.length] ?? "system";
  apply(next);
  keepChoice(storageKey, next);
}
