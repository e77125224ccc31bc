import type { z } from 'zod';

interface Parser<Value> {
  readonly parse: (json: unknown) => Value;
}

/**
 * A schema for what a store gives. A store that gives the same object again says that the record is still the same, so it
 * is not checked again. Readers share what it makes, so none may change it: tests/term looks whether any did. (Frozen, each
 * of its lists would be slower to search.)
 */
export function parsedOnce<Schema extends z.ZodType>(schema: Schema): Parser<z.output<Schema>> {
  const known = new WeakMap<object, z.output<Schema>>();
  return {
    parse(json) {
      if (typeof json !== 'object' || json === null) return schema.parse(json);
      const before = known.get(json);
      if (before !== undefined) return before;
      const value = schema.parse(json);
      known.set(json, value);
      return value;
    },
  };
}
