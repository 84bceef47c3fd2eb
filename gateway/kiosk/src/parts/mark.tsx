// Line drawings beside words; never the only cue.

import type { JSX } from "preact";

/** Paths on a field of 24 by 24. */
const paths = {
  back: "M14 5l-7 7 7 7M7 12h12",
  help: "M5 4h4l2 5-3 2a12 12 0 0 0 5 5l2-3 5 2v4a1 1 0 0 1-1 1A16 16 0 0 1 4 5a1 1 0 0 1 1-1z",
  language: "M3 12h18M12 3a9 9 0 1 0 0 18 9 9 0 1 0 0-18M12 3c5 5 5 13 0 18M12 3c-5 5-5 13 0 18",
  contrast: "M3 19L8 6l5 13M4.5 15h7M14 19l3.5-9L21 19M15.5 16h4",
  sound: "M4 9v6h4l5 4V5L8 9zM16 9a4 4 0 0 1 0 6M18.5 6.5a8 8 0 0 1 0 11",
  silent: "M4 9v6h4l5 4V5L8 9zM16 9.5l5 5M21 9.5l-5 5",
  deposit: "M4 13v7h16v-7M12 3v11M7.5 9.5L12 14l4.5-4.5",
  pickup: "M4 13v7h16v-7M12 15V4M7.5 8.5L12 4l4.5 4.5",
  badge: "M5 4h14v17H5zM10 2h4v4h-4zM12 9.5a2 2 0 1 0 0 4 2 2 0 1 0 0-4M8 18a4 4 0 0 1 8 0",
  persons: "M8 5a3 3 0 1 0 0 6 3 3 0 1 0 0-6M2 20a6 6 0 0 1 12 0M16 6a3 3 0 1 1 0 5M17 14q5 0 5 6",
  erase: "M8 5h13v14H8l-6-7zM11 9l6 6M17 9l-6 6",
  check: "M4 12.5l5.5 5.5L20 6.5",
  stop: "M8 3h8l5 5v8l-5 5H8l-5-5V8zM12 7.5v5.5M12 16.4v.2",
  wait: "M6 3h12M6 21h12M7 3c0 5 4 6 5 9-1 3-5 4-5 9M17 3c0 5-4 6-5 9 1 3 5 4 5 9",
  tool: "M14 6a4 4 0 0 0 5 5l-8 8a2.1 2.1 0 0 1-3-3l8-8M14 6l3-3a4.5 4.5 0 0 1 3 6",
  cut: "M3 21L21 3M5 9a12 12 0 0 1 4-2M19 9a11 11 0 0 0-3-2M8 14a6 6 0 0 1 3-1M12 18v.2",
} as const;

export type MarkName = keyof typeof paths;

export function Mark({ name }: { readonly name: MarkName }): JSX.Element {
  return (
    <svg class="mark" viewBox="0 0 24 24" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}
