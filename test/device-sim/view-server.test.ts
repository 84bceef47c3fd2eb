// The door of the live view: only this machine's own page gets in, and what it asks is checked.

import { get, request as send, type IncomingMessage } from "node:http";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { loadScenario } from "../../device-sim/compose.ts";
import { pageFolder, pageModuleFolder } from "../../device-sim/project.ts";
import { orderMaxBytes } from "../../device-sim/view/live-deeds.ts";
import { ViewServer, watchersMaxCount } from "../../device-sim/view/view-server.ts";
import { LiveStand } from "./live-stand.ts";
import { until } from "./until.ts";

let stand: LiveStand;

beforeAll(async () => {
  stand = await LiveStand.open(loadScenario("story"));
});

afterAll(() => stand.close());

interface Asked {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

function ask({ method = "GET", path = "/", headers = {}, body = "" }: Asked) {
  const { hostname, port } = new URL(stand.url);
  return new Promise<{ status: number; text: string; headers: IncomingMessage["headers"] }>(
    (resolve, reject) => {
      const call = send({ hostname, port, method, path, headers }, (answer) => {
        let text = "";
        answer.on("data", (chunk) => (text += String(chunk)));
        answer.on("end", () => {
          resolve({ status: answer.statusCode ?? 0, text, headers: answer.headers });
        });
      });
      call.on("error", reject);
      call.end(body);
    },
  );
}

const json = { "content-type": "application/json" };
const order = (body: string, headers: Readonly<Record<string, string>> = json) =>
  ask({ method: "POST", path: "/do", headers, body });

describe("who is let in", () => {
  test.each<readonly [string, Asked, number]>([
    ["a name that DNS points here", { headers: { host: "evil.example" } }, 403],
    ["another port", { headers: { host: "127.0.0.1:1" } }, 403],
    ["a page of another origin", { headers: { origin: "http://evil.example" } }, 403],
    ["a page without an origin", { headers: { origin: "null" } }, 403],
    ["a path out of the folder", { path: "/../view-server.js" }, 404],
    ["a path out of the folder, in disguise", { path: "/parts/..%2f..%2fview-server.js" }, 404],
    ["a file that is none of the page", { path: "/tsconfig.json" }, 404],
    ["another method", { method: "DELETE" }, 405],
    ["an order that is read", { path: "/do" }, 405],
  ])("%s is turned away", async (_who, asked, status) => {
    expect((await ask(asked)).status).toBe(status);
  });

  it("the page comes with a policy that lets nothing else run", async () => {
    const { status, headers, text } = await ask({});
    expect(status).toBe(200);
    expect(headers["content-security-policy"]).toContain("default-src 'none'");
    expect(headers["content-security-policy"]).not.toContain("unsafe");
    expect(text).not.toMatch(/<script(?![^>]* src=)|style=|https?:\/\//);
    for (const path of [
      "/main.js",
      "/parts/whole.js",
      "/base.css",
      "/parts/boxes.css",
      "/mark.svg",
    ]) {
      expect((await ask({ path })).status, path).toBe(200);
    }
  });
});

describe("orders", () => {
  it("a form of another page cannot send one", async () => {
    expect((await order("{}", { "content-type": "text/plain" })).status).toBe(415);
    expect((await order(`"${"x".repeat(orderMaxBytes)}"`)).status).toBe(413);
  });

  test.each([
    ["no JSON", "{"],
    ["an unknown verb", '{"explode": {}}'],
    ["an unknown box", '{"tap": {"person": "courier-07", "box": "box-z"}}'],
    ["an expectation", '{"event": {"kind": "DoorOpened"}}'],
    ["two verbs", '{"tap": {}, "wait": {}}'],
    ["a compartment that is none", '{"pull-door": {"box": "box-a", "compartment": 9}}'],
    ["a name of every object", '{"constructor": {}}'],
  ])("%s is refused in words", async (_what, text) => {
    const answer = await order(text);
    expect(answer.status).toBe(409);
    expect(answer.text).toMatch(/"isOk":false,"seen":"[^"]/);
  });

  it("a door behind its bolt is not pulled, and a pried one opens", async () => {
    const place = '{"box": "box-a", "compartment": 1}';
    expect((await order(`{"pull-door": ${place}}`)).text).toContain("the bolt holds the door");
    expect((await order(`{"force-door": ${place}}`)).status).toBe(200);
    const door = () => stand.installation.stage.world.compartments[0];
    await until(() => (door()?.doorDegrees ?? 0) > 0, "the door opens");
    expect((await order(`{"shut-door": ${place}}`)).status).toBe(200);
    await until(() => door()?.doorDegrees === 0, "the door is shut");
  });
});

describe("the stream", () => {
  it("begins with everything and goes on with what changes", async () => {
    const heard = listen(stand.url);
    await until(() => heard.text().includes("event: snapshot"), "a snapshot");
    expect(heard.text()).toContain('"box-a"');
    await order('{"flaw": {"box": "box-a", "compartment": 1, "flaw": "dead-beam", "on": true}}');
    await until(() => /event: change[^]*"flaws":\["dead-beam"\]/.test(heard.text()), "the change");
    await order('{"unplug": {"device": "scanner-cabinet-c"}}');
    await until(() => heard.text().includes('"isPlugged":false'), "the plug");
    await order('{"replug": {"device": "scanner-cabinet-c"}}');
    heard.end();
  });

  it("has room for some pages and turns away more", async () => {
    const pages = Array.from({ length: watchersMaxCount }, () => listen(stand.url));
    await until(() => pages.every((one) => one.text().includes("snapshot")), "all pages");
    expect((await ask({ path: "/events" })).status).toBe(503);
    for (const page of pages) page.end();
    const again = listen(stand.url);
    await until(() => again.text().includes("snapshot") || again.retry(), "room again");
    again.end();
  });
});

function listen(url: string): { text: () => string; end: () => void; retry: () => boolean } {
  let text = "";
  const open = () => {
    const call = get(`${url}/events`, (answer) => answer.on("data", (chunk) => (text += chunk)));
    call.on("error", () => {});
    return call;
  };
  let call = open();
  return {
    text: () => text,
    end: () => call.destroy(),
    retry: () => {
      call.destroy();
      call = open();
      return false;
    },
  };
}

it("a taken port is refused with what to do", async () => {
  const httpPort = Number(new URL(stand.url).port);
  const folders = { pageFolder: pageFolder(), moduleFolder: pageModuleFolder() };
  const { snapshot, order: act } = stand.parts;
  const second = ViewServer.open({ httpPort, ...folders, snapshot, order: act });
  await expect(second).rejects.toThrow(/choose another --http-port/);
});
