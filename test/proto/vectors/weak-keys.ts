// Public keys that OpenSSL accepts and that no gateway may have, as `HEX NAME` lines.
// Source: the eight small-order points of edwards25519 and what RFC 8032, 5.1.3 calls invalid.

const zeros = "00".repeat(31);
const ones = "ff".repeat(30);
const order8 = "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05";
const other8 = "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a";

/** The same encoding with the sign bit of x set. */
function negative(hex: string): string {
  return hex.slice(0, 62) + (parseInt(hex.slice(62), 16) | 0x80).toString(16);
}

function pair(hex: string, name: string): string[] {
  return [`${hex} ${name}`, `${negative(hex)} ${name}, sign bit set`];
}

export const weakPublicKeys: readonly string[] = [
  ...pair(`01${zeros}`, "order 1, the identity"),
  ...pair(`ec${ones}7f`, "order 2"),
  ...pair(`00${zeros}`, "order 4"),
  ...pair(order8, "order 8"),
  ...pair(other8, "order 8, the other"),
  ...pair(`ed${ones}7f`, "y = p, not canonical"),
  ...pair(`ee${ones}7f`, "y = p + 1, not canonical"),
  ...pair(`ff${ones}7f`, "y = p + 18, not canonical"),
  `${"ab".repeat(31)} 31 bytes`,
  `${"ab".repeat(33)} 33 bytes`,
];
