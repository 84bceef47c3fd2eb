// How a part of a policy says why it is refused, and the words that its numbers stand for.

import { limits, refused, type Action, type Assurance, type Parsed } from "@driftbox/proto";

/** Refuses a policy with a sentence that says what to do. Code: policy/invalid. */
export function invalid(detail: string): Parsed<never> {
  return refused("policy/invalid", detail);
}

/** From weak to strong. */
export const assurances: readonly Assurance[] = ["identifier", "counter-mac", "mutual-auth"];

/** 0 = not stated. A level that this version does not know may be stronger than all it knows. */
export function assuranceOf(level: number): Assurance | undefined {
  return level === 0 ? "identifier" : assurances[level - 1];
}

export const actions: readonly Action[] = ["deposit", "collect"];

/** Actions that a number stands for: 0 = each; undefined for one this version does not know. */
export function actionsOf(number: number): readonly Action[] | undefined {
  if (number === 0) return actions;
  const action = actions[number - 1];
  return action === undefined ? undefined : [action];
}

/** Whether a name would not fit into an event: facts carry the names of persons and roles. */
export function isTooLong(name: string): boolean {
  return name.length > limits.idMaxChars;
}

export function tooLong(name: string): Parsed<never> {
  return invalid(`a name of ${name.length} characters, ${name.slice(0, 16)}…; at most 64`);
}
