// The web address inside an NDEF message (NFC Forum NDEF 1.0, URI record 1.0), bytes to text.

/** Abbreviations of the URI record that stand for web addresses; any other is left as it is. */
const uriPrefixes = ["", "http://www.", "https://www.", "http://", "https://"];

const shortRecord = 0x10;
const hasIdLength = 0x08;
const isChunk = 0x20;
const wellKnown = 0x01;
const uriType = 0x55;

/**
 * The address in the first record of `message`; undefined when that is no URI record, is cut short
 * or holds a character that is not printable ASCII.
 */
export function uriOf(message: Uint8Array): string | undefined {
  const payload = uriPayload(message);
  const code = payload?.[0];
  const prefix = code === undefined ? undefined : uriPrefixes[code];
  if (payload === undefined || prefix === undefined) return undefined;
  let text = prefix;
  for (const byte of payload.subarray(1)) {
    if (byte < 0x21 || byte > 0x7e) return undefined;
    text += String.fromCharCode(byte);
  }
  return text;
}

function uriPayload(message: Uint8Array): Uint8Array | undefined {
  const view = new DataView(message.buffer, message.byteOffset, message.byteLength);
  const [flags = isChunk, typeLength] = message;
  const isShort = (flags & shortRecord) !== 0;
  const lengthBytes = isShort ? 1 : 4;
  const idLengthBytes = (flags & hasIdLength) === 0 ? 0 : 1;
  const typeAt = 2 + lengthBytes + idLengthBytes;
  if ((flags & isChunk) !== 0 || (flags & 0x07) !== wellKnown || typeLength !== 1) return undefined;
  if (message.length < typeAt + 1 || message[typeAt] !== uriType) return undefined;
  const length = isShort ? view.getUint8(2) : view.getUint32(2);
  const idLength = idLengthBytes === 0 ? 0 : view.getUint8(2 + lengthBytes);
  const start = typeAt + 1 + idLength;
  return start + length > message.length ? undefined : message.subarray(start, start + length);
}
