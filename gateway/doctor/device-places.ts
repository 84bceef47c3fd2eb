// Which box a device serves, by the configuration.

import { boardIdOf } from "../compose/boards.ts";
import type { GatewayConfig } from "../config/config.ts";

/** Undefined: none in particular, or several. */
export function boxOfDevice(config: GatewayConfig, id: string): string | undefined {
  const reader = [...config.readers, ...config.scanners].find((one) => one.id === id);
  if (reader !== undefined) return reader.box.value;
  const served = config.boxes.filter(({ compartments }) =>
    compartments.some(({ lock }) => boardIdOf(lock.value) === id),
  );
  return served.length === 1 ? served[0]?.id : undefined;
}
