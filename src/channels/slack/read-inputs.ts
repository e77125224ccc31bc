import { z } from 'zod';

const Chosen = z.object({ value: z.string() });

/** What one input holds, whichever kind it is: Slack names the field after the kind. */
const Typed = z.object({
  value: z.string().nullish(),
  selected_date: z.string().nullish(),
  selected_time: z.string().nullish(),
  selected_option: Chosen.nullish(),
  selected_options: z.array(Chosen).optional(),
});
type Typed = z.infer<typeof Typed>;

/** `state.values` of a view or a message: block id → action id → what is in it. */
export const State = z.object({ values: z.record(z.string(), z.record(z.string(), Typed)) });
export type State = z.infer<typeof State>;

/** Input id → what was typed or chosen. What was left empty is absent. */
export function readInputs(state: State | undefined): Readonly<Record<string, string>> {
  const entries = Object.values(state?.values ?? {}).flatMap((actions) =>
    Object.entries(actions).map(([id, typed]): readonly [string, string] => [id, textOf(typed)]),
  );
  return Object.fromEntries(entries.filter(([, text]) => text !== ''));
}

const textOf = (typed: Typed): string =>
  typed.value ??
  typed.selected_date ??
  typed.selected_time ??
  typed.selected_option?.value ??
  (typed.selected_options ?? []).map(({ value }) => value).join(',');
