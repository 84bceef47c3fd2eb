// The secure channel of OSDP against the vectors of the specification's annex.

import { toHex } from "@driftbox/proto";
import { expect, it } from "vitest";
import { osdpDefaultKey, OsdpSession } from "../../device-sim/devices/osdp-session.ts";

const from = (first: number) => Uint8Array.from({ length: 8 }, (_, at) => first + at);

it("derives keys, cryptograms and the first MAC of the reference", () => {
  const session = new OsdpSession({
    key: osdpDefaultKey,
    panelRandom: from(0xb0),
    peripheralRandom: from(0xa0),
  });
  expect(session.keys.map(toHex)).toEqual([
    "bf8dc2a8329acb8c67c6d0cd9a451682",
    "5e86c676603bdee2d8beafe178637332",
    "6fda86e857777e81132035758239172e",
  ]);
  expect(toHex(session.serverCryptogram)).toBe("26d3356e07762d262801fc8e6665a891");
  expect(toHex(session.clientCryptogram)).toBe("fde5d2f428ec16312471ea3c02bd7796");
  expect(toHex(session.firstMac)).toBe("b2a30057eb98ba2229ec1f875662b524");
});

it("takes no data whose padding or length is wrong", () => {
  const key = osdpDefaultKey;
  const session = new OsdpSession({ key, panelRandom: from(0), peripheralRandom: from(8) });
  expect(session.openCommand([])).toBeUndefined();
  expect(session.openCommand([1, 2, 3])).toBeUndefined();
  expect(session.openCommand([...new Uint8Array(16)])).toBeUndefined();
});
