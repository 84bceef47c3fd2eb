// Runs the program `outputs-off` from source, against simulated lines that were left on.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";

/** A configuration with one lock; the board `lock-a` is there for locks that hang on it. */
export function gatewayText(gpio: string, lock: string): string {
  const text = [
    "site: ferry-12",
    "gateway: ferry-12-a",
    "data: ./data",
    'uplink: { url: "mqtt://127.0.0.1:1883" }',
    'boards: [{ id: lock-a, driver: cu16, port: "tcp://127.0.0.1:1" }]',
    `gpio: ${gpio}`,
    `boxes: [{ id: box-a, kind: drop-box, compartments: [{ number: 1, lock: ${lock},`,
    "  door: { line: door-a-1 } }] }]",
  ];
  return `${text.join("\n")}\n`;
}

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Without the state folder of any supervisor. */
export function runOutputsOff(...args: readonly string[]): Promise<Ended> {
  return runUnder({ STATE_DIRECTORY: "" }, args);
}

export async function runUnder(
  environment: Readonly<Record<string, string>>,
  args: readonly string[],
): Promise<Ended> {
  const file = fileURLToPath(new URL("../../../gateway/outputs-off.ts", import.meta.url));
  const start = ["--conditions=driftbox-source", "--import", "tsx", file];
  const env = { ...process.env, ...environment };
  const child = spawn(process.execPath, [...start, ...args], { env });
  let [stdout, stderr] = ["", ""];
  child.stdout.on("data", (chunk: Buffer) => (stdout += chunk.toString("utf8")));
  child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString("utf8")));
  const [code] = await once(child, "close");
  return { code: Number(code), stdout, stderr };
}

interface SimulatedGpio {
  /** For the key `gpio` of a configuration. */
  readonly gpio: string;
  readonly url: string;
  readonly levels: ReadonlyMap<string, boolean>;
  readonly close: () => void;
}

/** Lines that are high until somebody drives them low. */
export async function simulatedGpio(...names: readonly string[]): Promise<SimulatedGpio> {
  const levels = new Map(names.map((name) => [name, true]));
  const server = createServer((client) => {
    client.on("error", () => {});
    for (const [name, isHigh] of levels) client.write(`${name} ${isHigh ? 1 : 0}\n`);
    client.on("data", (bytes) => {
      for (const line of bytes.toString("latin1").split("\n")) {
        const [name = "", level] = line.split(" ");
        if (!levels.has(name)) continue;
        levels.set(name, level === "1");
        client.write(`${line}\n`);
      }
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const url = `tcp://127.0.0.1:${typeof address === "object" ? address?.port : 0}`;
  const gpio = `{ driver: sim, url: "${url}" }`;
  return { gpio, url, levels, close: () => server.close() };
}
