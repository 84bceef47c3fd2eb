// The two classes of mqtt.js that are used, loaded without its WebSocket and proxy parts.

import { createRequire } from "node:module";
import type { MqttClient as ClientType, UniqueMessageIdProvider as ProviderType } from "mqtt";

// The package is CommonJS; its main entry would load all transports, 4 MB more of memory.
const load = createRequire(import.meta.url);

const client = load("mqtt/lib/client") as { readonly default: typeof ClientType };
const provider = load("mqtt/lib/unique-message-id-provider") as {
  readonly default: typeof ProviderType;
};

// mqtt-packet otherwise keeps 65,536 buffers of two bytes for ever: 7 MB for fast small numbers.
const packet = createRequire(load.resolve("mqtt/lib/client"))("mqtt-packet") as {
  readonly writeToStream: { cacheNumbers: boolean };
};
packet.writeToStream.cacheNumbers = false;

export const MqttClient = client.default;
export type MqttClient = ClientType;
export const UniqueMessageIdProvider = provider.default;
