import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Press } from '../../src/application/intent.ts';
import type { ActionExecute, Card } from '../../src/cards/model.ts';
import { leavesOf } from './check-card.ts';
import type { Client, Organisation } from './organisation.ts';
import { buttonsOf } from './press.ts';
import { signed } from './transcript.ts';

/** What to put into a box; undefined: as usual. */
type Typed = Readonly<Record<string, string | undefined>>;
type Input = Extract<ReturnType<typeof leavesOf>[number], { type: `Input.${string}` }>;

const CARDS = join(process.cwd(), 'cards');
const inputsIn = (node: unknown): readonly { readonly type: string; readonly id: string }[] => {
  if (typeof node !== 'object' || node === null) return [];
  const { type, id } = node as { readonly type?: unknown; readonly id?: unknown };
  const here = String(type).startsWith('Input.') ? [{ type: String(type), id: String(id) }] : [];
  return [...here, ...Object.values(node).flatMap(inputsIn)];
};
/** Every input of every card document, by card, id and type: a new one is here as soon as its file is. */
export const ALL_INPUTS: readonly string[] = readdirSync(CARDS)
  .filter((file) => !['phrases.json', 'notifications.json'].includes(file))
  .flatMap((file) =>
    inputsIn(JSON.parse(readFileSync(join(CARDS, file), 'utf8'))).map(
      ({ type, id }) => `${file.replace('.json', '')} ${id} ${type}`,
    ),
  );

const inputsOf = (card: Card): readonly Input[] =>
  leavesOf(card.body).filter((leaf): leaf is Input => leaf.type.startsWith('Input.'));

/** Fills every box of every form with a canary of its own. */
export function planting(org: Organisation, name = 'Kestrel') {
  const all: { readonly text: string; readonly input: string; readonly isTyped: boolean }[] = [];

  /** How the document calls this input: ids of repeated ones are filled in. */
  function inputName(card: Card, { id, type }: Input): string {
    const document = org.drawn.get(card) ?? '';
    const exact = `${document} ${id} ${type}`;
    if (ALL_INPUTS.includes(exact)) return exact;
    const repeated = `${document} \${${id.replace(/-(\d+|[0-9a-z]{26})$/, 'Id')}} ${type}`;
    return ALL_INPUTS.includes(repeated) ? repeated : `${document} \${id} ${type}`;
  }
  function plant(card: Card, input: Input, isTyped: boolean): string {
    // A word that stands nowhere else, with a letter that most escaping changes.
    const text = `${name}${String(all.length + 1).padStart(4, '0')}é`;
    all.push({ text, input: inputName(card, input), isTyped });
    return text;
  }
  function usual(card: Card, input: Input): string {
    switch (input.type) {
      case 'Input.Text':
        return plant(card, input, true);
      case 'Input.ChoiceSet':
        return input.value ?? (input.isMultiSelect ? '' : (input.choices[0]?.value ?? ''));
      case 'Input.Date':
        return '2026-11-20';
      case 'Input.Time':
        return '10:05';
      case 'Input.Toggle':
        return input.valueOn ?? 'true';
      case 'Input.Number':
        return '1';
    }
  }
  const pressOf = ({ data, associatedInputs }: ActionExecute, inputs: Press['inputs']): Press => ({
    ...(data as Press),
    inputs:
      associatedInputs === 'none'
        ? {}
        : Object.fromEntries(Object.entries(inputs).filter(([, value]) => value !== '')),
  });

  /** As a person would, with canaries as words; then with canaries where a list, a day or a time is asked for. */
  async function submit(client: Client, action: ActionExecute, typed: Typed = {}): Promise<void> {
    const card = client.card();
    const inputs = inputsOf(card);
    const filled = Object.fromEntries(
      inputs.map((input) => [input.id, typed[input.id] ?? usual(card, input)]),
    );
    const more = Object.entries(typed).flatMap(([id, text]) => (text === undefined ? [] : [[id, text]]));
    await client.send(pressOf(action, { ...filled, ...Object.fromEntries(more) }));
    const closed = inputs.filter(({ type }) => type !== 'Input.Text');
    if (closed.length === 0) return;
    // With a button and a screen of its own, so that it takes nothing from what was done above.
    const words = Object.fromEntries(closed.map((input) => [input.id, plant(card, input, false)]));
    await org.at(client.person.id).send(signed(action.data, words, `hostile-${all.length}`));
  }

  return {
    all,
    submit,
    /** By its words. */
    async press(client: Client, title: string, typed: Typed = {}): Promise<void> {
      const action = buttonsOf(client.card()).find((button) => button.title === title);
      if (action === undefined) throw new Error(`No "${title}" here, but: ${client.titles().join(' · ')}`);
      await submit(client, action, typed);
    },
  };
}
