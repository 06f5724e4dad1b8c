import { isSecretName, maskSecrets } from './maskSecrets';

const MASK = '•••';

/** A document as it may be pasted elsewhere: without what looks like a password, a token or a key. */
export function maskedDocument(value: unknown, name = ''): unknown {
  if (isSecretName(name) && value !== null && value !== undefined) {
    return MASK;
  }
  if (typeof value === 'string') {
    return maskSecrets(value);
  }
  if (Array.isArray(value)) {
    return value.map((one) => maskedDocument(one));
  }
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, maskedDocument(inner, key)]))
    : value;
}
