// Since when a parcel is with whoever has it, and why nobody is known to where that is so.

import type { JSX } from "preact";
import type { ParcelView } from "../../../ports/views.ts";
import { kindText } from "../fact-tone.ts";
import { t, wireWord } from "../language.ts";
import { HappenedMoment } from "./moment.tsx";

export function Since({ view }: { view: ParcelView }): JSX.Element | null {
  const { since, custodian, unvouched } = view;
  if (since === null) return null;
  return (
    <span class={custodian === "unknown" ? "notable" : "quiet"}>
      {custodian === "unknown" ? t("parcel.unknownSince") : t("parcel.since")}{" "}
      <HappenedMoment event={since} /> ·{" "}
      {unvouched === null ? kindText(since.kind) : wireWord("unvouched", unvouched)}
    </span>
  );
}
