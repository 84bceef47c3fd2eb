// Reads the center's whole ledger through its HTTP API, page by page.

export interface LedgerEntry {
  readonly cursor: number;
  readonly gateway: string;
  readonly epoch: number;
  readonly seq: number;
  readonly eventId: string;
  readonly kind: string;
}

export interface HeldGateway {
  readonly nextSeq: number;
  readonly standing: string;
  readonly outboxCount: number | null;
  readonly parkedCount: number;
  readonly gaps: readonly unknown[];
}

const pageCount = 500;
const pagesMaxCount = 200;
const requestMaxMs = 20_000;

async function get<T>(url: string): Promise<T> {
  const response = await fetch(url, { signal: AbortSignal.timeout(requestMaxMs) });
  if (!response.ok) throw new Error(`${url}: ${response.status} ${await response.text()}`);
  const body: T = await response.json();
  return body;
}

/** Every entry in the order of the ledger. */
export async function readLedger(center: string): Promise<readonly LedgerEntry[]> {
  const entries: LedgerEntry[] = [];
  for (let page = 0; page < pagesMaxCount; page += 1) {
    const after = entries.at(-1)?.cursor ?? 0;
    const path = `/api/v1/events?after=${after}&limit=${pageCount}`;
    const { rows } = await get<{ readonly rows: readonly LedgerEntry[] }>(center + path);
    entries.push(...rows);
    if (rows.length < pageCount) return entries;
  }
  throw new Error(`more than ${pagesMaxCount} pages of ${pageCount} events`);
}

export function heldOf(center: string, site: string, gateway: string): Promise<HeldGateway> {
  return get<HeldGateway>(`${center}/api/v1/gateways/${site}/${gateway}`);
}
