// Debian's chromium under test: installed when missing, and watched for requests to other hosts.

import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chromium, type Browser, type BrowserContext, type Page } from "playwright-core";

const setup = fileURLToPath(new URL("../browser-setup.sh", import.meta.url));
const pictures = fileURLToPath(new URL("../output/console/", import.meta.url));

/** Fails with what to install when there is no browser and none can be had. */
export async function launchBrowser(): Promise<Browser> {
  execFileSync("sh", [setup], { stdio: ["ignore", "inherit", "inherit"] });
  return chromium.launch({
    executablePath: "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

export interface Look {
  readonly language: "zh" | "en";
  readonly width: 390 | 1360;
}

export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Requests to anything but this machine: must stay empty. */
  readonly foreign: string[];
  /** Errors the page threw or logged. */
  readonly errors: string[];
}

/** A fresh visitor with nothing remembered. */
export async function visit(browser: Browser, look: Look): Promise<Visit> {
  const context = await browser.newContext({
    locale: look.language === "zh" ? "zh-CN" : "en-GB",
    // Not the console's own zone: what it shows must not depend on the desk.
    timezoneId: "Europe/Lisbon",
    viewport: { width: look.width, height: look.width === 390 ? 844 : 900 },
    hasTouch: look.width === 390,
  });
  const page = await context.newPage();
  const foreign: string[] = [];
  const errors: string[] = [];
  page.on("request", (request) => {
    if (!request.url().startsWith("http://127.0.0.1:")) foreign.push(request.url());
  });
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  return { page, context, foreign, errors };
}

/** Keeps a picture under test/output/console for people to look at. */
export async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: `${pictures}${name}.png`, fullPage: true });
}
