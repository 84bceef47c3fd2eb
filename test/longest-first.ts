// Order of test files: whole programs, disks and worlds start first,
// so that no run ends waiting for one of them while the other processors have nothing left to do.

import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Folders whose files take from half a minute to minutes. */
const longFolders = ["/test/e2e/", "/test/powercut/", "/test/simulation/"];

export default class LongestFirst extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return Promise.resolve(files.toSorted((a, b) => rankOf(a) - rankOf(b)));
  }
}

function rankOf({ moduleId }: TestSpecification): number {
  const rank = longFolders.findIndex((folder) => moduleId.includes(folder));
  return rank < 0 ? longFolders.length : rank;
}
