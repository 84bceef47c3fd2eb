// Somebody without card brings something: how large it is, its number, and whether it is in.

import type { JSX } from "preact";
import type { PanelAct, PanelScreen } from "../../../ports/panel.ts";
import { press } from "../live.ts";
import { BigButton } from "../parts/big-button.tsx";
import { NumberPad } from "../parts/number-pad.tsx";
import { t } from "../words.ts";

type Deposit = Extract<PanelScreen, { readonly name: "deposit" }>;
type Answers = Extract<PanelScreen, { readonly name: "deposited" }>["answers"];

const numberMaxCount = 12;

export function DepositScreen({ step, sizes }: Deposit): JSX.Element {
  const bring = (number: string): void => void press({ act: "deposit", number });
  if (step === "size") {
    return (
      <>
        <h1 tabIndex={-1}>{t("deposit.size")}</h1>
        <div class="choice">
          {sizes.map((size) => (
            <BigButton
              key={size}
              label={t(`deposit.${size}`)}
              onPress={() => void press({ act: "size", size })}
            />
          ))}
        </div>
      </>
    );
  }
  if (step === "is-numbered") {
    return (
      <>
        <h1 tabIndex={-1}>{t("deposit.isNumbered")}</h1>
        <div class="choice">
          <BigButton label={t("deposit.none")} onPress={() => bring("")} />
          <BigButton label={t("deposit.some")} onPress={() => void press({ act: "numbered" })} />
        </div>
      </>
    );
  }
  return (
    <NumberPad
      title={t("deposit.number")}
      isShown={true}
      minCount={1}
      maxCount={numberMaxCount}
      onEntry={bring}
    />
  );
}

type AnswerWord = Answers[number];

/** The buttons for what somebody says of their deposit. */
export function AnswerKeys({ answers }: { readonly answers: Answers }): JSX.Element | null {
  if (answers.length === 0) return null;
  const say = (answer: AnswerWord): PanelAct => ({ act: "answer", answer });
  return (
    <div class="answers">
      {answers.map((answer) => (
        <BigButton
          key={answer}
          kind={answer === "done" ? "main" : "other"}
          label={t(`answer.${answer}`)}
          onPress={() => void press(say(answer))}
        />
      ))}
    </div>
  );
}

interface Deposited {
  readonly n: number;
  readonly answers: Answers;
}

export function DepositedScreen({ n, answers }: Deposited): JSX.Element {
  return (
    <div class="statement green">
      <h1 tabIndex={-1}>{t("deposited.title", { n })}</h1>
      <AnswerKeys answers={answers} />
    </div>
  );
}
