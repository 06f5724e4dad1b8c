import { logLucene } from '../logs/logQuery';
import { luceneProblem } from '../logs/luceneProblem';
import { serviceLogFilters } from './serviceLogs';

const schema = { indexPattern: 'app-logs-*', fields: { message: ['message', 'event'], level: ['level'] } };
const lucene = (...args: Parameters<typeof serviceLogFilters>) =>
  logLucene(schema, { where: serviceLogFilters(...args) });

it('asks for the lines of the service', () => {
  expect(lucene({ job: 'api' }, { search: ' ', errorsOnly: false })).toBe('(_index:app\\-logs\\-*) AND (job:"api")');
});

it('looks for what was typed as a text in any message field, never as a part of the query', () => {
  const query = lucene({ job: 'api' }, { search: 'boom") OR (*', errorsOnly: false });
  expect(query).toContain('(message:"boom\\") OR (*") OR (event:"boom\\") OR (*")');
  expect(luceneProblem(query)).toBeUndefined();
});

it('narrows to errors in every spelling', () => {
  expect(lucene(undefined, { search: '', errorsOnly: true })).toMatch(/level:"ERROR".*level:"fatal"/);
});
