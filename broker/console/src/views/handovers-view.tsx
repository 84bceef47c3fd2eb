// All handovers, newest first, with what each side says.

import type { JSX } from "preact";
import type { HandoverView } from "../../../ports/custody-views.ts";
import { gatewayKey } from "../fleet.ts";
import { t } from "../language.ts";
import { CustodyLinks } from "../parts/custody-links.tsx";
import { HandoverCard } from "../parts/handover-card.tsx";
import { Loading } from "../parts/loading.tsx";
import { MoreButton } from "../parts/more-button.tsx";
import { ScreenTitle } from "../parts/screen-title.tsx";
import { usePages } from "../pages.ts";

function keyOf(view: HandoverView): string {
  return `${gatewayKey(view)}/${view.handover}`;
}

export function HandoversView(): JSX.Element {
  const pages = usePages<HandoverView>("api/v1/handovers", keyOf);
  return (
    <>
      <ScreenTitle text={t("handovers.title")} />
      <CustodyLinks />
      <Loading {...pages} isShown={pages.rows !== undefined} />
      {pages.rows?.length === 0 && <p class="quiet">{t("handovers.none")}</p>}
      <ol class="cards">
        {pages.rows?.map((view) => (
          <HandoverCard key={keyOf(view)} view={view} />
        ))}
      </ol>
      {pages.more !== undefined && (
        <MoreButton text={t("load.olderRows")} failure={pages.moreFailure} onMore={pages.more} />
      )}
    </>
  );
}
