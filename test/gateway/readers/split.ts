// Cuts a stream anywhere, as a serial line delivers it.
import type { FrameReader } from "../../../gateway/adapters/serial/frame-reader.ts";

/** The frames found when `bytes` arrive cut at `cuts`, each taken modulo the length. */
export function pushSplit<F>(
  reader: FrameReader<F>,
  bytes: readonly number[],
  cuts: readonly number[],
): F[] {
  const points = new Set(cuts.map((cut) => cut % (bytes.length + 1)));
  const found: F[] = [];
  let from = 0;
  for (const to of [...[...points].toSorted((a, b) => a - b), bytes.length]) {
    found.push(...reader.push(Uint8Array.from(bytes.slice(from, to))));
    from = to;
  }
  return found;
}
