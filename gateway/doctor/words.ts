// Texts in both languages of the operators.

export type Language = "en" | "zh";
/** One text in both languages. */
export type Words = Readonly<Record<Language, string>>;

export function words(en: string, zh: string): Words {
  return { en, zh };
}

/** What is the same in every language: numbers, paths, messages of the system. */
export function plain(text: string): Words {
  return { en: text, zh: text };
}

/** Texts one after the other; empty ones are left out. */
export function joined(...parts: readonly Words[]): Words {
  const filled = parts.filter(({ en }) => en !== "");
  return {
    en: filled.map(({ en }) => en).join("; "),
    zh: filled.map(({ zh }) => zh).join("；"),
  };
}

/** A length of time as a person says it. */
export function spanWords(ms: number): Words {
  const seconds = Math.round(ms / 1_000);
  if (seconds < 120) return words(`${seconds} s`, `${seconds} 秒`);
  const minutes = Math.round(seconds / 60);
  if (minutes < 120) return words(`${minutes} min`, `${minutes} 分钟`);
  const hours = Math.round(minutes / 60);
  if (hours < 48) return words(`${hours} h`, `${hours} 小时`);
  const days = Math.round(hours / 24);
  return words(`${days} days`, `${days} 天`);
}

export function mebibytes(bytes: number): string {
  return `${Math.floor(bytes / 1_048_576)} MiB`;
}
