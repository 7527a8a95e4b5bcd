/** A check as JUnit XML: a suite a scenario, a case a limit. Valid by the schema of Ant and by that of Jenkins. */
import type { CheckReport } from '../../check-types.ts';
import type { Item } from '../../verdict/budget/types.ts';
import { attributes, xml } from '../xml-text.ts';
import { headline, itemWords, sentence } from './words.ts';

function testCase(item: Item): string[] {
  const said = itemWords(item, 'en');
  const name = `${said.what} ${said.expected}${item.usage === null ? '' : ` (usage ${item.usage})`}`;
  const open = `    <testcase${attributes({ name, classname: item.file, time: 0 })}`;
  if (item.outcome !== 'fail') return [`${open}/>`];
  const message = sentence(said);
  const place = [said.edit, said.limit].filter((part) => part !== '').join(' ');
  return [
    `${open}>`,
    `      <failure${attributes({ message, type: item.budget.id })}>${xml(`${message} ${place}`)}</failure>`,
    '    </testcase>',
  ];
}

/** What is not kept and does not fail is in the output of its suite: the schemas know no such result. */
function notes(items: readonly Item[]): string {
  return items
    .filter(({ outcome }) => outcome !== 'fail' && outcome !== 'pass')
    .map((item) => {
      const said = itemWords(item, 'en');
      return `${said.outcome}: ${xml(sentence(said))}`;
    })
    .join('\n');
}

export function renderJunit(report: CheckReport): string {
  const suites = report.scenarios.map(({ file }) => ({
    file,
    items: report.items.filter((item) => item.file === file),
  }));
  const lines = suites.flatMap(({ file, items }, id) => [
    `  <testsuite${attributes({
      name: file,
      package: 'ai-footprint',
      id,
      tests: items.length,
      failures: items.filter(({ outcome }) => outcome === 'fail').length,
      errors: 0,
      time: 0,
      timestamp: `${report.today}T00:00:00`,
      hostname: 'localhost',
    })}>`,
    '    <properties>',
    `      <property${attributes({ name: 'verdict', value: headline(report.decision, 'en') })}/>`,
    `      <property${attributes({ name: 'exit-code', value: report.decision.code })}/>`,
    `      <property${attributes({ name: 'data', value: report.tool.dataVersion })}/>`,
    '    </properties>',
    ...items.flatMap(testCase),
    `    <system-out>${notes(items)}</system-out>`,
    '    <system-err></system-err>',
    '  </testsuite>',
  ]);
  return ['<?xml version="1.0" encoding="UTF-8"?>', '<testsuites>', ...lines, '</testsuites>', ''].join('\n');
}
