import type { Organisation } from '../../domain/organisation.ts';
import type { Person } from '../../domain/people/directory.ts';
import { Role } from '../../domain/policy/facts.ts';
import { ok, type Result, refuse } from '../../domain/result.ts';

type Roles = Person['roles'];
type Sites = Pick<Organisation, 'sites'>;
interface Wrong {
  readonly message: string;
  readonly cure: string;
}

const wordsIn = (text: string): readonly string[] => text.split(/[\s;]+/).filter((word) => word !== '');

/** Nothing of the line is quoted: somebody's name may have slipped into this column. */
function oneIn(word: string, places: readonly string[], { sites }: Sites): Result<Roles, Wrong> {
  const [name = '', place] = word.split('@');
  const role = Role.safeParse(name);
  if (!role.success)
    return refuse({
      message: '"roles" has a word that is no role',
      cure: `Use one of: ${Role.options.join(', ')}`,
    });
  const wanted = place === undefined ? places : [place];
  const here = sites.filter(({ id }) => wanted.includes('*') || wanted.includes(id));
  const ids = sites.map(({ id }) => id).join(', ');
  if (wanted.length === 0)
    return refuse({
      message: `"roles" has "${role.data}" without a site, and "site" is empty`,
      cure: `Fill in "site", or write ${role.data}@site, with one of: ${ids}; or * for all`,
    });
  if (!wanted.every((each) => each === '*' || sites.some(({ id }) => id === each)))
    return refuse({
      message:
        place === undefined
          ? '"site" names a site that is not there'
          : '"roles" names a site that is not there',
      cure: `Use one of: ${ids}; or * for all`,
    });
  return ok(here.map((site) => ({ role: role.data, site: site.id })));
}

/** "dsl@hill deputy@brook staff@*", or "dsl" with the sites of the other column: every role with its site, each once. */
export function rolesIn(words: string, site: string, organisation: Sites): Result<Roles, readonly Wrong[]> {
  const places = wordsIn(site);
  const read = wordsIn(words).map((word) => oneIn(word, places, organisation));
  const wrong = new Map(
    read.flatMap((each) => (each.ok ? [] : [[each.refusal.message, each.refusal] as const])),
  );
  if (wrong.size > 0) return refuse([...wrong.values()]);
  const roles = new Map(
    read.flatMap((each) =>
      each.ok ? each.value.map((one) => [`${one.role}@${one.site}`, one] as const) : [],
    ),
  );
  return ok([...roles.values()]);
}
