// One custody event as a line: when, what, where, who, and the marks that must not be overlooked.

import type { JSX } from "preact";
import type { BoxPlace, EventView } from "../../../ports/views.ts";
import { factNote, kindText, toneOf } from "../fact-tone.ts";
import { t } from "../language.ts";
import { boxHash, hashOf } from "../route.ts";
import { Evidence } from "./evidence.tsx";
import { HappenedMoment, LateMark, Moment } from "./moment.tsx";

interface Props {
  readonly event: EventView;
  /** What the surrounding page already says, so that lines need not repeat it. */
  readonly known?: { readonly box?: BoxPlace; readonly parcel?: string };
  /** Shows the evidence at once. */
  readonly isOpen?: boolean;
}

/** True for an event of this very box. */
export function isOf(event: EventView, { site, gateway, box }: BoxPlace): boolean {
  return event.site === site && event.gateway === gateway && event.box === box;
}

function Where({ event, known = {} }: Props): JSX.Element {
  const { site, gateway, box, compartment, person, parcels } = event;
  const isHere = known.box !== undefined && isOf(event, known.box);
  const others = parcels.filter((parcel) => parcel !== known.parcel);
  return (
    <span class="where">
      {box !== null && !isHere && <a href={boxHash({ site, gateway, box })}>{box}</a>}
      {compartment !== null && compartment > 0 && (
        <span>{t("box.compartment", { n: compartment })}</span>
      )}
      {box === null && <span>{gateway}</span>}
      {person !== null && <span class="code">{person}</span>}
      {others.map((parcel) => (
        <a key={parcel} class="code" href={hashOf("parcel", parcel)}>
          {parcel}
        </a>
      ))}
    </span>
  );
}

/** Happened first and large; received beside it, because the two may be hours apart. */
export function EventLine({ event, known, isOpen = false }: Props): JSX.Element {
  const note = factNote(event);
  return (
    <li class={`event ${toneOf(event.kind)} ${event.isLate ? "islate" : ""}`}>
      <div class="when">
        <strong>
          <HappenedMoment event={event} />
        </strong>
        <span class="received">
          {t("time.received")} <Moment atMs={event.receivedMs} />
        </span>
      </div>
      <div class="what">
        <p>
          <strong class="kind">{kindText(event.kind)}</strong>
          {note !== "" && <span class="note">{note}</span>}
          <LateMark event={event} />
          <Where event={event} {...(known === undefined ? {} : { known })} />
        </p>
        <Evidence event={event} isOpen={isOpen} />
      </div>
    </li>
  );
}
