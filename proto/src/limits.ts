// Every maximum of the wire in one table; parsers refuse what is larger.

/** Sizes in bytes unless the name says otherwise. */
export const limits = {
  /** Payload of one custody event. */
  payloadMaxBytes: 8_192,
  /** Header + seal + payload. */
  recordMaxBytes: 144 + 64 + 8_192,
  /** Records in one batch. */
  batchMaxCount: 512,
  /** One batch message, and so the largest MQTT payload either side accepts. */
  batchMaxBytes: 61_440,
  /** MQTT frame judged on its announced length, before the body is read. */
  mqttFrameMaxBytes: 65_536,
  /** MQTT frame before CONNACK. A legal CONNECT of ours is far smaller. */
  mqttConnectMaxBytes: 4_096,
  /** Signed document on the wire (receipt, hello, state). */
  documentMaxBytes: 61_440,
  /** One signed grant: as a QR code it is read off paper. */
  grantMaxBytes: 1_024,
  /** Signed policy, grants or manifests, read from a file or a retained message. */
  policyMaxBytes: 4_194_304,
  /** Characters of a site, gateway, box, person, parcel or role. */
  idMaxChars: 64,
  /** Parcels in one fact. */
  parcelsMaxCount: 64,
  boxesMaxCount: 32,
  compartmentsMaxCount: 64,
  /** From an `UnlockIntended` to its deadline, in ms: a later order is dropped, never sent. */
  orderLifeMs: 2_000,
} as const;
