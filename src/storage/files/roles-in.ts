import type { Organisation } from '../../domain/organisation.ts';
import type { Person } from '../../domain/people/directory.ts';
import { Role } from '../../domain/policy/facts.ts';
import { ok, type Result, refuse } from '../../domain/result.ts';

type Roles = Person['roles'];
interface Wrong {
  readonly message: string;
  readonly cure: string;
}

function oneIn(word: string, { sites }: Pick<Organisation, 'sites'>): Result<Roles, Wrong> {
  const [name = '', place = ''] = word.split('@');
  const role = Role.safeParse(name);
  if (!role.success)
    return refuse({ message: `"${name}" is no role`, cure: `Use one of: ${Role.options.join(', ')}` });
  const here = sites.filter(({ id }) => place === '*' || id === place);
  if (here.length === 0)
    return refuse({
      message: `"${place}" is no site`,
      cure: `Write role@site with one of: ${sites.map(({ id }) => id).join(', ')}; or role@* for all`,
    });
  return ok(here.map((site) => ({ role: role.data, site: site.id })));
}

/** "dsl@hill deputy@brook staff@*": every role with its site, `*` spelled out. */
export function rolesIn(
  words: string,
  organisation: Pick<Organisation, 'sites'>,
): Result<Roles, readonly Wrong[]> {
  const read = words
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => oneIn(word, organisation));
  const wrong = read.flatMap((each) => (each.ok ? [] : [each.refusal]));
  return wrong.length > 0 ? refuse(wrong) : ok(read.flatMap((each) => (each.ok ? each.value : [])));
}
