// Starts the HTTP side on a free loopback port for one test file.

import { startHttp, type HttpOptions, type HttpServer } from "../../broker/api/server.ts";
import type { SampleReadModels } from "./sample-read-models.ts";
import { sampleStory, storyNowMs } from "./sample-story.ts";

export interface Running {
  readonly models: SampleReadModels;
  readonly server: HttpServer;
  readonly origin: string;
  /** Every line the server logged as an error. */
  readonly errors: string[];
}

export async function runServer(change: Partial<HttpOptions> = {}): Promise<Running> {
  const models = sampleStory();
  const errors: string[] = [];
  const server = await startHttp({
    readModels: models,
    port: 0,
    consoleDir: undefined,
    log: { info: () => {}, error: (_fields, message) => errors.push(message) },
    now: () => storyNowMs,
    ...change,
  });
  return { models, server, origin: `http://${server.host}:${server.port}`, errors };
}
