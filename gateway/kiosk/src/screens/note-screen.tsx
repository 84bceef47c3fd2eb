// Screens that state one thing: a sign, its words, and at most one button.

import type { JSX } from "preact";
import type { RefusalReason } from "@driftbox/proto";
import { press } from "../live.ts";
import { BigButton } from "../parts/big-button.tsx";
import { HeldTitle } from "../parts/held-title.tsx";
import { Mark, type MarkName } from "../parts/mark.tsx";
import { awaitedText, said, signalTable, t } from "../words.ts";

type NoteName = "working" | "alarm" | "locate";

const marks: Readonly<Record<NoteName, MarkName>> = {
  working: "wait",
  alarm: "stop",
  locate: "check",
};

export function NoteScreen({ name }: { readonly name: NoteName }): JSX.Element {
  const { color } = signalTable[name];
  return (
    <div class={`statement ${color}`} role="status">
      <Mark name={marks[name]} />
      <h1 tabIndex={-1}>{said(signalTable[name])}</h1>
    </div>
  );
}

/** Nothing new is taken in; what is here can be had, and staff goes on. */
export function SuspendedScreen(): JSX.Element {
  return (
    <div class="statement red" role="status">
      <HeldTitle text={said(signalTable.suspended)} />
      <p>{t("suspended.hint")}</p>
      <div class="answers">
        <BigButton
          label={t("start.pickup")}
          onPress={() => void press({ act: "go", to: "pickup" })}
        />
      </div>
    </div>
  );
}

export function PersonScreen({ reason }: { readonly reason: RefusalReason }): JSX.Element {
  return (
    <div class="statement amber" role="status">
      <Mark name="persons" />
      <h1 tabIndex={-1}>{said(awaitedText(reason) ?? signalTable.waiting)}</h1>
      <p>{t("person.hint")}</p>
    </div>
  );
}

interface Secured {
  readonly n: number;
  readonly isLinked: boolean;
}

export function SecuredScreen({ n, isLinked }: Secured): JSX.Element {
  return (
    <div class="statement green" role="status">
      <Mark name="check" />
      <h1 tabIndex={-1}>{said(signalTable.secured, { n })}</h1>
      {!isLinked && <p>{t("offline.note")}</p>}
      <BigButton label={t("understood")} onPress={() => void press({ act: "read" })} />
    </div>
  );
}

export function BlindScreen(): JSX.Element {
  return (
    <div class="statement" role="alert">
      <Mark name="cut" />
      <h1 tabIndex={-1}>{t("blind.title")}</h1>
      <p>{t("blind.hint")}</p>
    </div>
  );
}
