import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Button, Combobox, Field, Input, useStyles2 } from '@grafana/ui';
import { type FormEvent, useEffect, useState } from 'react';
import { type JaegerServices } from './JaegerServices';
import { LIMITS, type SearchChoice, searchProblems } from './searchChoice';

interface Props {
  choice: SearchChoice;
  services: JaegerServices;
  choose: (change: Partial<SearchChoice>) => void;
}

const optionsOf = (names: readonly string[]) => names.map((name) => ({ value: name, label: name }));

/** What a trace did: service, operation, tags, duration. Choosing searches at once, typing when it is confirmed. */
export function SearchForm({ choice, services, choose }: Props) {
  const styles = useStyles2(getStyles);
  const { value: names = [] } = services.useState();
  const [draft, setDraft] = useState(choice);
  const [operations, setOperations] = useState<readonly string[]>([]);
  useEffect(() => setDraft(choice), [choice]);
  useEffect(() => {
    let isWanted = true;
    void services.operationsOf(choice.service).then((found) => isWanted && setOperations(found));
    return () => {
      isWanted = false;
    };
  }, [services, choice.service]);
  const problems = searchProblems(draft);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    choose(draft);
  };
  const text = (key: 'tags' | 'min' | 'max', label: string, placeholder: string, width: number) => (
    <Field label={label} invalid={problems[key] !== undefined} error={problems[key]} noMargin>
      <Input
        value={draft[key]}
        placeholder={placeholder}
        width={width}
        aria-label={label}
        onChange={(event) => setDraft({ ...draft, [key]: event.currentTarget.value })}
      />
    </Field>
  );
  return (
    <form onSubmit={submit} className={styles.form} role="search" aria-label="Traces">
      <Field label="Service" noMargin>
        <Combobox
          aria-label="Service"
          options={optionsOf(withChosen(names, choice.service))}
          value={choice.service || null}
          placeholder="Choose a service"
          width={28}
          isClearable
          onChange={(option) => choose({ ...draft, service: option?.value ?? '', operation: '' })}
        />
      </Field>
      <Field label="Operation" noMargin>
        <Combobox
          aria-label="Operation"
          options={optionsOf(withChosen(operations, choice.operation))}
          value={choice.operation || null}
          placeholder="All operations"
          width={32}
          isClearable
          disabled={choice.service === ''}
          onChange={(option) => choose({ ...draft, operation: option?.value ?? '' })}
        />
      </Field>
      {text('tags', 'Tags', 'error=true http.route="/a b"', 34)}
      {text('min', 'Shortest', '100ms', 10)}
      {text('max', 'Longest', '1.2s', 10)}
      <Field label="At most" noMargin>
        <Combobox
          aria-label="At most"
          // Grafana 12.2 does not know the label.
          placeholder="At most"
          options={LIMITS.map((limit) => ({ value: limit, label: String(limit) }))}
          value={choice.limit}
          width={10}
          onChange={({ value }) => choose({ ...draft, limit: value })}
        />
      </Field>
      <Button type="submit" disabled={draft.service === '' || Object.keys(problems).length > 0}>
        Search
      </Button>
    </form>
  );
}

/** A link may name what the store does not know any more. */
function withChosen(names: readonly string[], chosen: string): readonly string[] {
  return chosen === '' || names.includes(chosen) ? names : [chosen, ...names];
}

const getStyles = (theme: GrafanaTheme2) => ({
  form: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'flex-end', gap: theme.spacing(1) }),
});
