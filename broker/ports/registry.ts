// Port to the enrolled gateways: who may speak at all, and under which key.

import type { GatewayName, SiteName } from "@driftbox/proto";
import type { GatewayIdentity } from "./ledger.ts";

/**
 * Contract: answers only identities whose enrollment the registrar signed and whose key is sound.
 * `find`, `named` and `identified` look again for a gateway that is not known, at most as often as
 * their adapter says, so a gateway enrolled while the center runs is found without a restart.
 */
export interface Registry {
  find(site: SiteName, gateway: GatewayName): GatewayIdentity | undefined;
  /** Names of gateways are unique at a center, whatever their site. */
  named(gateway: GatewayName): GatewayIdentity | undefined;
  identified(gatewayId: string): GatewayIdentity | undefined;
  all(): readonly GatewayIdentity[];
}
