// Names of small documents, so that a name can never be a path.

/** Throws on anything but [a-z-]{1,32}: names are constants of the program. */
export function assertDocumentName(name: string): void {
  if (!/^[a-z-]{1,32}$/.test(name)) throw new Error(`document name ${JSON.stringify(name)}`);
}
