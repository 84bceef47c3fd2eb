// `driftbox broker`: runs the center until it is told to stop.

import { openSupervisor } from "./adapters/systemd/notify-socket.ts";
import { runCommand, failureOf } from "./command-line.ts";
import { startCenter } from "./compose.ts";
import { brokerUsage, readSettings } from "./config.ts";

/** After SIGTERM; whoever waits longer is cut off, and sends again. */
const closeMaxMs = 8_000;

await runCommand("broker", brokerUsage, async () => {
  process.on("uncaughtException", (error) => process.exit(failureOf("broker", error)));
  const settings = readSettings(process.argv.slice(2), process.env);
  const center = await startCenter(settings, await openSupervisor(process.env, process.pid));
  let isStopping = false;
  const stop = () => {
    if (isStopping) return;
    isStopping = true;
    setTimeout(() => process.exit(1), closeMaxMs).unref();
    center.close().then(
      () => process.exit(0),
      (error: unknown) => process.exit(failureOf("broker", error)),
    );
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
  process.on("SIGHUP", () => center.reload());
  const ready = { event: "ready", mqtt: center.mqtt, http: center.http, pid: process.pid };
  if (settings.isJson) process.stdout.write(`${JSON.stringify(ready)}\n`);
});
