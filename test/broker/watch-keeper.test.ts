// The supervisor hears of progress only while the ledger answers.

import { expect, test } from "vitest";
import { WatchKeeper } from "../../broker/app/watch-keeper.ts";
import type { Supervisor } from "../../broker/ports/supervisor.ts";

/** Writes down what it is told. */
function listeningSupervisor(watchdogMs: number | undefined): Supervisor & { heard: string[] } {
  const heard: string[] = [];
  return {
    heard,
    watchdogMs,
    ready: (status) => void heard.push(`ready: ${status}`),
    alive: () => void heard.push("alive"),
    stopping: () => void heard.push("stopping"),
  };
}

function keeperOf(supervisor: Supervisor, counters: () => ReadonlyMap<string, number>) {
  const complaints: string[] = [];
  const said: string[] = [];
  const note = (_: unknown, message: string): void => void complaints.push(message);
  const say = (_: unknown, message: string): void => void said.push(message);
  const log = { debug: note, info: say, warn: note, error: note };
  return { keeper: new WatchKeeper({ supervisor, ledger: { counters }, log }), complaints, said };
}

test("a center whose ledger answers is alive until it stops", async () => {
  const supervisor = listeningSupervisor(3);
  const { keeper, complaints } = keeperOf(supervisor, () => new Map());
  keeper.start("all well");
  await expect
    .poll(() => supervisor.heard.filter((each) => each === "alive").length)
    .toBeGreaterThan(1);
  keeper.close();
  expect(supervisor.heard[0]).toBe("ready: all well");
  expect(supervisor.heard.at(-1)).toBe("stopping");
  expect(complaints).toEqual([]);
});

test("a ledger that does not answer is no progress", () => {
  const supervisor = listeningSupervisor(undefined);
  const { keeper, complaints } = keeperOf(supervisor, () => {
    throw new Error("disk I/O error");
  });
  keeper.look();
  expect(supervisor.heard).toEqual([]);
  expect(complaints).toHaveLength(1);
});

test("where nobody watches, the center only says that it is ready, in its log too", () => {
  const supervisor = listeningSupervisor(undefined);
  const { keeper, said } = keeperOf(supervisor, () => new Map());
  keeper.start("all well");
  keeper.close();
  expect(supervisor.heard).toEqual(["ready: all well", "stopping"]);
  expect(said).toEqual(["ready: all well"]);
});
