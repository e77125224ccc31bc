import { type SlotData, words } from '../../cards/fill.ts';
import { type Directory, personById } from '../../domain/people/directory.ts';
import type { Need } from '../../domain/policy/staff-form.ts';
import { childInWords } from '../../domain/request/named-child.ts';
import type { RequestState } from '../../domain/request/state.ts';
import { hasSigned } from '../agreements/has-signed.ts';
import { listOf } from '../case/people-words.ts';
import type { Deps } from '../deps.ts';
import { entryOfChild, holds } from './entries.ts';

/** Something that has to be there first and is not: our words for it, and for whom. */
export interface Lacking {
  readonly text: string;
  readonly names: string;
}

type Asked = Pick<RequestState, 'form' | 'site' | 'filled'>;
type Of<Kind extends Need['kind']> = Extract<Need, { kind: Kind }>;

/** Children without an entry that holds and says what is needed. */
async function entryLacking(deps: Deps, need: Of<'entry'>, { site, filled }: Asked): Promise<Lacking[]> {
  const named = filled.find(({ id }) => id === need.child)?.children ?? [];
  const missing: string[] = [];
  for (const child of named) {
    const entry = await entryOfChild(deps, need.register, site, child);
    const says = Object.entries(need.says ?? {}).every(([field, answers]) =>
      answers.includes(entry?.brief.says[field] ?? ''),
    );
    if (entry === undefined || !holds(deps, entry) || !says) missing.push(childInWords(child));
  }
  const none = deps.policy.registers.find(({ id }) => id === need.register)?.none;
  const text = none ?? deps.cards.say('kept-none');
  return missing.length === 0
    ? []
    : [{ text: deps.cards.say('lacking-for', { text }), names: listOf(missing) }];
}

async function signatureLacking(deps: Deps, need: Of<'signed'>, { filled }: Asked): Promise<Lacking[]> {
  const signer = filled.find(({ id }) => id === need.colleague);
  if (signer?.person === undefined || (await hasSigned(deps, signer.person, need.agreement))) return [];
  const name = deps.policy.agreements.find(({ id }) => id === need.agreement)?.name ?? need.agreement;
  return [{ text: deps.cards.say('lacking-signed', { name }), names: signer.text }];
}

/** Whoever was named and has left since. */
function gone({ cards }: Deps, { filled }: Asked, directory: Directory): Lacking[] {
  const left = filled.filter(
    ({ person }) => person !== undefined && personById(directory, person) === undefined,
  );
  return left.length === 0
    ? []
    : [{ text: cards.say('lacking-left'), names: listOf(left.map(({ text }) => text)) }];
}

/** What is lacking today: looked up anew each time, because it can be put right, or taken back, meanwhile. */
export async function lackingNow(
  deps: Deps,
  directory: Directory,
  state: Asked,
): Promise<readonly Lacking[]> {
  const lacking: Lacking[] = gone(deps, state, directory);
  for (const need of state.form.needs ?? []) {
    if (need.kind === 'entry') lacking.push(...(await entryLacking(deps, need, state)));
    if (need.kind === 'signed') lacking.push(...(await signatureLacking(deps, need, state)));
  }
  return lacking;
}

/** What keeps anybody from saying yes. */
export const lackingFor = async (
  deps: Deps,
  directory: Directory,
  state: RequestState,
): Promise<readonly Lacking[]> =>
  state.progress.status === 'waiting' ? lackingNow(deps, directory, state) : [];

export const lackingSlots = (lacking: readonly Lacking[]): readonly SlotData[] =>
  lacking.map(({ text, names }) => ({ text: `${text} `, names: words(names) }));
