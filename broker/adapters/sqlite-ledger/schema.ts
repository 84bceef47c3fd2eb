// Tables of the ledger's database. Released versions are migrated, never edited.

/** "DBXL" */
export const applicationId = 0x4442_584c;

const firstSql = `
CREATE TABLE gateways (
  number INTEGER PRIMARY KEY,
  site TEXT NOT NULL,
  gateway TEXT NOT NULL,
  gateway_id TEXT NOT NULL UNIQUE,
  enrollment_hash TEXT NOT NULL,
  epoch INTEGER NOT NULL,
  next_seq INTEGER NOT NULL,
  head_event_id TEXT NOT NULL,
  standing TEXT NOT NULL,
  key TEXT NOT NULL,
  rotation_epoch INTEGER,
  rotation_key TEXT,
  last_word_ms INTEGER,
  status TEXT NOT NULL DEFAULT 'unknown',
  announced_next_seq INTEGER,
  snapshot_next_seq INTEGER,
  snapshot TEXT
) STRICT;

CREATE TABLE epoch_keys (
  gateway INTEGER NOT NULL REFERENCES gateways(number),
  epoch INTEGER NOT NULL,
  key TEXT NOT NULL,
  PRIMARY KEY (gateway, epoch)
) STRICT, WITHOUT ROWID;

CREATE TABLE entries (
  cursor INTEGER PRIMARY KEY,
  gateway INTEGER NOT NULL,
  epoch INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  header BLOB NOT NULL,
  seal BLOB NOT NULL,
  event_id BLOB NOT NULL,
  received_ms INTEGER NOT NULL,
  is_late INTEGER NOT NULL,
  seal_state INTEGER NOT NULL,
  UNIQUE (gateway, epoch, seq)
) STRICT;

-- Where entries in seal state 0 may be; a range goes when the last of them is finished.
CREATE TABLE covered_ranges (
  from_cursor INTEGER PRIMARY KEY,
  to_cursor INTEGER NOT NULL
) STRICT;

CREATE TABLE payloads (
  cursor INTEGER PRIMARY KEY,
  bytes BLOB NOT NULL
) STRICT;

CREATE TABLE evidence (
  number INTEGER PRIMARY KEY,
  gateway INTEGER NOT NULL,
  kind TEXT NOT NULL,
  epoch INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  event_id TEXT,
  held_event_id TEXT,
  bytes BLOB NOT NULL,
  detail TEXT NOT NULL,
  received_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE gaps (
  gateway INTEGER NOT NULL,
  from_seq INTEGER NOT NULL,
  to_seq INTEGER NOT NULL,
  state TEXT NOT NULL,
  since_ms INTEGER NOT NULL,
  PRIMARY KEY (gateway, from_seq, state)
) STRICT, WITHOUT ROWID;

CREATE TABLE counters (name TEXT PRIMARY KEY, count INTEGER NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE event_subjects (
  cursor INTEGER PRIMARY KEY,
  gateway INTEGER NOT NULL,
  kind TEXT NOT NULL,
  box TEXT
) STRICT;
CREATE INDEX event_subjects_gateway ON event_subjects (gateway);
CREATE INDEX event_subjects_kind ON event_subjects (kind);
CREATE INDEX event_subjects_box ON event_subjects (box) WHERE box IS NOT NULL;

CREATE TABLE parcel_events (
  parcel TEXT NOT NULL,
  cursor INTEGER NOT NULL,
  PRIMARY KEY (parcel, cursor)
) STRICT, WITHOUT ROWID;

CREATE TABLE boxes (
  gateway INTEGER NOT NULL,
  box TEXT NOT NULL,
  fold TEXT NOT NULL,
  PRIMARY KEY (gateway, box)
) STRICT, WITHOUT ROWID;

CREATE TABLE parcels (parcel TEXT PRIMARY KEY, fold TEXT NOT NULL) STRICT, WITHOUT ROWID;
`;

/** Finds broken seals and known evidence without a scan; remembers whose folds are stored. */
const secondSql = `
CREATE INDEX entries_broken ON entries (gateway, seq) WHERE seal_state = 2;
CREATE INDEX evidence_place ON evidence (gateway, kind, epoch, seq);
CREATE TABLE projections (name TEXT PRIMARY KEY, fold_version INTEGER NOT NULL)
  STRICT, WITHOUT ROWID;
`;

/** Where a gateway is, as its newest state document says. */
const thirdSql = `
ALTER TABLE gateways ADD COLUMN latitude REAL;
ALTER TABLE gateways ADD COLUMN longitude REAL;
ALTER TABLE gateways ADD COLUMN position_quality INTEGER;
`;

