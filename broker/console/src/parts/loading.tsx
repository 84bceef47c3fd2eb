// What stands in for content that is on its way or could not be had, or beside what is old.

import type { JSX } from "preact";
import type { Failure } from "../ask.ts";
import { t } from "../language.ts";

interface Props {
  readonly failure: Failure | undefined;
  readonly again: () => void;
  /** What was read before is shown still. */
  readonly isShown?: boolean;
}

export function Loading({ failure, again, isShown = false }: Props): JSX.Element {
  if (failure === undefined) {
    return isShown ? (
      <></>
    ) : (
      <p class="quiet" role="status">
        {t("load.wait")}
      </p>
    );
  }
  const { detail } = failure;
  return (
    <p class={isShown ? "notable" : "quiet"} role="alert">
      {isShown ? t("load.stale", { detail }) : t("load.failed", { detail })}{" "}
      <button type="button" onClick={again}>
        {t("load.again")}
      </button>
    </p>
  );
}
