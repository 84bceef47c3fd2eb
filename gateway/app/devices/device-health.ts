// Turns the health of a device into an input of the core: a device is there, or it is lost.

import type { Input } from "../../custody/inputs.ts";
import type { DeviceHealth } from "../../ports/devices.ts";

/** A device on its way up is neither online nor lost. */
export function reportHealth(
  offer: (input: Input) => void,
  device: string,
  health: DeviceHealth,
): void {
  switch (health.state) {
    case "online":
      offer({ kind: "DeviceHealthChanged", device, isOnline: true, reason: "" });
      return;
    case "absent":
    case "backing-off": {
      const { reason } = health;
      offer({ kind: "DeviceHealthChanged", device, isOnline: false, reason });
      return;
    }
    case "opening":
    case "probing":
      return;
  }
}
