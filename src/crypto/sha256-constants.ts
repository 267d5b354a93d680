/** The constants of SHA-256: first 32 bits of the fractional parts of roots of the first primes (FIPS 180-4, sections 5.3.3 and 4.2.2). */

const primes = firstPrimes(64);

/** Of the square roots of the first eight. */
export const initialState: readonly number[] = primes.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)));

/** Of the cube roots, one for each round. */
export const constants = Int32Array.from(primes, (prime) => fraction(Math.cbrt(prime)));

function firstPrimes(count: number): readonly number[] {
  const found: number[] = [];
  for (let candidate = 2; found.length < count; candidate++) {
    if (found.every((prime) => candidate % prime !== 0)) found.push(candidate);
  }
  return found;
}

function fraction(root: number): number {
  return ((root - Math.floor(root)) * 0x1_0000_0000) | 0;
}
