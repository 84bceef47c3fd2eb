// Parcels by number, each a link to its way; "nothing" where there are none.

import type { JSX } from "preact";
import { t } from "../language.ts";
import { hashOf } from "../route.ts";

interface Props {
  readonly parcels: readonly string[];
  /** Those that the other side does not name, or that are missing. */
  readonly marked?: readonly string[];
}

export function ParcelList({ parcels, marked = [] }: Props): JSX.Element {
  if (parcels.length === 0) return <span class="quiet">{t("handover.nothing")}</span>;
  return (
    <span class="numbers">
      {parcels.map((parcel) => (
        <a
          key={parcel}
          class={`code ${marked.includes(parcel) ? "mark alarm" : ""}`}
          href={hashOf("parcel", parcel)}
        >
          {parcel}
        </a>
      ))}
    </span>
  );
}
