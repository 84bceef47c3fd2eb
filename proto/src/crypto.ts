// The cryptography proto needs, as values passed in, so that it runs in a browser too.

/** SHA-256 of the bytes: 32 bytes. */
export type Sha256 = (bytes: Uint8Array) => Uint8Array;

/** Pure Ed25519 (RFC 8032) under one private key. Returns 64 bytes. */
export interface Signer {
  /** Raw public key, 32 bytes. */
  readonly publicKey: Uint8Array;
  sign(message: Uint8Array): Uint8Array;
}

/** Pure Ed25519 under one public key. Never throws: a malformed signature is a false one. */
export interface Verifier {
  readonly publicKey: Uint8Array;
  verify(message: Uint8Array, signature: Uint8Array): boolean;
}
