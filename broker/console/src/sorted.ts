// A sorted copy, because Array.prototype.toSorted is younger than the browsers served.

export function sorted<T>(rows: readonly T[], compare: (a: T, b: T) => number): T[] {
  const copy = [...rows];
  // oxlint-disable-next-line unicorn/no-array-sort -- a copy of ours; toSorted needs Chrome 110
  return copy.sort(compare);
}
