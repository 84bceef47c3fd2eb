// Check codes of the vectors: event ids with the code of each, and texts that are none.

/** Worked out from the definition: 40 bits in groups of five, by a program in another language. */
export const checkCodes = [
  "0000000000000000000000000000000000000000000000000000000000000000 00000000",
  "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff ZZZZZZZZ",
  "00443214c7ababababababababababababababababababababababababababab 01234567",
  "4254b635cfababababababababababababababababababababababababababab 89ABCDEF",
  "84653a56d7ababababababababababababababababababababababababababab GHJKMNPQ",
  "c675be77dfababababababababababababababababababababababababababab RSTVWXYZ",
  "0000000001ffffffffffffffffffffffffffffffffffffffffffffffffffffff 00000001",
  "8000000000000000000000000000000000000000000000000000000000000000 G0000000",
  "141971695241c2a7bb3f12a84d3f71599784bd06cc391e7ff58a7207968a1b3d 2GCQ2TAJ",
];

export const noCheckCodes = [
  "",
  "2GCQ2TA",
  "2GCQ2TAJJ",
  "2GCQ 2TA*",
  "2GCQ_2TAJ",
  "２GCQ2TAJ",
  "2GCQ2TA\u0131",
  "2GCQ2TA\u017f",
  "2GCQ\n2TAJ",
  `2GCQ${" ".repeat(25)}2TAJ`,
];
