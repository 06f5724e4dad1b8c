import { type LineFeature } from '../../domain/logs/features';
import { isSameFilter } from '../../domain/logs/fieldFilter';
import { LOG_ROLES } from '../../domain/logs/fields';
import { fieldTitle } from '../../scenes/logs/fieldTitles';
import { type LogChoice } from './logChoice';

/** A condition of a choice, and the choice without it. */
export interface ChoiceWords {
  key: string;
  words: string;
  without: Partial<LogChoice>;
}

/** What a choice asks of lines, one condition after the other, as one says it after "lines with". */
export function choiceWords({ query, levels, services, has, filters }: LogChoice): ChoiceWords[] {
  return [
    ...(query === '' ? [] : [{ key: 'query', words: `a match of ${query}`, without: { query: '' } }]),
    ...(levels.length === 0 ? [] : [{ key: 'levels', words: `level ${levels.join(' or ')}`, without: { levels: [] } }]),
    ...(services.length === 0
      ? []
      : [{ key: 'services', words: `service ${services.join(' or ')}`, without: { services: [] } }]),
    ...has.map((feature) => ({
      key: `has-${feature}`,
      words: FEATURE_WORDS[feature],
      without: { has: has.filter((one) => one !== feature) },
    })),
    ...filters.map((filter) => ({
      key: `filter-${filter.field}-${filter.value}`,
      words: `${nameOf(filter.field)} ${filter.isExcluded ? 'not ' : ''}${filter.value}`,
      without: { filters: filters.filter((one) => !isSameFilter(one, filter)) },
    })),
  ];
}

const FEATURE_WORDS: Readonly<Record<LineFeature, string>> = {
  exception: 'an exception',
  trace: 'a trace',
  location: 'a location',
};

/** A role has a title; a field is best known by its own name. */
function nameOf(field: string): string {
  return (LOG_ROLES as readonly string[]).includes(field) ? fieldTitle(field).toLowerCase() : field;
}
