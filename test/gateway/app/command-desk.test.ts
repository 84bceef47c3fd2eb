// Commands from the wire to a lock: opened and checked at the desk, judged by the core.

import { describe, expect, it } from "vitest";
import { CommandWord, signDocument, toHex, type DraftOf, type Signer } from "@driftbox/proto";
import { generateKey, sha256, signerFromPem } from "@driftbox/proto/node";
import { SigningKeys } from "../../../gateway/app/signing-keys.ts";
import { CommandDesk } from "../../../gateway/app/uplink/command-desk.ts";
import type { Input } from "../../../gateway/custody/index.ts";
import { centerSigner, gatewayId, identity, MemoryLog } from "./fixtures.ts";

const other = signerFromPem(generateKey().privatePem);
const draft: DraftOf<"command"> = {
  command: "c-1",
  gatewayId,
  word: CommandWord.COMMAND_WORD_OPEN,
  box: "box-a",
  compartment: 1,
  issuedUs: 1_000_000_000,
  deadlineUs: 1_060_000_000,
  bootId: new Uint8Array(16).fill(0xab),
  reason: "asked by telephone",
  givenBy: "p-dispatcher",
};

function signed(change: DraftOf<"command"> = {}, signer: Signer = centerSigner): Uint8Array {
  return signDocument("command", { ...draft, ...change }, signer, sha256);
}

function desk(commandKeys: readonly string[] = []) {
  const inputs: Input[] = [];
  const log = new MemoryLog();
  const offer = (input: Input) => void inputs.push(input);
  const keys = new SigningKeys(identity.centerKeys);
  const made = new CommandDesk({ identity, log, offer, trusted: () => keys.keysFor(commandKeys) });
  const said = (bytes: Uint8Array): unknown => {
    made.take(bytes);
    const input = inputs.at(-1);
    return input?.kind === "CommandUnreadable" ? input.reason : input;
  };
  return { made, said, inputs };
}

describe("the command desk", () => {
  it("hands what the center signed to the core, with the boot and the times it names", () => {
    const { said, made } = desk();
    expect(said(signed())).toMatchObject({
      kind: "CommandReceived",
      command: "c-1",
      isOwn: true,
      word: "open",
      bootId: "ab".repeat(16),
      issuedMs: 1_000_000,
      deadlineMs: 1_060_000,
    });
    expect(said(signed({ gatewayId: new Uint8Array(16) }))).toMatchObject({ isOwn: false });
    expect(said(signed({ word: CommandWord.COMMAND_WORD_UNSPECIFIED }))).toMatchObject({
      word: undefined,
    });
    expect(made.counts).toEqual({ taken: 3, unreadable: 0 });
  });

  it("calls forged what another key signed, another type, and a changed byte", () => {
    const { said, made } = desk();
    expect(said(signed({}, other))).toBe("forged");
    expect(said(signDocument("policy", { version: 1 }, centerSigner, sha256))).toBe("forged");
    const changed = signed();
    changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1;
    expect(said(changed)).toBe("forged");
    expect(made.counts).toEqual({ taken: 0, unreadable: 3 });
  });

  it("calls undecodable what is cut off, has no id, or is longer than a fact may carry", () => {
    const { said } = desk();
    const whole = signed();
    for (const end of [0, 1, 20, whole.length - 1]) {
      expect(["forged", "undecodable"]).toContain(said(whole.subarray(0, end)));
    }
    expect(said(signed({ command: "" }))).toBe("undecodable");
    expect(said(signed({ givenBy: "p".repeat(65) }))).toBe("undecodable");
    expect(said(signed({ reason: "r".repeat(501) }))).toBe("undecodable");
    const settings = Array.from({ length: 17 }, () => ({ key: "a", value: "1" }));
    expect(said(signed({ settings }))).toBe("undecodable");
  });

  it("trusts the keys that the policy names, and then no other", () => {
    const { said } = desk([toHex(other.publicKey)]);
    expect(said(signed({}, other))).toMatchObject({ kind: "CommandReceived" });
    expect(said(signed())).toBe("forged");
    const { said: withWeak } = desk(["00".repeat(32)]);
    expect(withWeak(signed())).toBe("forged");
  });
});
