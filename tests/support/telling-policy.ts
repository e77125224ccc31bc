import type { Deps } from '../../src/application/deps.ts';
import type { Policy } from '../../src/domain/policy/pack.ts';
import { type Client, type Organisation, organisation } from './organisation.ts';
import { buttonsOf } from './press.ts';
import { signed } from './transcript.ts';

type Procedure = Policy['procedures'][number];
type Step = Procedure['steps'][number];

const source = '4';
const must = { modality: 'must', source } as const;
const technical = ['page', 'device', 'when'] as const;

/** One step of each kind that tells somebody, a decision that can wait, an order, and a time. */
const STEPS: readonly Step[] = [
  { kind: 'refer', id: 'police', agency: 'police', text: 'Call the police.', within: 'PT4H', ...must },
  {
    kind: 'inform',
    id: 'systems',
    text: 'Ask the technical lead to close the page.',
    to: ['it-lead'],
    draft: [...technical],
    ...must,
  },
  {
    kind: 'decide',
    id: 'parents',
    about: 'parents',
    text: 'Decide about telling the family.',
    answers: ['Tell them', 'Not yet, because', 'No, because'],
    waits: ['Not yet, because'],
    ...must,
  },
  { kind: 'tell', id: 'home', text: 'Not if somebody at home could hurt them for it.', ...must },
  {
    kind: 'contact',
    id: 'tell-parents',
    whom: 'parents',
    text: 'Tell the family.',
    given: { parents: ['Tell them'] },
    after: ['police'],
    ...must,
  },
  {
    kind: 'contact',
    id: 'commissioner',
    whom: 'commissioner',
    text: 'Tell whoever pays for the place.',
    modality: 'consider',
    source,
  },
  { kind: 'do', id: 'offer', text: 'Offer a walk in the garden.', modality: 'may', source },
];

const ITSELF: Step = {
  kind: 'inform',
  id: 'at-once',
  text: 'The technical lead hears at once which page it was.',
  to: ['it-lead'],
  draft: [...technical],
  itself: true,
  ...must,
};

/** The same as a procedure of any policy. */
export const telling = (steps: readonly Step[] = STEPS): Procedure => ({
  id: 'telling',
  name: 'Telling others',
  always: true,
  steps: [...steps],
  source,
});

interface Telling {
  /** With a step that goes with the report. */
  readonly itself?: true;
  readonly options?: Parameters<typeof organisation>[1];
}

/** In place of the pack's own procedures. */
export const tellingDoctor =
  (itself = false) =>
  (deps: Deps): Deps => ({
    ...deps,
    policy: { ...deps.policy, procedures: [telling(itself ? [ITSELF, ...STEPS] : STEPS)] },
  });

/** Two schools whose policy is about telling others and nothing else. */
export const tellingSchool = ({ itself, options = {} }: Telling = {}): Promise<Organisation> =>
  organisation('two-schools', { ...options, doctor: tellingDoctor(itself) });

/** A page got through; the child's name and the story stand beside it. */
export const FILTER = {
  ticks: { about: 'filter' },
  story: {
    seen: 'Robin cried after it.',
    heard: 'saw',
    when: 'about',
    date: '2026-11-24',
    time: '09:50',
    page: 'bad.example/page',
    device: 'Tablet 12',
  },
} as const;

/** The lead has it, and has the record open. */
export async function takes(lead: Client): Promise<Client> {
  await lead.press('Open');
  if (lead.titles().includes('Read the record')) await lead.press('Read the record');
  return lead.press('I have this');
}

/** Opens the form of this step, from whatever stands on the screen. */
export async function stepForm(lead: Client, step: string): Promise<void> {
  const button = buttonsOf(lead.card()).find(({ data }) => data.arg?.startsWith(`telling.${step}@`));
  if (button === undefined) throw new Error(`telling.${step} has no button, but: ${lead.texts()}`);
  await lead.send(signed(button.data, {}, `opens-${step}`));
}
