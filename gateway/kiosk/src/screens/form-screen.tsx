// One question of a deed: an answer is chosen, or typed where it is a number that nobody lists.

import type { JSX } from "preact";
import { emergencyReasons, openingReasons, type PanelScreen } from "../../../ports/panel.ts";
import { press } from "../live.ts";
import { NumberPad } from "../parts/number-pad.tsx";
import { Paged } from "../parts/paged.tsx";
import { said, t } from "../words.ts";

type Form = Extract<PanelScreen, { readonly name: "form" }>;

const typedMaxCount = 24;
/** Reasons are whole words; numbers of doors are short. */
const wide = 220;
const narrow = 116;

function say(value: string): void {
  void press({ act: "say", value });
}

function isNameOf<T extends object>(table: T, name: string): name is Extract<keyof T, string> {
  return Object.keys(table).includes(name);
}

function doorOf({ deed, off }: Form, n: string): string {
  const isOff = off.includes(n);
  if (deed === "switch") return t(isOff ? "form.enable" : "form.disable", { n });
  return t(isOff ? "form.off" : "form.door", { n });
}

function labelOf(form: Form, choice: string): string {
  const { field } = form;
  switch (field) {
    case "method":
      return t(
        choice === "tags" ? "method.tags" : choice === "scan" ? "method.scan" : "method.count",
      );
    case "where":
      return t(choice === "way" ? "where.way" : "where.end");
    case "seal-state":
      return t(choice === "broken" ? "seal.broken" : "seal.intact");
    case "compartment":
      return doorOf(form, choice);
    case "reason":
      return isNameOf(emergencyReasons, choice) ? said(emergencyReasons[choice]) : choice;
    case "explanation":
      return isNameOf(openingReasons, choice) ? said(openingReasons[choice]) : choice;
    default:
      return choice;
  }
}

export function FormScreen(form: Form): JSX.Element {
  const { field, choices, canType, isTyping, isDenied } = form;
  const title = t(`form.${field}`);
  if (isTyping) {
    return (
      <NumberPad
        title={title}
        {...(isDenied && { hint: t("form.denied") })}
        isShown={true}
        hasLetters={true}
        minCount={1}
        maxCount={typedMaxCount}
        onEntry={say}
      />
    );
  }
  const keys = canType ? [...choices, undefined] : choices;
  return (
    <>
      <div class="heading">
        <h1 tabIndex={-1}>{title}</h1>
        {keys.length === 0 && <p>{t("form.nothing")}</p>}
      </div>
      <Paged items={keys} kind="keys" rowPx={60} columnPx={field === "compartment" ? narrow : wide}>
        {(choice) =>
          choice === undefined ? (
            <button type="button" key="" class="other" onClick={() => void press({ act: "type" })}>
              {t("form.type")}
            </button>
          ) : (
            <button type="button" key={choice} onClick={() => say(choice)}>
              {labelOf(form, choice)}
            </button>
          )
        }
      </Paged>
    </>
  );
}
