// How much room a box has left, by what its gateway says that fits in.

/** Of one compartment: what fits, 0 = not said, and what is in it. */
export interface Room {
  readonly holds: number;
  readonly isEnabled: boolean;
  readonly parcels: readonly string[];
  readonly presence: string;
}

/** Parcels that still fit into a box, and that fit in all. */
export interface RoomLeft {
  readonly free: number;
  readonly all: number;
}

/** A warning while so much of a box is left: it is emptied before it is full. */
const leastFreeShare = 0.2;

/** Compartments out of service take nothing; of one that does not say, nothing is known. */
export function roomLeft(compartments: readonly Room[]): RoomLeft {
  const open = compartments.filter(({ isEnabled, holds }) => isEnabled && holds > 0);
  const taken = open.map(({ holds, parcels, presence }) => {
    const seen = presence === "occupied" ? 1 : 0;
    return Math.min(holds, Math.max(parcels.length, seen));
  });
  const all = open.reduce((sum, { holds }) => sum + holds, 0);
  return { free: all - taken.reduce((sum, count) => sum + count, 0), all };
}

export function isNearlyFull({ free, all }: RoomLeft): boolean {
  return all > 0 && free <= all * leastFreeShare;
}
