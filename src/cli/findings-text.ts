import type { Finding, Severity } from '../domain/policy/finding.ts';

const STOPPED = { agreements: 'issuing what rests on it', search: 'the guided search of a device' } as const;

const counted = (findings: readonly Finding[], severity: Severity): string => {
  const n = findings.filter((finding) => finding.severity === severity).length;
  return `${n} ${severity}${n === 1 ? '' : 's'}`;
};

/** As a compiler prints them: where, how bad, what, and what would put it right. */
export function findingsText(findings: readonly Finding[]): string {
  const lines = findings.flatMap(({ file, line, severity, code, section, message, cure, stops }) => [
    `${file}:${line}: ${severity} ${code}${section === undefined ? '' : ` (${section === 'cover' ? '' : 'section '}${section})`}`,
    `  ${message}.`,
    `  To put it right: ${cure}.`,
    ...(stops === undefined ? [] : [`  Until then this is switched off: ${STOPPED[stops]}.`]),
  ]);
  const total = (['error', 'warning', 'note'] as const).map((severity) => counted(findings, severity));
  return [...lines, total.join(', '), ''].join('\n');
}
