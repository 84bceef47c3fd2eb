// What a gateway believes of its own data folder: the registrar's enrollment, the center's keys.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Fault, toHex } from "@driftbox/proto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readProvisioning } from "../../../gateway/provisioning.ts";
import { centerSigner, identity } from "./fixtures.ts";
import { provision, type Provision } from "./provision.ts";

let place: Provision;

beforeEach(() => {
  place = provision({ mqttPort: 1, readerPort: 1, boardPort: 1 });
});
afterEach(() => place.remove());

function read(): string {
  try {
    const { site, gateway } = identity;
    const { centerKeys } = readProvisioning({ site, gateway, data: place.data }, "test").identity;
    return centerKeys.map((key) => toHex(key.publicKey)).join();
  } catch (error) {
    return error instanceof Fault ? error.code : String(error);
  }
}

describe("the data folder of a gateway", () => {
  it("is believed when its registrar signed the enrollment; receipts take the center's key only", () => {
    expect(read()).toBe(toHex(centerSigner.publicKey));
  });

  it("is refused when the center's key is put in the registrar's place", () => {
    writeFileSync(join(place.data, "registrar.pub"), toHex(centerSigner.publicKey));
    expect(read()).toBe("config/value");
  });

  it("is refused when one byte of the enrollment was changed", () => {
    const path = join(place.data, "enrollment.document");
    const bytes = readFileSync(path);
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    writeFileSync(path, bytes);
    expect(read()).toBe("config/value");
  });
});
