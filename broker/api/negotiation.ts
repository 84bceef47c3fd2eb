// Reads Accept and Accept-Language: which language and which representation a client asked for.

import type { Language } from "./problem.ts";

interface Weighted {
  readonly value: string;
  readonly weight: number;
}

/** Longer headers are cut; nobody names that many kinds. */
const partsMaxCount = 32;

function weighted(header: string): Weighted[] {
  return header
    .split(",", partsMaxCount)
    .map((part) => {
      const [value = "", ...parameters] = part.split(";");
      const quality = parameters.map((text) => text.trim()).find((text) => text.startsWith("q="));
      const weight = quality === undefined ? 1 : Number(quality.slice(2));
      return { value: value.trim().toLowerCase(), weight: Number.isFinite(weight) ? weight : 0 };
    })
    .filter(({ value, weight }) => value !== "" && weight > 0);
}

/** Chinese when it is asked for at least as much as English; English when nothing is said. */
export function languageOf(header: string | undefined): Language {
  const asked = weighted(header ?? "");
  const best = (prefix: string): number =>
    Math.max(0, ...asked.filter(({ value }) => value.startsWith(prefix)).map((row) => row.weight));
  const zh = best("zh");
  return zh > 0 && zh >= best("en") ? "zh" : "en";
}

/** Whether a client takes `mediaType`; saying nothing takes everything (RFC 9110, 12.5.1). */
export function canAccept(header: string | undefined, mediaType: string): boolean {
  if (header === undefined || header.trim() === "") return true;
  const family = `${mediaType.slice(0, mediaType.indexOf("/"))}/*`;
  return weighted(header).some(({ value }) => [mediaType, family, "*/*"].includes(value));
}
