// The screens of custody beside one another: parcels, handovers, manifests, check codes.

import type { JSX } from "preact";
import { t } from "../language.ts";
import { hashOf, place } from "../route.ts";

const screens = ["parcels", "handovers", "manifests", "code"] as const;

export function CustodyLinks(): JSX.Element {
  const { screen } = place.value;
  return (
    <p class="tabs" role="navigation" aria-label={t("custody.label")}>
      {screens.map((each) => (
        <a key={each} href={hashOf(each)} aria-current={each === screen ? "page" : undefined}>
          {t(`custody.${each}`)}
        </a>
      ))}
    </p>
  );
}
