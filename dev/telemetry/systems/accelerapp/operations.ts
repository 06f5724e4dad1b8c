import { calling, oneOf, type CallingOperation } from '../../kit/compose';
import { errorRatio, latency, steady, times, traffic } from '../../kit/rates';
import type { Of, OperationModel } from '../../model';
import { codegenFailures, errorBurst, ollamaDown, requestFlood, slowSpecStore } from './incidents';

/** Requests per second at the daily peak. Low, so that the sampled tenth of them fits a development machine. */
export const generations = traffic('accelerapp.generations', 0.8);
export const jobReads = traffic('accelerapp.jobs', 1.8);
export const projectReads = traffic('accelerapp.projects', 0.9);
export const validations = traffic('accelerapp.validations', 0.4);
const listings = traffic('accelerapp.templates', 0.5);
/** Only the template list is flooded. */
export const templateReads: Of<number> = (tMs, world) =>
  listings(tMs, world) + 1_450 * world.incident(requestFlood, tMs);
const healthChecks = steady('accelerapp.health', 0.2);

/** Share of the requests that is traced, as the collector's sampler is configured. */
export const tracedPerMinute = (perSecond: Of<number>): Of<number> => times(perSecond, 60 * 0.1);

function stored(name: string, ratePerSecond: Of<number>, service = 'accelerapp'): CallingOperation {
  return calling({
    service,
    name,
    kind: 'client',
    ratePerSecond,
    ownMs: latency(5, 0.5, [[slowSpecStore, 260]]),
    ownErrorRatio: errorRatio(0.0003, [[slowSpecStore, 0.01]]),
  });
}
interface Step {
  service?: string;
  name: string;
  kind?: OperationModel['kind'];
  ratePerSecond: Of<number>;
  medianMs: number;
  sigma?: number;
  errors?: Of<number>;
}
function step(own: Step, calls: OperationModel[] = []): CallingOperation {
  const { service = 'accelerapp-worker', kind = 'internal', medianMs, sigma = 0.45, errors = errorRatio(0.0004) } = own;
  const { name, ratePerSecond } = own;
  return calling({ service, name, kind, ratePerSecond, ownMs: latency(medianMs, sigma), ownErrorRatio: errors }, calls);
}
function endpoint(
  name: string,
  ratePerSecond: Of<number>,
  medianMs: number,
  peakErrors: number,
  calls: OperationModel[]
) {
  return step(
    {
      service: 'accelerapp',
      name,
      kind: 'server',
      ratePerSecond,
      medianMs,
      errors: errorRatio(0.0012, [[errorBurst, peakErrors]]),
    },
    calls
  );
}

export const insertJob = stored('INSERT jobs', generations);
export const selectJob = stored('SELECT jobs', jobReads);
export const selectProject = stored(
  'SELECT projects',
  (tMs, world) => projectReads(tMs, world) + validations(tMs, world)
);
export const publishJob = step({
  service: 'accelerapp',
  name: 'generation.jobs publish',
  kind: 'producer',
  ratePerSecond: generations,
  medianMs: 3,
  errors: errorRatio(0.0002),
});
export const parseSpec = step({ service: 'accelerapp', name: 'parse_spec', ratePerSecond: validations, medianMs: 45 });

export const startGeneration = endpoint('POST /api/v1/generate', generations, 18, 0.1, [insertJob, publishJob]);
export const readJob = endpoint('GET /api/v1/jobs/{job_id}', jobReads, 6, 0.12, [selectJob]);
export const readProject = endpoint('GET /api/v1/projects/{project_id}', projectReads, 9, 0.42, [selectProject]);
export const validateSpec = endpoint('POST /api/v1/validate', validations, 12, 0.3, [selectProject, parseSpec]);
export const listTemplates = endpoint('GET /api/v1/templates', templateReads, 7, 0.02, []);
export const health = endpoint('GET /health', healthChecks, 2, 0, []);
/** What `accelerapp_requests_total` counts. */
export const endpoints: CallingOperation[] = [
  startGeneration,
  readJob,
  readProject,
  validateSpec,
  listTemplates,
  health,
];

export interface CodeModel {
  model: string;
  share: number;
  /** The proxy before Ollama, and the worker's side of the call. */
  server: CallingOperation;
  client: CallingOperation;
}
function codeModel(model: string, share: number, medianMs: number): CodeModel {
  const ratePerSecond = times(generations, share);
  const server = step({
    service: 'ollama',
    name: `POST /api/generate ${model}`,
    kind: 'server',
    ratePerSecond: (tMs, world) => ratePerSecond(tMs, world) * (1 - world.incident(ollamaDown, tMs)),
    medianMs,
    sigma: 0.5,
    errors: errorRatio(0.002),
  });
  const client = step(
    {
      name: `chat ${model}`,
      kind: 'client',
      ratePerSecond,
      medianMs: 4,
      errors: errorRatio(0.0005, [[ollamaDown, 0.98]]),
    },
    [server]
  );
  return { model, share, server, client };
}
export const codeModels: CodeModel[] = [
  codeModel('codellama:7b', 0.65, 2_400),
  codeModel('deepseek-coder:6.7b', 0.35, 3_300),
];

/** Share of the generations by language; the broken templates are those for Rust. */
export const languages = [
  { language: 'c', share: 0.32 },
  { language: 'cpp', share: 0.25 },
  { language: 'python', share: 0.18 },
  { language: 'rust', share: 0.25 },
];
export const brokenLanguage = 'rust';
const brokenShare = languages.find(({ language }) => language === brokenLanguage)?.share ?? 0;

export const readSpec = step({
  name: 'parse_spec',
  ratePerSecond: generations,
  medianMs: 60,
  errors: errorRatio(0.003),
});
export const renderTemplates = step({ name: 'render_templates', ratePerSecond: generations, medianMs: 140 });
/** Share of the generations whose code does not compile. */
export const compileErrors = errorRatio(0.004, [[codegenFailures, 0.92 * brokenShare]]);
export const compileCheck = step({
  name: 'compile_check',
  ratePerSecond: generations,
  medianMs: 520,
  sigma: 0.5,
  errors: compileErrors,
});
export const insertArtifacts = stored('INSERT artifacts', generations, 'accelerapp-worker');
export const askAnyModel = oneOf(codeModels.map(({ client, share }) => [client, share]));
export const generateCode = calling(
  {
    service: 'accelerapp-worker',
    name: 'code_generation',
    kind: 'internal',
    ratePerSecond: generations,
    ownMs: latency(35, 0.4),
    ownErrorRatio: errorRatio(0.0005),
  },
  [readSpec, askAnyModel, renderTemplates, compileCheck, insertArtifacts]
);
export const processJob = step(
  { name: 'generation.jobs process', kind: 'consumer', ratePerSecond: generations, medianMs: 6, errors: errorRatio(0) },
  [generateCode]
);
