// Makes the lock boards a configuration names; boards on one port share its line.
import { Fault } from "@driftbox/proto";
import type { LockBoard } from "../../ports/devices.ts";
import { lineOpener } from "../serial/open-line.ts";
import type { LineRuntime } from "../serial/supervised-line.ts";
import { Cu16Board, cu16BaudRate } from "./cu16-board.ts";
import { cu16Rule, type Cu16Other, type Cu16Status } from "./cu16-frame.ts";
import { RequestBus } from "./request-bus.ts";

/** One entry of `boards` in the gateway's configuration. */
export interface BoardChoice {
  readonly id: string;
  readonly driver: "cu16";
  /** A device path or `tcp://host:port`. */
  readonly port: string;
  readonly address: number;
  readonly baud: number | undefined;
}

/**
 * The boards in the order of `choices`, not started. Throws `Fault` `config/value` for a port that
 * cannot be read, for two speeds on one port and for one address twice on a port.
 */
export function lockBoards(choices: readonly BoardChoice[], runtime: LineRuntime): LockBoard[] {
  const buses = new Map<string, RequestBus<Cu16Status | Cu16Other>>();
  return choices.map(({ id, port, address, baud = cu16BaudRate }, at) => {
    for (const other of choices.slice(0, at)) {
      if (other.port !== port) continue;
      if (other.address === address) throw clash(id, other.id, `address ${address}`);
      if ((other.baud ?? cu16BaudRate) !== baud) throw clash(id, other.id, "two speeds");
    }
    const open = lineOpener(port, baud);
    const bus = buses.get(port) ?? new RequestBus({ id: port, open, rule: cu16Rule, ...runtime });
    buses.set(port, bus);
    return new Cu16Board({ id, bus, address, ...runtime });
  });
}

function clash(id: string, otherId: string, what: string): Fault {
  return new Fault("config/value", `boards ${otherId} and ${id} are on one port with ${what}`);
}
