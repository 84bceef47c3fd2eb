// The version of everything that makes a projection out of the ledger's entries.

/**
 * Raise it whenever a fold, the subject of an event, or the decoding of payloads gives another
 * result for entries that may be stored already: a new kind of fact does. A ledger whose
 * projections were made under another version folds them again at its next start.
 */
export const foldVersion = 8;
