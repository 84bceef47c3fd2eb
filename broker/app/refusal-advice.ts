// What an operator does about each reason for which a gateway refuses a command.

/** By the reasons of gateway/custody/orders; a test holds the two together. */
const advice: Readonly<Record<string, string>> = {
  forged: "the gateway trusts another key of the center: compare its center.keys and the policy",
  undecodable: "the gateway reads another version of commands: update both sides",
  "wrong-gateway": "the command named another gateway: compare its enrollment at both sides",
  "wrong-boot": "the gateway restarted meanwhile: look at the box, then give it again",
  "clock-not-trusted": "the gateway's clock is not vouched for: see its `driftbox doctor`",
  stale: "it came after its deadline: give it again, with a longer --within",
  "unknown-word": "the gateway is older than this program: update it",
  "unknown-place": "it has no such box, compartment or sensor: look at its configuration",
  "bad-setting": "no setting to change at run time, or a value out of bounds: see docs/custody.md",
  "bad-code": "no one-time code that could open: compare the digits, or its day and number",
  "storage-full": "nothing can be stored: free space on the gateway's disk",
  "in-maintenance": "a fitter is at work at the box: wait, or call them",
  "person-at-box": "somebody has begun something there: give it again when they are done",
  "door-open": "a door of the box stands open: have it shut, then give it again",
  busy: "a session or another command goes on at the box: give it again in a minute",
  "not-permitted": "no policy is in force, or two persons must come to the box themselves",
  "out-of-service": "the compartment is disabled: `driftbox command enable` first",
  "lock-offline": "the lock board does not answer: see the gateway's `driftbox doctor`",
  "nothing-to-collect": "nothing is known to be inside: look at the box's page",
  repeated: "it was judged before; what came of it stands in the list of its commands",
};

/** One sentence that says what to do. */
export function refusalAdvice(reason: string): string {
  const found = Object.hasOwn(advice, reason) ? advice[reason] : undefined;
  return found ?? "the gateway is newer than this program; see its docs/custody.md";
}
