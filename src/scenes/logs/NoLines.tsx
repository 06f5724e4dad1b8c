import { useEffect, useState } from 'react';
import { ConditionMessage } from '../../components/ConditionMessage';
import { isAbortError } from '../../datasources/errors';
import { type LogQuestion } from './logSpecs';
import { type Lacks, whyNoLines } from './whyNoLines';

/** There are no lines; says why when an index or a field is missing. */
export function NoLines({ question, dataSourceUid }: { question: LogQuestion; dataSourceUid: string }) {
  const [lacks, setLacks] = useState<Lacks>();
  useEffect(() => {
    const looking = new AbortController();
    whyNoLines(question, dataSourceUid, looking.signal).then(
      (found) => !looking.signal.aborted && setLacks(found),
      (error) => {
        if (!isAbortError(error)) {
          throw error;
        }
      }
    );
    return () => looking.abort();
  }, [question, dataSourceUid]);
  const { indices = [], fields = [] } = lacks ?? {};
  const title = fields.length > 0 ? 'Field missing' : indices.length > 0 ? 'Index missing' : 'No lines';
  return (
    <ConditionMessage icon={title === 'No lines' ? 'minus-circle' : 'question-circle'} title={title}>
      {[
        'No log line of this time range matches.',
        ...(fields.length > 0 ? [`No log has the field ${fields.join(', nor ')}.`] : []),
        ...(indices.length > 0 ? [`There is no index ${indices.join(', nor ')}.`] : []),
      ].join(' ')}
    </ConditionMessage>
  );
}
