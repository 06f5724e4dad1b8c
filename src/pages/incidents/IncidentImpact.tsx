import { Button, Field, TextArea } from '@grafana/ui';
import { useEffect, useId, useState } from 'react';
import { withImpact } from '../../domain/incidents/draft';
import { impactInWords, type Measured } from '../../domain/incidents/report';
import { type IncidentDraft } from '../../domain/incidents/types';
import { Annotate } from './Annotate';
import { type IncidentView } from './incidentView';
import { Report } from './Report';
import { Section } from './Section';
import { useLatest } from './useLatest';
import { type DataSourcesOf, useMeasured } from './useMeasured';
import { viewerName } from './viewer';

interface Props {
  draft: IncidentDraft;
  view: IncidentView;
  dataSourcesOf: DataSourcesOf;
  onChange: (draft: IncidentDraft) => void;
}

/** What users notice: in somebody's words, or as it was measured; and the report of it all. */
export function IncidentImpact({ draft, view, dataSourcesOf, onChange }: Props) {
  const id = useId();
  const [text, setText] = useState(draft.impact ?? '');
  const [report, setReport] = useState<Measured>();
  const [isNothing, setNothing] = useState(false);
  const { isMeasuring, measure } = useMeasured(dataSourcesOf);
  useEffect(() => setText(draft.impact ?? ''), [draft.impact]);
  const latest = useLatest({ draft, onChange });
  const keep = (impact: string) => {
    const { draft: now, onChange: change } = latest.current;
    if (impact.trim() && impact.trim() !== now.impact) {
      change(withImpact(now, impact.trim(), { atMs: Date.now(), by: viewerName() }));
    }
  };
  const measureImpact = async () => {
    const measured = await measure(draft, view);
    const words = measured && impactInWords(measured, view.textContext(undefined));
    setNothing(measured !== undefined && words === undefined);
    if (words) {
      keep(words);
    }
  };
  return (
    <Section title="Impact and report">
      <Field
        label="Impact"
        htmlFor={id}
        noMargin
        description={isNothing ? 'Nothing could be measured: the report says why.' : undefined}
      >
        <TextArea
          id={id}
          rows={2}
          value={text}
          placeholder="What users notice, who, how many"
          onChange={(event) => setText(event.currentTarget.value)}
          onBlur={() => keep(text)}
        />
      </Field>
      <div>
        <Button size="sm" variant="secondary" icon="calculator-alt" disabled={isMeasuring} onClick={measureImpact}>
          {isMeasuring ? 'Measuring' : 'Measure'}
        </Button>{' '}
        <Button
          size="sm"
          variant="secondary"
          icon="file-alt"
          disabled={isMeasuring}
          onClick={() => void measure(draft, view).then(setReport)}
        >
          Post-incident report
        </Button>
      </div>
      <Annotate draft={draft} onChange={onChange} />
      {report && <Report draft={draft} measured={report} view={view} onClose={() => setReport(undefined)} />}
    </Section>
  );
}
