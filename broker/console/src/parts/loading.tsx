// What stands in for content that is on its way or could not be had.

import type { JSX } from "preact";
import type { Failure } from "../ask.ts";
import { t } from "../language.ts";

interface Props {
  readonly failure: Failure | undefined;
  readonly again: () => void;
}

export function Loading({ failure, again }: Props): JSX.Element {
  if (failure === undefined) {
    return (
      <p class="quiet" role="status">
        {t("load.wait")}
      </p>
    );
  }
  return (
    <p class="quiet" role="alert">
      {t("load.failed", { detail: failure.detail })}{" "}
      <button type="button" onClick={again}>
        {t("load.again")}
      </button>
    </p>
  );
}
