// What became of each command of a gateway: folded from its events, in the gateway's own order.

/** One event about commands. */
export interface CommandEvent {
  readonly cursor: number;
  readonly kind: string;
  readonly fact: Readonly<Record<string, unknown>>;
}

/** One command of the center, as the events of its gateway tell it. */
export interface CommandFold {
  readonly command: string;
  /** Empty: it was refused, and nothing more is known of it. */
  readonly word: string;
  readonly box: string;
  readonly compartment: number;
  readonly givenBy: string;
  readonly state: "accepted" | "refused" | "executed";
  /** Of an executed one how it ended, of a refused one why; empty = not known yet. */
  readonly outcome: string;
  /** The last event that changed it. */
  readonly cursor: number;
}

/** Kinds of events that speak of commands. */
export const commandKinds = ["CommandAccepted", "CommandRefused", "CommandExecuted"] as const;

/** A command of which one event was seen that is neither its mark nor its end. */
const unseen: Omit<CommandFold, "command" | "cursor"> = {
  word: "",
  box: "",
  compartment: 0,
  givenBy: "",
  state: "accepted",
  outcome: "",
};

/**
 * Folds events of one gateway, oldest first. That a command came again changes nothing of what
 * became of it; refusals of what was no command have no id and are left out.
 */
export function foldCommands(events: readonly CommandEvent[]): readonly CommandFold[] {
  const folds = new Map<string, CommandFold>();
  for (const event of events) {
    const command = textOf(event, "command");
    if (command === "") continue;
    const after = foldCommand(folds.get(command), command, event);
    if (after !== undefined) folds.set(command, after);
  }
  return [...folds.values()];
}

function foldCommand(
  before: CommandFold | undefined,
  command: string,
  event: CommandEvent,
): CommandFold | undefined {
  const { cursor, kind } = event;
  const known = before ?? { ...unseen, command, cursor };
  switch (kind) {
    case "CommandAccepted": {
      const { compartment: at } = event.fact;
      const compartment = typeof at === "number" ? at : 0;
      const names = { word: textOf(event, "word"), box: textOf(event, "box") };
      const givenBy = textOf(event, "givenBy");
      return { ...known, ...names, compartment, givenBy, state: "accepted", cursor };
    }
    case "CommandRefused": {
      const outcome = textOf(event, "reason");
      if (outcome === "repeated" || known.word !== "") return before;
      return { ...known, state: "refused", outcome, cursor };
    }
    case "CommandExecuted":
      return { ...known, state: "executed", outcome: textOf(event, "outcome"), cursor };
    default:
      return before;
  }
}

function textOf({ fact }: CommandEvent, name: string): string {
  const value = fact[name];
  return typeof value === "string" ? value : "";
}
