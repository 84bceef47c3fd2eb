// The signed documents of the vectors, valid and invalid.

import { preAuthenticationEncoding, signDocument, payloadTypes } from "@driftbox/proto";
import type { BodyOf, DocumentType, DraftOf, ErrorCode, Signer } from "@driftbox/proto";
import { sha256 } from "@driftbox/proto/node";
import { driftbox } from "../../../proto/generated/driftbox.js";
import {
  centerSigner,
  enrollmentFields,
  gatewayId,
  gatewaySigner,
  registrarSigner,
} from "./chain.ts";
import { fixedBootId, fixedBytes, fixedWallUs, testSigner } from "./samples.ts";

const { SignedDocument, Standing, Assurance, Action, CommandWord, PinRule, Leniency } = driftbox.v1;

const headEventId = fixedBytes("event", 32);
const head = { gatewayId, nextSeq: 45, headEventId };

const drafts: { readonly [T in DocumentType]: DraftOf<T> & Partial<BodyOf<T>> } = {
  enrollment: enrollmentFields,
  receipt: { ...head, epoch: 1, standing: Standing.STANDING_ACCEPTED, issuedUs: fixedWallUs },
  hello: {
    ...head,
    epoch: 1,
    oldestSeq: 3,
    bootId: fixedBootId,
    connection: 7,
    receiptedNextSeq: 40,
    receiptedEventId: fixedBytes("receipted", 32),
    software: "driftbox 0.1.0",
  },
  state: {
    ...head,
    wallUs: fixedWallUs,
    policyVersion: 12,
    outboxCount: 5,
    boxes: [
      {
        box: "box-a",
        compartments: [
          {
            compartment: 1,
            lock: "secured",
            door: "closed",
            presence: "occupied",
            isEnabled: true,
            parcels: ["0012345678"],
          },
        ],
      },
    ],
  },
  "quarantine-lift": {
    gatewayId,
    decidedBy: "operator-7",
    reason: "the cloned card was found and destroyed",
    decidedUs: fixedWallUs,
  },
  grant: {
    grant: "grant-5",
    site: "ferry-12",
    issuedUs: fixedWallUs,
    isBearer: true,
    box: "box-a",
    compartments: [2],
    actions: [Action.ACTION_COLLECT],
    parcels: ["0012345678"],
    voyages: ["v-1"],
    untilUs: fixedWallUs + 86_400_000_000,
    leastAssurance: Assurance.ASSURANCE_IDENTIFIER,
    authorizers: 1,
    isOnce: true,
  },
  grants: {
    version: 3,
    site: "ferry-12",
    issuedUs: fixedWallUs,
    grants: [fixedBytes("a grant", 32)],
    revoked: ["grant-4"],
  },
  command: {
    command: "c-1",
    gatewayId,
    word: CommandWord.COMMAND_WORD_OPEN,
    box: "box-a",
    compartment: 2,
    issuedUs: fixedWallUs,
    deadlineUs: fixedWallUs + 60_000_000,
    bootId: fixedBootId,
    reason: "door is stuck",
    givenBy: "clerk-1",
    settings: [{ key: "log", value: "debug" }],
  },
  manifests: {
    version: 2,
    site: "ferry-12",
    issuedUs: fixedWallUs,
    manifests: [{ manifest: "m-1", voyage: "v-1", expected: ["0012345678"] }],
  },
  policy: {
    version: 12,
    site: "ferry-12",
    issuedUs: fixedWallUs,
    utcOffsetMin: 480,
    blockedBadges: [fixedBytes("blocked", 16)],
    badges: [
      {
        badgeRef: fixedBytes("badge", 16),
        person: "p-100",
        role: "crew",
        organization: "ferry",
        assurance: Assurance.ASSURANCE_IDENTIFIER,
      },
    ],
    roles: [
      {
        role: "crew",
        staleAfterH: 336,
        allowWithoutClock: true,
        rights: [
          {
            box: "box-a",
            compartments: [1, 2],
            canDeposit: true,
            windows: [{ days: 0x7f, fromMin: 360, toMin: 1_320 }],
          },
        ],
      },
    ],
  },
};

