// Reads the next page of a list, and says why it did not.

import type { JSX } from "preact";
import type { Failure } from "../ask.ts";
import { t } from "../language.ts";

interface Props {
  readonly text: string;
  readonly failure: Failure | undefined;
  readonly onMore: () => void;
}

export function MoreButton({ text, failure, onMore }: Props): JSX.Element {
  return (
    <>
      {failure !== undefined && (
        <p class="quiet" role="alert">
          {t("load.failed", { detail: failure.detail })}
        </p>
      )}
      <button type="button" onClick={onMore}>
        {text}
      </button>
    </>
  );
}
