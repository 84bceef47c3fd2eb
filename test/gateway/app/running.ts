// Runs the built command `driftbox` as a child process and keeps what it says.

import { spawn, type ChildProcess } from "node:child_process";

const root = new URL("../../../", import.meta.url).pathname;

/** How a program ended. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface Circumstances {
  readonly environment?: Readonly<Record<string, string>>;
  /** User and group it runs as; this test's own unless said. */
  readonly uid?: number;
}

/** One run of the built command `driftbox`. */
export class Running {
  readonly child: ChildProcess;
  stdout = "";
  stderr = "";
  readonly ended: Promise<Ended>;

  constructor(args: readonly string[], circumstances: Circumstances = {}) {
    const { environment, uid } = circumstances;
    this.child = spawn(process.execPath, [`${root}bin/driftbox.js`, ...args], {
      env: { ...process.env, ...environment },
      ...(uid === undefined ? {} : { uid, gid: uid }),
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.child.stdout?.on("data", (chunk) => (this.stdout += String(chunk)));
    this.child.stderr?.on("data", (chunk) => (this.stderr += String(chunk)));
    this.ended = new Promise((done) => {
      this.child.on("close", (code) => {
        done({ code, stdout: this.stdout, stderr: this.stderr });
      });
    });
  }
}

/** Waits for a condition, ten seconds at most. */
export async function until(what: string, holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 500; tries += 1) {
    if (holds()) return;
    await new Promise((done) => setTimeout(done, 20));
  }
  throw new Error(`never came: ${what}`);
}
