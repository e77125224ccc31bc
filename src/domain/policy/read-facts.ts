import { ok, type Result, refuse } from '../result.ts';
import { valuesOf } from './check-conditions.ts';
import { FactName, type Facts } from './facts.ts';
import type { Policy } from './pack.ts';

/** "harm=images,told" and "danger=tonight" as facts, or what there is instead. */
export function readFacts(words: readonly string[], policy: Policy): Result<Facts, string> {
  const facts: Facts = {};
  for (const word of words) {
    const [name = '', list = ''] = word.split('=');
    const fact = FactName.safeParse(name);
    if (!fact.success) return refuse(`There is no fact "${name}". There are: ${FactName.options.join(', ')}`);
    const known = valuesOf(policy.procedures)(fact.data);
    const values = list.split(',');
    const dead = values.find((value) => !known.includes(value));
    if (dead !== undefined) return refuse(`"${name}" is never "${dead}". It can be: ${known.join(', ')}`);
    facts[fact.data] = [...(facts[fact.data] ?? []), ...values];
  }
  // Somebody's role is only known because they come into it.
  return ok(facts['adult-role'] === undefined ? facts : { adult: ['yes'], ...facts });
}
