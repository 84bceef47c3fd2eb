// A provisioned data folder with its configuration, as enrollment leaves it, for process tests.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readUncheckedDocument, signDocument, toHex } from "@driftbox/proto";
import { badgeRefOf, generateKey, sha256, signerFromPem } from "@driftbox/proto/node";
import { centerSigner, must, policyDocument, policyDraft } from "./fixtures.ts";

export const badgeKey = sha256(new Uint8Array([5]));

export interface Provision {
  readonly folder: string;
  readonly data: string;
  readonly configPath: string;
  readonly policyPath: string;
  readonly gatewayId: Uint8Array;
  remove(): void;
}

interface Ports {
  readonly mqttPort: number;
  readonly readerPort: number;
  readonly boardPort: number;
}

export function provision(ports: Ports): Provision {
  const folder = mkdtempSync(join(tmpdir(), "driftbox-gateway-"));
  const data = join(folder, "data");
  mkdirSync(data, { mode: 0o700 });
  const key = generateKey();
  const draft = { site: "ferry-12", gateway: "ferry-12-a", publicKey: key.publicKey };
  const registrar = signerFromPem(generateKey().privatePem);
  const enrollment = signDocument("enrollment", draft, registrar, sha256);
  const { body } = must(readUncheckedDocument("enrollment", enrollment));
  writeFileSync(join(data, "gateway.key"), key.privatePem, { mode: 0o600 });
  writeFileSync(join(data, "enrollment.document"), enrollment);
  writeFileSync(join(data, "center.keys"), `${toHex(centerSigner.publicKey)}\n`);
  writeFileSync(join(data, "registrar.pub"), `${toHex(registrar.publicKey)}\n`);
  writeFileSync(join(data, "badge.key"), toHex(badgeKey), { mode: 0o600 });
  const policyPath = join(folder, "ferry-12.policy");
  writeFileSync(policyPath, policyFor(1, "0F0184F07A"));
  const configPath = join(folder, "gateway.yaml");
  writeFileSync(configPath, configText(ports));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  const gatewayId = sha256(body).subarray(0, 16);
  return { folder, data, configPath, policyPath, gatewayId, remove };
}

/** A policy in which the badge with this number is crew. */
export function policyFor(version: number, number: string): Uint8Array {
  const badgeRef = Buffer.from(badgeRefOf(number, badgeKey), "hex");
  const badges = [{ badgeRef, person: "p-1", role: "crew" }];
  return policyDocument(version, { ...policyDraft(version), badges });
}

function configText({ mqttPort, readerPort, boardPort }: Ports): string {
  return `site: ferry-12
gateway: ferry-12-a
data: ./data
uplink: { url: "mqtt://127.0.0.1:${mqttPort}", backoffBaseMs: 50, backoffMaxMs: 200 }
policy: { file: ./ferry-12.policy }
readers:
  - { id: reader-a, driver: em4100, port: "tcp://127.0.0.1:${readerPort}", box: box-a }
boards:
  - { id: lock-a, driver: cu16, port: "tcp://127.0.0.1:${boardPort}", address: 0 }
boxes:
  - id: box-a
    kind: drop-box
    compartments:
      - number: 1
        lock: { board: lock-a, channel: 0, pulseMs: 500, supplyGroup: a }
        door: { hook: true }
        presence: { infrared: true }
`;
}
