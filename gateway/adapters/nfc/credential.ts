// What a card in the field can prove, apart from reader and method of proof.
import type { Assurance } from "@driftbox/proto";
import type { ApduChannel } from "./apdu.ts";

/**
 * - `proved`: the card showed a valid proof of `number` (upper-case hex);
 * - `unproved`: it does not know this method; only its open number speaks for it;
 * - `forged`: it tried and failed: a copy, or a card of another system.
 */
export type Verdict =
  | {
      readonly kind: "proved";
      readonly number: string;
      readonly assurance: Assurance;
      readonly counter?: number;
    }
  | { readonly kind: "unproved" | "forged" };

/**
 * A method of proof.
 *
 * Contract: `check` sees the open UID of the card, undefined when the card changes it at random. It
 * rejects only with `ExchangeFailed`: then nothing was learned, and the card may be asked again.
 */
export interface CredentialChecker {
  check(channel: ApduChannel, openUid: Uint8Array | undefined): Promise<Verdict>;
}
