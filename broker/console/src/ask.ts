// Asks the API for JSON; a failure is a value with a text that can be shown.

import { useEffect, useRef, useState } from "preact/hooks";
import { language } from "./language.ts";

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
  readonly value: T | undefined;
  readonly failure: Failure | undefined;
  readonly again: () => void;
}

/**
 * Reads `path` now and whenever it changes; `again` reads it anew and keeps the old value shown.
 */
export function useReading<T>(path: string): Reading<T> {
  const [held, hold] = useState<{ path: string; answer: Answer<T> } | undefined>(undefined);
  const wanted = useRef(path);
  wanted.current = path;
  const readInto = async (): Promise<void> => {
    const answer = await ask<T>(path);
    if (wanted.current === path) hold({ path, answer });
  };
  const read = (): void => {
    void readInto();
  };
  useEffect(read, [path]);
  const answer = held?.path === path ? held.answer : undefined;
  return {
    value: answer?.ok === true ? answer.value : undefined,
    failure: answer?.ok === false ? answer.failure : undefined,
    again: read,
  };
}
