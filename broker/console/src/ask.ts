// Asks the API for JSON; a failure is a value with a text that can be shown.

import { useEffect, useRef, useState } from "preact/hooks";
import { language } from "./language.ts";
import { followNews } from "./live.ts";

export interface Failure {
  readonly status: number;
  readonly detail: string;
}

export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: Failure };

const waitMaxMs = 10_000;

/** `T` is the shape docs/api/openapi.json gives for `path`; the server's serializer enforces it. */
export async function ask<T>(path: string): Promise<Answer<T>> {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), waitMaxMs);
  try {
    const headers = { accept: "application/json", "accept-language": language.value };
    const response = await fetch(path, { headers, signal: controller.signal });
    const body: unknown = await response.json();
    if (response.ok) return { ok: true, value: body as T };
    const title = typeof body === "object" && body !== null && "title" in body ? body.title : "";
    return { ok: false, failure: { status: response.status, detail: String(title) } };
  } catch (error) {
    const detail = error instanceof Error ? error.message : "";
    return { ok: false, failure: { status: 0, detail } };
  } finally {
    clearTimeout(timer);
  }
}

export interface Reading<T> {
  /** The newest that could be read. */
  readonly value: T | undefined;
  /** Why it could not be read the last time. */
  readonly failure: Failure | undefined;
  readonly again: () => void;
}

interface Held<T> {
  readonly path: string;
  readonly value: T | undefined;
  readonly failure: Failure | undefined;
}

/**
 * Reads `path` now and whenever it changes; `again` reads it anew and keeps the old value shown,
 * also where that fails.
 */
export function useReading<T>(path: string): Reading<T> {
  const [held, hold] = useState<Held<T> | undefined>(undefined);
  const wanted = useRef(path);
  wanted.current = path;
  const askedCount = useRef(0);
  const heldCount = useRef(0);
  const readInto = async (): Promise<void> => {
    askedCount.current += 1;
    const count = askedCount.current;
    const answer = await ask<T>(path);
    // Answers may overtake each other.
    if (wanted.current !== path || count < heldCount.current) return;
    heldCount.current = count;
    hold((before) => {
      if (answer.ok) return { path, value: answer.value, failure: undefined };
      const value = before?.path === path ? before.value : undefined;
      return { path, value, failure: answer.failure };
    });
  };
  const read = (): void => {
    void readInto();
  };
  useEffect(read, [path]);
  const current = held?.path === path ? held : undefined;
  return { value: current?.value, failure: current?.failure, again: read };
}

/** So many reads a second at most, however fast events arrive. */
const newsPauseMs = 500;
const minuteMs = 60_000;

/** What to read again, and when. */
interface News {
  /** Something was committed. */
  readonly onNews: () => void;
  /** Time alone makes things overdue, or over. */
  readonly onMinute: () => void;
}

/** Calls back for as long as the component is there. */
export function useNews(news: News): void {
  const current = useRef(news);
  current.current = news;
  useEffect(() => {
    let timer: number | undefined;
    const unfollow = followNews(() => {
      timer ??= window.setTimeout(() => {
        timer = undefined;
        current.current.onNews();
      }, newsPauseMs);
    });
    const minutes = window.setInterval(() => current.current.onMinute(), minuteMs);
    return () => {
      unfollow();
      window.clearTimeout(timer);
      window.clearInterval(minutes);
    };
  }, []);
}

/** As `useReading`, and read anew whenever something was committed, and each minute. */
export function useFollowed<T>(path: string): Reading<T> {
  const reading = useReading<T>(path);
  useNews({ onNews: reading.again, onMinute: reading.again });
  return reading;
}
