import { type Matcher, type Matchers } from './matchers';

/** Whether a label set satisfies matchers. Regular expressions are anchored, as in PromQL; an absent label is empty. */
export function matchesLabels(where: Matchers, labels: Readonly<Record<string, string>>): boolean {
  return Object.entries(where).every(([name, matcher]) => matchesOne(matcher, labels[name] ?? ''));
}

function matchesOne(matcher: Matcher, value: string): boolean {
  if (typeof matcher === 'string') {
    return value === matcher;
  }
  if ('not' in matcher) {
    return value !== matcher.not;
  }
  if ('re' in matcher) {
    return anchored(matcher.re).test(value);
  }
  if ('notRe' in matcher) {
    return !anchored(matcher.notRe).test(value);
  }
  return matcher.anyOf.includes(value);
}

const compiled = new Map<string, RegExp>();

function anchored(pattern: string): RegExp {
  let expression = compiled.get(pattern);
  if (!expression) {
    expression = new RegExp(`^(?:${pattern})$`);
    compiled.set(pattern, expression);
  }
  return expression;
}
