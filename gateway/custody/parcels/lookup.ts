// Looks up names that come from outside in records: nothing that every object has is found.

/** What a record holds under a key of its own. */
export function ownOf<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
