// Words, bytes, seals and topics that gateway, center and verifier share; runs in a browser too.

export * from "./bytes.ts";
export * from "./check-code.ts";
export * from "./codes.ts";
export * from "./crypto.ts";
export * from "./documents.ts";
export * from "./dsse.ts";
export * from "./error-codes.ts";
export * from "./event.ts";
export * from "./fact-words.ts";
export * from "./facts.ts";
export * from "./header.ts";
export * from "./ids.ts";
export * from "./limits.ts";
export * from "./parsed.ts";
export * from "./payload.ts";
export * from "./record.ts";
export * from "./topics.ts";
