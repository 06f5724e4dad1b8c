import type { FastifyInstance } from 'fastify';

import { HttpError, type PreviewContext } from '../context';
import { describeState, SCENARIO_NAMES, type ScenarioName } from '../scenario';

function isScenario(name: unknown): name is ScenarioName {
  return SCENARIO_NAMES.some((known) => known === name);
}

/** `POST /preview/scenario {name, uid?}`: designed failure states at run time, for tests; GET tells the present one. */
export function registerPreviewRoutes(app: FastifyInstance, context: PreviewContext): void {
  app.get('/preview/scenario', () => describeState(context.scenarios.current()));

  app.post('/preview/scenario', (request) => {
    const { name, uid } = (request.body ?? {}) as { name?: unknown; uid?: string };
    if (!isScenario(name)) {
      throw new HttpError(400, `unknown scenario ${JSON.stringify(name)}; known: ${SCENARIO_NAMES.join(', ')}`);
    }
    context.scenarios.apply(name, uid);
    return describeState(context.scenarios.current());
  });
}
