import { type Algorithm, hash, verify } from "@node-rs/argon2";

/** OWASP's first choice for argon2id: 19 MiB, two passes, one lane; about 70 ms here. */
const COST = {
  algorithm: 2 satisfies Algorithm.Argon2id,
  memoryCost: 19_456,
  timeCost: 2,
  parallelism: 1,
} as const;

/** What a password is compared with when there is no account: same cost, and nothing matches it. */
const NOBODY =
  "$argon2id$v=19$m=19456,t=2,p=1$v11Bya/+zQShfoP2IaTN1w$KKz5oluQvUxPLfi3imH0W9xKOw96SAhkSbmYhZkrmaU";

export async function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFC"), COST);
}

/**
 * Whether this is the password of the account. `passwordHash: null` (no such account, or none
 * set) takes as long as a wrong password and is always false, so that time tells nothing.
 */
export async function passwordMatches(passwordHash: string | null, password: string): Promise<boolean> {
  const matches = await verify(passwordHash ?? NOBODY, password.normalize("NFC"));
  return passwordHash !== null && matches;
}
