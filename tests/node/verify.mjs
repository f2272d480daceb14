// Verifies a file of the network with the `jose` library and prints its payload: node verify.mjs FILE
import { readFileSync } from "node:fs";
import { EmbeddedJWK, calculateJwkThumbprint, flattenedVerify } from "jose";

const signed = JSON.parse(readFileSync(process.argv[2], "utf8"));
const { payload, protectedHeader } = await flattenedVerify(signed, EmbeddedJWK, { algorithms: ["Ed25519"] });
if ((await calculateJwkThumbprint(protectedHeader.jwk)) !== protectedHeader.kid) {
  throw new Error("the fingerprint is not the key's");
}
process.stdout.write(payload);
