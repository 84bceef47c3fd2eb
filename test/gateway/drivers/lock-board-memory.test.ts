// Every kind of lock board on a cable in memory.
import { describe } from "vitest";
import { boardKinds } from "./board-kinds.ts";
import { describeLockBoard } from "./lock-board-contract.ts";
import { memoryStand } from "./stands.ts";

describe("on a cable in memory", () => {
  for (const kind of boardKinds) describeLockBoard(kind, memoryStand);
});
