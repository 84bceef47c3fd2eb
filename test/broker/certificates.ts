// A certificate authority made with openssl, for tests of TLS.

import { execFileSync } from "node:child_process";
import { join } from "node:path";

export interface Certificate {
  readonly certFile: string;
  readonly keyFile: string;
}

export class TestAuthority {
  readonly caFile: string;
  readonly #folder: string;
  readonly #name: string;
  readonly #keyFile: string;

  constructor(folder: string, name: string) {
    this.#folder = folder;
    this.#name = name;
    this.caFile = join(folder, `${name}.pem`);
    this.#keyFile = join(folder, `${name}.key`);
    const files = ["-keyout", this.#keyFile, "-out", this.caFile];
    request(["-x509", ...files, "-days", "30", "-subj", `/CN=${name}`]);
  }

  /** A certificate of `name`, also for `host`; with days before now it has expired already. */
  issue(
    name: string,
    options: { readonly host?: string; readonly days?: number } = {},
  ): Certificate {
    const { host = "center.test", days = 30 } = options;
    const at = join(this.#folder, `${this.#name}-${name}-${days}`);
    const made = { certFile: `${at}.pem`, keyFile: `${at}.key` };
    const of = ["-subj", `/CN=${name}`, "-addext", `subjectAltName=DNS:${host}`];
    request(["-new", ...of, "-keyout", made.keyFile, "-out", `${at}.csr`]);
    const signer = ["-CA", this.caFile, "-CAkey", this.#keyFile, "-CAcreateserial"];
    const copied = ["-copy_extensions", "copyall", "-days", String(days)];
    openssl(["x509", "-req", "-in", `${at}.csr`, ...signer, ...copied, "-out", made.certFile]);
    return made;
  }
}

function request(more: readonly string[]): void {
  const key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"];
  openssl(["req", ...key, ...more]);
}

function openssl(args: readonly string[]): void {
  execFileSync("openssl", args, { stdio: "pipe" });
}
