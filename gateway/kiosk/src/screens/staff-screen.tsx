// A badge is asked for; everything else of staff begins with it.

import type { JSX } from "preact";
import { press } from "../live.ts";
import { BigButton } from "../parts/big-button.tsx";
import { Mark } from "../parts/mark.tsx";
import { t } from "../words.ts";

export function StaffScreen(): JSX.Element {
  return (
    <div class="statement">
      <Mark name="badge" />
      <h1 tabIndex={-1}>{t("staff.title")}</h1>
      <p>{t("staff.hint")}</p>
      <div class="answers">
        <BigButton
          kind="other"
          label={t("staff.handover")}
          onPress={() => void press({ act: "go", to: "handover" })}
        />
        <BigButton
          kind="other"
          label={t("staff.service")}
          onPress={() => void press({ act: "service", word: "maintain" })}
        />
      </div>
    </div>
  );
}
