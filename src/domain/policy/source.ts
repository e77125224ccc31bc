import type { GuidanceEdition, Library } from './library.ts';
import type { PolicyFile } from './pack.ts';

/**
 * `source` of an entry, and the words that "why?" answers with. Several are parted by ";". Each is a section of the
 * pack ("6.3", or by its name: "Mobile phones"), `cover`, `floor`, `default`, or an id of the guidance, with the place in it after a space.
 */
const SECTION = /^(\d+(\.\d+)*|[A-Z].*)$/;
const OWN: Readonly<Record<string, string>> = {
  floor: "Signpost's own rule for everyone",
  default: "Signpost's own default, because the policy does not say",
};

const parts = (source: string): readonly string[] => source.split(';').map((part) => part.trim());

const isOfPolicy = (part: string): boolean => SECTION.test(part) || part === 'cover';

const editionOf = (part: string, guidance: readonly GuidanceEdition[]): GuidanceEdition | undefined =>
  guidance.find(({ id }) => id === part.split(' ')[0]);

/** The parts of a source that lead nowhere. `sections` absent: the file has none of its own (the library). */
export function deadSources(
  source: string,
  guidance: readonly GuidanceEdition[],
  sections: readonly string[] | 'any' | 'none',
): readonly string[] {
  return parts(source).filter((part) => {
    if (part in OWN || editionOf(part, guidance) !== undefined) return false;
    if (!isOfPolicy(part) || sections === 'none') return true;
    return part !== 'cover' && sections !== 'any' && !sections.includes(part);
  });
}

/** The part of a source that is a section of the policy, for a finding. */
export const sectionOf = (source: string): string | undefined => parts(source).find(isOfPolicy);

function inWords(part: string, title: string, guidance: readonly GuidanceEdition[]): string {
  const own = OWN[part];
  if (own !== undefined) return own;
  if (part === 'cover') return `${title}, cover`;
  if (isOfPolicy(part)) return `${title}, section ${part}`;
  const edition = editionOf(part, guidance);
  if (edition === undefined) return part;
  const place = part.slice(edition.id.length).trim();
  const name = `${edition.publisher}, ${edition.title} (${edition.edition})`;
  return place === '' ? name : `${name}, ${place}`;
}

/** A title, section 6.3; several sections of the policy are named once. */
export function sourceInWords(source: string, pack: PolicyFile, { guidance }: Library): string {
  const sections = parts(source).filter((part) => SECTION.test(part));
  const last = sections.at(-1);
  const rest = parts(source)
    .filter((part) => !SECTION.test(part))
    .map((part) => inWords(part, pack.title, guidance));
  if (last === undefined) return rest.join('; ');
  const own =
    sections.length === 1
      ? `${pack.title}, section ${last}`
      : `${pack.title}, sections ${sections.slice(0, -1).join(', ')} and ${last}`;
  return [own, ...rest].join('; ');
}
