// Every kind of lock board on a pseudo terminal.
import { describe } from "vitest";
import { boardKinds } from "./board-kinds.ts";
import { describeLockBoard } from "./lock-board-contract.ts";
import { ptyStand } from "./stands.ts";

// Each test mostly waits.
describe.concurrent("on a pseudo terminal", () => {
  for (const kind of boardKinds) describeLockBoard(kind, ptyStand);
});
