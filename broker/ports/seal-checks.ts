// Port to Ed25519: checks of seals and documents under keys written as hex.

import type { RecordParts, Verifier } from "@driftbox/proto";
import type { KeyHex } from "../core/chain.ts";

/** False for a weak or malformed key; never throws. */
export interface SealChecks {
  check(key: KeyHex, record: RecordParts): boolean;
  /** The same beside the loop, so that finishing a backlog does not hold up ingest. */
  checkBeside(key: KeyHex, record: RecordParts): Promise<boolean>;
  /** Verifier of documents under the key; undefined for a weak or malformed one. */
  verifier(key: KeyHex): Verifier | undefined;
}
