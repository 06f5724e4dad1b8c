import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Button, ClipboardButton, FilterPill, IconButton, useStyles2 } from '@grafana/ui';
import { useRef, useState } from 'react';
import {
  nameProblem,
  renamedView,
  type SavedView,
  toggledDefault,
  withoutView,
  withView,
} from '../../domain/alerts/savedViews';
import { useSavedViews } from './useSavedViews';
import { ViewNameForm } from './ViewNameForm';

/** The reader's own views: one press shows one. What is chosen now can be kept under a name, or handed on as a link. */
export function SavedViews() {
  const styles = useStyles2(getStyles);
  const { views, isRead, isUnsaved, save, query, show } = useSavedViews();
  /** The view that gets another name, or a new one. */
  const [named, setNamed] = useState<{ old?: string }>();
  const rowRef = useRef<HTMLDivElement>(null);
  const shown = views.find((view) => view.query === query);
  if (!isRead || (views.length === 0 && query === '')) {
    return null;
  }
  const done = () => {
    setNamed(undefined);
    rowRef.current?.focus();
  };
  return (
    <div ref={rowRef} tabIndex={-1} role="group" aria-label="Saved views" className={styles.row}>
      {views.length > 0 && <span className={styles.title}>Views</span>}
      {views.map((view) => (
        <FilterPill
          key={view.name}
          label={view.isDefault ? `${view.name} ★` : view.name}
          selected={view === shown}
          onClick={() => show(view)}
        />
      ))}
      {shown && !named && (
        <ShownView
          view={shown}
          onDefault={() => save(toggledDefault(views, shown.name))}
          onRename={() => setNamed({ old: shown.name })}
          onDelete={() => {
            save(withoutView(views, shown.name));
            rowRef.current?.focus();
          }}
        />
      )}
      {!shown && !named && query !== '' && (
        <Button size="sm" variant="secondary" icon="save" onClick={() => setNamed({})}>
          Save as a view
        </Button>
      )}
      {named && (
        <ViewNameForm
          name={named.old ?? ''}
          problemOf={(name) => nameProblem(views, name, named.old)}
          onSave={(name) => {
            save(named.old === undefined ? withView(views, name, query) : renamedView(views, named.old, name));
            done();
          }}
          onCancel={done}
        />
      )}
      {query !== '' && !named && (
        <ClipboardButton size="sm" variant="secondary" fill="text" icon="link" getText={() => window.location.href}>
          Copy link
        </ClipboardButton>
      )}
      {isUnsaved && <span className={styles.title}>Not stored: it is lost with this page.</span>}
    </div>
  );
}

interface ShownProps {
  view: SavedView;
  onDefault: () => void;
  onRename: () => void;
  onDelete: () => void;
}

/** What can be done with the view that is shown. */
function ShownView({ view: { name, isDefault }, onDefault, onRename, onDelete }: ShownProps) {
  const star = isDefault ? 'favorite' : 'star';
  return (
    <>
      <IconButton
        key={star}
        name={star}
        tooltip={isDefault ? `Do not open with ${name}` : `Open this page with ${name}`}
        onClick={onDefault}
      />
      <IconButton name="pen" tooltip={`Rename ${name}`} onClick={onRename} />
      <IconButton name="trash-alt" tooltip={`Delete ${name}`} onClick={onDelete} />
    </>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  row: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: theme.spacing(1), outline: 'none' }),
  title: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
});
