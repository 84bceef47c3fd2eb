// What can be wrong, as one table: how bad it usually is, what it means, and what to do.

import { boxCauses } from "./causes-box.ts";
import { deviceCauses } from "./causes-device.ts";
import { hostCauses } from "./causes-host.ts";
import { recordCauses } from "./causes-record.ts";

/** Grouped by what they are about; the order is that of the documentation. */
export const causes = { ...deviceCauses, ...boxCauses, ...recordCauses, ...hostCauses };
export type Cause = keyof typeof causes;