/** A state document of a gateway whose chain has a second epoch; the field came later. */
const laterState = { ...drafts.state, epoch: 2 };

export const signerOf: { readonly [T in DocumentType]: Signer } = {
  enrollment: registrarSigner,
  receipt: centerSigner,
  hello: gatewaySigner,
  state: gatewaySigner,
  policy: centerSigner,
  "quarantine-lift": registrarSigner,
  grant: centerSigner,
  grants: centerSigner,
  command: centerSigner,
  manifests: centerSigner,
};
/** The types of the first version. */
const firstTypes = ["enrollment", "receipt", "hello", "state", "policy"] as const;

export interface SampleDocument {
  readonly type: DocumentType;
  readonly fields: object;
  readonly publicKey: Uint8Array;
  readonly document: Uint8Array;
}

function sampleOf<T extends DocumentType>(type: T, fields: DraftOf<T>): SampleDocument {
  const document = signDocument(type, fields, signerOf[type], sha256);
  return { type, fields, publicKey: signerOf[type].publicKey, document };
}

/** A state document of a gateway that knows where it is; the fields came later. */
const placedState = { ...drafts.state, latitude: 29.985_4, longitude: 122.207_2, quality: 2 };

/** A policy that asks for persons, proofs and patience; its fields came later. */
const demandingPolicy = {
  ...drafts.policy,
  version: 13,
  badges: [
    { badgeRef: fixedBytes("badge", 16), person: "p-100" },
    { badgeRef: fixedBytes("second badge", 16), person: "p-100" },
  ],
  persons: [
    {
      person: "p-100",
      organization: "ferry",
      role: "crew",
      pinRef: fixedBytes("pin", 16),
      duressRef: fixedBytes("duress", 16),
    },
  ],
  demands: [
    {
      box: "box-a",
      compartments: [2],
      actions: [Action.ACTION_COLLECT],
      leastAssurance: Assurance.ASSURANCE_COUNTER_MAC,
      pin: PinRule.PIN_RULE_ALWAYS,
      authorizers: 1,
      otherOrganization: true,
      hosts: ["ferry"],
      passbackMin: 30,
    },
  ],
  roles: [
    {
      role: "crew",
      stale: [
        { action: Action.ACTION_COLLECT, afterH: 72, leniency: Leniency.LENIENCY_SECOND_PERSON },
      ],
      withoutClock: [{ leniency: Leniency.LENIENCY_REFUSE }],
      rights: [
        {
          box: "box-a",
          canCollect: true,
          canAuthorize: true,
          windows: [{ days: 0x80, fromMin: 600, toMin: 720 }],
        },
      ],
    },
  ],
  holidays: [20_819],
  blockedUs: fixedWallUs - 3_600_000_000,
};

/** A state document of a gateway with a box under repair; its fields came later. */
const repairedState = {
  ...drafts.state,
  boxes: [
    {
      box: "box-a",
      service: "maintenance",
      compartments: [{ compartment: 1, quarantined: ["infrared"] }],
    },
  ],
};

/** A policy with voyages, suspensions and deposits without card; its fields came later. */
const servicePolicy = {
  ...demandingPolicy,
  version: 14,
  grantKeys: [centerSigner.publicKey],
  commandKeys: [centerSigner.publicKey],
  suspensions: [
    { box: "box-a", fromUs: fixedWallUs, untilUs: fixedWallUs + 3_600_000_000, reason: "大雾" },
  ],
  voyages: [{ voyage: "v-1", fromUs: fixedWallUs, untilUs: fixedWallUs + 7_200_000_000 }],
  deposits: [
    {
      box: "box-a",
      compartments: [2],
      needsNumber: true,
      windows: [{ days: 0x7f, fromMin: 60, toMin: 1_440 }],
    },
  ],
  helpNumber: "0580-12345",
  blockedPersons: ["p-666"],
  roles: [{ role: "fitter", rights: [{ box: "box-a", canMaintain: true, canEmergency: true }] }],
};

