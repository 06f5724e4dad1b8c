import { Alert } from '@grafana/ui';
import { describeProblem, type Problem } from '../../catalog/load/problem';

/** What is wrong, and where: one line a problem. */
export function Problems({ title, problems }: { title: string; problems: readonly Problem[] }) {
  return (
    <Alert severity="warning" title={title}>
      <ul style={{ paddingLeft: 20 }}>
        {problems.map((problem, index) => (
          <li key={index}>{describeProblem(problem)}</li>
        ))}
      </ul>
    </Alert>
  );
}
