// Node's cryptography behind proto's ports: SHA-256, Ed25519 keys, badge references.

export { sha256, badgeRefOf, badgeKeyBytes, pinRefOf, pinKeyBytes } from "./digest.ts";
export {
  generateKey,
  loadSigner,
  signerFromPem,
  verifierOf,
  isWeakPublicKey,
  type KeyPairPem,
} from "./ed25519.ts";
