// Who has a parcel now, in one line.

import type { ParcelView } from "../../ports/views.ts";
import { t } from "./language.ts";

type Held = Pick<ParcelView, "custodian" | "box" | "compartment" | "person" | "containers">;

/** One custodian always, or unknown; what it is in is named from the inside out. */
export function custodianText(view: Held): string {
  const place = placeText(view);
  if (view.containers.length === 0) return place;
  return t("parcel.within", { container: view.containers.join(t("parcel.inside")), place });
}

function placeText(view: Held): string {
  const { box, compartment, person } = view;
  // By a code, or opened from afar: who has it gave no name.
  if (view.custodian === "person" && person === "") return t("parcel.withNobodyNamed");
  if (view.custodian === "person" && person !== null) return t("parcel.withPerson", { person });
  if (view.custodian !== "box" || box === null) return t("parcel.withUnknown");
  if (compartment === null) return t("parcel.inBoxOnly", { box });
  return t("parcel.inBox", { box, n: compartment });
}
