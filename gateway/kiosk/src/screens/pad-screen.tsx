// Digits are asked for: the code of a slip, or the PIN of a badge.

import type { JSX } from "preact";
import { press } from "../live.ts";
import { NumberPad } from "../parts/number-pad.tsx";
import { t } from "../words.ts";

const pinMinCount = 4;
/** The shortest code there is; its check digit is the last. */
const codeMinCount = 9;
const digitsMaxCount = 12;

function enter(digits: string): void {
  void press({ act: "digits", digits });
}

export function PickupScreen(): JSX.Element {
  return (
    <NumberPad
      title={t("pickup.title")}
      hint={t("pickup.hint")}
      isShown={true}
      minCount={codeMinCount}
      maxCount={digitsMaxCount}
      onEntry={enter}
    />
  );
}

export function PinScreen(): JSX.Element {
  return (
    <NumberPad
      title={t("pin.title")}
      isShown={false}
      minCount={pinMinCount}
      maxCount={digitsMaxCount}
      onEntry={enter}
    />
  );
}
