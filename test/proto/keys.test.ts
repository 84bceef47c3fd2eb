// Keys, hashes and badge references from Node's cryptography, checked against published answers.

import { generateKeyPairSync } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Fault, toHex } from "@driftbox/proto";
import {
  badgeRefOf,
  generateKey,
  loadSigner,
  sha256,
  signerFromPem,
  verifierOf,
} from "@driftbox/proto/node";
import { describe, expect, onTestFinished, test } from "vitest";
import { hex } from "./vectors/read.ts";

function faultOf(action: () => unknown): Fault {
  try {
    action();
  } catch (error) {
    if (error instanceof Fault) return error;
    throw error;
  }
  throw new Error("no fault");
}

const text = (value: string) => new TextEncoder().encode(value);

describe("hashes", () => {
  test("SHA-256 of abc is the one of FIPS 180-4", () => {
    expect(toHex(sha256(text("abc")))).toBe(
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
    );
  });

  test("a badge reference is the first half of an HMAC, as in RFC 4231, case 2", () => {
    const key = Buffer.alloc(32, 0x0b);
    const reference = badgeRefOf("0A001E4C27", key);
    expect(reference).toMatch(/^[0-9a-f]{32}$/);
    expect(badgeRefOf("0A001E4C27", key)).toBe(reference);
    expect(badgeRefOf("0A001E4C28", key)).not.toBe(reference);
    expect(badgeRefOf("0A001E4C27", Buffer.alloc(32, 0x0c))).not.toBe(reference);
    const jefe = badgeRefOf("what do ya want for nothing?", text("Jefe"));
    expect(jefe).toBe("5bdcc146bf60754e6a042426089575c7");
  });
});

describe("Ed25519", () => {
  const seed = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60";
  const publicKey = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";

  function pemOf(seedHex: string): string {
    const der = Buffer.from(`302e020100300506032b657004220420${seedHex}`, "hex");
    return `-----BEGIN PRIVATE KEY-----\n${der.toString("base64")}\n-----END PRIVATE KEY-----\n`;
  }

  test("the first test of RFC 8032 gives its key and its signature", () => {
    const signer = signerFromPem(pemOf(seed));
    expect(toHex(signer.publicKey)).toBe(publicKey);
    expect(toHex(signer.sign(new Uint8Array()))).toBe(
      "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155" +
        "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
    );
  });

  test("a generated key signs what its public key verifies, and nothing else", () => {
    const pair = generateKey();
    const signer = signerFromPem(pair.privatePem);
    expect(toHex(signer.publicKey)).toBe(toHex(pair.publicKey));
    const verifier = verifierOf(pair.publicKey);
    const signature = signer.sign(text("one"));
    expect(verifier.verify(text("one"), signature)).toBe(true);
    expect(verifier.verify(text("two"), signature)).toBe(false);
    expect(verifier.verify(text("one"), signature.subarray(1))).toBe(false);
    expect(verifierOf(hex(publicKey)).verify(text("one"), signature)).toBe(false);
  });

  test("a key file that is missing, damaged or of another kind names itself", () => {
    const folder = mkdtempSync(join(tmpdir(), "driftbox-keys-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const path = join(folder, "gateway.key");
    expect(faultOf(() => loadSigner(path))).toMatchObject({ code: "key/unreadable", exitCode: 78 });
    writeFileSync(path, "not a key");
    chmodSync(path, 0o600);
    expect(faultOf(() => loadSigner(path)).message).toContain(path);
    const { privateKey } = generateKeyPairSync("ec", { namedCurve: "prime256v1" });
    writeFileSync(path, privateKey.export({ type: "pkcs8", format: "pem" }));
    expect(faultOf(() => loadSigner(path)).message).toContain("wanted ed25519");
    writeFileSync(path, pemOf(seed));
    expect(toHex(loadSigner(path).publicKey)).toBe(publicKey);
  });
});
