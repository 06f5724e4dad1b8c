import * as z from 'zod/mini';

/** Shapes of which the whole catalog is made. */
export const list = <T extends z.core.SomeType>(entry: T) => z.readonly(z.array(entry));

/** @param message what to say of an empty one. */
export const nonEmptyList = <T extends z.core.SomeType>(entry: T, message?: string) =>
  z.readonly(z.array(entry).check(z.minLength(1, message)));

export const stringsByName = z.readonly(z.record(z.string(), z.string()));

export const nonEmpty = z.string().check(z.minLength(1));

export const positive = z.number().check(z.positive());

/** A whole number, both bounds included. */
export const integer = (min: number, max: number) => z.int().check(z.gte(min), z.lte(max));
