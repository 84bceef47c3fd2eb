// The address of a screen: `#/box/NAME`, `#/events?kind=DoorForced`.

import { signal } from "@preact/signals";

export interface Place {
  /** First part of the path: the screen. */
  readonly screen: string;
  /** Second part, decoded; empty when there is none. */
  readonly name: string;
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
  const [screen = "", name = ""] = path.split("/");
  return {
    screen: screen === "" ? "boxes" : screen,
    name: decoded(name),
    query: new URLSearchParams(query),
  };
}

export function hashOf(
  screen: string,
  name = "",
  query: Readonly<Record<string, string>> = {},
): string {
  const path = name === "" ? screen : `${screen}/${encodeURIComponent(name)}`;
  const text = new URLSearchParams(query).toString();
  return `#/${path}${text === "" ? "" : `?${text}`}`;
}

export const place = signal<Place>(placeOf(""));

function read(): void {
  place.value = placeOf(location.hash);
}

export function startRoute(): void {
  window.addEventListener("hashchange", read);
  read();
}
