// What the API answers when it cannot do what was asked: problem JSON (RFC 9457) in two languages.

import type { Problem } from "./view-schemas.ts";

interface ProblemRow {
  readonly status: number;
  readonly en: string;
  readonly zh: string;
}

/** Slugs are stable; a client may decide by them. */
export const problems = {
  "invalid-request": { status: 400, en: "The request is not valid", zh: "请求无效" },
  "route-not-found": { status: 404, en: "There is no such address", zh: "没有这个地址" },
  "gateway-not-found": { status: 404, en: "No such gateway", zh: "没有这个网关" },
  "box-not-found": { status: 404, en: "No such box", zh: "没有这个箱柜" },
  "parcel-not-found": { status: 404, en: "No such parcel", zh: "没有这个件" },
  "handover-not-found": { status: 404, en: "No such handover", zh: "没有这次交接" },
  "method-not-allowed": { status: 405, en: "Only reading is possible", zh: "只能读取" },
  "not-acceptable": { status: 406, en: "No such representation", zh: "没有所要的格式" },
  "too-large": { status: 413, en: "The request is too large", zh: "请求过大" },
  "wrong-host": { status: 421, en: "This name does not lead here", zh: "此名称不通向这里" },
  "internal-error": { status: 500, en: "The center failed", zh: "中心出错" },
  unavailable: { status: 503, en: "The center cannot answer now", zh: "中心暂时不能应答" },
  "too-many-streams": { status: 503, en: "Too many live streams", zh: "实时连接过多" },
} as const satisfies Record<string, ProblemRow>;

export type ProblemSlug = keyof typeof problems;
export type Language = "zh" | "en";

/** Thrown by a route to answer with a problem; `detail` says what was seen and what to do. */
export class ProblemError extends Error {
  readonly slug: ProblemSlug;

  constructor(slug: ProblemSlug, detail: string) {
    super(detail);
    this.name = "ProblemError";
    this.slug = slug;
  }
}

export function problemOf(slug: ProblemSlug, detail: string, language: Language): Problem {
  const { status, [language]: title } = problems[slug];
  return { type: `urn:driftbox:problem:${slug}`, title, status, detail };
}
