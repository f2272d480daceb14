// Verifies a file of the network with the `jose` library and prints its payload: node verify.mjs FILE
import { webcrypto } from "node:crypto";
import { readFileSync } from "node:fs";
import { EmbeddedJWK, calculateJwkThumbprint, flattenedVerify } from "jose";

// Debian 12 has Node 18, where this is not yet global.
globalThis.crypto ??= webcrypto;

const signed = JSON.parse(readFileSync(process.argv[2], "utf8"));
const { payload, protectedHeader } = await flattenedVerify(signed, EmbeddedJWK, { algorithms: ["Ed25519"] });
if ((await calculateJwkThumbprint(protectedHeader.jwk)) !== protectedHeader.kid) {
  throw new Error("the fingerprint is not the key's");
}
process.stdout.write(payload);
