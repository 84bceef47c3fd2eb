// Why a TLS connection to the center did not come about, and what to do about it.

const foreign =
  "the server's certificate is not of the CA in uplink.caFile: compare it with the center's CA";

/** By the code of Node or OpenSSL (verify(1ssl), tls.TLSSocket). */
const advice: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED:
    "the server's certificate has expired: renew it at the center, or correct this board's clock",
  CERT_NOT_YET_VALID:
    "the server's certificate is not valid yet: correct this board's clock, or the center's",
  DEPTH_ZERO_SELF_SIGNED_CERT: foreign,
  SELF_SIGNED_CERT_IN_CHAIN: foreign,
  UNABLE_TO_GET_ISSUER_CERT: foreign,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: foreign,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: foreign,
  CERT_SIGNATURE_FAILURE: foreign,
  ERR_TLS_CERT_ALTNAME_INVALID:
    "the server's certificate is of another name: set uplink.serverName, or correct uplink.url",
  ERR_SSL_WRONG_VERSION_NUMBER: "the server speaks no TLS at this port: correct uplink.url",
  ERR_SSL_PACKET_LENGTH_TOO_LONG: "the server speaks no TLS at this port: correct uplink.url",
};

const notAccepted =
  "the center does not accept uplink.certFile: its log tells why; renew the file, or name it";

/** Alerts of RFC 8446, section 6.2, that speak of what a client sent as its certificate. */
const certificateAlert = /_ALERT_(.*_)?(CERTIFICATE|UNKNOWN_CA)/;

/** What an operator does about an error of a TLS connection; undefined for one of another kind. */
export function tlsAdvice(error: Error): string | undefined {
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  if (Object.hasOwn(advice, code)) return `${advice[code]} (${code})`;
  if (certificateAlert.test(code)) return `${notAccepted} (${code})`;
  return code.startsWith("ERR_SSL_") ? `TLS failed: ${code}` : undefined;
}

/** A server that asks for certificates may say no to one by hanging up. */
export const hungUpBeforeAnswer = `the server hung up before it answered; perhaps ${notAccepted}`;
