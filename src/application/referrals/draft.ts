import { type Draft, slotsOf } from '../../domain/policy/referrals.ts';
import type { Deps } from '../deps.ts';
import { redactionFor } from '../hand-out/people.ts';
import type { DraftMaterial } from './draft-material.ts';
import { type DraftSlots, draftSlots, namelessSlots } from './draft-slots.ts';

const SLOT = /\{([\w-]+)\}/g;

/** A line as it stands in the draft; undefined: none of its slots has anything in it. */
function lineOf(line: string, slots: DraftSlots): string | undefined {
  const wanted = slotsOf(line);
  if (wanted.length > 0 && wanted.every((slot) => (slots[slot] ?? '') === '')) return undefined;
  const filled = line.replace(SLOT, (_, slot: string) => slots[slot] ?? '');
  return filled
    .split('\n')
    .map((each) => each.trimEnd())
    .join('\n');
}

const has = ({ parts }: Draft, slot: string): boolean =>
  parts.some(({ lines }) => lines.some((line) => slotsOf(line).includes(slot)));

/** Whether whoever reported it stays unnamed: not where they are the one who refers, or whom it is about. */
function hidesReporter({ draft, record: { state }, person }: DraftMaterial): boolean {
  // Whoever wrote the report behind a child's own record knows about an adult: nobody is told who it was.
  if (state.beside?.side === 'child') return true;
  return !has(draft, 'reporter') && state.reporter !== person.id && state.report?.self !== true;
}

const opinions = ({ record: { state }, events }: DraftMaterial): boolean =>
  (state.report?.account.opinion ?? '') !== '' ||
  events.some((event) => event.type === 'NoteAdded' && event.opinion !== '');

/** What is not in it, and why: a line each. */
function leftOut({ policy: { draftLeft } }: Deps, material: DraftMaterial): readonly string[] {
  const { draft, record, others } = material;
  if (draft.nameless) return [draftLeft.names, draftLeft.account, draftLeft.images];
  return [
    ...(record.state.children.length > 1 || others.size > 0 ? [draftLeft.children] : []),
    ...(hidesReporter(material) ? [draftLeft.reporter] : []),
    ...(opinions(material) && !has(draft, 'opinion') ? [draftLeft.opinion] : []),
    draftLeft.images,
  ];
}

/** What one agency is told, as text to copy: nothing of it is sent. */
export function draftText(deps: Deps, material: DraftMaterial): string {
  const { record, directory, draft, wanted, entry, others } = material;
  const hides = hidesReporter(material);
  const redaction = redactionFor(
    deps,
    directory,
    [{ state: record.state, about: wanted.place < 0 ? [] : [wanted.place] }],
    { subject: entry, others },
    {
      ...{ what: 'chronology', reader: 'other', who: '', names: [] },
      leave: hides ? ['children', 'reporters'] : ['children'],
    },
  );
  const slots = draft.nameless ? namelessSlots(deps, material) : draftSlots(deps, material, redaction);
  const shown: DraftSlots = hides ? { ...slots, reporter: '' } : slots;
  const parts = draft.parts.flatMap(({ heading, lines }) => {
    const filled = lines.flatMap((line) => lineOf(line, shown) ?? []);
    return filled.length === 0 ? [] : [[heading, ...filled].join('\n')];
  });
  const left = [deps.policy.draftLeft.heading, ...leftOut(deps, material).map((line) => `- ${line}`)];
  return [draft.title, ...parts, left.join('\n')].join('\n\n');
}
