// The title of a screen for everybody. Staff hold it for two seconds; nobody else is shown the way.

import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { press } from "../live.ts";

/** Longer than any slip of a finger, short enough to be done with parcels under an arm. */
export const staffHoldMs = 2_000;

export function HeldTitle({ text }: { readonly text: string }): JSX.Element {
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const release = (): void => clearTimeout(timer.current);
  useEffect(() => release, []);
  const hold = (): void => {
    release();
    timer.current = setTimeout(() => void press({ act: "go", to: "staff" }), staffHoldMs);
  };
  return (
    <h1
      class="held"
      tabIndex={-1}
      onPointerDown={hold}
      onPointerUp={release}
      onPointerLeave={release}
      onPointerCancel={release}
    >
      {text}
    </h1>
  );
}
