// The heading of a screen: also the window's title, and where the keyboard lands on arrival.

import type { ComponentChildren, JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { t } from "../language.ts";

let isFirstScreen = true;

export function ScreenTitle({
  text,
  children,
}: {
  text: string;
  children?: ComponentChildren;
}): JSX.Element {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!isFirstScreen) heading.current?.focus();
    isFirstScreen = false;
  }, []);
  useEffect(() => {
    document.title = `${text} · ${t("app.short")}`;
  }, [text]);
  return (
    <header class="title">
      <h1 ref={heading} tabIndex={-1}>
        {text}
      </h1>
      {children}
    </header>
  );
}
