// docs/doctor.md and the list of checks are what doctor really prints.

import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { causes } from "../../../gateway/doctor/causes.ts";
import { checkKinds } from "../../../gateway/doctor/check-list.ts";
import { checksOf } from "../../../gateway/doctor/checks.ts";
import { doctorTables } from "../../../gateway/doctor/doctor-page.ts";
import { healthyFacts, paged } from "./facts-fixture.ts";

const docPath = new URL("../../../docs/doctor.md", import.meta.url);

describe("docs/doctor.md", () => {
  it("ends with the tables made from the checks and their causes", () => {
    const text = readFileSync(docPath, "utf8");
    const intro = text.split("## Checks\n")[0] ?? "";
    const whole = `${intro}${doctorTables()}`;
    if (process.env["DRIFTBOX_WRITE_DOCS"] === "1") writeFileSync(docPath, whole);
    expect(readFileSync(docPath, "utf8")).toBe(whole);
  });

  it("lists for every cause the check that can name it", () => {
    const listed = new Set(checkKinds.flatMap((kind) => kind.causes));
    expect([...listed].toSorted()).toEqual(Object.keys(causes).toSorted());
  });

  it("lists every row", () => {
    const facts = paged({ tampers: ["box-a lid-a"] });
    const names = [...checksOf(healthyFacts), ...checksOf(facts)].map(({ name }) => name);
    const patterns = checkKinds.map(
      ({ name }) => new RegExp(`^${name.replaceAll(/<[a-z]+>/g, "[^/]+")}$`),
    );
    const isListed = (name: string) => patterns.some((pattern) => pattern.test(name));
    expect(names.filter((name) => !isListed(name))).toEqual(["tamper"]);
  });
});
