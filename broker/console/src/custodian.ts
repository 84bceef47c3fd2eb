// Who has a parcel now, in one line.

import type { ParcelView } from "../../ports/views.ts";
import { t } from "./language.ts";

export function custodianText(view: ParcelView): string {
  const { container } = view;
  const place = placeText(view);
  return container === null ? place : t("parcel.within", { container, place });
}

function placeText(view: ParcelView): string {
  const { box, compartment, person } = view;
  if (view.custodian === "person" && person !== null) return t("parcel.withPerson", { person });
  if (view.custodian !== "box" || box === null) return t("parcel.withUnknown");
  if (compartment === null) return t("parcel.inBoxOnly", { box });
  return t("parcel.inBox", { box, n: compartment });
}
