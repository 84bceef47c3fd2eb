// Which host names requests may be for: a page elsewhere must not lead its own name to this port.

import { isIPv4 } from "node:net";

/** True for names and addresses that only programs on this machine reach. */
export function isLoopback(host: string): boolean {
  const name = bare(host);
  return name === "localhost" || name === "::1" || (isIPv4(name) && name.startsWith("127."));
}

/** Answers whether a Host header, with or without a port, is for one of `names` or loopback. */
export function hostCheck(names: readonly string[]): (header: string | undefined) => boolean {
  const known = new Set(names.map(bare));
  return (header) => {
    const host = /^(\[[0-9a-fA-F:.]+\]|[^:[\]/@]+)(:[0-9]{1,5})?$/.exec(header ?? "")?.[1];
    return host !== undefined && (isLoopback(host) || known.has(bare(host)));
  };
}

function bare(host: string): string {
  return host
    .toLowerCase()
    .replace(/^\[(.*)\]$/, "$1")
    .replace(/\.$/, "");
}
