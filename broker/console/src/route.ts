// The address of a screen: `#/box/SITE/GATEWAY/NAME`, `#/events?kind=DoorForced`.

import { signal } from "@preact/signals";
import type { BoxPlace } from "../../ports/views.ts";

export interface Place {
  /** First part of the path: the screen. */
  readonly screen: string;
  /** Second part, decoded; empty when there is none. */
  readonly name: string;
  /** Everything after the screen, decoded. */
  readonly names: readonly string[];
  readonly query: URLSearchParams;
}

/** A malformed escape reads as no name at all. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return "";
  }
}

export function placeOf(hash: string): Place {
  const [path = "", query = ""] = hash.replace(/^#\/?/, "").split("?");
  const [screen = "", ...parts] = path.split("/");
  const names = parts.map(decoded);
  return {
    screen: screen === "" ? "boxes" : screen,
    name: names[0] ?? "",
    names,
    query: new URLSearchParams(query),
  };
}

export function hashOf(
  screen: string,
  name: string | readonly string[] = [],
  query: Readonly<Record<string, string>> = {},
): string {
  const names = [name].flat().filter((each) => each !== "");
  const path = [screen, ...names.map(encodeURIComponent)].join("/");
  const text = new URLSearchParams(query).toString();
  return `#/${path}${text === "" ? "" : `?${text}`}`;
}

/** The screen of one box. */
export function boxHash({ site, gateway, box }: BoxPlace): string {
  return hashOf("box", [site, gateway, box]);
}

export const place = signal<Place>(placeOf(""));

function read(): void {
  place.value = placeOf(location.hash);
}

export function startRoute(): void {
  window.addEventListener("hashchange", read);
  read();
}
