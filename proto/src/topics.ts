// The MQTT topics: one module formats and parses them, so that both sides agree by construction.

import { parseGatewayName, parseSiteName, type GatewayName, type SiteName } from "./ids.ts";
import { parsed, refused, type Parsed } from "./parsed.ts";

/** From gateway to center. */
export const upwardTopics = ["status", "state", "events", "command-results", "hello"] as const;
/** From center to gateway. */
export const downwardTopics = ["receipt", "policy", "grants", "manifests", "commands"] as const;

export type UpwardTopic = (typeof upwardTopics)[number];
export type DownwardTopic = (typeof downwardTopics)[number];
export type TopicWord = UpwardTopic | DownwardTopic;

/** What is retained: the last value is true until the next. Commands never are. */
export const retainedTopics: ReadonlySet<TopicWord> = new Set<TopicWord>([
  "status",
  "state",
  "receipt",
  "policy",
  "grants",
  "manifests",
]);

export interface Topic {
  readonly site: SiteName;
  readonly gateway: GatewayName;
  readonly word: TopicWord;
}

const words: ReadonlySet<string> = new Set<string>([...upwardTopics, ...downwardTopics]);

/** `driftbox/v1/<site>/<gateway>/<word>` */
export function formatTopic(topic: Topic): string {
  return `driftbox/v1/${topic.site}/${topic.gateway}/${topic.word}`;
}

/** Exact topics only: a filter with wildcards is refused like any other unknown word. */
export function parseTopic(text: string): Parsed<Topic> {
  const levels = text.split("/");
  const [root, version, siteText = "", gatewayText = "", word = ""] = levels;
  if (root !== "driftbox" || version !== "v1" || levels.length !== 5) {
    return refused("wire/topic", "expected driftbox/v1/<site>/<gateway>/<word>");
  }
  const site = parseSiteName(siteText);
  if (!site.ok) return site;
  const gateway = parseGatewayName(gatewayText);
  if (!gateway.ok) return gateway;
  if (!words.has(word)) return refused("wire/topic", `unknown topic word ${JSON.stringify(word)}`);
  return parsed({ site: site.value, gateway: gateway.value, word: word as TopicWord });
}

export function isUpward(word: TopicWord): word is UpwardTopic {
  return (upwardTopics as readonly string[]).includes(word);
}
