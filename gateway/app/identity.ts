// Who this gateway is and whom it trusts: what provisioning put into the data folder.

import type { GatewayName, Sha256, Signer, SiteName, Verifier } from "@driftbox/proto";

export interface Identity {
  readonly site: SiteName;
  readonly gateway: GatewayName;
  /** SHA-256(enrollment record)[0:16]. */
  readonly gatewayId: Uint8Array;
  /** SHA-256(enrollment record): `prev` of the first event. */
  readonly genesis: Uint8Array;
  readonly signer: Signer;
  /** Keys that may sign receipts and policies. */
  readonly centerKeys: readonly Verifier[];
  readonly sha256: Sha256;
  /** Name and version of this program. */
  readonly software: string;
}