export const validDocuments: readonly SampleDocument[] = [
  ...firstTypes.map((type) => sampleOf(type, drafts[type])),
  sampleOf("state", placedState),
  sampleOf("policy", demandingPolicy),
  sampleOf("state", laterState),
  sampleOf("quarantine-lift", drafts["quarantine-lift"]),
  sampleOf("state", repairedState),
  sampleOf("policy", servicePolicy),
  sampleOf("grant", drafts.grant),
  sampleOf("grants", drafts.grants),
  sampleOf("command", drafts.command),
  sampleOf("manifests", drafts.manifests),
];

export interface BadDocument {
  /** The type asked for. */
  readonly type: DocumentType;
  readonly code: ErrorCode;
  readonly name: string;
  readonly publicKey: Uint8Array;
  readonly document: Uint8Array;
}

interface Envelope {
  payloadType: string;
  body: Uint8Array;
  keyId: Uint8Array;
  signature: Uint8Array;
}

function receiptEnvelope(): Envelope {
  const bytes = signDocument("receipt", drafts.receipt, centerSigner, sha256);
  return SignedDocument.decode(bytes);
}

function badReceipt(code: ErrorCode, name: string, change: Partial<Envelope>): BadDocument {
  const document = SignedDocument.encode({ ...receiptEnvelope(), ...change }).finish();
  return { type: "receipt", code, name, publicKey: centerSigner.publicKey, document };
}

/** Envelopes that a reader must refuse, each with the code it is refused with. */
export function invalidDocuments(): BadDocument[] {
  const { body, signature } = receiptEnvelope();
  const flipped = Uint8Array.from(signature, (byte, i) => (i === 5 ? byte ^ 1 : byte));
  const editedBody = Uint8Array.from(body, (byte, i) => (i === 20 ? byte ^ 1 : byte));
  const bareSignature = centerSigner.sign(body);
  const asState = centerSigner.sign(preAuthenticationEncoding(payloadTypes.state, body));
  const garbage = Uint8Array.of(0x0a, 0xff, 1);
  const signedGarbage = centerSigner.sign(preAuthenticationEncoding(payloadTypes.receipt, garbage));
  const stranger = testSigner(9);
  const cut = validDocuments[1]?.document.subarray(0, -3) ?? body;
  const { publicKey } = centerSigner;
  return [
    badReceipt("document/signature", "signature edited", { signature: flipped }),
    badReceipt("document/signature", "signature missing", { signature: new Uint8Array() }),
    badReceipt("document/signature", "body edited", { body: editedBody }),
    badReceipt("document/signature", "signed without its type", { signature: bareSignature }),
    badReceipt("document/signature", "signed as another type", { signature: asState }),
    badReceipt("document/type", "payload type of a state", { payloadType: payloadTypes.state }),
    badReceipt("document/type", "payload type empty", { payloadType: "" }),
    badReceipt("document/unknown-key", "key id missing", { keyId: new Uint8Array() }),
    badReceipt("wire/document", "signed body that does not decode", {
      body: garbage,
      signature: signedGarbage,
    }),
    {
      ...badReceipt("document/unknown-key", "key of a stranger", {}),
      publicKey: stranger.publicKey,
    },
    { type: "receipt", code: "wire/document", name: "cut off", publicKey, document: cut },
    {
      type: "hello",
      code: "document/type",
      name: "receipt where a hello is asked for",
      publicKey,
      document: validDocuments[1]?.document ?? body,
    },
    {
      type: "receipt",
      code: "wire/document",
      name: "not protobuf",
      publicKey,
      document: Uint8Array.of(0xff, 0xff, 0xff),
    },
  ];
}
