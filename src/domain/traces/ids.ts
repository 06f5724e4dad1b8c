const [ZERO, UPPER_A, UPPER_Z, SPACE] = [48, 65, 90, 32];

/** An id as a key: in lower case, without the zeros in front, which some reporters leave away. */
export function idKey(id: string): string {
  return isKey(id)
    ? id
    : id
        .trim()
        .toLowerCase()
        .replace(/^0+(?=.)/, '');
}

/** True when two spans or references name the same trace, whether with 64 or with 128 bits. */
export function isSameId(a: string, b: string): boolean {
  return a === b || idKey(a) === idKey(b);
}

// Nearly every id is one already; a trace has a hundred thousand of them.
function isKey(id: string): boolean {
  if (id.charCodeAt(0) === ZERO) {
    return false;
  }
  for (let at = 0; at < id.length; at++) {
    const code = id.charCodeAt(at);
    if (code <= SPACE || code > 126 || (code >= UPPER_A && code <= UPPER_Z)) {
      return false;
    }
  }
  return true;
}
