// The badge reader contract for OSDP readers, in their secure channel, over every kind of line.
import { OsdpBus } from "../../../gateway/adapters/osdp/osdp-bus.ts";
import { OsdpReader } from "../../../gateway/adapters/osdp/osdp-reader.ts";
import { ManualTime } from "../drivers/manual-time.ts";
import { describeBadgeReader } from "../readers/badge-reader-contract.ts";
import { entropy, keyA } from "./osdp-rig.ts";
import { PdFarEnd } from "./pd-far-end.ts";

const awayMs = 3_000;
const cards = ["04 A1 B2 C3", "12 34 56 78"];

describeBadgeReader({
  name: "an OSDP reader",
  awayMs,
  numbers: ["04A1B2C3", "12345678"],
  hearsMany: true,
  make: (options) => {
    const { timers } = options;
    // On real lines the test's clock stands still between its jumps; this driver's turns need time.
    const isManual = timers instanceof ManualTime;
    const monoMs = (): number => options.monoMs() + (isManual ? 0 : performance.now());
    const bus = new OsdpBus({ ...options, monoMs });
    const { id, log } = options;
    const reader = { id, bus, monoMs, entropy, log, address: 0, isSecure: true, keys: [keyA] };
    return new OsdpReader({ ...reader, pollMs: 20, awayMs });
  },
  device: (send) => {
    const far = new PdFarEnd(0, keyA);
    let held: readonly number[] = [];
    let pollCount = 0;
    return {
      hear: (bytes) => {
        // A held card is reported again and again, as some readers do.
        pollCount += 1;
        if (pollCount % 4 === 0) for (const badge of held) far.present(cards[badge] ?? "", 32);
        const reply = far.hear(bytes);
        if (reply !== undefined) send([...reply]);
      },
      hold: (...badges) => (held = badges),
      end: () => {},
    };
  },
});
