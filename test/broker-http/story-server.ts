// A process of its own that serves the story, so that a test can freeze it. Prints its origin.

import { startHttp } from "../../broker/api/server.ts";
import { sampleStory } from "./sample-story.ts";

const [consoleDir = ""] = process.argv.slice(2);
const server = await startHttp({
  readModels: sampleStory(),
  port: 0,
  consoleDir,
  log: { info: () => {}, error: (_fields, message) => process.stderr.write(`${message}\n`) },
  now: Date.now,
  stream: { heartbeatMs: 200 },
});
process.stdout.write(`http://${server.host}:${server.port}\n`);
