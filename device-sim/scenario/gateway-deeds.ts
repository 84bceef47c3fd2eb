// What befalls gateways: links cut and slowed over the sea, processes killed, clocks that step.

import { failed, held, type Outcome } from "./outcome.ts";
import type { Players, Scene } from "./scene.ts";

export const gatewayDeeds: Players<
  | "cut-link"
  | "slow-link"
  | "restore-link"
  | "kill-gateway"
  | "step-clock"
  | "disk-full"
  | "wear-disk"
  | "start-gateway"
> = {
  "cut-link": ({ gateway }, scene) => onLink(scene, gateway, "cut"),
  "slow-link": async (fields, scene) => {
    scene.installation.links.get(fields.gateway)?.slow(fields["delay-ms"]);
    return held(`the link is ${fields["delay-ms"]} ms late`);
  },
  "restore-link": ({ gateway }, scene) => onLink(scene, gateway, "restore"),
  "kill-gateway": async ({ gateway }, scene) => {
    scene.installation.stage.act({ kind: "markSilent", name: gateway, isSilent: true });
    await scene.installation.gateways.get(gateway)?.kill();
    return held(`${gateway} was killed`);
  },
  "step-clock": async ({ gateway, "by-ms": byMs }, scene) => {
    scene.installation.gateways.get(gateway)?.stepClock(byMs);
    return held(`the clock of ${gateway} stepped by ${byMs} ms`);
  },
  "disk-full": async ({ gateway, on }, scene) => {
    const isDone = scene.installation.gateways.get(gateway)?.fillDisk(on) ?? false;
    if (!isDone) return failed(`${gateway} has no disk of its own: give it "diskMiB"`);
    return held(`the disk of ${gateway} ${on ? "is full" : "has space again"}`);
  },
  "wear-disk": async ({ gateway }, scene) => {
    const isDone = scene.installation.gateways.get(gateway)?.wearDisk?.() ?? false;
    return isDone ? held("bytes of the journal turned") : failed(`${gateway} runs, or has none`);
  },
  "start-gateway": async ({ gateway, "new-boot": isNewBoot }, scene) => {
    await scene.installation.gateways.get(gateway)?.start(isNewBoot);
    scene.installation.stage.act({ kind: "markSilent", name: gateway, isSilent: false });
    return held(`${gateway} is ready`);
  },
};

async function onLink(scene: Scene, gateway: string, order: "cut" | "restore"): Promise<Outcome> {
  scene.installation.links.get(gateway)?.[order]();
  return held(`link of ${gateway}: ${order}`);
}
