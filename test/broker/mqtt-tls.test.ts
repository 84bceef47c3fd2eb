// Built center and built gateway over TLS: who is believed, who is not, and that nothing is lost.

import { chmodSync, copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Fault, StatusWord } from "@driftbox/proto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readTlsFiles } from "../../broker/adapters/files/tls-files.ts";
import { SqliteLedger } from "../../broker/adapters/sqlite-ledger/sqlite-ledger.ts";
import { readSettings } from "../../broker/config.ts";
import { MqttUplink } from "../../gateway/adapters/mqtt/mqtt-uplink.ts";
import { serverAddressOf } from "../../gateway/adapters/mqtt/server-address.ts";
import { checkUplinkFiles } from "../../gateway/config/uplink.ts";
import { loadConfig } from "../../gateway/config/config.ts";
import { identity, MemoryLog } from "../gateway/app/fixtures.ts";
import { Running } from "../gateway/app/running.ts";
import { CenterRig, statusBytes, until } from "./center-rig.ts";
import { TestAuthority, type Certificate } from "./certificates.ts";

const { site, gateway } = identity;
let center: CenterRig;
let folder: string;
let authority: TestAuthority;
/** The files the center is started with; tests put others in their place. */
let served: Certificate;
const running: Running[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "driftbox-tls-"));
  authority = new TestAuthority(folder, "our-ca");
  served = { certFile: join(folder, "served.pem"), keyFile: join(folder, "served.key") };
  center = new CenterRig();
  center.enroll(gateway, site);
});

afterEach(async () => {
  for (const { child, ended } of running.splice(0)) {
    child.kill("SIGKILL");
    await ended;
  }
  await center.remove();
  rmSync(folder, { recursive: true, force: true });
});

function serve(certificate: Certificate): void {
  copyFileSync(certificate.certFile, served.certFile);
  copyFileSync(certificate.keyFile, served.keyFile);
}

async function startCenter(...more: readonly string[]): Promise<void> {
  const { certFile, keyFile } = served;
  await center.start([`--mqtt-cert-file=${certFile}`, `--mqtt-key-file=${keyFile}`, ...more]);
}

interface Trust {
  readonly caFile: string;
  readonly own?: Certificate;
  readonly serverName?: string;
}

function configFor({ caFile, own, serverName = "center.test" }: Trust): string {
  const client = own === undefined ? "" : `, certFile: ${own.certFile}, keyFile: ${own.keyFile}`;
  const path = join(folder, "gateway.yaml");
  const url = `mqtts://127.0.0.1:${center.mqttPort}`;
  writeFileSync(
    path,
    `site: ${site}
gateway: ${gateway}
data: ${center.gatewayFolder(gateway)}
uplink: { url: "${url}", serverName: ${serverName}, caFile: ${caFile}${client}, backoffMaxMs: 100 }
boards: [{ id: lock-a, driver: cu16, port: "tcp://127.0.0.1:1", address: 0 }]
boxes:
  - id: box-a
    kind: drop-box
    compartments:
      - { number: 1, lock: { board: lock-a, channel: 0, supplyGroup: a }, door: { hook: true } }
`,
  );
  return path;
}

function startGateway(trust: Trust): Running {
  const made = new Running(["gateway", "--config", configFor(trust), "--json"]);
  running.push(made);
  return made;
}

const deaf = { onMessage: () => undefined, onClosed: () => undefined };
const noWill = () => statusBytes(StatusWord.STATUS_WORD_LOST);

function uplinkWith({ caFile, own, serverName = "center.test" }: Trust): MqttUplink {
  const textIn = (path: string | undefined) =>
    path === undefined ? undefined : readFileSync(path, "latin1");
  const files = { ca: textIn(caFile), cert: textIn(own?.certFile), key: textIn(own?.keyFile) };
  const url = `mqtts://127.0.0.1:${center.mqttPort}`;
  return new MqttUplink({
    server: serverAddressOf(url, () => ({ ...files, serverName })),
    site,
    gateway,
    keepaliveS: 30,
    connectTimeoutMs: 9_000,
    log: new MemoryLog(),
  });
}

async function refusalOf(uplink: MqttUplink): Promise<string> {
  const refused: unknown = await uplink.open(deaf, noWill()).catch((error: unknown) => error);
  return refused instanceof Fault ? `${refused.code} ${refused.message}` : "connected";
}

async function heldCount(): Promise<number> {
  const response = await fetch(`http://127.0.0.1:${center.httpPort}/api/v1/gateways`);
  return Number(/"nextSeq":(\d+)/.exec(await response.text())?.[1]);
}

async function stopped(boat: Running): Promise<void> {
  boat.child.kill("SIGTERM");
  await boat.ended;
}

/** What the center counted, after it stopped. */
async function counters(): Promise<ReadonlyMap<string, number>> {
  await center.stop("SIGTERM");
  const ledger = new SqliteLedger(center.folder.ledger);
  const counted = new Map(ledger.counters());
  ledger.close();
  return counted;
}

