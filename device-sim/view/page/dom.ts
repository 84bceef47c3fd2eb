// Draws a tree of plain values into the page and changes only what differs, so that focus stays.

export interface Drawn {
  readonly tag: string;
  readonly props: Props;
  readonly kids: readonly Kid[];
}
export type Kid = Drawn | string;
type Listener = (event: Event) => void;
export interface Props {
  readonly key?: string;
  /** CSS custom properties. */
  readonly vars?: Readonly<Record<string, string>>;
  readonly on?: Readonly<Record<string, Listener>>;
  readonly [attribute: string]:
    | string
    | number
    | boolean
    | undefined
    | Readonly<Record<string, string>>
    | Readonly<Record<string, Listener>>;
}

/** False and null are left out, lists are opened. */
export type Kids = readonly (Kid | number | false | null | undefined | readonly Kid[])[];

/** One element. False and null kids are left out. */
export function h(tag: string, props: Props = {}, ...kids: Kids): Drawn {
  const flat = kids.flatMap((kid): readonly Kid[] => {
    if (kid === false || kid === null || kid === undefined) return [];
    if (typeof kid === "number") return [String(kid)];
    return isMany(kid) ? kid : [kid];
  });
  return { tag, props, kids: flat };
}

function isMany(kid: Kid | readonly Kid[]): kid is readonly Kid[] {
  return Array.isArray(kid);
}

const drawnOf = new WeakMap<Node, Drawn>();

/** Makes the children of `parent` what `kids` say. */
export function paint(parent: Element, kids: readonly Kid[]): void {
  const before = [...parent.childNodes];
  const keyed = new Map<string, ChildNode>();
  for (const node of before) {
    const key = drawnOf.get(node)?.props.key;
    if (key !== undefined) keyed.set(key, node);
  }
  const used = new Set<ChildNode>();
  let next: ChildNode | null = parent.firstChild;
  for (const kid of kids) {
    const node = fitting(kid, { next, keyed, used });
    if (node === next) next = next?.nextSibling ?? null;
    else parent.insertBefore(node, next);
    used.add(node);
    if (typeof kid !== "string" && node instanceof Element) dress(node, kid);
  }
  for (const node of before) if (!used.has(node)) node.remove();
}

interface Around {
  readonly next: ChildNode | null;
  readonly keyed: ReadonlyMap<string, ChildNode>;
  readonly used: ReadonlySet<ChildNode>;
}

/** A node for the kid: the one with its key, the next one where it fits, or a new one. */
function fitting(kid: Kid, { next, keyed, used }: Around): ChildNode {
  if (typeof kid === "string") {
    if (next instanceof Text && !used.has(next)) {
      if (next.data !== kid) next.data = kid;
      return next;
    }
    return document.createTextNode(kid);
  }
  const { key } = kid.props;
  const same = key === undefined ? next : keyed.get(key);
  const old = same === null || same === undefined ? undefined : drawnOf.get(same);
  const fits = old?.tag === kid.tag && old.props.key === key;
  if (same !== null && same !== undefined && fits && !used.has(same)) return same;
  return document.createElement(kid.tag);
}

function dress(element: Element, kid: Drawn): void {
  const before = drawnOf.get(element);
  if (before === kid) return;
  drawnOf.set(element, kid);
  const { vars = {}, on = {}, key: _key, ...attributes } = kid.props;
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value !== "object") setAttribute(element, name, value);
  }
  for (const name of Object.keys(before?.props ?? {})) {
    if (!(name in kid.props) && name !== "on" && name !== "vars") element.removeAttribute(name);
  }
  if (element instanceof HTMLElement) {
    for (const [name, value] of Object.entries(vars)) {
      if (element.style.getPropertyValue(name) !== value) element.style.setProperty(name, value);
    }
  }
  if (before === undefined) {
    for (const name of Object.keys(on)) {
      element.addEventListener(name, (event) => drawnOf.get(element)?.props.on?.[name]?.(event));
    }
  }
  paint(element, kid.kids);
}

function setAttribute(
  element: Element,
  name: string,
  value: string | number | boolean | undefined,
): void {
  if (element instanceof HTMLInputElement && name === "checked") {
    element.checked = value === true;
    return;
  }
  if (value === undefined || value === false) element.removeAttribute(name);
  else {
    const text = value === true ? "" : String(value);
    if (element.getAttribute(name) !== text) element.setAttribute(name, text);
  }
}
