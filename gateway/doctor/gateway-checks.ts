// Checks of the running gateway: its process, its progress, clock, link and policy.

import { dirname } from "node:path";
import { healthAliveMs } from "../app/health/health-watch.ts";
import type { HealthPage } from "../app/health/health-page.ts";
import { fine, wrong, type Check } from "./check.ts";
import type { Facts, SeenProcess } from "./facts.ts";
import { joined, plain, spanWords, words, type Words } from "./words.ts";

/** A page is written at least this often by a gateway that lives; twice over, and some. */
const pageMaxAgeMs = healthAliveMs * 2 + 30_000;
/** A page of many devices is smaller. */
const pageMinBytes = 65_536;
const dayMs = 86_400_000;
/** A day at sea is usual, three are not. */
const receiptMaxAgeMs = 3 * dayMs;
/** Satellites in high orbit take under a second there and back; the center needs little. */
const roundTripMaxMs = 2_000;
const policyMaxAgeMs = 7 * dayMs;
const clockMaxErrorMs = 60_000;

export function gatewayChecks(facts: Facts): readonly Check[] {
  const { page, processes, host, config } = facts;
  const process = processCheck(facts);
  if (page.state !== "read") return [process, ...hostClock(facts)];
  const { page: told } = page;
  const nowMs = told.clock.wallMs ?? host.nowMs;
  const isRunning = processes.holder !== undefined;
  return [
    process,
    ...(isRunning ? [supervisorCheck(told), queueCheck(told), versionCheck(facts, told)] : []),
    clockCheck(told.clock),
    ...(isRunning ? [uplinkCheck(told, nowMs), ...kioskCheck(config, told)] : []),
    policyCheck(told, nowMs),
    refusalCheck(told, config.policyFile),
  ];
}

/** Only a page in the data folder shares its disk with the journal. */
function hasPageRoom({ config, host }: Facts, path: string): boolean {
  return dirname(path) !== config.data || (host.freeBytes ?? pageMinBytes) >= pageMinBytes;
}

function processCheck(facts: Facts): Check {
  const { page, processes, configPath } = facts;
  const { holder, rivals } = processes;
  const name = "gateway";
  const age = page.state === "read" ? ageWords(page.ageMs) : plain("");
  if (holder === undefined) return wrong(name, "not-running", joined(age, rivalWords(rivals)));
  const who = processWords(holder);
  const isOther = holder.configPath !== configPath;
  if (isOther || rivals.length > 0) {
    const held = words(`the journal is held by ${who}`, `日志由 ${who} 占用`);
    return wrong(name, "second-process", joined(held, rivalWords(rivals)));
  }
  if (page.state === "missing") return wrong(name, "page-missing", plain(page.path));
  if (page.state === "unreadable") return wrong(name, "page-missing", plain(page.detail));
  const isFresh = page.ageMs !== undefined && page.ageMs <= pageMaxAgeMs;
  if (isFresh) return fine(name, joined(words(`runs as ${who}`, `运行中：${who}`), age));
  const cause = hasPageRoom(facts, page.path) ? "stands-still" : "disk-full";
  return wrong(name, cause, joined(plain(who), age));
}

function processWords({ pid, command }: SeenProcess): string {
  return `pid ${pid} (${command})`;
}

function rivalWords(rivals: readonly SeenProcess[]): Words {
  if (rivals.length === 0) return plain("");
  const who = rivals.map(processWords).join(", ");
  return words(`also started: ${who}`, `另外启动的：${who}`);
}

function ageWords(ageMs: number | undefined): Words {
  if (ageMs === undefined) {
    return words("its last page is of an earlier boot", "健康页是上次开机时的");
  }
  const { en, zh } = spanWords(ageMs);
  return words(`its last page is ${en} old`, `健康页是 ${zh}前的`);
}

function supervisorCheck({ supervisor, queue }: HealthPage): Check {
  const { stuck, watchdogMs } = supervisor;
  const name = "supervisor";
  if (stuck.length > 0) return wrong(name, "stuck", plain(stuck.join(", ")));
  if (queue.isPaused) {
    return wrong(name, "journal-full", words("inputs wait for space", "输入在等待空间"));
  }
  if (watchdogMs === null) return wrong(name, "no-watchdog", plain(""));
  const watched = spanWords(watchdogMs);
  return fine(name, words(`watched every ${watched.en}`, `每 ${watched.zh}检查一次`));
}

function queueCheck({ queue: { refused, unrecorded, waiting, taken } }: HealthPage): Check {
  const seen = words(
    `${taken} inputs taken, ${waiting} wait, ${refused} refused, ${unrecorded} not recorded`,
    `已处理输入 ${taken}，等待 ${waiting}，拒绝 ${refused}，未记录 ${unrecorded}`,
  );
  const isLossy = refused > 0 || unrecorded > 0;
  return isLossy ? wrong("inputs", "inputs-lost", seen) : fine("inputs", seen);
}

