import { locationService } from '@grafana/runtime';
import { useCallback, useEffect, useRef } from 'react';
import { useLocation } from 'react-router-dom';
import { useStored } from '../../components/useStored';
import { readViews, type SavedView, viewParams, viewQuery } from '../../domain/alerts/savedViews';
import { VIEW_KEYS } from './AlertsOverview';

const NO_VIEWS: SavedView[] = [];

/** The reader's views of the list, and what is chosen now. A page that is opened without filters shows the default one. */
export function useSavedViews() {
  const { value: views = NO_VIEWS, isRead, isUnsaved, save } = useStored('alert-views', readViews);
  const query = viewQuery(useLocation().search, VIEW_KEYS);
  const show = useCallback(
    (view: SavedView, replaces = false) => locationService.partial(viewParams(view.query, VIEW_KEYS), replaces),
    []
  );
  const isOpened = useRef(false);
  useEffect(() => {
    if (!isRead || isOpened.current) {
      return;
    }
    isOpened.current = true;
    const byDefault = views.find(({ isDefault }) => isDefault);
    if (byDefault && query === '') {
      show(byDefault, true);
    }
  }, [isRead, views, query, show]);
  return { views, isRead, isUnsaved, save, query, show };
}
