// Drives one line through sysfs and exits without giving it back. Its argument is LINE.

import { kernelLines } from "./back-ends.ts";

const [name = ""] = process.argv.slice(2);
const output = kernelLines("sysfs").output({ name });
output.onHealth((health) => {
  if (health.state !== "online") return;
  output.set(true);
  process.exit(0);
});
output.start();
