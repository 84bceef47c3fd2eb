// A pure custody core with its screens on a real loopback port: what people do is done to the core,
// what they press comes back as inputs.

import { MemoryLog } from "../app/fixtures.ts";
import { ManualTime } from "../app/manual-time.ts";
import { CountingEntropy } from "../app/fixtures.ts";
import { KioskServer } from "../../../gateway/adapters/kiosk/kiosk-server.ts";
import { Panels } from "../../../gateway/app/devices/panel.ts";
import { resolve, type Offering } from "../../../gateway/app/devices/credential-desk.ts";
import type { Story } from "../custody/story.ts";

export const helpNumber = "0580-203 1234";

export class KioskStand {
  readonly time = new ManualTime();
  readonly log = new MemoryLog();
  readonly server: KioskServer;
  readonly panels: Panels;
  /** What was pressed, as the core was offered it. */
  readonly offered: Offering[] = [];
  /** What lamp and buzzer showed in self-tests. */
  readonly lamps: string[] = [];
  isLinked = true;
  helpNumber = helpNumber;
  story: Story;

  constructor(story: Story, folder: string, port = 0) {
    this.story = story;
    this.server = new KioskServer({ port, folder, entropy: new CountingEntropy() });
    this.panels = new Panels({
      server: this.server,
      boxes: story.layout.boxes.map(({ id }) => id),
      state: () => this.story.state,
      isLinked: () => this.isLinked,
      now: () => this.story.now,
      helpNumber: () => this.helpNumber,
      offer: (offering) => this.#offer(offering),
      showLamp: (_box, signal) => this.lamps.push(signal),
      timers: this.time,
      log: this.log,
    });
  }

  get url(): string {
    return this.server.url ?? "";
  }

  static async open(story: Story, folder: string): Promise<KioskStand> {
    const stand = new KioskStand(story, folder);
    await stand.server.start(stand.panels);
    return stand;
  }

  /** Another story at the same screens, which forget what they showed. */
  begin(story: Story): Story {
    this.story = story;
    for (const box of this.panels.boxes) {
      this.panels.onOrder(box, "idle");
      this.panels.press(box, { act: "back" });
    }
    return story;
  }

  /** Does something to the core, and hands its orders to the screens. */
  act(deed: (story: Story) => unknown): void {
    this.story.signs.clear();
    deed(this.story);
    for (const [box, { signal, ...words }] of this.story.signs) {
      this.panels.onOrder(box, signal, words);
    }
    this.panels.refresh();
  }

  /** Time passes for the core and for the screens, in steps of a second. */
  async pass(seconds: number): Promise<void> {
    for (let s = 0; s < seconds; s += 1) {
      this.act((story) => story.elapse(1_000));
      await this.time.advance(1_000);
    }
  }

  /** Tells the check codes that the core ordered since the last time, made from their numbers. */
  tellCodes(): void {
    for (const { box, what, seq } of this.story.codes.splice(0)) {
      this.panels.onCode({ box, what, code: String(seq).padStart(8, "0") });
    }
  }

  async close(): Promise<void> {
    await this.panels.stop();
  }

  #offer(offering: Offering): void {
    this.offered.push(offering);
    const keys = { pinRefOf: (_person: string, pin: string) => pin.padEnd(32, "0") };
    const input = resolve(keys, this.story, offering);
    if (input !== undefined) this.act((story) => story.when(input));
  }
}
