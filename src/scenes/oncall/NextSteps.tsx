import { LinkButton, Stack } from '@grafana/ui';
import { type ReactNode } from 'react';
import { type NextStep } from './alertLinks';

/** The ways on as buttons; the first is the one to take. */
export function NextSteps({ steps, children }: { steps: readonly NextStep[]; children?: ReactNode }) {
  return (
    <Stack gap={1} wrap="wrap">
      {steps.map(({ href, icon, title }, index) => (
        <LinkButton key={href} href={href} icon={icon} size="sm" variant={index === 0 ? 'primary' : 'secondary'}>
          {title}
        </LinkButton>
      ))}
      {children}
    </Stack>
  );
}
