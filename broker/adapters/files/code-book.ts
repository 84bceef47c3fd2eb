// What the center has given of codes for one gateway: numbers of one-time codes, issues of others.

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  Fault,
  onceNumbersMaxCount,
  pickupIssuesMaxCount,
  type GatewayName,
  type SiteName,
} from "@driftbox/proto";
import type { CenterFolder } from "./center-folder.ts";
import { makeFolder, replaceFile } from "./durable-file.ts";

interface Book {
  /** By `<day> <box>`: the next number. */
  readonly once: Readonly<Record<string, number>>;
  /** By parcel: the newest issue. */
  readonly issues: Readonly<Record<string, number>>;
}

/** A number is on disk as given before anybody sees its code: none is given twice. */
export class CodeBook {
  readonly #path: string;
  #book: Book;

  /** Fault: documents/damaged. */
  constructor(folder: CenterFolder, site: SiteName, gateway: GatewayName) {
    const codes = join(folder.path, "codes");
    makeFolder(codes);
    this.#path = join(codes, `${site}.${gateway}.json`);
    this.#book = existsSync(this.#path) ? bookIn(this.#path) : { once: {}, issues: {} };
  }

  /** The next number of a box and day; those of past days are forgotten. Fault: config/value. */
  nextNumber(box: string, day: number, today: number): number {
    const key = `${day} ${box}`;
    const number = this.#book.once[key] ?? 0;
    if (number >= onceNumbersMaxCount) {
      const text = `${onceNumbersMaxCount} codes for ${box} and this day; take another day`;
      throw new Fault("config/value", text);
    }
    const current = Object.entries(this.#book.once).filter(([one]) => {
      return Number(one.slice(0, one.indexOf(" "))) >= today;
    });
    this.#keep({ ...this.#book, once: { ...Object.fromEntries(current), [key]: number + 1 } });
    return number;
  }

  issueOf(parcel: string): number {
    return Object.hasOwn(this.#book.issues, parcel) ? (this.#book.issues[parcel] ?? 0) : 0;
  }

  /** A new issue of a parcel's code. Fault: config/value, when there were all. */
  nextIssue(parcel: string): number {
    const issue = this.issueOf(parcel) + 1;
    if (issue >= pickupIssuesMaxCount) {
      const text = `${parcel} had all ${pickupIssuesMaxCount} issues; put it in under a new number`;
      throw new Fault("config/value", text);
    }
    this.#keep({ ...this.#book, issues: { ...this.#book.issues, [parcel]: issue } });
    return issue;
  }

  #keep(book: Book): void {
    replaceFile(this.#path, Buffer.from(`${JSON.stringify(book)}\n`));
    this.#book = book;
  }
}

function bookIn(path: string): Book {
  let read: unknown;
  try {
    read = JSON.parse(readFileSync(path, "utf8"));
  } catch (cause) {
    throw new Fault("documents/damaged", `${path}: not JSON; restore it from the backup`, {
      cause,
    });
  }
  const fields = new Map(Object.entries(read ?? {}));
  return { once: numbersIn(fields.get("once")), issues: numbersIn(fields.get("issues")) };
}

function numbersIn(value: unknown): Readonly<Record<string, number>> {
  const entries = Object.entries(value ?? {});
  return Object.fromEntries(
    entries.filter((one): one is [string, number] => Number.isSafeInteger(one[1])),
  );
}
