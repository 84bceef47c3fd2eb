// Every kind of lock board on a serial server.
import { describe } from "vitest";
import { boardKinds } from "./board-kinds.ts";
import { describeLockBoard } from "./lock-board-contract.ts";
import { tcpStand } from "./stands.ts";

// Each test mostly waits.
describe.concurrent("on a serial server", () => {
  for (const kind of boardKinds) describeLockBoard(kind, tcpStand);
});
