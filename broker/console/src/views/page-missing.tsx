// What an address shows that leads nowhere.

import type { JSX } from "preact";
import { t } from "../language.ts";
import { ScreenTitle } from "../parts/screen-title.tsx";
import { hashOf } from "../route.ts";

export function PageMissing(): JSX.Element {
  return (
    <>
      <ScreenTitle text={t("page.missing")} />
      <p>
        <a href={hashOf("boxes")}>{t("page.home")}</a>
      </p>
    </>
  );
}
