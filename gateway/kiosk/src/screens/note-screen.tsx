// Screens that state one thing: a sign, its words, and at most one button.

import type { JSX } from "preact";
import type { RefusalReason } from "@driftbox/proto";
import { press } from "../live.ts";
import { BigButton } from "../parts/big-button.tsx";
import { Mark, type MarkName } from "../parts/mark.tsx";
import { awaitedText, said, signalTable, t } from "../words.ts";

type NoteName = "working" | "alarm" | "suspended" | "maintenance" | "locate";

const marks: Readonly<Record<NoteName, MarkName>> = {
  working: "wait",
  alarm: "stop",
  suspended: "stop",
  maintenance: "tool",
  locate: "check",
};

/** `text` stands under the words of the sign. */
export function NoteScreen({
  name,
  text,
}: {
  readonly name: NoteName;
  readonly text?: string;
}): JSX.Element {
  const { color } = signalTable[name];
  return (
    <div class={`statement ${color}`} role="status">
      <Mark name={marks[name]} />
      <h1 tabIndex={-1}>{said(signalTable[name])}</h1>
      {text !== undefined && <p>{text}</p>}
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
      <BigButton label={t("understood")} onPress={() => void press({ act: "back" })} />
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
