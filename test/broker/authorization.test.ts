// A gateway speaks and listens under its own exact topics, and in no other way.

import { describe, expect, it } from "vitest";
import { parseGatewayName, parseSiteName } from "@driftbox/proto";
import {
  allowPublish,
  mayLeaveWill,
  maySubscribe,
  speakerOf,
} from "../../broker/adapters/aedes/authorization.ts";

const site = parseSiteName("ferry-12");
const gateway = parseGatewayName("boat-a");
if (!site.ok || !gateway.ok) throw new Error("bad name");
const boat = { site: site.value, gateway: gateway.value };
const own = "driftbox/v1/ferry-12/boat-a";

function publish(topic: string, more: { qos?: number; retain?: boolean; bytes?: number } = {}) {
  const { qos = 1, retain = false, bytes = 10 } = more;
  const allowed = allowPublish(boat, { topic, qos, retain, payload: new Uint8Array(bytes) });
  return allowed.ok ? allowed.value : allowed.refusal.code;
}

describe("publishing", () => {
  it("is allowed on the five upward topics of its own", () => {
    const words = ["status", "state", "events", "command-results", "hello"];
    expect(words.map((word) => publish(`${own}/${word}`))).toEqual(words);
  });

  it("is refused on downward topics, foreign prefixes and anything not exact", () => {
    expect(publish(`${own}/receipt`)).toBe("wire/topic");
    expect(publish("driftbox/v1/ferry-12/boat-b/events")).toBe("ingest/wrong-gateway");
    expect(publish("driftbox/v1/ferry-13/boat-a/events")).toBe("ingest/wrong-gateway");
    expect(publish(`${own}/events/more`)).toBe("wire/topic");
    expect(publish("$SYS/anything")).toBe("wire/topic");
  });

  it("of events needs QoS 1, and only status and state may be retained", () => {
    expect(publish(`${own}/events`, { qos: 0 })).toBe("wire/topic");
    expect(publish(`${own}/events`, { qos: 2 })).toBe("wire/topic");
    expect(publish(`${own}/events`, { retain: true })).toBe("wire/topic");
    expect(publish(`${own}/state`, { retain: true })).toBe("state");
    expect(publish(`${own}/events`, { bytes: 61_441 })).toBe("wire/batch");
  });
});

describe("subscribing", () => {
  it("is allowed to the five downward topics of its own by exact name", () => {
    const words = ["receipt", "policy", "grants", "manifests", "commands"];
    expect(words.every((word) => maySubscribe(boat, `${own}/${word}`))).toBe(true);
  });

  it.each([`${own}/#`, `${own}/+`, "#", `${own}/events`, "driftbox/v1/ferry-12/boat-b/receipt"])(
    "is refused to %s",
    (filter) => expect(maySubscribe(boat, filter)).toBe(false),
  );
});

describe("a speaker", () => {
  const siteOf = () => boat.site;
  it("is named by client id, with the site from user name or registry", () => {
    expect(speakerOf({ clientId: "boat-a", username: "ferry-12" }, () => undefined)).toEqual(boat);
    expect(speakerOf({ clientId: "boat-a", username: undefined }, siteOf)).toEqual(boat);
    expect(speakerOf({ clientId: "boat-a", username: undefined }, () => undefined)).toBeUndefined();
    expect(speakerOf({ clientId: "boat a", username: undefined }, siteOf)).toBeUndefined();
    expect(speakerOf({ clientId: "boat-a", username: "a/b" }, siteOf)).toBeUndefined();
  });

  it("may leave its own status as will, and nothing else", () => {
    const will = { qos: 1, retain: true, payload: new Uint8Array(3) };
    expect(mayLeaveWill(boat, { ...will, topic: `${own}/status` })).toBe(true);
    expect(mayLeaveWill(boat, { ...will, topic: `${own}/state` })).toBe(false);
    expect(mayLeaveWill(boat, { ...will, topic: "driftbox/v1/ferry-12/boat-b/status" })).toBe(
      false,
    );
  });
});
