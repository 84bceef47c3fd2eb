// Words, addresses and times of the console, without a browser.

import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { custodianText } from "../../broker/console/src/custodian.ts";
import { dictionaries, language, t, wireWord } from "../../broker/console/src/language.ts";
import { linkStateOf } from "../../broker/console/src/link-state.ts";
import { pulseOf } from "../../broker/console/src/pulse.ts";
import { boxHash, hashOf, placeOf } from "../../broker/console/src/route.ts";
import { ageText, clockText, spanText, utcText } from "../../broker/console/src/time.ts";
import { sampleStory, storyNowMs } from "./sample-story.ts";

const source = fileURLToPath(new URL("../../broker/console/src", import.meta.url));

beforeEach(() => {
  language.value = "zh";
});

describe("who has a parcel", () => {
  const view = { box: null, compartment: null, containers: [] } as const;
  const taken = (person: string | null): string =>
    custodianText({ ...view, custodian: "person", person });

  test("is named, or nobody was: a code names nobody", () => {
    expect(taken("A-2041")).toBe("人员 A-2041");
    expect(taken("")).toBe("已取走（未记名）");
    language.value = "en";
    expect(taken("")).toBe("Taken out, no name on record");
    expect(custodianText({ ...view, custodian: "unknown", person: null })).toBe("Not known");
  });
});

describe("words", () => {
  test("both languages have the same keys and none is empty", () => {
    const { zh, en } = dictionaries;
    expect(Object.keys(zh).toSorted()).toEqual(Object.keys(en).toSorted());
    expect(Object.keys(en).length).toBeGreaterThan(200);
    expect([...Object.values(zh), ...Object.values(en)].filter((word) => word === "")).toEqual([]);
  });

  test("both languages fill in the same places", () => {
    const places = (text: string): string[] =>
      [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name))].toSorted();
    const differing = Object.entries(dictionaries.en).filter(([key, english]) => {
      const chinese = Object.entries(dictionaries.zh).find(([other]) => other === key)?.[1] ?? "";
      return places(english).join() !== places(chinese).join();
    });
    expect(differing).toEqual([]);
  });

  test("what a screen at a box says too has the same Chinese name here", () => {
    const told = new Set(
      Object.values(dictionaries.zh).flatMap((word) => word.match(/核对码|挂失名单/g) ?? []),
    );
    const others = Object.values(dictionaries.zh).filter((word) => /校验码|停用名单/.test(word));
    expect([...told].toSorted()).toEqual(["挂失名单", "核对码"].toSorted());
    expect(others).toEqual([]);
  });

  test("Chinese states of a link fit a column: at most four characters", () => {
    const states = ["live", "slow", "catching", "never", "sleeping"] as const;
    expect(states.map((state) => t(`link.${state}`)).filter((word) => word.length > 4)).toEqual([]);
  });

  test("every word of the screens is used somewhere", () => {
    const names = readdirSync(source, { recursive: true, encoding: "utf8" });
    const code = names
      .filter((name) => /\.tsx?$/.test(name) && !name.startsWith("words"))
      .map((name) => readFileSync(`${source}/${name}`, "utf8"))
      .join("\n");
    const unused = Object.keys(dictionaries.en).filter((key) => {
      const parts = key.split(".");
      const areas = parts.slice(1).map((_part, index) => parts.slice(0, index + 1).join("."));
      const isBuilt = areas.some((area) =>
        [`\`${area}.\${`, `wireWord("${area}"`, `"${area}"]`].some((form) => code.includes(form)),
      );
      const isGroup = key.startsWith("boxes.group") || /^gap\.\w+Hint$/.test(key);
      return !code.includes(`"${key}"`) && !isBuilt && !isGroup;
    });
    expect(unused).toEqual([]);
  });

  test("English counts one and many", () => {
    language.value = "en";
    expect(t("box.parcels", { n: 1 })).toBe("1 parcel");
    expect(t("box.parcels", { n: 2 })).toBe("2 parcels");
  });

  test("a word of a newer gateway is shown as it came", () => {
    expect(wireWord("door", "revolving")).toBe("revolving");
    expect(wireWord("door", "ajar")).toBe("未关好");
  });
});

describe("addresses", () => {
  test("any name survives the way into an address and back", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1 }), (name) => {
        expect(placeOf(hashOf("parcel", name))).toMatchObject({ screen: "parcel", name });
      }),
    );
  });

  test("an address nobody made leads nowhere and throws nothing", () => {
    fc.assert(fc.property(fc.string(), (hash) => void placeOf(`#/${hash}`)));
    expect(placeOf("#/box/%E0%A4").name).toBe("");
    const place = { site: "s-1", gateway: "gw-1", box: "box a/1" };
    expect(placeOf(boxHash(place)).names).toEqual(["s-1", "gw-1", "box a/1"]);
  });
});

describe("times", () => {
  test("are told in Shanghai, with the day when it is not today", () => {
    const noon = Date.UTC(2026, 8, 14, 4, 12, 7);
    expect(clockText(noon, storyNowMs)).toBe("12:12:07");
    expect(clockText(Date.UTC(2026, 8, 13, 16, 0, 1), storyNowMs)).toBe("00:00:01");
    expect(clockText(Date.UTC(2026, 8, 13, 15, 59, 59), storyNowMs)).toBe("昨天 23:59:59");
    expect(clockText(Date.UTC(2026, 8, 1, 0, 0), storyNowMs, false)).toBe("09-01 08:00");
    expect(clockText(Date.UTC(2025, 11, 31, 0, 0), storyNowMs, false)).toBe("2025-12-31 08:00");
    expect(utcText(noon)).toBe("2026-09-14 04:12:07 UTC");
  });

  test.each([
    [12_000, "12 秒", "12 秒前"],
    [119_000, "1 分", "1 分钟前"],
    [8_040_000, "2 小时 14 分", "2 小时 14 分前"],
    [97_200_000, "1 天 3 小时", "1 天前"],
  ])("%i ms is %s", (ms, span, age) => {
    expect(spanText(ms)).toBe(span);
    expect(ageText(storyNowMs - ms, storyNowMs)).toBe(age);
  });

  test("a time ahead of the center is not told as negative", () => {
    expect(ageText(storyNowMs + 5_000, storyNowMs)).toBe("0 秒前");
  });
});

describe("links and the page's own eyes", () => {
  test("every gateway of the story is in the state a person would name", () => {
    const views = sampleStory().gateways();
    const states = views.map((view) => [view.gateway, linkStateOf(view, storyNowMs)]);
    expect(Object.fromEntries(states)).toEqual({
      "ferry-12-a": "catching",
      "ferry-7-a": "silent",
      "gouqi-a": "live",
      "dinghai-a": "live",
      "lihu-a": "sleeping",
    });
  });

  test.each([
    [0, "live"],
    [5_999, "live"],
    [6_000, "stale"],
    [14_999, "stale"],
    [15_000, "cut"],
  ])("%i ms after the last beat of 3 s the page is %s", (sinceMs, pulse) => {
    expect(pulseOf(sinceMs, 3_000)).toBe(pulse);
  });
});
