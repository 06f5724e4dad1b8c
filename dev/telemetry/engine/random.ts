/** Deterministic randomness. Hashes and generators are the public-domain murmur3 finaliser, FNV-1a and sfc32. */

/** 32-bit hash of a text. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return mix(hash);
}

/** Spreads the bits of a 32-bit integer; returns an unsigned 32-bit integer. */
export function mix(value: number): number {
  let bits = value | 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}

/** Uniform numbers in [0, 1). */
export type Random = () => number;

/** A generator whose stream depends on all parts of its seed, and on their order. */
export function randomFrom(...parts: Array<string | number>): Random {
  const text = parts.join('\u0000');
  let a = hashText(text);
  let b = hashText(`${text}\u0001b`);
  let c = hashText(`${text}\u0001c`);
  let counter = 1;
  const next: Random = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return (sum >>> 0) / 0x1_0000_0000;
  };
  for (let round = 0; round < 12; round += 1) {
    next();
  }
  return next;
}

/** Lower-case hex digits. */
export function hexFrom(random: Random, digits: number): string {
  let text = '';
  while (text.length < digits) {
    text += Math.floor(random() * 0x1_0000_0000)
      .toString(16)
      .padStart(8, '0');
  }
  return text.slice(0, digits);
}

/** Smooth noise in [-1, 1]: random values on a lattice of `periodMs`, joined by a smoothstep. */
export function smoothNoise(seed: number, tMs: number, periodMs: number): number {
  const position = tMs / periodMs;
  const cell = Math.floor(position);
  const share = position - cell;
  const from = latticeValue(seed, cell);
  const to = latticeValue(seed, cell + 1);
  return from + (to - from) * share * share * (3 - 2 * share);
}

function latticeValue(seed: number, cell: number): number {
  return mix(seed ^ Math.imul(cell | 0, 0x9e3779b1)) / 0x8000_0000 - 1;
}
