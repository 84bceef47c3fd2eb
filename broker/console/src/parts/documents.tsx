// The documents that a gateway works with, how old each is, and which is older than it may be.

import type { JSX } from "preact";
import type { DocumentsView } from "../../../ports/custody-views.ts";
import type { GatewayView } from "../../../ports/views.ts";
import { t } from "../language.ts";
import { nowMs } from "../live.ts";
import { Age } from "./moment.tsx";

interface AgedProps {
  readonly name: string;
  readonly atMs: number | null;
  readonly staleAfterMs: number;
}

function Aged({ name, atMs, staleAfterMs }: AgedProps): JSX.Element | null {
  if (atMs === null) return null;
  const isStale = nowMs.value - atMs > staleAfterMs;
  return (
    <span class="document">
      {name}{" "}
      <span class="quiet">
        <Age atMs={atMs} />
      </span>{" "}
      {isStale && <strong class="mark warn">{t("documents.stale")}</strong>}
    </span>
  );
}

/** The center has published a policy that the gateway has not said to work with. */
function Waiting({ policyVersion, publishedVersion }: DocumentsView): JSX.Element | null {
  if (publishedVersion === null || publishedVersion <= (policyVersion ?? 0)) return null;
  return <strong class="mark warn">{t("documents.waiting", { version: publishedVersion })}</strong>;
}

/** Grants have no rule of age: each ends by itself. */
export function Documents({ view: { documents } }: { view: GatewayView }): JSX.Element {
  const { policyVersion, policyIssuedMs, blockListMs, staleAfterMs } = documents;
  const { grantsVersion, grantsIssuedMs, grantCount } = documents;
  if (policyVersion === null) return <span class="quiet">{t("documents.policyNone")}</span>;
  const grants = { version: grantsVersion ?? 0, n: grantCount ?? 0 };
  return (
    <span class="documents">
      <Aged
        name={t("documents.policy", { version: policyVersion })}
        atMs={policyIssuedMs}
        staleAfterMs={staleAfterMs}
      />
      <Aged name={t("documents.blockList")} atMs={blockListMs} staleAfterMs={staleAfterMs} />
      <Aged
        name={t("documents.grants", grants)}
        atMs={grantsIssuedMs}
        staleAfterMs={Number.POSITIVE_INFINITY}
      />
      <Waiting {...documents} />
    </span>
  );
}
