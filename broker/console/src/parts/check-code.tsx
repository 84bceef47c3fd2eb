// The check code of an event as people read it out, leading to what it commits to.

import type { JSX } from "preact";
import { checkCodeOf, fromHex, showCheckCode } from "@driftbox/proto";
import type { EventView } from "../../../ports/views.ts";
import { hashOf } from "../route.ts";

export function CheckCode({ event }: { event: EventView }): JSX.Element {
  const code = checkCodeOf(fromHex(event.eventId) ?? new Uint8Array(5));
  return (
    <a class="code" href={hashOf("code", code)}>
      {showCheckCode(code)}
    </a>
  );
}
