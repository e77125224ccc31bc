import type { Agreement } from './agreement.ts';
import { error, type Place, type Remark } from './finding.ts';
import type { PolicyFile } from './pack.ts';
import { appendixOf, withheld } from './withheld.ts';

function checkText(pack: PolicyFile, agreement: Agreement, at: Place): readonly Remark[] {
  const { id, appendix, clauses, source } = agreement;
  if (appendix !== undefined && appendixOf(pack, agreement) === undefined)
    return [
      error(
        'agreement.appendix',
        [...at, 'appendix'],
        `"${id}" has its text in appendix ${appendix}, which "document" does not have`,
        'Add it under "document: appendices", with its status',
        source,
      ),
    ];
  const missing = withheld(pack, agreement) !== undefined;
  if (missing === (clauses.length === 0)) return [];
  return missing
    ? [
        error(
          'agreement.no-source',
          [...at, 'clauses'],
          `"${id}" has clauses, and the appendix they come from is not there`,
          'Take the clauses out, or mark the appendix as supplied',
          source,
        ),
      ]
    : [error('agreement.no-text', at, `"${id}" has no clauses`, 'Write what is agreed to', source)];
}

function checkWho(
  { id, for: whose, roles, by, signatures, source }: Agreement,
  at: Place,
): readonly Remark[] {
  const wrong = (code: string, message: string, cure: string) => [error(code, at, message, cure, source)];
  if (whose === 'people' && roles.length === 0)
    return wrong('agreement.nobody', `"${id}" is for nobody`, 'Name its "roles"');
  if (whose === 'children' && (signatures === undefined || by.length === 0))
    return wrong(
      'agreement.signatures',
      `Nobody signs "${id}", or nobody records it`,
      'Add "signatures" and "by"',
    );
  return [];
}

/** What is agreed to stands there, and somebody is asked. */
export const checkAgreements = (pack: PolicyFile): readonly Remark[] =>
  pack.agreements.flatMap((agreement, n) => {
    const at = ['agreements', n];
    const ids = agreement.clauses.map(({ id }) => id);
    return [
      ...checkText(pack, agreement, at),
      ...checkWho(agreement, at),
      ...ids
        .filter((id, m) => ids.indexOf(id) < m)
        .map((id) => error('id.twice', at, `"${id}" is used twice`, 'Give one of them another id')),
    ];
  });
