import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Button, RadioButtonGroup, useStyles2 } from '@grafana/ui';
import { useState } from 'react';
import { STATE_APPEARANCE } from '../../../components/StateBadge';
import { countOf } from '../../../domain/format/format';
import { reportCsv } from '../../../domain/slo/report/csv';
import { reportJson } from '../../../domain/slo/report/json';
import { reportMarkdown } from '../../../domain/slo/report/markdown';
import { type GroupKind, type MonthReport } from '../../../domain/slo/report/types';
import { downloadText } from './download';
import { AgreementsOfMonth, GroupsOfMonth, IncidentsOfMonth, ObjectivesOfMonth } from './ReportTables';

const GROUP_OPTIONS: Array<{ value: GroupKind; label: string }> = [
  { value: 'system', label: 'By system' },
  { value: 'team', label: 'By team' },
  { value: 'tier', label: 'By tier' },
];

// Grafana's frame around the page is of no use on paper.
const PRINT_STYLE = `@media print {
  body * { visibility: hidden; }
  [data-print], [data-print] * { visibility: visible; }
  [data-print] { position: absolute; left: 0; top: 0; width: 100%; }
  [data-print] button, [data-print] [role='radiogroup'] { display: none; }
}`;

/** A month on one page: what to do, what became of every objective, what spent the budgets, what customers are owed. */
export function ReportView({ report }: { report: MonthReport }) {
  const styles = useStyles2(getStyles);
  const [kind, setKind] = useState<GroupKind>('system');
  const name = `slo-report-${report.label.replaceAll(' ', '-').toLowerCase()}`;
  return (
    <article className={styles.report} data-print aria-label={`Report of ${report.label}`}>
      <style>{PRINT_STYLE}</style>
      <div className={styles.head}>
        <div>
          <h2 className={styles.title}>{report.label}</h2>
          <p className={styles.secondary}>
            {report.from} to {report.until} ({report.timeZone}
            {report.isPartial && ', the month is not over'}). Written {report.generatedAt}.
          </p>
        </div>
        <div className={styles.buttons}>
          <Button
            variant="secondary"
            icon="download-alt"
            onClick={() => downloadText(`${name}.csv`, reportCsv(report), 'text/csv')}
          >
            CSV
          </Button>
          <Button
            variant="secondary"
            icon="download-alt"
            onClick={() => downloadText(`${name}.md`, reportMarkdown(report), 'text/markdown')}
          >
            Markdown
          </Button>
          <Button
            variant="secondary"
            icon="download-alt"
            onClick={() => downloadText(`${name}.json`, reportJson(report), 'application/json')}
          >
            JSON
          </Button>
          <Button variant="secondary" icon="file-alt" onClick={() => window.print()}>
            Print
          </Button>
        </div>
      </div>
      <p className={styles.summary} role="status">
        {countOf(report.total, 'objective')}:{' '}
        {report.byState
          .filter(({ count }) => count > 0)
          .map(({ state, count }) => `${count} ${STATE_APPEARANCE[state].word.toLowerCase()}`)
          .join(', ')}
        {report.levels > 0 && `, ${countOf(report.levels, 'level')} without a budget`}. At risk: {report.atRisk}.
      </p>
      <Section title="What to do">
        {report.recommendations.length === 0 && <p>Nothing: every objective was kept with budget to spare.</p>}
        <ul className={styles.list}>
          {report.recommendations.map(({ text, because, standard }) => (
            <li key={text}>
              {text} <span className={styles.secondary}>Because of {because.join('; ')}.</span>
              {!standard && <span className={styles.secondary}> (Advice of Watchkeeper’s own.)</span>}
            </li>
          ))}
        </ul>
      </Section>
      <Section title="Agreements with customers">
        <AgreementsOfMonth tiers={report.tiers} />
      </Section>
      <Section title="What spent the budgets">
        <IncidentsOfMonth objectives={report.objectives} timeZone={report.timeZone} />
      </Section>
      <Section title="Together">
        <div>
          <RadioButtonGroup
            aria-label="Group the report"
            size="sm"
            options={GROUP_OPTIONS}
            value={kind}
            onChange={setKind}
          />
        </div>
        <GroupsOfMonth groups={report.groups} kind={kind} />
      </Section>
      <Section title="Objectives">
        <ObjectivesOfMonth objectives={report.objectives} />
      </Section>
    </article>
  );
}

function Section({ title, children }: { title: string; children: React.ReactNode }) {
  const styles = useStyles2(getStyles);
  return (
    <section aria-label={title} className={styles.section}>
      <h3 className={styles.heading}>{title}</h3>
      {children}
    </section>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  report: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(2), width: '100%' }),
  head: css({ display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', gap: theme.spacing(1) }),
  title: css({ ...theme.typography.h3, margin: 0 }),
  buttons: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1), alignItems: 'flex-start' }),
  summary: css({ margin: 0, fontSize: theme.typography.h5.fontSize }),
  secondary: css({ color: theme.colors.text.secondary, margin: 0 }),
  section: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(0.5) }),
  heading: css({ ...theme.typography.h5, margin: 0 }),
  list: css({ margin: 0, paddingLeft: theme.spacing(3) }),
});
