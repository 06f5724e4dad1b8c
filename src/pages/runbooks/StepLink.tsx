import { type MouseEvent, type ReactNode } from 'react';

/** Leads to a step of this page, for the eye and for the keyboard. */
export function StepLink({ step, children }: { step: string; children: ReactNode }) {
  const id = `step-${step}`;
  const go = (event: MouseEvent) => {
    const target = document.getElementById(id);
    // Left to the browser, the address would be one of the host's own routes.
    event.preventDefault();
    target?.scrollIntoView({ block: 'start' });
    target?.focus({ preventScroll: true });
  };
  return (
    <a href={`#${id}`} onClick={go}>
      {children}
    </a>
  );
}
