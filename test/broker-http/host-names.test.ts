// Who may ask, by the name they ask for; and no port is opened to a network by an oversight.

import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Fault } from "@driftbox/proto";
import { hostCheck, isLoopback } from "../../broker/api/host-names.ts";
import { readSettings } from "../../broker/config.ts";
import { runServer, type Running } from "./running-server.ts";

let running: Running;
beforeAll(async () => {
  running = await runServer({ allowedHosts: ["Center.Example"] });
});
afterAll(() => running.server.close());

function statusFor(host: string, path: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const asked = request(`${running.origin}${path}`, { headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    asked.once("error", reject).end();
  });
}

test.each(["/api/v1/parcels", "/openapi.json", "/none"])(
  "a page that leads its own name here reads nothing of %s",
  async (path) => {
    for (const host of ["attacker.example:8080", "attacker.example", "localhost.example", "@"]) {
      expect([host, await statusFor(host, path)]).toEqual([host, 421]);
    }
  },
);

test.each(["localhost:8080", "127.0.0.1", "127.8.8.8:1", "[::1]:80", "center.example:443"])(
  "%s is answered",
  async (host) => {
    expect(await statusFor(host, "/healthz")).toBe(200);
  },
);

test("a host in another notation of the same name is the same", () => {
  const isHere = hostCheck(["192.0.2.7", "2001:db8::1"]);
  expect(["192.0.2.7:8080", "[2001:DB8::1]:80", "LOCALHOST."].map(isHere)).not.toContain(false);
  expect([undefined, "2001:db8::1", "127.0.0.1.example", "a b", "a/b"].map(isHere)).toEqual([
    false,
    false,
    false,
    false,
    false,
  ]);
  expect(["127.0.0.1.example", "0.0.0.0", "::", "128.0.0.1"].map(isLoopback)).not.toContain(true);
});

describe("settings", () => {
  const codeOf = (...args: readonly string[]): string => {
    try {
      readSettings(args, {});
      return "none";
    } catch (error) {
      return error instanceof Fault ? error.code : String(error);
    }
  };

  test("a port beyond loopback is opened only when that is said", () => {
    for (const flag of ["--http-host", "--mqtt-host"]) {
      expect(codeOf(`${flag}=0.0.0.0`)).toBe("config/value");
      expect(codeOf(`${flag}=::`)).toBe("config/value");
      expect(codeOf(`${flag}=0.0.0.0`, "--open-to-network=true")).toBe("none");
      expect(codeOf(`${flag}=localhost`)).toBe("none");
    }
    expect(codeOf("--open-to-network=maybe")).toBe("config/value");
  });

  test("allowed hosts are a list", () => {
    const { http } = readSettings(["--http-allowed-host=a.example, b.example,"], {});
    expect(http.allowedHosts).toEqual(["a.example", "b.example"]);
  });
});
