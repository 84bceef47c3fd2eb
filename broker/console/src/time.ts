// Times as people on duty read them: Asia/Shanghai, 24 hours, and ages in words.

import type { HappenedAt } from "../../ports/views.ts";
import { t } from "./language.ts";

const secondMs = 1_000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
/** China has one time zone and no summer time. */
const shanghaiOffsetMs = 8 * hourMs;

function two(value: number): string {
  return String(value).padStart(2, "0");
}

/** `12:03`, `昨天 12:03`, `09-12 12:03` or with the year, seen from `nowMs`. */
export function clockText(atMs: number, nowMs: number, isExact = true): string {
  const at = new Date(atMs + shanghaiOffsetMs);
  const now = new Date(nowMs + shanghaiOffsetMs);
  const seconds = isExact ? `:${two(at.getUTCSeconds())}` : "";
  const clock = `${two(at.getUTCHours())}:${two(at.getUTCMinutes())}${seconds}`;
  const daysAgo = Math.floor(now.getTime() / dayMs) - Math.floor(at.getTime() / dayMs);
  if (daysAgo === 0) return clock;
  if (daysAgo === 1) return `${t("time.yesterday")} ${clock}`;
  const date = `${two(at.getUTCMonth() + 1)}-${two(at.getUTCDate())}`;
  const isSameYear = at.getUTCFullYear() === now.getUTCFullYear();
  return isSameYear ? `${date} ${clock}` : `${at.getUTCFullYear()}-${date} ${clock}`;
}

/** The whole time in UTC, for the hover text. */
export function utcText(atMs: number): string {
  return `${new Date(atMs).toISOString().slice(0, 19).replace("T", " ")} UTC`;
}

/** Whether the gateway's clock is worth only "about". */
export function isAbout(happened: HappenedAt): boolean {
  return happened.source === "none" || happened.source === "rtc";
}

export function spanText(spanMs: number): string {
  const ms = Math.max(0, spanMs);
  if (ms < minuteMs) return t("time.seconds", { n: Math.round(ms / secondMs) });
  if (ms < hourMs) return t("time.minutes", { n: Math.floor(ms / minuteMs) });
  const h = Math.floor(ms / hourMs);
  if (ms < dayMs) return t("time.hours", { h, m: Math.floor((ms % hourMs) / minuteMs) });
  return t("time.days", { d: Math.floor(ms / dayMs), h: Math.floor((ms % dayMs) / hourMs) });
}

export function ageText(atMs: number, nowMs: number): string {
  const ms = Math.max(0, nowMs - atMs);
  if (ms < minuteMs) return t("time.secondsAgo", { n: Math.round(ms / secondMs) });
  if (ms < hourMs) return t("time.minutesAgo", { n: Math.floor(ms / minuteMs) });
  if (ms >= dayMs) return t("time.daysAgo", { n: Math.floor(ms / dayMs) });
  const m = Math.floor((ms % hourMs) / minuteMs);
  return t("time.hoursAgo", { h: Math.floor(ms / hourMs), m });
}
