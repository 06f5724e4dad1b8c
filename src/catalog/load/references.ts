import { type Service, type System } from '../types';
import { checkBoard } from './boardReferences';
import { expectKnown, type Known, type Report } from './known';
import { type Problem } from './problem';
import { checkRunbooks } from './runbookReferences';
import { checkStack } from './stackReferences';

/**
 * Finds what the schema cannot see: ids that occur twice and references that lead nowhere.
 * @returns problems with paths relative to the system.
 */
export function checkReferences(system: System): Problem[] {
  const problems: Problem[] = [];
  const report: Report = (path, message) => problems.push({ path, message });

  checkUniqueIds(system, report);
  const known = knownNames(system);
  system.services.forEach((service, index) => checkService(service, `services[${index}]`, known, report));
  system.boards?.forEach((board, index) => checkBoard(board, `boards[${index}]`, known, report));
  system.slos?.forEach((slo, index) => {
    expectKnown(known.services, slo.service, `slos[${index}].service`, 'service', report);
    if (slo.tier !== undefined) {
      expectKnown(known.tiers, slo.tier, `slos[${index}].tier`, 'tier', report);
    }
  });
  system.alerts?.forEach((alert, index) => {
    expectKnown(known.services, alert.service, `alerts[${index}].service`, 'service', report);
    expectKnown(known.signals, alert.condition.signal, `alerts[${index}].condition.signal`, 'signal', report);
    if (alert.serviceLabel !== undefined && !alert.condition.by?.includes(alert.serviceLabel)) {
      report(`alerts[${index}].serviceLabel`, `"${alert.serviceLabel}" has to be one of condition.by`);
    }
  });
  system.recordings?.forEach((recording, index) =>
    expectKnown(known.signals, recording.signal, `recordings[${index}].signal`, 'signal', report)
  );
  checkTiering(system, known, report);
  checkRunbooks(system, known, report);
  checkStack(system, report);
  return problems;
}

function knownNames(system: System): Known {
  const signals = [
    ...Object.keys(system.signals ?? {}).map((name) => `system.${name}`),
    ...system.services.flatMap((service) => Object.keys(service.signals ?? {}).map((name) => `${service.id}.${name}`)),
  ];
  return {
    services: new Set(system.services.map(({ id }) => id)),
    teams: new Set(system.teams.map(({ id }) => id)),
    tiers: new Set(system.tiers?.map(({ id }) => id)),
    signals: new Set(signals),
    logSchemas: new Set(system.logSchemas?.map(({ id }) => id)),
  };
}

function checkTiering({ tiering }: System, known: Known, report: Report) {
  if (tiering) {
    expectKnown(known.services, tiering.service, 'tiering.service', 'service', report);
  }
  if (tiering?.queue !== undefined) {
    expectKnown(known.signals, tiering.queue, 'tiering.queue', 'signal', report);
  }
}

function checkService(service: Service, path: string, known: Known, report: Report) {
  expectKnown(known.teams, service.team, `${path}.team`, 'team', report);
  service.dependsOn?.forEach((id, index) =>
    expectKnown(known.services, id, `${path}.dependsOn[${index}]`, 'service', report)
  );
  const { traffic, errors, latency, saturation } = service.golden ?? {};
  for (const [name, reference] of Object.entries({ traffic, errors, latency, saturation })) {
    if (reference !== undefined) {
      expectKnown(known.signals, reference, `${path}.golden.${name}`, 'signal', report);
    }
  }
  if (service.logs) {
    expectKnown(known.logSchemas, service.logs.schema, `${path}.logs.schema`, 'log schema', report);
  }
}

function checkUniqueIds(system: System, report: Report) {
  const lists = {
    teams: system.teams,
    tiers: system.tiers,
    services: system.services,
    boards: system.boards,
    slos: system.slos,
    maintenance: system.maintenance,
    alerts: system.alerts,
    alertGroups: system.alertGroups,
    recordings: system.recordings,
    logSchemas: system.logSchemas,
    runbooks: system.runbooks,
  };
  for (const [name, entries] of Object.entries(lists)) {
    const seen = new Set<string>();
    entries?.forEach(({ id }, index) => {
      if (seen.has(id)) {
        report(`${name}[${index}].id`, `"${id}" occurs twice`);
      }
      seen.add(id);
    });
  }
  system.boards?.forEach((board, boardIndex) => {
    const seen = new Set<string>();
    board.rows.forEach((row, rowIndex) =>
      row.panels.forEach(({ id }, panelIndex) => {
        if (seen.has(id)) {
          report(`boards[${boardIndex}].rows[${rowIndex}].panels[${panelIndex}].id`, `"${id}" occurs twice`);
        }
        seen.add(id);
      })
    );
  });
}