function versionCheck({ host }: Facts, { software }: HealthPage): Check {
  const seen = words(
    `gateway ${software}, this program ${host.software}, Node ${host.nodeVersion}`,
    `网关 ${software}，本程序 ${host.software}，Node ${host.nodeVersion}`,
  );
  const name = "software/version";
  return software === host.software ? fine(name, seen) : wrong(name, "version-differs", seen);
}

function clockCheck({ source, errMs, wallMs }: HealthPage["clock"]): Check {
  const time = wallMs === null ? "?" : new Date(wallMs).toISOString();
  const error = errMs === null ? "" : `, ± ${errMs} ms`;
  const seen = words(`${time} by ${source}${error}`, `${time}，来源 ${source}${error}`);
  if (source === "none") return wrong("clock", "clock-untrusted", seen);
  const isInexact = errMs !== null && errMs > clockMaxErrorMs;
  return isInexact ? wrong("clock", "clock-inexact", seen) : fine("clock", seen);
}

/** Nobody told what the clock is worth to the gateway, so the kernel is asked. */
function hostClock({ host, config }: Facts): readonly Check[] {
  const { isSynchronized, maxErrorMs } = host;
  if (isSynchronized) {
    const seen = words(`synchronized, ± ${maxErrorMs} ms`, `已同步，± ${maxErrorMs} ms`);
    return [fine("clock", seen)];
  }
  const seen = words("the kernel's clock is not synchronized", "内核时钟未同步");
  return [config.hasRtc ? fine("clock", seen) : wrong("clock", "clock-untrusted", seen)];
}

function uplinkCheck({ uplink }: HealthPage, nowMs: number): Check {
  const { isConnected, failures, outboxCount, receiptMs, roundTripMs } = uplink;
  const waits = words(`${outboxCount} events without a receipt`, `${outboxCount} 条事件没有回执`);
  const receiptAgeMs = receiptMs === null ? undefined : Math.max(0, nowMs - receiptMs);
  const seen = joined(waits, receiptWords(receiptAgeMs));
  if (!isConnected) {
    const tried = words(`${failures} attempts failed`, `已失败 ${failures} 次`);
    return wrong("uplink", "link-down", joined(tried, seen));
  }
  const isLate = outboxCount > 0 && (receiptAgeMs ?? 0) > receiptMaxAgeMs;
  if (isLate) return wrong("uplink", "receipts-late", seen);
  if (roundTripMs === null || roundTripMs <= roundTripMaxMs) return fine("uplink", seen);
  const took = words(`a receipt takes ${roundTripMs} ms`, `回执要等 ${roundTripMs} 毫秒`);
  return wrong("uplink", "link-slow", joined(took, seen));
}

function receiptWords(ageMs: number | undefined): Words {
  if (ageMs === undefined) return words("no receipt yet", "还没有回执");
  const { en, zh } = spanWords(ageMs);
  return words(`the last receipt is ${en} old`, `最近回执在 ${zh}前`);
}

/** Only where screens are configured. */
function kioskCheck({ kiosk }: Facts["config"], { kioskUrl }: HealthPage): readonly Check[] {
  if (kiosk === undefined) return [];
  const port = words(`port ${kiosk.port}`, `端口 ${kiosk.port}`);
  return [kioskUrl === null ? wrong("kiosk", "screen-dark", port) : fine("kiosk", plain(kioskUrl))];
}

function policyCheck({ policy }: HealthPage, nowMs: number): Check {
  const name = "policy/age";
  if (policy === null) return wrong(name, "no-policy", plain(""));
  const ageMs = nowMs - policy.issuedMs;
  const { en, zh } = spanWords(Math.abs(ageMs));
  const version = words(`version ${policy.version}`, `版本 ${policy.version}`);
  if (ageMs < -dayMs) {
    const ahead = words(`issued ${en} ahead of the clock`, `签发时间比时钟晚 ${zh}`);
    return wrong(name, "policy-future", joined(version, ahead));
  }
  const seen = joined(version, words(`${en} old`, `已有 ${zh}`));
  return ageMs > policyMaxAgeMs ? wrong(name, "policy-old", seen) : fine(name, seen);
}

/** A file that is older than what the center sent since is no finding. */
function refusalCheck({ policyRefusals }: HealthPage, file: string | undefined): Check {
  const name = "policy/refused";
  const told = policyRefusals.map(({ origin, code, detail }) => {
    const { en, zh } = originWords(origin, file);
    return { code, seen: words(`${en}: ${code}: ${detail}`, `${zh}：${code}：${detail}`) };
  });
  const seen = joined(...told.map((one) => one.seen));
  if (told.some(({ code }) => code !== "policy/older")) return wrong(name, "policy-refused", seen);
  const none = words("every document was taken", "所有策略都被接受");
  return fine(name, told.length === 0 ? none : seen);
}

function originWords(origin: string, file: string | undefined): Words {
  if (origin === "file") return plain(file ?? "policy.file");
  if (origin === "center") return words("the policy of the center", "中心发来的策略");
  return words("the stored policy", "已保存的策略");
}
