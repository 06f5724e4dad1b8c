import { Button } from '@grafana/ui';
import { useState } from 'react';
import { type System } from '../../catalog/types';
import { countOf } from '../../domain/format/format';
import { type AlertGroup } from '../../domain/incidents/types';
import { GroupCard } from '../../scenes/oncall/GroupCard';

interface Props {
  groups: readonly AlertGroup[];
  systems: readonly System[];
  nowMs: number;
}

const STEP = 25;

/** Likely incidents, most urgent first, some at a time. */
export function AlertGroups({ groups, systems, nowMs }: Props) {
  const [shownCount, setShownCount] = useState(STEP);
  const rest = groups.length - shownCount;
  return (
    <>
      {groups.slice(0, shownCount).map((group) => (
        <GroupCard key={group.id} group={group} systems={systems} nowMs={nowMs} />
      ))}
      {rest > 0 && (
        <div>
          <Button variant="secondary" onClick={() => setShownCount(shownCount + STEP)}>
            {countOf(Math.min(STEP, rest), 'more likely incident')} of {rest}
          </Button>
        </div>
      )}
    </>
  );
}
