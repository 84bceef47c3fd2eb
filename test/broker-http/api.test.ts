// The API's contract: every route, its paging and its problems.

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkCodeOf, Fault } from "@driftbox/proto";
import { request } from "node:http";
import { fillGap, storyParcel } from "./sample-story.ts";
import { runServer, type Running } from "./running-server.ts";

let running: Running;

beforeAll(async () => {
  running = await runServer();
});

afterAll(async () => {
  await running.server.close();
});

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly headers: Headers;
  // Tests read whatever the server said.
  readonly body: Readonly<Record<string, unknown>>;
}

async function ask(path: string, init: RequestInit = {}): Promise<Answer> {
  const response = await fetch(`${running.origin}${path}`, init);
  const body: unknown = await response.json();
  if (typeof body !== "object" || body === null) throw new Error(`${path}: not an object`);
  const type = response.headers.get("content-type") ?? "";
  return { status: response.status, type, headers: response.headers, body: { ...body } };
}

function rowsOf(answer: Answer): Readonly<Record<string, unknown>>[] {
  const { rows } = answer.body;
  if (!Array.isArray(rows)) throw new Error("no rows");
  return rows;
}

/** What to pass on for the next page; "" at its end. */
function nextOf(answer: Answer): string {
  const { next } = answer.body;
  return typeof next === "string" || typeof next === "number" ? `${next}` : "";
}

describe("what can be read", () => {
  test("gateways tell their gaps and the cursor to stream from", async () => {
    const answer = await ask("/api/v1/gateways");
    expect(answer.status).toBe(200);
    expect(rowsOf(answer).map((row) => row["gateway"])).toContain("ferry-12-a");
    expect(answer.body["cursor"]).toBe(running.models.newestCursor());
  });

  test("one gateway is found by site and name", async () => {
    const answer = await ask("/api/v1/gateways/ferry-12/ferry-12-a");
    expect(answer.body).toEqual({ ...running.models.gateways()[0] });
    expect((await ask("/api/v1/gateways/elsewhere/ferry-12-a")).status).toBe(404);
  });

  test("boxes and one box carry compartments and troubles", async () => {
    expect(rowsOf(await ask("/api/v1/boxes"))).toHaveLength(7);
    const place = { site: "pier-gouqi", gateway: "gouqi-a", box: "gouqi-drop" };
    const answer = await ask("/api/v1/boxes/pier-gouqi/gouqi-a/gouqi-drop");
    expect(answer.body).toEqual({ ...running.models.box(place) });
  });

  test("troubles, handovers and manifests are answered whole, with what is not known as null", async () => {
    const { troubleRows, handoverRows, manifestRows } = running.models;
    const unheard = troubleRows.map((row) => ({ ...row, event: null, box: null }));
    running.models.troubleRows = [...troubleRows, ...unheard];
    expect(rowsOf(await ask("/api/v1/troubles"))).toEqual(running.models.troubleRows);
    running.models.troubleRows = troubleRows;
    expect(rowsOf(await ask("/api/v1/handovers"))).toEqual(handoverRows);
    expect(rowsOf(await ask("/api/v1/manifests?limit=9"))).toEqual(manifestRows);
    const one = await ask("/api/v1/handovers/ferry-12/ferry-12-a/ferry-12-box-a-52");
    expect(one.body).toEqual(handoverRows[0]);
  });

  test("parcels page by number until the end and none is shown twice", async () => {
    const seen: unknown[] = [];
    let query = "";
    do {
      const page = await ask(`/api/v1/parcels?limit=2${query}`);
      seen.push(...rowsOf(page).map((row) => row["parcel"]));
      query = nextOf(page) === "" ? "" : `&after=${nextOf(page)}`;
    } while (query !== "");
    expect(seen).toEqual(running.models.parcels(undefined, 100).map((row) => row.parcel));
    expect(seen.length).toBeGreaterThan(4);
  });

  test("a parcel names its custodian", async () => {
    const answer = await ask(`/api/v1/parcels/${storyParcel}`);
    expect(answer.body).toMatchObject({ custodian: "person", person: "A-2041" });
  });

  test("a timeline is in the gateway's order and shows the hole", async () => {
    const answer = await ask(`/api/v1/parcels/${storyParcel}/timeline`);
    const { entries } = answer.body;
    if (!Array.isArray(entries)) throw new Error("no entries");
    expect(entries.map((entry) => entry.event?.seq ?? entry.gap.fromSeq)).toEqual([39, 44, 45, 49]);
    expect(entries).toEqual([...(running.models.timeline(storyParcel)?.entries ?? [])]);
  });

  test("a timeline whose hole was filled has the late events in their place", async () => {
    const own = await runServer();
    fillGap(own.models);
    const response = await fetch(`${own.origin}/api/v1/parcels/${storyParcel}/timeline`);
    expect(await response.json()).toMatchObject({
      entries: [39, 44, 46, 49].map((seq) => ({ type: "event", event: { seq } })),
    });
    await own.server.close();
  });

  test("events page forward from a cursor without a hole or a repeat", async () => {
    const seen: unknown[] = [];
    let after = "0";
    while (after !== "") {
      const page = await ask(`/api/v1/events?limit=5&after=${after}`);
      seen.push(...rowsOf(page).map((row) => row["cursor"]));
      after = nextOf(page);
    }
    expect(seen).toEqual(Array.from({ length: running.models.newestCursor() }, (_, i) => i + 1));
  });

  test("events page backward from now", async () => {
    const first = await ask("/api/v1/events?order=newest&limit=3");
    const second = await ask(`/api/v1/events?before=${nextOf(first)}&limit=3`);
    const newest = running.models.newestCursor();
    const cursors = [...rowsOf(first), ...rowsOf(second)].map((row) => row["cursor"]);
    expect(cursors).toEqual([0, 1, 2, 3, 4, 5].map((back) => newest - back));
  });

  test.each([
    ["gateway=gouqi-a", 4],
    ["site=pier-gouqi&gateway=gouqi-a&box=gouqi-drop", 2],
    ["site=branch-dinghai&gateway=gouqi-a", 0],
    ["box=ferry-12-box-a&kind=DoorOpened", 2],
    [`parcel=${storyParcel}`, 3],
    ["kind=DoorForced", 1],
  ])("events are filtered by %s", async (query, count) => {
    expect(rowsOf(await ask(`/api/v1/events?${query}`))).toHaveLength(count);
  });

  test("an event keeps its fact as decoded", async () => {
    const [row] = rowsOf(await ask("/api/v1/events?kind=AccessRefused"));
    expect(row).toMatchObject({ fact: { reason: "outside-schedule" }, isLate: false });
  });

  test("health and readiness answer", async () => {
    expect((await ask("/healthz")).body).toEqual({ status: "ok" });
    expect((await ask("/readyz")).body).toMatchObject({ status: "ready" });
  });
});

