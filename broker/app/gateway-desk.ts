// What the center remembers of each gateway between batches: chain, parked records, last words.

import type { Verifier } from "@driftbox/proto";
import type { Chain, KeyHex } from "../core/chain.ts";
import { nothingParked, type Parked } from "../core/parking.ts";
import type { Address } from "../ports/downlink.ts";
import type { BrokenSeal, GatewayIdentity, GatewayNumber, Ledger } from "../ports/ledger.ts";
import type { Registry } from "../ports/registry.ts";
import type { SealChecks } from "../ports/seal-checks.ts";

/** One gateway's place at the center. Changed only after the commit of what it says. */
export interface Desk {
  readonly number: GatewayNumber;
  readonly identity: GatewayIdentity;
  chain: Chain;
  parked: Parked;
  /** By epoch: what sealed each of them. */
  epochKeys: ReadonlyMap<number, KeyHex>;
  /** Oldest first; asked for again at each hello. */
  broken: readonly BrokenSeal[];
  /** Connection counter of the newest `ready`, by boot: tells a late will from a true one. */
  connection: { readonly bootId: string; readonly count: number } | undefined;
  /** Whether it last said that it is there; false since the start of the center until it does. */
  isReady: boolean;
  /** Its next sequence in the newest hello or state; a state behind it is an older copy. */
  statedNextSeq: number;
  /** When the newest receipt was issued, Unix microseconds; only grows. */
  issuedUs: number;
  /** The last request to send again; not repeated for the same place within a pause. */
  resend: { readonly nextSeq: number; readonly atMs: number } | undefined;
}

/** All desks. A gateway gets one when it is enrolled; another key is another gateway. */
export class Desks {
  readonly #ledger: Ledger;
  readonly #registry: Registry;
  readonly #byName = new Map<string, Desk>();
  readonly #byNumber = new Map<GatewayNumber, Desk>();

  constructor(ledger: Ledger, registry: Registry) {
    this.#ledger = ledger;
    this.#registry = registry;
    for (const identity of registry.all()) this.#open(identity);
  }

  /** Undefined for a gateway that is not enrolled. */
  at({ site, gateway }: Address): Desk | undefined {
    const name = `${site}/${gateway}`;
    const identity = this.#registry.find(site, gateway);
    if (identity === undefined) return undefined;
    const desk = this.#byName.get(name);
    return desk?.identity.gatewayId === identity.gatewayId ? desk : this.#open(identity);
  }

  /** Undefined for an id that no enrolled gateway has. */
  identified(gatewayId: string): Desk | undefined {
    const identity = this.#registry.identified(gatewayId);
    return identity === undefined ? undefined : this.at(identity);
  }

  numbered(number: GatewayNumber): Desk | undefined {
    return this.#byNumber.get(number);
  }

  all(): Iterable<Desk> {
    return this.#byNumber.values();
  }

  /** Records parked by all gateways together. */
  parkedCount(): number {
    let count = 0;
    for (const desk of this.#byNumber.values()) count += desk.parked.size;
    return count;
  }

  #open(identity: GatewayIdentity): Desk {
    const number = this.#ledger.enroll(identity);
    const held = this.#ledger.gateways().find((each) => each.number === number);
    if (held === undefined) throw new Error(`gateway ${number} is not in the ledger`);
    const desk: Desk = {
      number,
      identity,
      chain: held.chain,
      parked: nothingParked,
      epochKeys: held.epochKeys ?? new Map(),
      broken: held.brokenSeals ?? [],
      connection: undefined,
      isReady: false,
      statedNextSeq: 0,
      issuedUs: 0,
      resend: undefined,
    };
    this.#byName.set(`${identity.site}/${identity.gateway}`, desk);
    this.#byNumber.set(number, desk);
    return desk;
  }
}

/** The keys under which a gateway may sign its documents: of its epoch, or of the announced one. */
export function documentKeys({ chain }: Desk, seals: SealChecks): Verifier[] {
  const keys = chain.rotation === undefined ? [chain.key] : [chain.key, chain.rotation.key];
  return keys.flatMap((key) => seals.verifier(key) ?? []);
}