/** The epoch of a snapshot; what registrars decided, each once, and never taken back. */
const fourthSql = `
ALTER TABLE gateways ADD COLUMN snapshot_epoch INTEGER;
CREATE TABLE decisions (
  number INTEGER PRIMARY KEY,
  gateway INTEGER NOT NULL REFERENCES gateways(number),
  kind TEXT NOT NULL,
  decided_by TEXT NOT NULL,
  reason TEXT NOT NULL,
  decided_ms INTEGER NOT NULL,
  taken_ms INTEGER NOT NULL,
  epoch INTEGER NOT NULL,
  next_seq INTEGER NOT NULL,
  head_event_id TEXT NOT NULL,
  document BLOB NOT NULL UNIQUE
) STRICT;
CREATE INDEX decisions_gateway ON decisions (gateway);
CREATE TRIGGER decisions_stay BEFORE UPDATE ON decisions
  BEGIN SELECT RAISE(ABORT, 'decisions are never edited'); END;
CREATE TRIGGER decisions_last BEFORE DELETE ON decisions
  BEGIN SELECT RAISE(ABORT, 'decisions are never deleted'); END;
`;

/** Finds events by the first 40 bits of their ids, which people read out as check codes. */
const fifthSql = `
CREATE INDEX entries_code ON entries (substr(event_id, 1, 5));
`;

/** Folds of whole gateways, handovers and manifests; uses of badges in time, and positions. */
const sixthSql = `
CREATE TABLE gateway_folds (gateway INTEGER PRIMARY KEY, fold TEXT NOT NULL) STRICT;

CREATE TABLE handovers (
  gateway INTEGER NOT NULL,
  handover TEXT NOT NULL,
  cursor INTEGER NOT NULL,
  fold TEXT NOT NULL,
  PRIMARY KEY (gateway, handover)
) STRICT, WITHOUT ROWID;
CREATE INDEX handovers_cursor ON handovers (cursor);

CREATE TABLE manifests (
  gateway INTEGER NOT NULL,
  manifest TEXT NOT NULL,
  cursor INTEGER NOT NULL,
  fold TEXT NOT NULL,
  PRIMARY KEY (gateway, manifest)
) STRICT, WITHOUT ROWID;
CREATE INDEX manifests_cursor ON manifests (cursor);

-- gap_us and from_cursor: since the use before it, where that was at another gateway.
CREATE TABLE badge_uses (
  person TEXT NOT NULL,
  at_us INTEGER NOT NULL,
  gateway INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  cursor INTEGER NOT NULL UNIQUE,
  err_ms INTEGER NOT NULL,
  from_cursor INTEGER,
  gap_us INTEGER,
  PRIMARY KEY (person, at_us, gateway, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX badge_uses_moves ON badge_uses (at_us, gap_us) WHERE from_cursor IS NOT NULL;

CREATE TABLE whereabouts (
  gateway INTEGER NOT NULL,
  at_us INTEGER NOT NULL,
  latitude REAL NOT NULL,
  longitude REAL NOT NULL,
  PRIMARY KEY (gateway, at_us)
) STRICT, WITHOUT ROWID;
`;

/** Moves are judged when they are noted; by which travel times they were. */
const seventhSql = `
ALTER TABLE badge_uses ADD COLUMN is_impossible INTEGER NOT NULL DEFAULT 0;
DROP INDEX badge_uses_moves;
CREATE INDEX badge_uses_impossible ON badge_uses (at_us, gateway, seq) WHERE is_impossible = 1;
CREATE INDEX badge_uses_gateway ON badge_uses (gateway, at_us);
CREATE TABLE travel_times (written TEXT NOT NULL) STRICT;
`;

/** Manifests that are not closed, however long ago they were opened. */
const eighthSql = `
CREATE INDEX manifests_open ON manifests (cursor) WHERE json_extract(fold, '$.state') = 'open';
`;

/** What leads from each version of the schema to the next, from an empty file on. */
export const schemaSteps = [
  firstSql,
  secondSql,
  thirdSql,
  fourthSql,
  fifthSql,
  sixthSql,
  seventhSql,
  eighthSql,
] as const;

/** Tables that are folds over entries and payloads, and nothing else. */
export const projectionTables = [
  "event_subjects",
  "parcel_events",
  "boxes",
  "parcels",
  "gateway_folds",
  "handovers",
  "manifests",
  "badge_uses",
  "whereabouts",
] as const;
