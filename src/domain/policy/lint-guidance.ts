import { editionNow } from './editions.ts';
import { error, note, type Remark, warning } from './finding.ts';
import type { Library } from './library.ts';
import { isUse } from './merge.ts';
import type { PolicyFile } from './pack.ts';
import { sectionOf } from './source.ts';

const CHECKED_EVERY_DAYS = 365;
const RISKS = { commerce: 'Commerce', content: 'Content', contact: 'Contact', conduct: 'Conduct' };

/** Procedures whose absence leaves staff without an answer that national guidance expects. */
const EXPECTED = [
  'any-concern',
  'disclosure',
  'nudes',
  'svsh',
  'staff-allegation',
  'low-level',
  'radicalisation',
];

/** What is conduct by national guidance, wherever a policy has it. */
const CONDUCT = ['nudes', 'svsh', 'cyberbullying', 'ai-fakes'];

/** Which of them stand under another risk, and which: for a policy that has no conduct. */
function strays({ taxonomy }: PolicyFile, { procedures }: Library): string {
  const found = taxonomy.categories.flatMap(({ name, procedures: ids }) => {
    const own = procedures.filter(({ id }) => CONDUCT.includes(id) && ids.includes(id));
    return own.length === 0 ? [] : [`under ${name} stand ${own.map((each) => each.name).join(', ')}`];
  });
  return found.length === 0 ? '' : `; ${found.join('; ')}`;
}

export function lintTaxonomy(pack: PolicyFile, library: Library): readonly Remark[] {
  const { taxonomy } = pack;
  const has = taxonomy.categories.map(({ id }) => id);
  const missing = Object.entries(RISKS).filter(([id]) => !has.includes(id));
  return missing.map(([id, name]) =>
    error(
      'taxonomy.partial',
      ['taxonomy', 'scheme'],
      `The risks here are ${taxonomy.categories.length} and leave out ${name}${id === 'conduct' ? strays(pack, library) : ''}`,
      `Add ${name} at the next review`,
      sectionOf(taxonomy.source),
    ),
  );
}

export function lintProcedures({ procedures }: PolicyFile): readonly Remark[] {
  const has = procedures.map((entry) => (isUse(entry) ? entry.use : entry.id));
  return EXPECTED.filter((id) => !has.includes(id)).map((id) =>
    warning(
      'procedure.absent',
      ['procedures'],
      `This pack has no procedure "${id}"`,
      `Add "- use: ${id}" under "procedures"`,
    ),
  );
}

export function lintReferences({ references = [] }: PolicyFile, { guidance }: Library): readonly Remark[] {
  const outdated = references.flatMap(({ series, edition, source }, n) => {
    const now = editionNow(series, guidance);
    if (edition === null) return [];
    if (now === undefined || (now.series === series && now.edition === edition)) return [];
    const old = guidance.find((each) => each.series === series && each.edition === edition) ?? now;
    return [
      warning(
        'guidance.outdated',
        ['references', n],
        `The policy cites "${old.title}" of ${edition}; "${now.title}" of ${now.edition} is in force`,
        'Bring the policy up to date at the next review; the steps here cite the edition in force',
        sectionOf(source),
      ),
    ];
  });
  const undated = references.filter(({ edition }) => edition === null);
  const [first] = undated;
  const names = undated.map(({ series }) => `"${editionNow(series, guidance)?.title ?? series}"`);
  const without =
    first === undefined
      ? []
      : [
          warning(
            'guidance.undated',
            ['references', references.indexOf(first)],
            `The policy names guidance without saying which edition: ${names.join(', ')}`,
            'Name the edition of each',
            sectionOf(first.source),
          ),
        ];
  const twice = references.flatMap(({ series, edition, source }, n) => {
    const other = references.findIndex((each) => each.series === series);
    return other < n && edition !== null && references[other]?.edition !== edition
      ? [
          error(
            'guidance.contradiction',
            ['references', n],
            `The policy cites two editions of the same guidance: ${references[other]?.edition} and ${edition}`,
            'Cite one edition',
            sectionOf(source),
          ),
        ]
      : [];
  });
  return [...outdated, ...without, ...twice];
}

export function lintContacts(
  pack: PolicyFile,
  { contacts }: Library,
  today: Temporal.PlainDate,
): readonly Remark[] {
  return pack.contacts.flatMap((entry, n) => {
    const contact = 'use' in entry ? contacts.find(({ id }) => id === entry.use) : entry;
    if (contact === undefined) return [];
    const at = ['contacts', n];
    if (contact.phone === undefined && contact.web === undefined)
      return [
        note(
          'contact.local',
          at,
          `${contact.name} has no national number`,
          `Write the local number under "contacts: ${contact.id}" in organisation.yaml`,
        ),
      ];
    const checked = contact.lastChecked;
    if (checked === undefined)
      return [
        warning(
          'contact.unchecked',
          at,
          `Nobody wrote down when ${contact.name} was last checked`,
          'Try it, then add "lastChecked"',
        ),
      ];
    const days = Temporal.PlainDate.from(checked).until(today, { largestUnit: 'day' }).days;
    return days > CHECKED_EVERY_DAYS
      ? [
          warning(
            'contact.stale',
            at,
            `${contact.name} was last checked ${days} days ago`,
            'Try it, then change "lastChecked"',
          ),
        ]
      : [];
  });
}