describe("what is refused", () => {
  test.each([
    ["/api/v1/events?after=-1", 400, "invalid-request"],
    ["/api/v1/events?after=x", 400, "invalid-request"],
    ["/api/v1/events?limit=501", 400, "invalid-request"],
    ["/api/v1/events?limit=0", 400, "invalid-request"],
    ["/api/v1/events?after=1&before=2", 400, "invalid-request"],
    ["/api/v1/events?sort=up", 400, "invalid-request"],
    ["/api/v1/events?kind=%3Cscript%3E", 400, "invalid-request"],
    [`/api/v1/parcels/${"9".repeat(65)}`, 400, "invalid-request"],
    ["/api/v1/parcels/%zz", 400, "invalid-request"],
    ["/api/v1/boxes/pier-gouqi/gouqi-a/none", 404, "box-not-found"],
    ["/api/v1/parcels/1", 404, "parcel-not-found"],
    ["/api/v1/handovers/ferry-12/ferry-12-a/h-0", 404, "handover-not-found"],
    ["/api/v1/manifests?before=x", 400, "invalid-request"],
    ["/api/v1/parcels/1/timeline", 404, "parcel-not-found"],
    ["/api/v1/nothing", 404, "route-not-found"],
    ["/api/v1/stream?after=x", 400, "invalid-request"],
  ])("%s is %i %s", async (path, status, slug) => {
    const answer = await ask(path);
    expect(answer.status).toBe(status);
    expect(answer.type).toMatch(/^application\/problem\+json/);
    expect(answer.body).toMatchObject({ type: `urn:driftbox:problem:${slug}`, status });
  });

  test("writing is not possible", async () => {
    const answer = await ask("/api/v1/events", { method: "POST" });
    expect(answer.status).toBe(405);
    expect(answer.headers.get("allow")).toBe("GET, HEAD");
  });

  test("a representation the API does not have is 406", async () => {
    const answer = await ask("/api/v1/boxes", { headers: { accept: "text/csv" } });
    expect(answer.status).toBe(406);
    const stream = await ask("/api/v1/stream", { headers: { accept: "application/json" } });
    expect(stream.status).toBe(406);
  });

  test("a body over the limit is 413 before it is read", async () => {
    const answer = await ask("/api/v1/events", { method: "POST", body: "x".repeat(2_000) });
    expect(answer.status).toBe(413);
  });

  test("an endless query is refused by the size of its header", async () => {
    const url = `${running.origin}/api/v1/events?kind=${"x".repeat(20_000)}`;
    expect((await fetch(url)).status).toBe(431);
  });

  test.each([
    ["zh-CN,zh;q=0.9,en;q=0.8", "没有这个箱柜", "zh"],
    ["en-US,en;q=0.9,zh;q=0.8", "No such box", "en"],
    ["", "No such box", "en"],
  ])("the title of a problem follows Accept-Language %s", async (language, title, tag) => {
    const headers = { "accept-language": language };
    const answer = await ask("/api/v1/boxes/pier-gouqi/gouqi-a/none", { headers });
    expect(answer.body["title"]).toBe(title);
    expect(answer.headers.get("content-language")).toBe(tag);
  });
});

