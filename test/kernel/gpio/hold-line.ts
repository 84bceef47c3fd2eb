// A process that drives one line and waits to be killed. Its arguments are DRIVER LINE.

import { kernelLines } from "./back-ends.ts";

const [driver = "", name = ""] = process.argv.slice(2);
const output = kernelLines(driver === "sysfs" ? "sysfs" : "chardev").output({ name });
output.onHealth((health) => {
  if (health.state !== "online") return;
  output.set(true);
  process.stdout.write("driven\n");
});
output.start();
