import { usePluginUserStorage } from '@grafana/runtime';
import { useEffect, useRef, useState } from 'react';
import { isAbortError } from '../../datasources/errors';
import { type Measured } from '../../domain/incidents/report';
import { type IncidentDraft } from '../../domain/incidents/types';
import { type ChosenDataSources } from '../../scenes/variables/dataSources';
import { askMeasured } from './askMeasured';
import { askRunbooks } from './askRunbooks';
import { type IncidentView } from './incidentView';

/** The data sources of the page, as they are chosen now. */
export type DataSourcesOf = () => Required<ChosenDataSources>;

/** Measures when it is asked to; gives up when the page is left. */
export function useMeasured(dataSourcesOf: DataSourcesOf) {
  const storage = usePluginUserStorage();
  const [isMeasuring, setMeasuring] = useState(false);
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);
  const measure = async (draft: IncidentDraft, view: IncidentView): Promise<Measured | undefined> => {
    running.current?.abort();
    const asked = new AbortController();
    running.current = asked;
    setMeasuring(true);
    const { signal } = asked;
    const request = { draft, systems: view.systems, dataSources: dataSourcesOf(), nowMs: Date.now(), signal };
    try {
      const runbooks = await askRunbooks(view.runbooks, request, (key) => storage.getItem(key));
      return await askMeasured(request, runbooks);
    } catch (error) {
      if (!isAbortError(error)) {
        throw error;
      }
      return undefined;
    } finally {
      if (running.current === asked) {
        setMeasuring(false);
      }
    }
  };
  return { isMeasuring, measure };
}
