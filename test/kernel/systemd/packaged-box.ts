// A center and one drop box as the installed package makes them: lock and door on GPIO lines.

import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { createServer, type Server, type Socket } from "node:net";
import { em4100Frame } from "../../../device-sim/devices/em4100.ts";
import { brokerUnit, gatewayUnit, override, systemctl } from "./units.ts";

export const brokerData = "/var/lib/driftbox-broker";
export const gatewayData = "/var/lib/driftbox";
export const lockLine = 17;
export const doorLine = 27;
export const courierBadge = "0A001E4C27";
/** Long enough to stop the process that gives it; a coil may be on for a tenth of the time. */
const pulseMs = 1_500;
/** Of both units, shorter than packaged so that the tests are short. */
const watchdogS = 6;
const readerPort = 4_001;
const [site, gateway] = ["ferry-12", "ferry-12-a"];

/** The installed command. Throws with its words when it fails. */
export function driftbox(...args: readonly string[]): string {
  return execFileSync("/usr/bin/driftbox", args, { encoding: "utf8", stdio: "pipe" });
}

/** Starting this in a gateway makes its loop stand still at SIGUSR2. */
const hangOnSignal = 'process.on("SIGUSR2", () => { for (;;); });\n';

/**
 * What an operator does before the first start of a gateway; the center runs afterwards. The units
 * get a short watchdog and the preload that makes a loop stand still.
 */
export function provision(): void {
  if (existsSync("/etc/driftbox/gateway.yaml")) {
    systemctl("start", brokerUnit);
    return;
  }
  writeFileSync("/etc/driftbox/hang.mjs", hangOnSignal);
  for (const unit of [brokerUnit, gatewayUnit]) {
    const preload = 'Environment="NODE_OPTIONS=--import /etc/driftbox/hang.mjs"';
    override(unit, [`WatchdogSec=${watchdogS}s`, preload]);
  }
  systemctl("daemon-reload");
  writeFileSync("/etc/driftbox/broker.yaml", `data: ${brokerData}\n`);
  // The center makes its keys at its first start.
  systemctl("start", brokerUnit);
  mkdirSync(gatewayData, { recursive: true, mode: 0o700 });
  const folders = ["--broker-data", brokerData, "--gateway-data", gatewayData];
  driftbox("enroll", ...folders, "--site", site, "--gateway", gateway);
  writeFileSync("/etc/driftbox/policy.yaml", policyYaml);
  const policy = "/etc/driftbox/ferry-12.policy";
  const from = ["--broker-data", brokerData, "--site", site, "/etc/driftbox/policy.yaml"];
  driftbox("policy", "sign", ...from, policy);
  execFileSync("chown", ["-R", "driftbox-broker:", brokerData]);
  execFileSync("chown", ["-R", "driftbox:", gatewayData]);
  execFileSync("chown", ["driftbox:", policy]);
  writeFileSync("/etc/driftbox/gateway.yaml", gatewayYaml(policy));
}

const policyYaml = `version: 1
badges:
  - { number: "${courierBadge}", person: courier-07, role: courier, organization: ferry }
roles:
  - role: courier
    staleAfterH: 0
    allowWithoutClock: true
    rights: [{ box: box-a, canDeposit: true, canCollect: true }]
`;

function gatewayYaml(policy: string): string {
  return `site: ${site}
gateway: ${gateway}
data: ${gatewayData}
uplink: { url: "mqtt://127.0.0.1:1883" }
policy: { file: ${policy} }
readers:
  - { id: reader-a, driver: em4100, port: "tcp://127.0.0.1:${readerPort}", box: box-a }
gpio: { driver: chardev, chip: pinctrl-bcm2711 }
boxes:
  - id: box-a
    kind: drop-box
    compartments:
      - number: 1
        lock: { line: GPIO${lockLine}, pulseMs: ${pulseMs} }
        door: { line: GPIO${doorLine} }
`;
}

/** A badge reader behind a serial server: whoever connects hears each tap. */
export class NetworkReader {
  readonly #server: Server;
  readonly #listeners = new Set<Socket>();

  private constructor() {
    this.#server = createServer((socket) => {
      this.#listeners.add(socket);
      socket.on("error", () => socket.destroy());
      socket.on("close", () => this.#listeners.delete(socket));
      socket.resume();
    });
  }

  static async open(): Promise<NetworkReader> {
    const reader = new NetworkReader();
    await new Promise<void>((resolve) => {
      reader.#server.listen(readerPort, "127.0.0.1", resolve);
    });
    return reader;
  }

  get isConnected(): boolean {
    return this.#listeners.size > 0;
  }

  tap(badge: string): void {
    for (const socket of this.#listeners) socket.write(em4100Frame(badge, "rdm6300"));
  }

  close(): void {
    for (const socket of this.#listeners) socket.destroy();
    this.#server.close();
  }
}
