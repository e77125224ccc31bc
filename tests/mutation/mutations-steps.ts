import { isUse } from '../../src/domain/policy/merge.ts';
import type { PolicyFile } from '../../src/domain/policy/pack.ts';
import { Modality, type Step } from '../../src/domain/policy/step.ts';
import { type Change, fewerRoles, inside, out, type Placed, placed, put, without } from './change.ts';

type Find = (pack: PolicyFile) => readonly Change[];

const entries = ({ procedures }: PolicyFile) => placed(procedures, 'procedures');

/** What a pack says differently about the steps of a shared procedure. */
const overrides = (pack: PolicyFile) =>
  entries(pack).flatMap((each) =>
    isUse(each.entry)
      ? Object.entries(each.entry.steps ?? {}).map(([id, own]) => ({
          ...inside(each, own, 'steps', id),
          source: own.source,
        }))
      : [],
  );

/** Steps that a pack adds to a shared procedure. */
const added = (pack: PolicyFile): readonly Placed<Step>[] =>
  entries(pack).flatMap(({ entry, at }) => (isUse(entry) ? placed(entry.add ?? [], ...at, 'add') : []));

/** Steps of procedures that only this pack has. */
const ofItsOwn = (pack: PolicyFile): readonly Placed<Step>[] =>
  entries(pack).flatMap(({ entry, at }) => (isUse(entry) ? [] : placed(entry.steps, ...at, 'steps')));

const own = (pack: PolicyFile): readonly Placed<Step>[] => [...added(pack), ...ofItsOwn(pack)];

function weaker(each: Placed<Step>): readonly Change[] {
  const lower = Modality.options[Modality.options.indexOf(each.entry.modality) - 1];
  // What only tells or forbids asks for nothing that could be left.
  const binds = each.entry.kind !== 'tell' && each.entry.kind !== 'never';
  return lower === undefined || !binds ? [] : [put(each, 'modality', lower)];
}

export const STEPS: Readonly<Record<string, Find>> = {
  'a procedure is dropped': (pack) => entries(pack).map(out),
  'a modality is as in the library': (pack) => overrides(pack).flatMap(without('modality')),
  'who approves is as in the library': (pack) => overrides(pack).flatMap(without('by')),
  'who is told is as in the library': (pack) => overrides(pack).flatMap(without('to')),
  'the answers are as in the library': (pack) => overrides(pack).flatMap(without('answers')),
  'the order is as in the library': (pack) => overrides(pack).flatMap(without('after')),
  'the time is as in the library': (pack) => overrides(pack).flatMap(without('within')),
  'a step stands once for all children': (pack) =>
    [...overrides(pack), ...own(pack)].flatMap(without('each')),
  'an added step is dropped': (pack) => added(pack).map(out),
  'a step of a procedure is dropped': (pack) => ofItsOwn(pack).map(out),
  'a step binds less': (pack) => own(pack).flatMap(weaker),
  'a step is there whatever was answered': (pack) => own(pack).flatMap(without('given')),
  'a step waits for nothing': (pack) => own(pack).flatMap(without('after')),
  'a step has all the time': (pack) => own(pack).flatMap(without('within')),
  'one role fewer approves a step': (pack) =>
    own(pack).flatMap((each) =>
      each.entry.kind === 'approve' ? fewerRoles(pack, each, 'by', each.entry.by) : [],
    ),
  'one role fewer is told by a step': (pack) =>
    own(pack).flatMap((each) =>
      each.entry.kind === 'inform' ? fewerRoles(pack, each, 'to', each.entry.to) : [],
    ),
  'a waiting answer settles a decision': (pack) =>
    own(pack).flatMap((each) =>
      each.entry.kind === 'decide' ? without('waits')({ ...each, entry: each.entry }) : [],
    ),
};
