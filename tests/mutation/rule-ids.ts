import { REGISTERED } from '../support/obligations-register.ts';

/** A policy without numbers has names; these are their codes in the ids of the register. */
const CODES: Readonly<Record<string, string>> = {
  cover: '0',
  Introduction: 'INT',
  Rationale: 'RAT',
  'Staff training': 'TRN',
  Conduct: 'CON',
  'Incident management': 'INC',
  Network: 'NET',
  Passwords: 'PWD',
  'E-mail': 'EML',
  Website: 'WEB',
  'Social networking': 'SOC',
  'Mobile phones': 'MOB',
  "Pupils' devices": 'PUP',
  'Staff devices': 'STF',
  Images: 'IMG',
};

const codeOf = (part: string): string => CODES[part] ?? part.replace(/^Appendix /, 'A');

/** "6.3" of "XX-6.3a", "MOB" of "XX-MOB-a". */
const sectionOf = (id: string): string => id.replace(/^[^-]+-/, '').replace(/-?[a-z]+$/, '');

/** The obligations of these sections; of a section that has none of its own, those of the sections below it. */
export function idsOf(pack: string, source: string): readonly string[] {
  const ids = REGISTERED.filter((row) => row.pack === pack).map(({ id }) => id);
  const found = source.split(';').flatMap((part) => {
    const code = codeOf(part.trim());
    const own = ids.filter((id) => sectionOf(id) === code);
    return own.length > 0 ? own : ids.filter((id) => sectionOf(id).startsWith(`${code}.`));
  });
  return [...new Set(found)];
}
