// The ledger's row of a gateway: chain state, standing and last word, read and written.

import type { Database, Statement } from "better-sqlite3";
import {
  parseEventId,
  parseGatewayId,
  parseGatewayName,
  parseSiteName,
  type Parsed,
} from "@driftbox/proto";
import type { Chain } from "../../core/chain.ts";
import type { GatewayChange, GatewayIdentity, HeldGateway } from "../../ports/ledger.ts";

export interface GatewayRow {
  readonly number: number;
  readonly site: string;
  readonly gateway: string;
  readonly gateway_id: string;
  readonly enrollment_hash: string;
  readonly epoch: number;
  readonly next_seq: number;
  readonly head_event_id: string;
  readonly standing: "accepted" | "quarantined";
  readonly key: string;
  readonly rotation_epoch: number | null;
  readonly rotation_key: string | null;
  readonly last_word_ms: number | null;
  readonly status: string;
  readonly announced_next_seq: number | null;
  readonly snapshot_epoch: number | null;
  readonly snapshot_next_seq: number | null;
  /** JSON of SnapshotBox[], written by this adapter and by nothing else. */
  readonly snapshot: string | null;
  /** Of the same document as the snapshot; all three or none. */
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly position_quality: number | null;
}

const nowhere = { latitude: null, longitude: null, quality: null };

interface KeyRow {
  readonly gateway: number;
  readonly epoch: number;
  readonly key: string;
}

export class GatewayRows {
  readonly #all: Statement<[], GatewayRow>;
  readonly #byId: Statement<[string], number>;
  readonly #insert: Statement<[Record<string, unknown>]>;
  readonly #updateChain: Statement<[Record<string, unknown>]>;
  readonly #updateWord: Statement<[Record<string, unknown>]>;
  readonly #keys: Statement<[], KeyRow>;
  readonly #insertKey: Statement<[number, number, string]>;

  constructor(database: Database) {
    this.#all = database.prepare("SELECT * FROM gateways ORDER BY number");
    this.#byId = database
      .prepare<[string], number>("SELECT number FROM gateways WHERE gateway_id = ?")
      .pluck();
    this.#insert = database.prepare(
      `INSERT INTO gateways (site, gateway, gateway_id, enrollment_hash, epoch, next_seq,
         head_event_id, standing, key)
       VALUES (@site, @gateway, @gatewayId, @enrollmentHash, 0, 0, @enrollmentHash, 'accepted',
         @key)`,
    );
    this.#updateChain = database.prepare(
      `UPDATE gateways SET epoch = @epoch, next_seq = @nextSeq, head_event_id = @headEventId,
         standing = @standing, key = @key, rotation_epoch = @rotationEpoch,
         rotation_key = @rotationKey
       WHERE number = @number`,
    );
    this.#updateWord = database.prepare(
      `UPDATE gateways SET last_word_ms = max(coalesce(last_word_ms, 0), @lastWordMs),
         status = coalesce(@status, status),
         announced_next_seq = coalesce(@announcedNextSeq, announced_next_seq),
         snapshot_epoch = coalesce(@snapshotEpoch, snapshot_epoch),
         snapshot_next_seq = coalesce(@snapshotNextSeq, snapshot_next_seq),
         snapshot = coalesce(@snapshot, snapshot),
         latitude = CASE WHEN @snapshot IS NULL THEN latitude ELSE @latitude END,
         longitude = CASE WHEN @snapshot IS NULL THEN longitude ELSE @longitude END,
         position_quality =
           CASE WHEN @snapshot IS NULL THEN position_quality ELSE @quality END
       WHERE number = @number`,
    );
    this.#keys = database.prepare("SELECT * FROM epoch_keys");
    this.#insertKey = database.prepare("INSERT OR IGNORE INTO epoch_keys VALUES (?, ?, ?)");
  }

  all(): GatewayRow[] {
    return this.#all.all();
  }

  /** The number of the gateway, new or known. */
  enroll(identity: GatewayIdentity): number {
    const known = this.#byId.get(identity.gatewayId);
    if (known !== undefined) return known;
    return Number(this.#insert.run({ ...identity }).lastInsertRowid);
  }

  apply(change: GatewayChange): void {
    if (change.chain !== undefined) this.#applyChain(change.gateway, change.chain);
    const hasWord =
      change.lastWordMs !== undefined ||
      change.status !== undefined ||
      change.announcedNextSeq !== undefined ||
      change.snapshot !== undefined;
    if (!hasWord) return;
    this.#updateWord.run({
      number: change.gateway,
      lastWordMs: change.lastWordMs ?? 0,
      status: change.status ?? null,
      announcedNextSeq: change.announcedNextSeq ?? null,
      snapshotEpoch: change.snapshot?.epoch ?? null,
      snapshotNextSeq: change.snapshot?.nextSeq ?? null,
      snapshot: change.snapshot === undefined ? null : JSON.stringify(change.snapshot.boxes),
      ...(change.snapshot?.position ?? nowhere),
    });
  }

  #applyChain(number: number, chain: Chain): void {
    this.#updateChain.run({
      number,
      epoch: chain.epoch,
      nextSeq: chain.nextSeq,
      headEventId: chain.headEventId,
      standing: chain.standing,
      key: chain.key,
      rotationEpoch: chain.rotation?.epoch ?? null,
      rotationKey: chain.rotation?.key ?? null,
    });
    if (chain.nextSeq > 0) this.noteKey(number, chain.epoch, chain.key);
  }

  /** Keys by epoch, by gateway. */
  keys(): ReadonlyMap<number, ReadonlyMap<number, string>> {
    const found = new Map<number, Map<number, string>>();
    for (const { gateway, epoch, key } of this.#keys.all()) {
      found.set(gateway, (found.get(gateway) ?? new Map<number, string>()).set(epoch, key));
    }
    return found;
  }

  /** The key of an epoch; what is known of it stays. */
  noteKey(number: number, epoch: number, key: string): void {
    this.#insertKey.run(number, epoch, key);
  }
}

/** A row as the judge needs it. @throws plain Error when the database holds what nobody wrote */
export function heldGatewayOf(row: GatewayRow): HeldGateway {
  const gatewayId = certain(parseGatewayId(row.gateway_id));
  return {
    number: row.number,
    identity: {
      site: certain(parseSiteName(row.site)),
      gateway: certain(parseGatewayName(row.gateway)),
      gatewayId,
      enrollmentHash: certain(parseEventId(row.enrollment_hash)),
      key: row.key,
    },
    chain: {
      gatewayId,
      origin: certain(parseEventId(row.enrollment_hash)),
      epoch: row.epoch,
      nextSeq: row.next_seq,
      headEventId: certain(parseEventId(row.head_event_id)),
      standing: row.standing,
      key: row.key,
      rotation:
        row.rotation_epoch === null || row.rotation_key === null
          ? undefined
          : { epoch: row.rotation_epoch, key: row.rotation_key },
    },
  };
}

function certain<T>(value: Parsed<T>): T {
  if (!value.ok) throw new Error(`ledger row: ${value.detail}`);
  return value.value;
}
