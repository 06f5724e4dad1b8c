import { dateTimeFormat } from '@grafana/data';
import { sceneGraph } from '@grafana/scenes';
import { type RunbookCopy } from '../../domain/runbook/exportMarkdown';
import { fillMarkdown } from '../../domain/runbook/templates';
import { panelLink } from '../../scenes/panel/copyLink';
import { runbookOwner } from '../../scenes/runbooks/runbookRows';
import { type RunbookView } from './RunbookView';
import { type LiveRunbook } from './useRunbook';

/** What a copy of the page shows. */
export function copyOf(live: LiveRunbook, model: RunbookView): RunbookCopy {
  const { system, runbook } = model.state;
  return {
    runbook,
    systemName: system.name,
    serviceName: live.nameOf(live.service),
    owner: runbookOwner(system, runbook),
    overall: live.overall.sentence,
    findings: live.findings,
    progress: live.progress,
    timeline: live.timeline,
    checks: live.checks,
    stepText: ({ text }) => (text === undefined ? '' : fillMarkdown(text, live.variables).text),
    formatTime: (timeMs) => dateTimeFormat(timeMs),
    url: panelLink(window.location.href, undefined, sceneGraph.getTimeRange(model).state.value),
  };
}
