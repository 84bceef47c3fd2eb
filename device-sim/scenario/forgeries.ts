// Ways in which a command that reaches a gateway is not what the center sent to it.

export const forgeries = [
  /** Not a byte is changed; the gateway it reaches may be another. */
  "none",
  /** Changed on the way, so that no signature fits. */
  "altered",
  /** From here on the center's own key signs what no program of it would. */
  "unreadable",
  "other-boot",
  "issued-ahead",
  "long-lived",
  "unknown-word",
  "unknown-setting",
] as const;
export type Forgery = (typeof forgeries)[number];
