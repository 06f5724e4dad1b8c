import { type Result } from '../../datasources/result';

/** The values of those answers that can be used, by their key. The others are absent: they are not known. */
export function usable<T>(answers: Readonly<Record<string, Result<T>>>): Record<string, T | undefined> {
  return Object.fromEntries(
    Object.entries(answers).flatMap(([key, answer]) => (answer.ok ? [[key, answer.value]] : []))
  );
}
