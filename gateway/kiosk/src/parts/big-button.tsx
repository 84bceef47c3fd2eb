// One of at most three big buttons of a screen.

import type { JSX } from "preact";
import { Mark, type MarkName } from "./mark.tsx";

interface Props {
  readonly mark?: MarkName;
  readonly label: string;
  /** `main` = what most people want here. */
  readonly kind?: "main" | "other";
  readonly onPress: () => void;
}

export function BigButton({ mark, label, kind = "main", onPress }: Props): JSX.Element {
  return (
    <button type="button" class={`big ${kind}`} onClick={onPress}>
      {mark !== undefined && <Mark name={mark} />}
      <span>{label}</span>
    </button>
  );
}