describe("a gateway over TLS", () => {
  it("delivers to the center of its CA in its time, to no other, and loses nothing", async () => {
    serve(new TestAuthority(folder, "foreign-ca").issue("center"));
    await startCenter();
    const boat = startGateway({ caFile: authority.caFile });
    await until(() => boat.stderr.includes("uplink.caFile"), "the foreign CA is named");
    expect(boat.stderr).toContain("mqtt/certificate");
    serve(authority.issue("center", { days: -1 }));
    center.reload();
    await until(() => boat.stderr.includes("renew it at the center"), "the expiry is named");
    expect(await heldCount()).toBe(0);
    serve(authority.issue("center"));
    center.reload();
    await until(async () => (await heldCount()) >= 2, "the first events arrive after all");
    await stopped(boat);
    const counted = await counters();
    expect(counted.get("refused/mqtt/certificate")).toBeGreaterThan(1);
    expect(counted.get("verdict/append")).toBeGreaterThanOrEqual(2);
    expect([...counted.keys()].filter((name) => /fork|reject|gap/.test(name))).toEqual([]);
  });

  it("refuses a certificate of another name than the one it asks for", async () => {
    serve(authority.issue("center"));
    await startCenter();
    const uplink = uplinkWith({ caFile: authority.caFile, serverName: "other.test" });
    expect(await refusalOf(uplink)).toMatch(/^mqtt\/certificate .*uplink\.serverName/);
  });
});

it("a center that asks for certificates takes the gateway that its certificate names", async () => {
  serve(authority.issue("center"));
  const { caFile } = authority;
  await startCenter(`--mqtt-client-ca-file=${caFile}`);
  const foreign = new TestAuthority(folder, "foreign-ca").issue(gateway);
  const strangers = [foreign, authority.issue(gateway, { days: -1 }), undefined];
  for (const own of strangers) {
    const said = await refusalOf(uplinkWith({ caFile, ...(own !== undefined && { own }) }));
    expect(said).toMatch(/uplink\.certFile/);
  }
  const other = uplinkWith({ caFile, own: authority.issue("raft") });
  expect(await refusalOf(other)).toMatch(/^mqtt\/refused .*Identifier rejected/);
  const session = await uplinkWith({ caFile, own: authority.issue(gateway) }).open(deaf, noWill());
  await session.close();
  expect((await counters()).get("refused/mqtt/certificate")).toBe(4);
});

describe("the files of the center's port", () => {
  it("are refused where others may read the key, or it is another one's", () => {
    serve(authority.issue("center"));
    const paths = { ...served, clientCaFile: undefined };
    chmodSync(served.keyFile, 0o644);
    expect(faultOf(() => readTlsFiles(paths, Date.now()))).toMatch(/^key\/unreadable .*chmod 600/);
    copyFileSync(authority.issue("raft").keyFile, served.keyFile);
    chmodSync(served.keyFile, 0o600);
    expect(faultOf(() => readTlsFiles(paths, Date.now()))).toMatch(
      /^config\/value .*not the key of/,
    );
    const half = [`--mqtt-cert-file=${served.certFile}`];
    expect(faultOf(() => readSettings(half, {}))).toMatch(/needs certFile and keyFile/);
  });

  it("are spoken of in the log before and after their time", () => {
    serve(authority.issue("center", { days: 7 }));
    const read = (atMs: number) => readTlsFiles({ ...served, clientCaFile: undefined }, atMs);
    expect(read(Date.now()).warnings).toEqual([expect.stringContaining("expires")]);
    const later = read(Date.now() + 8 * 86_400_000);
    expect(later.warnings).toEqual([expect.stringContaining("expired")]);
  });

  it("stay in force when the new ones are bad", async () => {
    serve(authority.issue("center"));
    await startCenter();
    writeFileSync(served.certFile, "no certificate");
    center.reload();
    const session = await uplinkWith({ caFile: authority.caFile }).open(deaf, noWill());
    await session.close();
  });
});

it("a port that asks for certificates may be open to a network", () => {
  serve(authority.issue("center"));
  const files = [`--mqtt-cert-file=${served.certFile}`, `--mqtt-key-file=${served.keyFile}`];
  const open = ["--mqtt-host=0.0.0.0", ...files];
  expect(faultOf(() => readSettings(open, {}))).toContain("set mqtt.clientCaFile");
  const asking = [...open, `--mqtt-client-ca-file=${authority.caFile}`];
  expect(faultOf(() => readSettings(asking, {}))).toBe("accepted");
});

describe("a configuration of a gateway", () => {
  it("is checked with the files of its uplink", async () => {
    const own = authority.issue(gateway);
    const { caFile } = authority;
    const said = (files: Parameters<typeof checkUplinkFiles>[0]) =>
      faultOf(() => checkUplinkFiles(files));
    expect(said({ caFile, ...own })).toBe("accepted");
    const expired = authority.issue(gateway, { days: -1 });
    expect(said({ caFile, ...expired })).toMatch(/uplink\.certFile.*expired/);
    expect(said({ caFile, ...own, keyFile: expired.keyFile })).toContain("is not the key of");
    chmodSync(own.keyFile, 0o644);
    expect(said({ caFile, ...own })).toContain("chmod 600");
    const path = configFor({ caFile: "/nowhere.pem" });
    const { stderr, code } = await new Running(["config", "show", "--check", "--config", path])
      .ended;
    expect(stderr).toMatch(/config\/value: uplink\.caFile \/nowhere\.pem: cannot be read/);
    expect(code).toBe(78);
  });

  it("asks for TLS in its address where it has words about TLS", () => {
    const path = configFor({ caFile: authority.caFile });
    const read = (...settings: readonly string[]) =>
      faultOf(() => loadConfig({ path, environment: {}, settings }));
    expect(read()).toBe("accepted");
    expect(read("uplink.url=mqtt://127.0.0.1")).toContain("are for mqtts://");
    expect(read("uplink.certFile=/a.pem")).toContain("certFile and keyFile go together");
  });
});

function faultOf(act: () => unknown): string {
  try {
    act();
    return "accepted";
  } catch (error) {
    return error instanceof Fault ? `${error.code} ${error.message}` : String(error);
  }
}
