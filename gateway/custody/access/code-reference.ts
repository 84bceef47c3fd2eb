// How facts name what an opening rests on beside the policy: no digits, nothing that opens.

/** `grant`: one that opens once; the fact that names it so has spent it. */
export type Reference =
  | { readonly word: "pickup"; readonly parcel: string; readonly issue: number }
  | { readonly word: "once"; readonly day: number; readonly number: number }
  | { readonly word: "grant"; readonly grant: string };

/** `pickup/<parcel>/<issue>`, `once/<day>/<number>` or `grant/<grant>`. */
export function formatReference(reference: Reference): string {
  if (reference.word === "pickup") return `pickup/${reference.parcel}/${reference.issue}`;
  if (reference.word === "once") return `once/${reference.day}/${reference.number}`;
  return `grant/${reference.grant}`;
}

/** Undefined: a reference of a kind that this version does not know. */
export function parseReference(text: string): Reference | undefined {
  const slash = text.indexOf("/");
  const last = text.lastIndexOf("/");
  const middle = text.slice(slash + 1, last);
  const tail = text.slice(last + 1);
  const number = /^[0-9]{1,9}$/.test(tail) ? Number(tail) : undefined;
  switch (text.slice(0, Math.max(0, slash))) {
    case "grant":
      return { word: "grant", grant: text.slice(slash + 1) };
    case "pickup":
      return number === undefined || middle === ""
        ? undefined
        : { word: "pickup", parcel: middle, issue: number };
    case "once": {
      const isDay = /^[0-9]{1,9}$/.test(middle);
      return number === undefined || !isDay
        ? undefined
        : { word: "once", day: Number(middle), number };
    }
    default:
      return undefined;
  }
}
