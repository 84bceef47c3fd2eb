// The self-test of a box, one step a screen. It looks and shows, and never opens anything.

import type { JSX } from "preact";
import type { PanelScreen, PanelTestRow } from "../../../ports/panel.ts";
import { press } from "../live.ts";
import { BigButton } from "../parts/big-button.tsx";
import { Mark } from "../parts/mark.tsx";
import { Paged } from "../parts/paged.tsx";
import { t, type WordKey } from "../words.ts";

type Test = Extract<PanelScreen, { readonly name: "test" }>;

function Next({ isLast = false }: { readonly isLast?: boolean }): JSX.Element {
  return (
    <div class="answers">
      <BigButton
        label={t(isLast ? "test.end" : "test.next")}
        onPress={() => void press({ act: "test" })}
      />
    </div>
  );
}

function sense(level: boolean | undefined, yes: WordKey, no: WordKey): string {
  return level === undefined ? t("test.unread") : t(level ? yes : no);
}

function sensorText({ n, isOpen, isBolted, isOccupied, isLockOnline }: PanelTestRow): string {
  const words = [
    sense(isOpen, "test.open", "test.shut"),
    sense(isBolted, "test.bolted", "test.unbolted"),
    sense(isOccupied, "test.occupied", "test.empty"),
    ...(isLockOnline ? [] : [t("test.offline")]),
  ];
  return `${t("form.door", { n })} ${words.join(" · ")}`;
}

export function TestScreen({ step, rows }: Test): JSX.Element {
  if (step === "sensors") {
    return (
      <div class="handover">
        <div class="heading">
          <h1 tabIndex={-1}>{t("test.sensors")}</h1>
        </div>
        <Paged items={rows} kind="rows" rowPx={72}>
          {(row) => (
            <p class="row" key={row.n}>
              {sensorText(row)}
            </p>
          )}
        </Paged>
        <Next isLast={true} />
      </div>
    );
  }
  if (step !== "outputs") {
    return (
      <div class={`statement ${step}`} role="status">
        <h1 tabIndex={-1}>{t(`test.${step}`)}</h1>
        <p>{t("test.colorHint")}</p>
        <Next />
      </div>
    );
  }
  const on = rows.filter(({ isOutputOff }) => !isOutputOff).map(({ n }) => n);
  return (
    <div class={`statement ${on.length === 0 ? "green" : "red"}`} role="status">
      <Mark name={on.length === 0 ? "check" : "stop"} />
      <h1 tabIndex={-1}>
        {on.length === 0 ? t("test.outputs") : t("test.outputsOn", { n: on.join(", ") })}
      </h1>
      <Next />
    </div>
  );
}
