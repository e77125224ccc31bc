import { ABOUT_CHILD } from '../../src/application/report/form-choices.ts';
import type { RecordId } from '../../src/domain/ids.ts';
import type { FACTS } from '../../src/domain/policy/facts.ts';
import { caseIdIn } from './concern.ts';
import type { Client, Organisation } from './organisation.ts';
import { buttonsOf } from './press.ts';

type Harm = (typeof FACTS.harm)[number];
type Typed = Readonly<Record<string, string>>;

interface Child {
  readonly name?: string;
  readonly known?: string;
  readonly year?: string;
  readonly describe?: string;
  readonly part?: (typeof FACTS.part)[number];
}

/** A worry, as somebody types it. What is left out is answered in the plainest way. */
export interface Worry {
  /** Who reports. */
  readonly by?: string;
  readonly danger?: (typeof FACTS.danger)[number];
  /** In danger: tell the lead, tell the independent role, or go on without. */
  readonly alert?: 'lead' | 'independent';
  readonly site?: string;
  readonly children?: readonly Child[];
  /** Ids of people who work here, or "unsure". */
  readonly adult?: 'unsure' | readonly string[];
  /** Adults who are not in the directory, by name. */
  readonly names?: readonly string[];
  readonly ticks?: readonly Harm[];
  /** Inputs of "What happened" by their id: seen, child-words, heard, when, page, device, done, opinion … */
  readonly story?: Typed;
  /** Ids of recipients who are connected to it. */
  readonly connected?: readonly string[];
}

/** Presses the button that does this, whatever its words. */
export async function pressVerb(client: Client, verb: string, typed: Typed = {}): Promise<void> {
  const button = buttonsOf(client.card()).find(({ data }) => data.do === verb);
  if (button === undefined)
    throw new Error(`${client.person.id} has no button for ${verb}, but: ${client.titles().join(' · ')}`);
  await client.press(button.title, typed);
}

const listed = (ticks: readonly Harm[], isChild: boolean): string =>
  ticks.filter((tick) => ABOUT_CHILD.some((each) => each === tick) === isChild).join(',');

async function rightNow(client: Client, { danger = 'no', site, alert }: Worry): Promise<void> {
  const several = buttonsOf(client.card()).some(({ data }) => data.do === 'form.right-now');
  if (several) await pressVerb(client, 'form.right-now', { danger, ...(site !== undefined && { site }) });
  else await pressVerb(client, `form.danger.${danger}`);
  const inDanger = buttonsOf(client.card()).some(({ data }) => data.do === 'form.danger-done');
  if (inDanger) await pressVerb(client, alert === undefined ? 'form.danger-done' : `form.tell-${alert}`);
}

async function who(client: Client, worry: Worry): Promise<void> {
  const { children = [{ name: 'Robin Vale' }], adult = [], names = [] } = worry;
  const typed = Object.fromEntries(
    children.flatMap((child, n) => Object.entries(child).map(([field, text]) => [`${field}-${n + 1}`, text])),
  );
  for (const _ of children.slice(1)) await pressVerb(client, 'form.more-children', typed);
  const isThere = adult === 'unsure' ? 'unsure' : adult.length + names.length > 0 ? 'yes' : 'no';
  await pressVerb(client, 'form.who', { ...typed, adult: isThere });
  if (isThere === 'no') return;
  const adults = adult === 'unsure' ? '' : adult.join(',');
  await pressVerb(client, 'form.adult', { adults, names: names.join('\n') });
}

/** The form up to its last page. */
export async function fillWorry(client: Client, worry: Worry = {}): Promise<void> {
  const { ticks = ['told'], story } = worry;
  await client.say('report concern');
  await rightNow(client, worry);
  await who(client, worry);
  await pressVerb(client, 'form.what', { about: listed(ticks, true), also: listed(ticks, false) });
  await pressVerb(client, 'form.what-happened', {
    seen: 'Something was said at lunch.',
    heard: 'saw',
    when: 'about',
    ...story,
  });
}

/** The whole worry, sent. */
export async function sendWorry(org: Organisation, client: Client, worry: Worry = {}): Promise<RecordId> {
  await fillWorry(client, worry);
  const id = await caseIdIn(org, client.person.id);
  await pressVerb(client, 'form.send', { connected: (worry.connected ?? []).join(',') });
  await org.settle();
  return id;
}