describe("when the ledger fails", () => {
  test("a fault that may pass is 503, a defect 500, and neither tells its inside", async () => {
    const own = await runServer();
    own.models.failure = new Fault("ledger/io", "disk /dev/sda says no");
    const passing = await fetch(`${own.origin}/api/v1/boxes`);
    expect(passing.status).toBe(503);
    expect(await passing.text()).not.toContain("/dev/sda");
    own.models.failure = new Error("state at /var/lib is impossible");
    const broken = await fetch(`${own.origin}/api/v1/boxes`);
    expect(broken.status).toBe(500);
    expect(await broken.text()).not.toContain("/var/lib");
    expect((await fetch(`${own.origin}/readyz`)).status).toBe(503);
    expect((await fetch(`${own.origin}/healthz`)).status).toBe(200);
    expect(own.errors).toHaveLength(2);
    await own.server.close();
  });

  test("a port in use is a fault that says so", async () => {
    const second = runServer({ port: running.server.port });
    await expect(second).rejects.toMatchObject({ code: "listen/failed" });
  });
});

describe("what protects the page", () => {
  test.each(["/api/v1/boxes", "/api/v1/boxes/pier-gouqi/gouqi-a/none", "/healthz"])(
    "%s forbids everything foreign",
    async (path) => {
      const { headers } = await ask(path);
      expect(headers.get("content-security-policy")).toMatch(/^default-src 'self';/);
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("access-control-allow-origin")).toBeNull();
    },
  );

  test("the server listens on loopback unless told otherwise", () => {
    expect(running.server.host).toBe("127.0.0.1");
  });

  test("a HEAD request answers without a body", async () => {
    const status = await new Promise((resolve, reject) => {
      const head = request(`${running.origin}/api/v1/boxes`, { method: "HEAD" }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      head.on("error", reject).end();
    });
    expect(status).toBe(200);
  });
});

test("an event is found by the check code that somebody reads out, however it is written", async () => {
  const [event] = rowsOf(await ask("/api/v1/events?limit=1"));
  const code = checkCodeOf(Buffer.from(String(event?.["eventId"]), "hex"));
  const spoken = `${code.slice(0, 4).toLowerCase()} ${code.slice(4)}`.replace("0", "o");
  const found = await ask(`/api/v1/events?code=${encodeURIComponent(spoken)}`);
  expect(rowsOf(found)).toEqual([event]);
  expect(await ask("/api/v1/events?code=2GCQ2TA2J2")).toMatchObject({ status: 400 });
});

test("sensors in quarantine are listed for repair", async () => {
  expect(rowsOf(await ask("/api/v1/repairs"))).toEqual([
    {
      site: "branch-dinghai",
      gateway: "dinghai-a",
      box: "dinghai-cabinet",
      compartment: 6,
      sensors: ["door"],
    },
  ]);
});
