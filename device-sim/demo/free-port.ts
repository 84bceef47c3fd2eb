// Tells early and clearly that a port is taken, before anything is started.

import { createServer } from "node:net";
import { Fault } from "@driftbox/proto";

/** @throws Fault listen/failed naming the flag to change. Port 0 is always free. */
export async function requireFreePort(flag: string, host: string, port: number): Promise<void> {
  if (port === 0) return;
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once("error", (cause) => {
      const what = `port ${port} on ${host} is taken; choose another with --${flag} N, or 0`;
      reject(new Fault("listen/failed", what, { cause }));
    });
    server.listen(port, host, resolve);
  });
  await new Promise<void>((resolve) => server.close(() => resolve()));
}
