// Writes what a gateway is provisioned with: its configuration and its site's policy,
// from a scenario.

import { stringify } from "yaml";
import {
  deviceNames,
  doorLine,
  tagPrefix,
  type BoxSetting,
  type GatewaySetting,
  type Scenario,
} from "../scenario/plan.ts";

export interface Wiring {
  /** Port of each device by its name. */
  readonly ports: ReadonlyMap<string, string>;
  readonly gpioUrl: string;
  readonly uplinkUrl: string;
  readonly dataFolder: string;
  readonly policyFile: string;
}

/** Reconnecting must not take a minute in a story of one. */
const backoff = { backoffBaseMs: 200, backoffMaxMs: 2_000 };
const pulseMs = 500;

/** The gateway's configuration file, with the keys of docs/architecture.md. */
export function gatewayYaml(setting: GatewaySetting, wiring: Wiring): string {
  const { ports } = wiring;
  return stringify({
    site: setting.site,
    gateway: setting.gateway,
    data: wiring.dataFolder,
    uplink: { url: wiring.uplinkUrl, ...backoff },
    policy: { file: wiring.policyFile },
    readers: setting.boxes.map(({ box }) => {
      const { reader } = deviceNames(box);
      return {
        id: reader,
        driver: "em4100",
        port: ports.get(reader),
        box,
        tagPrefixes: [tagPrefix],
      };
    }),
    boards: setting.boxes.map(({ box }) => {
      const { board } = deviceNames(box);
      return { id: board, driver: "cu16", port: ports.get(board), address: 0 };
    }),
    gpio: { driver: "sim", url: wiring.gpioUrl },
    boxes: setting.boxes.map(boxYaml),
    timing: setting.timing,
  });
}

function boxYaml(setting: BoxSetting): object {
  const { board } = deviceNames(setting.box);
  return {
    id: setting.box,
    kind: setting.kind,
    compartments: setting.compartments.map(({ compartment, door, infrared }) => ({
      number: compartment,
      lock: { board, channel: compartment - 1, pulseMs, supplyGroup: setting.box },
      door: door === "line" ? { line: doorLine(setting.box, compartment) } : { hook: true },
      presence: { infrared },
    })),
  };
}

const utcOffsetMin = 480;

/** The policy as `driftbox policy sign` takes it: only what concerns the boxes of one site. */
export function policyYaml(scenario: Scenario, site: string): string {
  const boxes = scenario.gateways
    .filter((one) => one.site === site)
    .flatMap((one) => one.boxes.map(({ box }) => box));
  const roles = scenario.roles
    .map(({ role, rights }) => ({
      role,
      allowWithoutClock: true,
      rights: rights.filter(({ box }) => boxes.includes(box)),
    }))
    .filter(({ rights }) => rights.length > 0);
  const known = new Set(roles.map(({ role }) => role));
  const badges = scenario.people.flatMap(({ person, badge, role, organization }) =>
    role !== undefined && known.has(role)
      ? [{ number: badge, person, role, organization, assurance: "identifier" }]
      : [],
  );
  return stringify({ version: 1, site, utcOffsetMin, badges, roles });
}
