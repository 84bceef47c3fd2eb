// Bytes in tests are written as the reference writes them: hexadecimal with spaces.

export function bytes(text: string): Uint8Array {
  return Uint8Array.from(text.split(" ").map((pair) => parseInt(pair, 16)));
}

export function hex(given: Uint8Array | readonly number[]): string {
  return Array.from(given, (byte) => byte.toString(16).padStart(2, "0").toUpperCase()).join(" ");
}
