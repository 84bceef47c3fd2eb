// Node's cryptography behind proto's ports: SHA-256, Ed25519 keys, badge references.

export {
  codeKeyBytes,
  gatewayCodeKey,
  onceCodeOf,
  pickupCodeOf,
  qrOfDigits,
  qrOfDocument,
  qrPrefix,
  readQr,
  type OneTime,
  type Pickup,
  type QrContent,
} from "./codes.ts";
export { sha256, badgeRefOf, badgeKeyBytes, pinRefOf, pinKeyBytes } from "./digest.ts";
export {
  generateKey,
  loadSigner,
  signerFromPem,
  verifierOf,
  isWeakPublicKey,
  type KeyPairPem,
} from "./ed25519.ts";
